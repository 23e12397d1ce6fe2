/** What the journal keeps of a parcel's movement: departed, arrived, presented, delivered, and what was out of order. */
import type { Moment } from '../kernel/instant.ts';
import type { Presentation } from './arrival.ts';

/** `at` is when it happened, which may be long before it was reported. */
export type Departed = {
  readonly type: 'departed';
  readonly at: Moment;
  readonly office: string | null;
};

/** Recorded again when a later scan changes what is matched, in excess or short, or tells an earlier time. */
type Here<Type extends string> = {
  readonly type: Type;
  readonly at: Moment;
  readonly office: string | null;
  /** Piece references scanned so far, sorted; WHOLE_PARCEL for a scan that counted the parcel as one. */
  readonly scanned: readonly string[];
} & Presentation;
export type Arrived = Here<'arrived'>;
export type Presented = Here<'presented'>;
export type Delivered = { readonly type: 'delivered' };

/**
 * `moved-before-answer`: it left or came while a question was open; `moved-despite-do-not-load`: against an order or a
 * proposal not to load; `delivered-before-release`; `arrived-without-data`: nobody had announced it.
 */
export const IRREGULARITIES = [
  'moved-before-answer',
  'moved-despite-do-not-load',
  'delivered-before-release',
  'arrived-without-data',
] as const;
export type Irregularity = (typeof IRREGULARITIES)[number];
export type Irregular = { readonly type: 'irregular'; readonly code: Irregularity };

export type ArrivalEvent = Departed | Arrived | Presented | Delivered | Irregular;

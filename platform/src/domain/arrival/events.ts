/** What the journal keeps of a parcel's movement: departed, arrived, presented, delivered. */
import type { Presentation } from './arrival.ts';

export type Departed = { readonly type: 'departed'; readonly office: string | null };
export type Arrived = { readonly type: 'arrived'; readonly office: string | null };
/** Recorded again when a later scan changes what is matched, in excess or short. */
export type Presented = {
  readonly type: 'presented';
  readonly office: string | null;
  readonly scanned: readonly string[];
} & Presentation;
export type Delivered = { readonly type: 'delivered' };

export type ArrivalEvent = Departed | Arrived | Presented | Delivered;

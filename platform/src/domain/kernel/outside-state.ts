/** What the outside may learn of a parcel: one word, the same for every reason behind it. */
import type { Moment } from './instant.ts';

export const OUTSIDE_STATES = [
  'accepted',
  'refused',
  'question',
  'do-not-load',
  'cleared',
  'waiting',
] as const;
export type OutsideState = (typeof OUTSIDE_STATES)[number];

/** Milliseconds between two publications of outside states: the same for all parcels, so that time tells nothing. */
export const TICK_MILLISECONDS = 60_000;

/** The last publication at or before a moment. */
export const tickAt = (at: Moment): Moment =>
  Math.floor(at / TICK_MILLISECONDS) * TICK_MILLISECONDS;

/** An outside state with what was published before it; `outsideAt` is when it changed. */
export type Outside = {
  readonly outside: OutsideState;
  readonly outsideAt: Moment;
  readonly outsideBefore: OutsideState;
};

/** What everybody outside is told at a moment: a change shows from the next tick on. */
export const publishedAt = (known: Outside, at: Moment): OutsideState =>
  known.outsideAt < tickAt(at) ? known.outside : known.outsideBefore;

/** After a change at a moment: the state before it is what had been published, however often it changed within a tick. */
export function outsideChanged(known: Outside, next: OutsideState, at: Moment): Outside {
  return next === known.outside
    ? known
    : { outside: next, outsideAt: at, outsideBefore: publishedAt(known, at) };
}

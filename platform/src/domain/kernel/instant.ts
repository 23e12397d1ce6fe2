/** Moments inside records are whole milliseconds since the epoch; the edges turn them into Temporal values. */
import type { Day } from './day.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Moment = number;

const DAY_MILLISECONDS = 86_400_000;

/** The day of law a moment falls on, in an office whose clock is `offsetMinutes` ahead of UTC. */
export const dayAt = (at: Moment, offsetMinutes: number): Day =>
  Math.floor((at + offsetMinutes * 60_000) / DAY_MILLISECONDS);

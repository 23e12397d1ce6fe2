/** The clock of an accelerated day: it runs at the day's pace until midnight, and then like any other. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { millisecondsOf, type Day } from './day.ts';

export type DemoClock = {
  /** For the platform. */
  readonly now: () => Moment;
  /** Minutes since the day began, with fractions. */
  readonly minute: () => number;
  /** Until the clock runs, it stands at the latest message told: what happened before the curtain rose keeps its own time. */
  readonly follow: (minute: number) => void;
  /** Starts the clock; once is enough. */
  readonly run: () => void;
};

export type Running = {
  /** Minutes of the day that pass in one minute. */
  readonly pace: number;
  /** Where the clock stands until it runs, if not at `fromMinute`; the day is then told up to there first. */
  readonly followFrom?: number;
  /** Where the day stands when the clock starts. */
  readonly fromMinute: number;
  /** Milliseconds of a steady clock. */
  readonly steady?: () => number;
};

export const DAY_MINUTES = 1_440;
/** A day in a quarter of an hour. */
export const USUAL_PACE = 96;

export function startDemoClock(day: Day, running: Running): DemoClock {
  const steady = running.steady ?? (() => performance.now());
  const { pace, fromMinute, followFrom } = running;
  let started = steady();
  let followed = followFrom ?? null;
  const minute = (): number => {
    if (followed !== null) return followed;
    const elapsed = (steady() - started) / 60_000;
    const untilMidnight = Math.max(0, DAY_MINUTES - fromMinute) / pace;
    return elapsed <= untilMidnight
      ? fromMinute + elapsed * pace
      : Math.max(DAY_MINUTES, fromMinute) + elapsed - untilMidnight;
  };
  return {
    minute,
    now: () => millisecondsOf(day, minute()),
    follow: (told) => {
      if (followed !== null) followed = Math.min(fromMinute, Math.max(followed, told));
    },
    run: () => {
      if (followed === null) return;
      followed = null;
      started = steady();
    },
  };
}

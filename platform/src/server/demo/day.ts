/** Which day is invented, and a message of it with its minute. */
import type { WireSubmission } from '../../domain/advance-data/wire.ts';

export type DemoDay = {
  readonly seed: string;
  /** Beside those of the stories. */
  readonly parcels: number;
  readonly on: Temporal.PlainDate;
};

export type Day = {
  readonly seed: string;
  readonly on: Temporal.PlainDate;
  /** Days since 1970-01-01. */
  readonly number: number;
};

/** A message and the minute of the day at which it is sent. */
export type TimedMessage = { readonly at: number; readonly submission: WireSubmission };

export const dayOf = ({ seed, on }: Pick<DemoDay, 'seed' | 'on'>): Day => ({
  seed,
  on,
  number: Temporal.PlainDate.from('1970-01-01').until(on).days,
});

/** Minutes that Meridia's clock is ahead of UTC. */
const OFFSET_MINUTES = 180;

/** A minute of the day, also of the days before and after, as the contract writes moments. */
export function momentOf(day: Pick<Day, 'on'>, minute: number): string {
  const at = day.on.toPlainDateTime().add({ minutes: minute });
  return `${at.toString({ smallestUnit: 'minute' })}:00+03:00`;
}

/** The same in milliseconds since the epoch. */
export const millisecondsOf = (day: Pick<Day, 'number'>, minute: number): number =>
  Math.round((day.number * 1_440 - OFFSET_MINUTES + minute) * 60_000);

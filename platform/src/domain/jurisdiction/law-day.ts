/** The day of law a moment falls on, by the clock of the jurisdiction, summer time included. */
import type { Pack } from './pack.ts';
import { dayAt, type Moment } from '../kernel/instant.ts';
import type { Day } from '../kernel/day.ts';

/** Every offset in use changes on a quarter of an hour, so one answer holds for all moments of it. */
const QUARTER_MILLISECONDS = 900_000;
const QUARTERS_KEPT = 4_096;
const offsets = new WeakMap<object, Map<number, number>>();

/** The local calendar day, as the day number of law. */
export function lawDayAt(pack: Pick<Pack, 'zone' | 'zoneOffsetMinutes'>, at: Moment): Day {
  const quarter = Math.floor(at / QUARTER_MILLISECONDS);
  const kept = offsets.get(pack) ?? new Map<number, number>();
  let minutes = kept.get(quarter);
  if (minutes === undefined) {
    minutes =
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(pack.zone).offsetNanoseconds /
      60_000_000_000;
    if (kept.size >= QUARTERS_KEPT) kept.clear();
    kept.set(quarter, minutes);
    offsets.set(pack, kept);
  }
  return dayAt(at, minutes);
}

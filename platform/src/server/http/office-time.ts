/** Writes moments as the office's clock shows them, with its offset on that day, as RFC 3339 says. */
import type { Moment } from '../../domain/kernel/instant.ts';

/** `2026-11-24T14:40:00+03:00`. */
export const officeTime = (at: Moment, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });

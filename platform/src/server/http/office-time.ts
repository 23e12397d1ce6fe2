/** Writes moments as the office's clock shows them, with its offset, as RFC 3339 says. */
import type { Moment } from '../../domain/kernel/instant.ts';

const MINUTE = 60_000;

/** `2026-11-24T14:40:00+03:00`. */
export function officeTime(at: Moment, offsetMinutes: number): string {
  const shifted = Temporal.Instant.fromEpochMilliseconds(at + offsetMinutes * MINUTE);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  const local = shifted.toString({ smallestUnit: 'second' }).slice(0, -1);
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

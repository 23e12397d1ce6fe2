/** Times as an officer reads them: the wall clock of the office as the server wrote it, and how long is left. */
import { words } from '../words/current.ts';

/** Milliseconds since the epoch of an RFC 3339 time. */
export const millisecondsOf = (time: string): number =>
  Temporal.Instant.from(time).epochMilliseconds;

/** '2026-11-20T14:40:00+02:00' becomes '14:40': the wall clock of the zone it was written in. */
export const clockOf = (time: string): string => time.slice(11, 16);

/** The zone as the time itself states it, for the hover: '+02:00' or 'UTC'. */
export const offsetOf = (time: string): string => /[+-]\d{2}:\d{2}$/u.exec(time)?.[0] ?? 'UTC';

/** '2026-11-18T09:02:00+02:00' becomes '18 Nov'. */
export const dayOf = (time: string): string =>
  `${Number(time.slice(8, 10)).toString()} ${words().months[Number(time.slice(5, 7)) - 1] ?? '?'}`;

/** A date of law, which may lie years away: '2028-01-01' becomes '1 Jan 2028'. */
export const lawDay = (day: string): string => `${dayOf(day)} ${day.slice(0, 4)}`;

/** The clock on the same day as `now`, the day before that or after. */
export const shortTime = (time: string, now: string): string =>
  time.slice(0, 10) === now.slice(0, 10) ? clockOf(time) : dayOf(time);

/** Everything, for the hover: '18 Nov 2026, 09:02:00 (+02:00)'. */
export const longTime = (time: string): string =>
  `${dayOf(time)} ${time.slice(0, 4)}, ${time.slice(11, 19)} (${offsetOf(time)})`;

/** The wall clock of a zone at a moment: what the office's clock on the wall shows. */
export function wallClock(milliseconds: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(milliseconds);
}

/** An instant in a zone, written as the server writes times. */
export const writtenIn = (milliseconds: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.trunc(milliseconds)).toString({
    timeZone: zone,
    smallestUnit: 'second',
  });

const MINUTE = 60_000;

export type Countdown = { readonly text: string; readonly urgency: 'ahead' | 'soon' | 'late' };

/** Within this many minutes a due time is soon: bold, so that the eye goes there first. */
const SOON_MINUTES = 20;

/** Time left as hours and minutes ('0:31'), as days beyond two days ('3 d'), with a minus when late. */
export function countdown(due: number, now: number): Countdown {
  const minutes = Math.floor(Math.abs(due - now) / MINUTE);
  const text =
    minutes >= 48 * 60
      ? `${Math.floor(minutes / 1440).toString()} ${words().units.day}`
      : hours(minutes);
  if (due < now) return { text: `−${text}`, urgency: 'late' };
  return { text, urgency: minutes <= SOON_MINUTES ? 'soon' : 'ahead' };
}

const hours = (minutes: number): string =>
  `${Math.floor(minutes / 60).toString()}:${(minutes % 60).toString().padStart(2, '0')}`;

/** Seconds as people say them: '21 s', '4 min', '1 h 12 min', '3 d 2 h'. */
export function durationText(seconds: number): string {
  const unit = words().units;
  if (seconds < 60) return `${trimmed(seconds)} ${unit.second}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes.toString()} ${unit.minute}`;
  if (minutes < 1440)
    return joined([Math.floor(minutes / 60), unit.hour], [minutes % 60, unit.minute]);
  return joined(
    [Math.floor(minutes / 1440), unit.day],
    [Math.floor((minutes % 1440) / 60), unit.hour],
  );
}

const trimmed = (seconds: number): string =>
  seconds < 10 && !Number.isInteger(seconds) ? seconds.toFixed(1) : Math.round(seconds).toString();

type Part = readonly [figure: number, unit: string];

const joined = (high: Part, low: Part): string =>
  (low[0] === 0 ? [high] : [high, low])
    .map(([figure, unit]) => `${figure.toString()} ${unit}`)
    .join(' ');

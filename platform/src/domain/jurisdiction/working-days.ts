/** Counts working days by the weekend and the holidays of the jurisdiction. */
import type { Pack } from './pack.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Day } from '../kernel/day.ts';

type Calendar = Pick<Pack, 'weekend' | 'holidays'>;

/** ISO week day (1 is Monday) of a day number; 1970-01-01 was a Thursday. */
export const weekDay = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const isWorkingDay = (calendar: Calendar, day: Day): boolean =>
  !calendar.weekend.includes(weekDay(day)) && !calendar.holidays.includes(day);

/**
 * The working day that comes `count` working days after `from`, which itself is not counted; with a count of zero the
 * day itself, or the next working day.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Day {
  invariant(calendar.weekend.length < 7, 'a calendar has working days');
  let day = from;
  for (let left = count; left > 0;) if (isWorkingDay(calendar, ++day)) left--;
  while (!isWorkingDay(calendar, day)) day++;
  return day;
}

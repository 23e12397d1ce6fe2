/** Seasons of the year in which a rate holds: from a day of a month to another one, both included, every year. */
import { writeDay, type Day } from '../kernel/day.ts';

/** Months and days as 'MM-DD'; a season may run over the end of the year. */
export type Season = { readonly first: string; readonly last: string };

const MONTH_DAY_AT = 5;

export function isInSeason({ first, last }: Season, on: Day): boolean {
  const today = writeDay(on).slice(MONTH_DAY_AT);
  return first <= last ? first <= today && today <= last : today >= first || today <= last;
}

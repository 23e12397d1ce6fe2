/** Decides until when what was recorded on a day is kept: whole years, by the law that is in force when somebody asks. */
import { invariant } from '../kernel/invariant.ts';
import { readDay, writeDay, type Day } from '../kernel/day.ts';
import type { RetentionRow } from './pack.ts';

/** The first day on which it is no longer kept. A year after 29 February ends with 28 February: nothing goes early. */
function keptUntil({ years, countedFrom }: Pick<RetentionRow, 'years' | 'countedFrom'>, day: Day): Day {
  const written = writeDay(day);
  const year = Number(written.slice(0, 4)) + years;
  const until =
    countedFrom === 'year-end'
      ? readDay(`${year + 1}-01-01`)
      : (readDay(`${year}${written.slice(4)}`) ?? readDay(`${year}-03-01`));
  invariant(until !== null, 'a period of whole years ends on a day');
  return until;
} // prettier-ignore

/**
 * Whether what a class recorded on a day may be erased today. Of several rows the longest period counts; without a row, or with
 * one that nobody verified against its source, nothing is ever erased.
 */
export function isExpired(
  rows: readonly RetentionRow[],
  { retentionClass, day, today }: { readonly retentionClass: string; readonly day: Day; readonly today: Day },
): boolean {
  const own = rows.filter((row) => retentionClass === row.retentionClass);
  return own.length > 0 && own.every((row) => row.verified && keptUntil(row, day) <= today);
} // prettier-ignore

/** The quality of a filer over thirty days: the score, its days, and what most often lowers it, in words. */
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { catalogueEntry } from '../../domain/validation/catalogue.ts';
import {
  averageQuality,
  mergeFilerQuality,
  NO_MESSAGES,
} from '../../domain/validation/quality-of-filer.ts';
import type { Queryable } from '../db/sql.ts';
import { readFindingCounts, readQuality } from './store.ts';

export const TREND_DAYS = 30;
const CODES_MAX = 10;

export type Period = { readonly at: Moment; readonly zoneOffsetMinutes: number };

const lastDays = ({ at, zoneOffsetMinutes }: Period) => {
  const to = dayAt(at, zoneOffsetMinutes);
  return { from: to - TREND_DAYS + 1, to };
};

/** The score alone; null where nothing was said. */
export async function scoreOf(on: Queryable, partyId: number, period: Period): Promise<object | null> {
  const whole = (await readQuality(on, partyId, lastDays(period))).reduce(mergeFilerQuality, NO_MESSAGES); // prettier-ignore
  const average = averageQuality(whole);
  return average === null ? null : { ...average, statements: whole.messages };
} // prettier-ignore

export async function trendOf(on: Queryable, partyId: number, period: Period): Promise<object> {
  const days = lastDays(period);
  const rows = await readQuality(on, partyId, days);
  const counts = await readFindingCounts(on, partyId, { ...days, codesMax: CODES_MAX });
  const whole = rows.reduce(mergeFilerQuality, NO_MESSAGES);
  const average = averageQuality(whole);
  return {
    from: writeDay(days.from),
    to: writeDay(days.to),
    score: average === null ? null : { ...average, statements: whole.messages },
    days: rows.map(({ day, ...sums }) => ({
      day: day.toString(),
      ...averageQuality(sums),
      statements: sums.messages,
    })),
    findings: counts.map(({ code, statements }) => ({
      code,
      statements: Number(statements),
      fix: catalogueEntry(code)?.fix ?? '',
      measures: catalogueEntry(code)?.measures ?? 'nothing',
    })),
  };
}

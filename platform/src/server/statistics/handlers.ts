/** Answers questions of statistics: a month's cube with small cells kept back, and how long releases took. */
import { writeDay } from '../../domain/kernel/day.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { writeAmount } from '../../domain/kernel/money.ts';
import { disclose, type Disclosed, type Leaf } from '../../domain/statistics/disclose.ts';
import { percentileOf } from '../../domain/statistics/percentile.ts';
import type { Queryable } from '../db/sql.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';

type Figures = { readonly items: number; readonly value: bigint; readonly mass: bigint };

const ZERO: Figures = { items: 0, value: 0n, mass: 0n };
const add = (left: Figures, right: Figures): Figures => ({
  items: left.items + right.items,
  value: left.value + right.value,
  mass: left.mass + right.mass,
});

/** A line of the published cube: a total where the lower names are null. */
export type CubeLine = {
  readonly direction: string | null;
  readonly chapter: string | null;
  readonly commodity: string | null;
  readonly origin: string | null;
  readonly partner: string | null;
  readonly mode: string | null;
  readonly channel: string | null;
  readonly parcels: number | null;
  readonly items: number | null;
  readonly value: string | null;
  readonly currency: string;
  readonly massGrams: string | null;
  readonly suppressed: boolean;
};

/** The month that is not over yet: its cube grows, and the difference of two looks would tell a single parcel. */
export const isOpenMonth = (platform: Platform, month: string): boolean =>
  month >= writeDay(platform.law.dayAt(platform.now())).slice(0, 7);

const chapterOf = (commodity: string): string =>
  /^[0-9]/.test(commodity) ? commodity.slice(0, 2) : commodity;

/** Parts of the last name of a path; none of them can hold the sign. */
const SIGN = '|';

export async function readCube(
  platform: Platform,
  on: Queryable,
  month: string,
): Promise<readonly CubeLine[]> {
  const { currency } = platform.pack;
  const leaves = (await store.readCells(on, month)).map((cell): Leaf<Figures> => {
    const { direction, commodity, origin, partner, mode, channel } = cell;
    return {
      path: [direction, chapterOf(commodity), commodity, [origin, partner, mode, channel].join(SIGN)], // prettier-ignore
      parcels: cell.parcels,
      figures: {
        items: cell.items,
        value: BigInt(cell.valueMinor),
        mass: BigInt(cell.massGrams),
      },
    };
  });
  if (leaves.length === 0) return [];
  const rule = { parcelsMin: limits.statisticsParcelsMin, add, zero: ZERO };
  return disclose(leaves, rule).map((node) => lineOf(node, currency));
}

function lineOf({ path, parcels, figures }: Disclosed<Figures>, currency: string): CubeLine {
  const [direction, chapter, commodity, cell] = path;
  const [origin, partner, mode, channel] = cell?.split(SIGN) ?? [];
  const names = { direction, chapter, commodity, origin, partner, mode, channel };
  return { ...ALL, ...stated(names), parcels, ...writtenFigures(figures, currency) };
}

/** A total stands for all names of a level. */
const ALL = { direction: null, chapter: null, commodity: null, origin: null, partner: null, mode: null, channel: null } as const; // prettier-ignore

const stated = (names: Readonly<Record<keyof typeof ALL, string | undefined>>): Partial<CubeLine> =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));

const writtenFigures = (figures: Figures | null, currency: string) => ({
  items: figures?.items ?? null,
  value: figures === null ? null : writeAmount({ minor: figures.value, currency }),
  currency,
  massGrams: figures === null ? null : figures.mass.toString(),
  suppressed: figures === null,
});

const COLUMNS = [
  'direction',
  'chapter',
  'commodity',
  'origin',
  'partner',
  'mode',
  'channel',
  'parcels',
  'items',
  'value',
  'currency',
  'massGrams',
  'suppressed',
] as const satisfies readonly (keyof CubeLine)[];

/** Codes, numbers and words of ours: nothing here needs a quote or can start a formula. */
export const writeCsv = (lines: readonly CubeLine[]): string =>
  [COLUMNS.join(','), ...lines.map((line) => COLUMNS.map((name) => line[name] ?? '').join(','))]
    .join('\r\n')
    .concat('\r\n');

export type ReleaseTimes = {
  readonly category: number;
  readonly parcels: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
};

/** Seconds from arrival to release on some days, by category; a category with too few parcels is left out. */
export async function readReleaseTimes(
  on: Queryable,
  days: { readonly from: number; readonly to: number },
): Promise<readonly ReleaseTimes[]> {
  const rows = Map.groupBy(await store.readReleaseTimes(on, days), ({ category }) => category);
  return [...rows]
    .map(([category, times]) => {
      const counts = times.map(({ seconds, parcels }) => ({ value: seconds, count: parcels }));
      const at = (percent: number): number => percentileOf(counts, percent) ?? 0;
      const parcels = counts.reduce((sum, { count }) => sum + count, 0);
      return { category, parcels, p50: at(50), p90: at(90), p99: at(99) };
    })
    .filter(({ parcels }) => parcels >= limits.statisticsParcelsMin)
    .sort((left, right) => left.category - right.category);
}

/** Counts the rows of each kind in a pack, how many are verified, and over which period they reach. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Period } from '../../domain/kernel/period.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';

export type Coverage = {
  readonly pack: string;
  readonly kind: string;
  readonly rows: number;
  readonly verified: number;
  readonly from: string | null;
  readonly until: string | null;
};

type Row = Period & { readonly verified?: boolean };

/** Lists without a row of their own on verification are facts of lists, counted as verified. */
export function coverageOf(pack: Pack): readonly Coverage[] {
  return Object.entries(kindsOf(pack)).map(([kind, rows]) => ({
    pack: pack.id,
    kind,
    rows: rows.length,
    verified: rows.filter((row) => row.verified !== false).length,
    from: dayText(rows.length === 0 ? null : Math.min(...rows.map((row) => row.from))),
    until: dayText(lastDay(rows)),
  }));
}

const kindsOf = (pack: Pack): Readonly<Record<string, readonly Row[]>> => ({
  threshold: pack.thresholds,
  rate: pack.rates,
  'tax-base': pack.taxBases,
  rounding: pack.roundings,
  collector: pack.collectors,
  quota: pack.quotas,
  dataset: pack.datasets,
  deadline: pack.deadlines,
  prohibition: pack.prohibitions,
  'data-quality': pack.dataQuality,
  return: pack.returns,
  retention: pack.retentions,
  category: pack.categories,
  precedence: pack.precedences,
  selection: pack.selections,
  'risk-rule': pack.riskRules,
  'commodity-code': pack.commodityCodes,
  'exchange-rate': pack.exchangeRates,
});

const dayText = (day: Day | null): string | null => (day === null ? null : writeDay(day));

/** Null when some row is open, or there are none. */
function lastDay(rows: readonly Row[]): Day | null {
  let last: Day | null = null;
  for (const { until } of rows) {
    if (until === null) return null;
    last = last === null || until > last ? until : last;
  }
  return last;
}

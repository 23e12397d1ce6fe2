/** Counts the rows of each kind in a pack and how many are verified, and finds the days on which law is missing. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Period } from '../../domain/kernel/period.ts';
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { rowKinds } from '../../domain/jurisdiction/row-kinds.ts';

/** Days on which a rule stops and goes on later, or (rule null) on which the pack is in force and no row of the kind holds. */
export type Gap = {
  readonly rule: string | null;
  readonly from: string;
  /** First day that is covered again; null when there is none. */
  readonly until: string | null;
};

export type Coverage = {
  readonly pack: string;
  readonly kind: string;
  readonly rows: number;
  readonly verified: number;
  /** Verified rows of all rows, to a thousandth and never rounded up; null when there are no rows. */
  readonly share: number | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly gaps: readonly Gap[];
};

type Row = Period & { readonly verified?: boolean; readonly id: string };

/** Lists without a word of their own on verification are facts of lists, counted as verified. */
export function coverageOf(pack: Pack): readonly Coverage[] {
  const kinds: Readonly<Record<string, readonly Row[]>> = {
    ...rowKinds(pack),
    'commodity-code': pack.commodityCodes.map(({ code, ...row }) => ({ ...row, id: code })),
    'exchange-rate': pack.exchangeRates.map((row) => ({ ...row, id: row.currency })),
  };
  return Object.entries(kinds).map(([kind, rows]) => ({
    pack: pack.id,
    kind,
    ...countOf(rows),
    from: dayText(rows.length === 0 ? null : Math.min(...rows.map((row) => row.from))),
    until: dayText(lastDay(rows)),
    gaps: gapsOf(rows, pack.inForceFrom),
  }));
}

function countOf(rows: readonly Row[]): Pick<Coverage, 'rows' | 'verified' | 'share'> {
  const verified = rows.filter((row) => row.verified !== false).length;
  const share = rows.length === 0 ? null : Math.floor((verified * 1000) / rows.length) / 1000;
  return { rows: rows.length, verified, share };
}

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

/** A kind without any row has no gap: the jurisdiction may know no quota at all. */
function gapsOf(rows: readonly Row[], inForceFrom: Day): readonly Gap[] {
  if (rows.length === 0) return [];
  const ofKind = holes([{ from: inForceFrom, until: inForceFrom }, ...rows]);
  const end = lastDay(rows);
  if (end !== null) ofKind.push({ from: end, until: null });
  const named = (rule: string | null, hole: Period): Gap => ({
    rule,
    from: writeDay(hole.from),
    until: dayText(hole.until),
  });
  return [
    ...ofKind.map((hole) => named(null, hole)),
    ...[...Map.groupBy(rows, ({ id }) => id)].flatMap(([rule, same]) =>
      same.length === 1 ? [] : holes(same).map((hole) => named(rule, hole)),
    ),
  ];
}

/** The days between the first and the last that no period covers. */
function holes(periods: readonly Period[]): Period[] {
  const sorted = periods.toSorted((left, right) => left.from - right.from);
  const found: Period[] = [];
  let covered: Day = sorted[0]?.from ?? 0;
  for (const { from, until } of sorted) {
    if (from > covered) found.push({ from: covered, until: from });
    covered = Math.max(covered, until ?? Infinity);
  }
  return found;
}

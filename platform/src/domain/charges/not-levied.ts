/** Drops computed charges that are so small that the law does not collect them; the rounding of the charge comes before. */
import type { ChargeKind } from './charge.ts';
import type { ChargeLaw, Line } from './charge-law.ts';
import type { ChargeCase } from './case.ts';
import type { Coverage } from './collectors.ts';
import type { Draft } from './draft.ts';
import { concerns, coversItem, isWithin, lineOf, type Asked } from './thresholds.ts';

export type Collecting = {
  readonly given: ChargeCase;
  readonly tax: ChargeKind;
  readonly coverage: Coverage;
  readonly reliefs: string[];
};

/** The drafts that are collected; the ids of the thresholds that dropped any are added to the reliefs. */
export function levied(
  drafts: readonly Draft[],
  law: ChargeLaw,
  collecting: Collecting,
): readonly Draft[] {
  let kept = drafts;
  for (const threshold of law.thresholds[collecting.tax]) {
    if (threshold.row.mode === 'not-levied' && hasSmall(threshold, kept)) {
      kept = keptBy(threshold, kept, collecting);
    }
  }
  return kept;
}

/** A sum can only be small if a part of it is. */
const hasSmall = (threshold: Line, drafts: readonly Draft[]): boolean =>
  drafts.some(({ line }) => isWithin(threshold, line.amount.minor * threshold.parts));

function keptBy(
  threshold: Line,
  drafts: readonly Draft[],
  collecting: Collecting,
): readonly Draft[] {
  const sums = new Map<string, bigint>();
  const scopes = drafts.map((draft) => scopeOf(threshold, draft, collecting));
  for (const [index, { line }] of drafts.entries()) {
    const scope = scopes[index] ?? null;
    if (scope !== null) sums.set(scope, (sums.get(scope) ?? 0n) + line.amount.minor);
  }
  const dropped = (scope: string | null | undefined): boolean => {
    const sum = scope === null || scope === undefined ? 0n : (sums.get(scope) ?? 0n);
    return sum > 0n && isWithin(threshold, sum * threshold.parts);
  };
  const kept = drafts.filter((_, index) => !dropped(scopes[index]));
  if (kept.length < drafts.length && !collecting.reliefs.includes(threshold.row.id))
    collecting.reliefs.push(threshold.row.id);
  return kept;
}

/** The name of the scope a charge is added up in; null when the threshold is not about it. */
function scopeOf(
  threshold: Line,
  { items, measure }: Draft,
  { given, tax, coverage }: Collecting,
): string | null {
  const [first] = items;
  if (first === undefined) return null;
  const asked: Asked = { given: { ...given, item: first }, tax, measure, coverage };
  if (
    !concerns(threshold.row, asked) ||
    !items.every((item) => coversItem(threshold, { ...asked, given: { ...given, item } }))
  )
    return null;
  switch (threshold.row.scope) {
    case 'item':
      return `item ${first}`;
    case 'line':
      return `line ${lineOf(given, first)}`;
    case 'consignment':
    case 'parcel':
    case 'order':
    case 'person-day':
    case 'person-year':
      return 'all';
  }
}

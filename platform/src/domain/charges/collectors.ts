/** Which charges on which items a registered collector has collected at sale, as the parcel states its scheme. */
import type { Collector } from '../jurisdiction/pack.ts';
import { present } from '../kernel/invariant.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeKind } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';

/** Says whether the tax on the item is collected at sale. Whether the number is really held is checked elsewhere. */
export type Coverage = (tax: ChargeKind, item: number) => boolean;

const NOTHING_COVERED: Coverage = () => false;

/** Coverage by the scheme that the parcel names; goods and values outside the scheme are charged at the border. */
export function coverageOf(given: ChargeCase, law: ChargeLaw): Coverage {
  const rows = schemeOf(given, law);
  if (rows.length === 0) return NOTHING_COVERED;
  return (tax, item) => rows.some((row) => row.taxes.includes(tax) && covers(row, given, item));
}

const NO_SCHEME: readonly Collector[] = [];

/** The rows of the scheme that the parcel names; none when it names no scheme of the pack. */
export function schemeOf({ facts }: ChargeCase, law: ChargeLaw): readonly Collector[] {
  const scheme = facts.fiscal?.collector?.scheme.toLowerCase();
  if (scheme === undefined) return NO_SCHEME;
  return law.collectors.filter((row) => row.scheme.toLowerCase() === scheme);
}

function covers(row: Collector, given: ChargeCase, item: number): boolean {
  const code = present(given.items[item], 'the item in question exists').commodityCode;
  if (code !== undefined && startsWithAny(code, row.goodsNotIn)) return false;
  if (row.valueAtMost === null) return true;
  if (!given.values.known) return false;
  const value =
    row.valueScope === 'item' ? (given.values.intrinsic[item] ?? 0n) : given.values.intrinsicTotal;
  return value <= row.valueAtMost.minor;
}

export function startsWithAny(code: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (code.startsWith(prefix)) return true;
  return false;
}

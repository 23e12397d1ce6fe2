/** Which rate of a measure holds for an item, and what it makes of the base, the mass and the count, as an exact fraction. */
import type { RateRow } from '../jurisdiction/pack.ts';
import { plus } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import type { ChargeCase } from './case.ts';
import type { Candidate, MeasureMatch } from './charge-law.ts';
import { kilogramsOf, massOfItem, MICRO_GRAMS } from './quantities.ts';

/** The first candidate that holds: candidates stand in the order of how specific they are. */
export function rateOf(match: MeasureMatch, given: ChargeCase): Candidate | null {
  for (const candidate of match.candidates) {
    if (holds(candidate.row, given) && (candidate.when === null || candidate.when(given)))
      return candidate;
  }
  return null;
}

function holds(row: RateRow, { facts, items, item }: ChargeCase): boolean {
  if (row.direction !== facts.direction) return false;
  if (row.channel !== 'any' && row.channel !== facts.channel) return false;
  if (row.modes.length > 0 && !(facts.mode !== undefined && row.modes.includes(facts.mode)))
    return false;
  if (row.origins.length === 0) return true;
  const origin = items[item]?.origin;
  return origin !== undefined && row.origins.includes(origin);
}

/** Whether the specific amount falls on each item, and so is one sum with the ad valorem part; else it is shared. */
export function isItemLevel(row: RateRow): boolean {
  if (row.specific === null) return true;
  switch (row.specific.per) {
    case 'item':
    case 'litre':
    case 'alcohol-litre':
      return true;
    case 'kilogram':
      return row.commodityPrefixes.length > 0;
    case 'line':
    case 'consignment':
    case 'parcel':
    case 'piece':
    case 'entry':
      return false;
  }
}

/** The gross mass of the parcel, or the sum of the masses of all its items. */
export function massOfParcel(given: ChargeCase): Rate | null {
  if (given.facts.massGross !== undefined) return kilogramsOf(given.facts.massGross);
  let sum: Rate = { numerator: 0n, denominator: MICRO_GRAMS };
  for (let item = 0; item < given.items.length; item++) {
    const mass = massOfItem({ ...given, item });
    if (mass === null) return null;
    sum = plus(sum, mass);
  }
  return sum;
}

/** How often a shared amount is charged, masses aside. */
export function countOf(row: RateRow, { facts }: ChargeCase): bigint {
  if (row.specific?.per !== 'piece') return 1n;
  return BigInt(Math.max(1, facts.packages ?? facts.pieces.length));
}

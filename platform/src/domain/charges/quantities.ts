/** Masses, volumes and numbers of articles as exact fractions, in the units of UN/ECE Recommendation 20 that state them. */
import type { Item } from '../advance-data/statement.ts';
import { present } from '../kernel/invariant.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Rate } from '../kernel/rate.ts';
import type { ChargeCase } from './case.ts';

const MICRO: bigint = 1_000_000n;
export const MICRO_GRAMS: bigint = 1_000_000_000n;

/** Kilograms as an exact fraction; null for a unit that is no mass. */
export function kilogramsOf(mass: Quantity): Rate | null {
  switch (mass.unit) {
    case 'KGM':
      return { numerator: mass.micro, denominator: MICRO };
    case 'GRM':
      return { numerator: mass.micro, denominator: MICRO_GRAMS };
    default:
      return null;
  }
}

/** The mass of one item: net before gross; a single item without one has the mass of the parcel. */
export function massOfItem({ facts, items, item }: ChargeCase): Rate | null {
  const { massNet, massGross }: Item = present(items[item], 'the item in question exists');
  const mass = massNet ?? massGross ?? (items.length === 1 ? facts.massGross : undefined);
  return mass === undefined ? null : kilogramsOf(mass);
}

/** How many of the unit make one litre, or one litre of pure alcohol. */
const IN_A_LITRE: Readonly<Record<'litre' | 'alcohol-litre', Readonly<Record<string, bigint>>>> = {
  litre: { LTR: 1n, DLT: 10n, CLT: 100n, MLT: 1_000n },
  'alcohol-litre': { LPA: 1n },
};

/** Null when the quantity is not stated in such a unit. */
export function volumeOf(
  quantity: Quantity | undefined,
  unit: keyof typeof IN_A_LITRE,
): Rate | null {
  const times = quantity === undefined ? undefined : IN_A_LITRE[unit][quantity.unit];
  return quantity === undefined || times === undefined
    ? null
    : { numerator: quantity.micro, denominator: MICRO * times };
}

const ARTICLES: ReadonlySet<string> = new Set(['NAR', 'C62', 'H87', 'EA', 'PCE']);

/** Null when the quantity is not a number of articles. */
export const countOfArticles = (quantity: Quantity | undefined): Rate | null =>
  quantity !== undefined && ARTICLES.has(quantity.unit)
    ? { numerator: quantity.micro, denominator: MICRO }
    : null;

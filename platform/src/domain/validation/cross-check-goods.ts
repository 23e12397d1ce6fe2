/** Compares what sources say about the goods themselves: how many, how heavy, what they are, from where and whereto. */
import type { ConsignmentFacts, Item, Statement } from '../advance-data/statement.ts';
import { subheadingOf } from '../kernel/commodity-code.ts';
import { gramsOf, writeQuantity, type Quantity } from '../kernel/quantity.ts';
import { wordsOf } from '../parties/normalise.ts';
import { finding } from './catalogue.ts';
import type { Comparison } from './comparison.ts';
import { isWithin } from './quality-law.ts';
import { isNaming } from './term-set.ts';

/** Compares the declaration with the latest order and with logistics; notes each element in which they differ. */
export function checkGoods(comparison: Comparison): void {
  const { declaration, orders, logistics } = comparison;
  if (declaration === undefined) return;
  // Several orders in one parcel share its goods; which of them holds which item nobody has said.
  const order = orders.length === 1 ? orders[0] : undefined;
  for (const other of [order, logistics]) {
    if (other === undefined) continue;
    checkDestination(comparison, declaration, other);
    checkMass(comparison, declaration, other);
    if (other.facts.items.length > 0) checkItems(comparison, declaration, other);
  }
}

function checkDestination({ note }: Comparison, declaration: Statement, other: Statement): void {
  const declared = declaration.facts.countryOfDestination;
  const stated = other.facts.countryOfDestination;
  if (declared === undefined || stated === undefined || declared === stated) return;
  const parameters = { declared, stated, other: other.kind };
  note(finding('destination-differs', '/declaration/countryOfDestination', parameters));
}

/** An order knows what the goods weigh at the shop; only who carried the parcel has weighed it. */
function checkMass({ rules, note }: Comparison, declaration: Statement, other: Statement): void {
  if (other.kind !== 'logistics') return;
  const declared = massOf(declaration.facts);
  const stated = massOf(other.facts);
  if (declared === null || stated === null) return;
  if (isWithin(rules.massTolerance, [declared, stated], 1n)) return;
  const parameters = {
    declaredGrams: String(declared),
    statedGrams: String(stated),
    other: other.kind,
  };
  note(finding('mass-differs', '/declaration/massGross', parameters));
}

const massOf = ({ massGross }: ConsignmentFacts): bigint | null =>
  massGross === undefined ? null : gramsOf(massGross);

function checkItems(comparison: Comparison, declaration: Statement, other: Statement): void {
  const { note } = comparison;
  const declared = declaration.facts.items;
  const stated = other.facts.items;
  checkQuantity(comparison, [declared, stated], other);
  if (areApart(codesOf(declared), codesOf(stated))) {
    note(finding('commodity-code-differs', '/declaration/items', { other: other.kind }));
  }
  const origins = [originsOf(declared), originsOf(stated)] as const;
  if (areApart(...origins)) {
    const [here, there] = origins.map((set) => [...set].sort().join(', '));
    const parameters = { declared: here ?? '', stated: there ?? '', other: other.kind };
    note(finding('origin-differs', '/declaration/items', parameters));
  }
  if (areApart(namesOf(declared), namesOf(stated))) {
    note(finding('description-differs', '/declaration/items', { other: other.kind }));
  }
}

function checkQuantity(
  { note }: Comparison,
  [declared, stated]: readonly [readonly Item[], readonly Item[]],
  other: Statement,
): void {
  const here = totalQuantity(declared);
  const there = totalQuantity(stated);
  if (here === null || there === null || here.unit !== there.unit || here.micro === there.micro)
    return;
  const parameters = {
    declared: writeQuantity(here),
    stated: writeQuantity(there),
    unit: here.unit,
    other: other.kind,
  };
  note(finding('quantity-differs', '/declaration/items', parameters));
}

/** Null unless every item is counted, all in one unit. */
function totalQuantity(items: readonly Item[]): Quantity | null {
  const unit = items[0]?.quantity?.unit;
  if (unit === undefined) return null;
  let micro = 0n;
  for (const { quantity } of items) {
    if (quantity?.unit !== unit) return null;
    micro += quantity.micro;
  }
  return { micro, unit };
}

/** Two sources are apart when both say something and have nothing in common. */
const areApart = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && other.size > 0 && one.isDisjointFrom(other);

const codesOf = (items: readonly Item[]): ReadonlySet<string> =>
  setOf(items, ({ commodityCode }) =>
    commodityCode === undefined ? [] : [subheadingOf(commodityCode)],
  );

const originsOf = (items: readonly Item[]): ReadonlySet<string> =>
  setOf(items, ({ origin }) => (origin === undefined ? [] : [origin]));

/**
 * Words of the descriptions in Latin letters, without the plural's s. Words of other scripts are left out: a platform
 * may write Chinese and a declarant English, which is no contradiction.
 */
const namesOf = (items: readonly Item[]): ReadonlySet<string> =>
  setOf(items, ({ description }) =>
    description === undefined ? [] : wordsOf(description).filter(isLatinName).map(withoutPlural),
  );

const LETTERS_LEAST = 3;
const isLatinName = (word: string): boolean =>
  word.length >= LETTERS_LEAST && isNaming(word) && word.charCodeAt(0) < 128;
const withoutPlural = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

function setOf(
  items: readonly Item[],
  read: (item: Item) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const item of items) for (const text of read(item)) found.add(text);
  return found;
}

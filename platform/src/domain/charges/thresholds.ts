/** Reliefs by value: which threshold of the law relieves an item of a measure, wholly or for the part within. */
import type { Threshold } from '../jurisdiction/pack.ts';
import { isLess } from '../kernel/fraction.ts';
import { present } from '../kernel/invariant.ts';
import type { Money } from '../kernel/money.ts';
import type { Rate } from '../kernel/rate.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeKind } from './charge.ts';
import type { ChargeLaw, Line, Ruled } from './charge-law.ts';
import { statedValue } from './customs-value.ts';
import { startsWithAny, type Coverage } from './collectors.ts';

/** `beyond` is the share that stays charged under a slice; null when nothing is owed. */
export type Relief = { readonly rule: string; readonly beyond: Rate | null };

/** What a threshold is held against. `given.item` is the item in question. */
export type Asked = {
  readonly given: ChargeCase;
  readonly tax: ChargeKind;
  readonly measure: string;
  readonly coverage: Coverage;
};

/**
 * The relief of one item from one measure: a whole relief if any threshold gives one, else the smallest share beyond.
 * While a value is missing no threshold of value relieves: what is not known to be small is charged.
 */
export function reliefOf(asked: Asked, law: ChargeLaw): Relief | null {
  if (!asked.given.values.known) return null;
  let best: Relief | null = null;
  for (const threshold of law.thresholds[asked.tax]) {
    if (threshold.row.mode === 'not-levied' || !concerns(threshold.row, asked)) continue;
    const relief = reliefBy(threshold, asked);
    if (relief !== null && (best === null || isGreater(relief, best))) best = relief;
    if (best !== null && best.beyond === null) return best;
  }
  return best;
}

/** The thresholds of the tax whose amount decides about the item, whether or not they relieve it. */
export const heldAgainst = (asked: Asked, law: ChargeLaw): readonly Threshold[] =>
  law.thresholds[asked.tax]
    .filter((threshold) => concerns(threshold.row, asked) && coversItem(threshold, asked))
    .map(({ row }) => row);

/** What can be said of the threshold without looking at any item. */
export function concerns(row: Threshold, { given, measure }: Asked): boolean {
  const { facts } = given;
  if (row.channel !== 'any' && row.channel !== facts.channel) return false;
  if (row.natures.length > 0 && !(facts.nature !== undefined && row.natures.includes(facts.nature)))
    return false;
  return row.measures.length === 0 || row.measures.includes(measure);
}

function isGreater(relief: Relief, than: Relief): boolean {
  if (relief.beyond === null || than.beyond === null) return relief.beyond === null;
  return isLess(relief.beyond, than.beyond);
}

function reliefBy(threshold: Line, asked: Asked): Relief | null {
  const { row } = threshold;
  switch (row.mode) {
    case 'exempt':
      return isWithin(threshold, valueOfScope(threshold, asked, null)) &&
        coversItem(threshold, asked)
        ? { rule: row.id, beyond: null }
        : null;
    case 'cliff':
      return isWithin(threshold, valueOfScope(threshold, asked, null)) &&
        coversScope(threshold, asked)
        ? { rule: row.id, beyond: null }
        : null;
    case 'slice':
      return coversItem(threshold, asked) ? slice(threshold, asked) : null;
    case 'not-levied':
      return null;
  }
}

/** Only covered goods use up the amount; what was sent before has used its part already. */
function slice(threshold: Line, asked: Asked): Relief | null {
  const { row, limit } = threshold;
  const value = valueOfScope(threshold, asked, threshold);
  if (isWithin(threshold, value)) return { rule: row.id, beyond: null };
  const earlier = earlierIn(row, asked.given) * threshold.parts;
  const free = limit > earlier ? limit - earlier : 0n;
  const whole = value - earlier;
  return free === 0n || whole <= free
    ? null
    : { rule: row.id, beyond: { numerator: whole - free, denominator: whole } };
}

/** `value` is in the parts of the threshold. */
export const isWithin = ({ row, limit }: Line, value: bigint): boolean =>
  row.comparator === 'at-most' ? value <= limit : value < limit;

/** Everything of the scope added up, or only what the threshold covers. */
function valueOfScope(line: Line, asked: Asked, onlyCovered: Line | null): bigint {
  const { given } = asked;
  let sum = earlierIn(line.row, given) * line.parts;
  for (let index = 0; index < given.items.length; index++) {
    if (!isInScope(line.row, given, index)) continue;
    if (onlyCovered === null || coversItem(onlyCovered, askedAbout(asked, index)))
      sum += valueOf(line, given, index);
  }
  return sum;
}

const askedAbout = (asked: Asked, item: number): Asked =>
  item === asked.given.item ? asked : { ...asked, given: { ...asked.given, item } };

/** In the parts of the threshold: what was stated in its currency counts as stated, before any rounding. */
function valueOf(line: Line, { values, items, facts }: ChargeCase, index: number): bigint {
  const goods = values.intrinsic[index] ?? 0n;
  switch (line.row.basis) {
    case 'cif':
      return (goods + (values.freight[index] ?? 0n) + (values.insurance[index] ?? 0n)) * line.parts;
    case 'customs':
      return (values.customs[index] ?? 0n) * line.parts;
    case 'intrinsic':
    case 'fob':
    case 'retail':
    case 'tax-amount':
      return line.isForeign ? priceIn(line, goods, statedValue(items[index], facts)) : goods;
  }
}

const priceIn = ({ row, parts, perStated }: Line, goods: bigint, stated?: Money): bigint =>
  stated?.currency === row.amount.currency ? stated.minor * perStated : goods * parts;

function earlierIn(row: Threshold, { earlier }: ChargeCase): bigint {
  switch (row.scope) {
    case 'order':
      return earlier.order;
    case 'person-day':
      return earlier.personDay;
    case 'person-year':
      return earlier.personYear;
    case 'item':
    case 'line':
    case 'consignment':
    case 'parcel':
      return 0n;
  }
}

export function isInScope(row: Threshold, given: ChargeCase, index: number): boolean {
  if (row.scope === 'item') return index === given.item;
  return row.scope !== 'line' || lineOf(given, index) === lineOf(given, given.item);
}

const LINE_DIGITS = 6;

/** Items of one six-digit code are one line; an item without a code is a line of its own. */
export function lineOf({ items }: ChargeCase, index: number): string {
  const code = present(items[index], 'the item in question exists').commodityCode;
  return code === undefined ? `#${index}` : code.slice(0, LINE_DIGITS);
}

function coversScope(threshold: Line, asked: Asked): boolean {
  const { given } = asked;
  for (let index = 0; index < given.items.length; index++) {
    if (!isInScope(threshold.row, given, index)) continue;
    if (
      !coversItem(
        threshold,
        index === given.item ? asked : { ...asked, given: { ...given, item: index } },
      )
    )
      return false;
  }
  return true;
}

/** Whether the threshold is about the item: its goods, its origin, its collector, and the pack's own condition. */
export function coversItem(
  { row, when }: Ruled<Threshold>,
  { given, tax, coverage }: Asked,
): boolean {
  const item = present(given.items[given.item], 'the item in question exists');
  if (row.originIn.length > 0 && !(item.origin !== undefined && row.originIn.includes(item.origin)))
    return false;
  const code = item.commodityCode ?? '';
  if (row.goodsIn.length > 0 && !startsWithAny(code, row.goodsIn)) return false;
  if (row.goodsNotIn.length > 0 && startsWithAny(code, row.goodsNotIn)) return false;
  if (row.sellerRegistered !== null && row.sellerRegistered !== coverage(tax, given.item))
    return false;
  return when === null || when(given);
}

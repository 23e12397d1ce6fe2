/** Charges one kind (duty, excise, fee or tax) on a parcel: each measure on each item, or once where the amount is shared. */
import type { ChargeCase } from './case.ts';
import type { ChargeKind, ChargeLine, ChargePlace, ChargeStep } from './charge.ts';
import type { Candidate, ChargeLaw, MeasureMatch } from './charge-law.ts';
import { schemeOf, type Coverage } from './collectors.ts';
import { apportion } from './apportion.ts';
import { baseOf, type AdValorem, type Charged, type Draft, type Specific } from './draft.ts';
import type { Doubts } from './doubts.ts';
import { itemOrder } from './item-order.ts';
import { levied } from './not-levied.ts';
import { inSteps, roundSum } from './round-together.ts';
import { massOfItem, volumeOf } from './quantities.ts';
import { countOf, isItemLevel, massOfParcel, rateOf } from './rates.ts';
import { heldAgainst, lineOf, reliefOf, type Relief } from './thresholds.ts';
import { workOut } from './work-out.ts';
import type { BaseComponent } from '../jurisdiction/pack.ts';
import { present } from '../kernel/invariant.ts';
import type { Rate } from '../kernel/rate.ts';

/** What is known and gathered while a parcel is charged. */
export type Charging = {
  readonly given: ChargeCase;
  /** The parcel, asked about each of its items. */
  readonly cases: readonly ChargeCase[];
  readonly law: ChargeLaw;
  readonly coverage: Coverage;
  /** By item. */
  readonly matches: readonly (readonly MeasureMatch[])[];
  readonly charged: Charged;
  readonly reliefs: string[];
  readonly doubts: Doubts;
  readonly missing: string[];
};

/** A rate that holds for an item of the parcel. */
type Held = {
  readonly given: ChargeCase;
  readonly match: MeasureMatch;
  readonly candidate: Candidate;
  readonly relief: Relief | null;
};
/** A specific amount charged once for several items. */
type Shared = {
  readonly candidate: Candidate;
  readonly measure: string;
  readonly items: number[];
  relieved: boolean;
};

const NO_STEPS: readonly ChargeStep[] = [];
const GOODS: readonly BaseComponent[] = ['goods'];
const ONCE: Rate = { numerator: 1n, denominator: 1n };

/** Adds the lines of the kind, and what they put on each item for the bases of later kinds. */
export function chargeKind(kind: ChargeKind, charging: Charging, lines: ChargeLine[]): void {
  const drafts: Draft[] = [];
  const shared = new Map<string, Shared>();
  for (let item = 0; item < charging.matches.length; item++) {
    for (const match of charging.matches[item] ?? []) {
      if (match.tax === kind) chargeItem(match, item, { charging, drafts, shared });
    }
  }
  for (const group of shared.values()) chargeShared(group, charging, drafts);
  if (drafts.length === 0) return;
  const ofSum = charging.law.sumRoundings[kind];
  if (ofSum !== undefined)
    roundSum(drafts, { what: `sum of ${kind}`, ...ofSum }, itemOrder(charging.given.items));
  const kept = levied(drafts, charging.law, {
    given: charging.given,
    tax: kind,
    coverage: charging.coverage,
    reliefs: charging.reliefs,
  });
  for (const draft of kept) {
    lines.push(draft.line);
    addToItems(draft, charging);
  }
}

type Gathering = {
  readonly charging: Charging;
  readonly drafts: Draft[];
  readonly shared: Map<string, Shared>;
};

function chargeItem(
  match: MeasureMatch,
  item: number,
  { charging, drafts, shared }: Gathering,
): void {
  const given = present(charging.cases[item], 'each item has its case');
  const candidate = rateOf(match, given);
  if (candidate === null) return;
  const relief = reliefOf(
    { given, tax: match.tax, measure: match.measure, coverage: charging.coverage },
    charging.law,
  );
  if (relief !== null && !charging.reliefs.includes(relief.rule))
    charging.reliefs.push(relief.rule);
  const isRelieved = relief !== null && relief.beyond === null;
  const held = { given, match, candidate, relief };
  noteRows(held, charging);
  if (!isRelieved) noteMissing(held, charging);
  if (candidate.row.lacks !== undefined) return;
  if (!isItemLevel(candidate.row)) share(held, isRelieved, shared);
  if (isRelieved || (candidate.row.rate === null && !isItemLevel(candidate.row))) return;
  const line = itemLine(held, charging);
  if (line !== null) drafts.push({ measure: match.measure, items: [item], line });
}

/** A whole relief rests on its threshold alone; a charge on its rate, and on every threshold it was held against. */
function noteRows({ given, match, candidate, relief }: Held, charging: Charging): void {
  const { doubts, law, coverage } = charging;
  if (law.unverified.size === 0) return;
  if (relief !== null) doubts.note(relief.rule);
  if (relief !== null && relief.beyond === null) return;
  const { tax, measure } = match;
  doubts.note(candidate.row.id);
  doubts.note(law.roundings[tax].rule);
  for (const row of heldAgainst({ given, tax, measure, coverage }, law)) doubts.note(row.id);
  for (const row of schemeOf(given, law)) if (row.taxes.includes(tax)) doubts.note(row.id);
}

function noteMissing(held: Held, { missing }: Charging): void {
  noteMissingCode(held, missing);
  noteLacking(held, missing);
}

/** The charge is due and nobody can say how much: never a silent zero. */
function noteLacking({ candidate, given }: Held, missing: string[]): void {
  const pointer = candidate.row.lacks?.replace('*', String(given.item));
  if (pointer !== undefined && !missing.includes(pointer)) missing.push(pointer);
}

/** A rate for all goods may be wrong for goods whose code nobody stated. */
function noteMissingCode({ given, match }: Held, missing: string[]): void {
  if (!match.needsCode || given.items[given.item]?.commodityCode !== undefined) return;
  const pointer = `/items/${given.item}/commodityCode`;
  if (!missing.includes(pointer)) missing.push(pointer);
}

/** Null when the amount is per kilogram or litre and nobody stated the quantity. */
function itemLine({ given, candidate, relief }: Held, charging: Charging): ChargeLine | null {
  const { row } = candidate;
  const adValorem = row.rate === null ? null : adValoremOf({ given, candidate, relief }, charging);
  const specific = isItemLevel(row) ? specificOfItem(candidate, given, charging.missing) : null;
  if (adValorem === null && specific === null) return null;
  return workOut(
    {
      row,
      share: candidate.share,
      adValorem,
      specific,
      item: given.facts.items.length === 0 ? null : given.item,
      place: placeOf([given.item], row.tax, charging),
      valueSteps: () => (adValorem === null ? NO_STEPS : given.values.stepsOf(given.item)),
    },
    charging.law,
  );
}

/** The base that the rate names, else that of its tax, else the goods. */
function adValoremOf(
  { given, candidate: { row }, relief }: Pick<Held, 'given' | 'candidate' | 'relief'>,
  { law, charged, doubts, coverage }: Charging,
): AdValorem {
  const base = row.base.length > 0 ? undefined : law.bases[row.tax];
  if (base !== undefined) doubts.note(base.id);
  const components = row.base.length > 0 ? row.base : (base?.include ?? GOODS);
  const rule = base?.id ?? row.id;
  const before = baseOf(components, given, charged);
  const named = coverage(row.tax, given.item) ? undefined : law.baseRoundings[row.tax];
  if (named === undefined) return { base: before, components, rule, rounding: null, relief };
  doubts.note(named.rule);
  const rounded = inSteps(before, named.rounding);
  return { base: rounded, components, rule, rounding: { named, before }, relief };
}

function specificOfItem({ row }: Candidate, given: ChargeCase, missing: string[]): Specific | null {
  if (row.specific === null) return null;
  const { amount, per } = row.specific;
  if (per === 'item') return { times: ONCE, minor: amount.minor, per };
  const isVolume = per === 'litre' || per === 'alcohol-litre';
  const times = isVolume ? volumeOf(given.items[given.item]?.quantity, per) : massOfItem(given);
  if (times === null) missing.push(`/items/${given.item}/${isVolume ? 'quantity' : 'massNet'}`);
  return times === null ? null : { times, minor: amount.minor, per };
}

/** Shared amounts are relieved only when they are for every item they fall on. */
function share(
  { given, match, candidate }: Held,
  isRelieved: boolean,
  shared: Map<string, Shared>,
): void {
  const line = candidate.row.specific?.per === 'line' ? ` ${lineOf(given, given.item)}` : '';
  const key = `${candidate.row.id}${line}`;
  const group = shared.get(key);
  if (group === undefined) {
    shared.set(key, {
      candidate,
      measure: match.measure,
      items: [given.item],
      relieved: isRelieved,
    });
    return;
  }
  group.items.push(given.item);
  group.relieved &&= isRelieved;
}

function chargeShared(
  { candidate, measure, items, relieved }: Shared,
  charging: Charging,
  drafts: Draft[],
): void {
  const { row } = candidate;
  if (relieved || row.specific === null) return;
  const { amount, per } = row.specific;
  const count =
    per === 'kilogram'
      ? massOfParcel(charging.given)
      : { numerator: countOf(row, charging.given), denominator: 1n };
  if (count === null) {
    charging.missing.push('/massGross');
    return;
  }
  const item = per === 'line' && charging.given.facts.items.length > 0 ? (items[0] ?? null) : null;
  const place = placeOf(items, row.tax, charging);
  const specific = { times: count, minor: amount.minor, per };
  drafts.push({
    measure,
    items,
    line: workOut(
      { row, share: null, adValorem: null, specific, item, place, valueSteps: () => NO_STEPS },
      charging.law,
    ),
  });
}

function placeOf(items: readonly number[], kind: ChargeKind, { coverage }: Charging): ChargePlace {
  for (const item of items) if (!coverage(kind, item)) return 'at-border';
  return 'at-sale';
}

/** Puts the charge on its items, in proportion to their value for Customs; taxes that come last are in no base. */
function addToItems({ line, items }: Draft, { given, charged, law }: Charging): void {
  const { values, items: all } = given;
  if (line.charge === 'gst' || (line.charge === 'vat' && !law.hasTaxOnVat)) return;
  const perItem = (charged[line.charge] ??= all.map(() => 0n));
  const [only] = items;
  if (only !== undefined && items.length === 1) {
    perItem[only] = (perItem[only] ?? 0n) + line.amount.minor;
    return;
  }
  const weights = items.map((item) => values.customs[item] ?? 0n);
  const order = itemOrder(all);
  const before = (left: number, right: number): number =>
    order(items[left] ?? 0, items[right] ?? 0);
  const parts = apportion(line.amount.minor, weights, before);
  for (const [index, item] of items.entries())
    perItem[item] = (perItem[item] ?? 0n) + (parts[index] ?? 0n);
}

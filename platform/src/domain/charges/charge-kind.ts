/** Charges one kind (duty, excise, fee or tax) on a parcel: each measure on each item, or once where the amount is shared. */
import type { ChargeKind, ChargeLine, ChargeStep } from './charge.ts';
import type { Candidate, MeasureMatch } from './charge-law.ts';
import type { Charging, Held } from './charging.ts';
import { schemeOf } from './collectors.ts';
import { apportion } from './apportion.ts';
import type { Draft } from './draft.ts';
import { itemLine, placeOf } from './item-line.ts';
import { itemOrder } from './item-order.ts';
import { levied } from './not-levied.ts';
import { roundSum } from './round-together.ts';
import { countOf, isItemLevel, massOfParcel, rateOf } from './rates.ts';
import { heldAgainst, lineOf, reliefOf } from './thresholds.ts';
import { workOut } from './work-out.ts';
import { present } from '../kernel/invariant.ts';

/** A specific amount charged once for several items. */
type Shared = {
  readonly candidate: Candidate;
  readonly measure: string;
  readonly items: number[];
  relieved: boolean;
};

const NO_STEPS: readonly ChargeStep[] = [];

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
      {
        row,
        share: null,
        adValorem: null,
        specific,
        expressed: null,
        item,
        place,
        valueSteps: () => NO_STEPS,
      },
      charging.law,
    ),
  });
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

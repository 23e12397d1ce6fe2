/** Which facts of a parcel the charges of a law can depend on: what its rows ask about, and the code prefixes it draws lines by. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Condition } from '../jurisdiction/condition.ts';
import type { ItemFactName, ParcelFactName, QuantityFactName, QuotaFactName } from '../jurisdiction/fact-types.ts'; // prettier-ignore
import { asksTariff } from '../tariff/duty.ts';
import type { ChargeUnit, LawInForce, RateRow } from '../jurisdiction/pack.ts';
import { chargeLawOf } from './charge-law.ts';

export type LawReads = {
  /** Names of facts, in the words of conditions, and 'insurance' and 'item.quantity' beside them. */
  readonly names: ReadonlySet<string>;
  /** Every prefix of a commodity code that a row names. */
  readonly prefixes: ReadonlySet<string>;
  readonly prefixDigitsMax: number;
};

type OfLaw = LawReads & { readonly remembered: Map<string, ReadonlySet<string>> };

/** What chooses between the rates for an item; whatever it leaves out cannot matter, because it is always kept itself. */
export type RateChoice = Pick<ParcelFacts, 'direction' | 'mode' | 'channel'> & {
  readonly code: string;
  readonly origin: string | undefined;
};

const known = new WeakMap<LawInForce, OfLaw>();
/** Choices remembered at once, so that invented codes cannot make it grow. */
const CHOICES_REMEMBERED = 20_000;

/** What the law asks about these goods; an empty code stands for goods without one. Worked out once for each choice. */
export function readsOf(law: LawInForce, choices: readonly RateChoice[]): LawReads {
  const ofLaw = known.get(law) ?? collect(law);
  known.set(law, ofLaw);
  const names = new Set(ofLaw.names);
  for (const choice of choices) for (const name of ofChoice(choice, law, ofLaw)) names.add(name);
  return { ...ofLaw, names };
}

function ofChoice(choice: RateChoice, law: LawInForce, { remembered }: OfLaw): ReadonlySet<string> {
  const { code, origin = '', direction, mode = '', channel = '' } = choice;
  const key = `${code} ${origin} ${direction} ${mode} ${channel}`;
  const found = remembered.get(key);
  if (found !== undefined) return found;
  const names = new Set<string>();
  const ask = askInto(names);
  for (const { candidates } of chargeLawOf(law).matchesOf(code))
    for (const { row } of candidates) askRate(row, choice, ask);
  if (remembered.size >= CHOICES_REMEMBERED) remembered.clear();
  remembered.set(key, names);
  return names;
}

const askInto =
  (names: Set<string>): Ask =>
  (isAsked, ...asked) => {
    if (isAsked) for (const name of asked) names.add(name);
  };

/** Units that are counted without the quantity of an item. */
const WITHOUT_QUANTITY: ReadonlySet<ChargeUnit> = new Set<ChargeUnit>([
  'line',
  'item',
  'consignment',
  'parcel',
  'piece',
  'kilogram',
  'entry',
]);

function askRate(row: RateRow, choice: RateChoice, ask: Ask): void {
  if (row.direction !== choice.direction) return;
  ask(row.channel !== 'any', 'channel');
  ask(row.modes.length > 0, 'mode');
  ask(row.origins.length > 0, 'item.origin');
  if (!isChosen(row, choice)) return;
  askBase(row.base, ask);
  askUnit(row.specific?.per, ask);
  askExpression(row, ask);
  if (row.when !== null) askCondition(row.when, ask, () => undefined);
}

/** False where the facts that choose between rates leave this one out. */
function isChosen(row: RateRow, { origin, mode, channel }: RateChoice): boolean {
  if (row.channel !== 'any' && row.channel !== channel) return false;
  if (row.modes.length > 0 && !(mode !== undefined && row.modes.includes(mode))) return false;
  return row.origins.length === 0 || (origin !== undefined && row.origins.includes(origin));
}

/** What rows other than rates ask about, and the lines that all of them draw through codes. */
function collect(law: LawInForce): OfLaw {
  const names = new Set<string>();
  const prefixes = new Set<string>();
  const ask = askInto(names);
  const draw: Draw = (lists) => {
    for (const list of lists) for (const prefix of list) prefixes.add(prefix);
  };
  for (const row of law.rates) draw([row.commodityPrefixes]);
  for (const row of law.taxBases) askBase(row.include, ask);
  for (const row of law.thresholds) {
    ask(row.channel !== 'any', 'channel');
    ask(row.natures.length > 0, 'nature');
    ask(row.originIn.length > 0, 'item.origin');
    ask(row.basis === 'cif', 'value.freight', 'insurance');
    draw([row.goodsIn, row.goodsNotIn]);
  }
  for (const row of law.collectors) draw([row.goodsNotIn]);
  for (const { when } of [...law.thresholds, ...law.quotas, ...law.taxBases])
    if (when !== null) askCondition(when, ask, draw);
  for (const { when } of law.rates)
    if (when !== null)
      askCondition(when, (_, ...asked) => ask(asked.includes('item.code.whole'), 'item.code.whole'), draw);
  const prefixDigitsMax = Math.max(0, ...[...prefixes].map(({ length }) => length));
  return { names, prefixes, prefixDigitsMax, remembered: new Map() };
} // prettier-ignore

type Ask = (isAsked: boolean, ...names: readonly string[]) => void;
type Draw = (lists: readonly (readonly string[])[]) => void;

function askBase(components: LawInForce['taxBases'][number]['include'], ask: Ask): void {
  ask(components.includes('freight'), 'value.freight');
  ask(components.includes('insurance'), 'insurance');
}

function askUnit(per: ChargeUnit | undefined, ask: Ask): void {
  ask(per === 'kilogram', 'item.mass', 'mass.gross');
  ask(per === 'piece', 'packages');
  ask(per !== undefined && !WITHOUT_QUANTITY.has(per), 'item.quantity');
}

/** A rate as tariffs write it may ask for any quantity; one of the tariff also for the whole code and for proofs of origin. */
function askExpression({ expression }: RateRow, ask: Ask): void {
  ask(expression !== undefined, 'item.quantity', 'item.mass', 'mass.gross');
  const isOfTariff = expression !== undefined && asksTariff(expression.duty);
  ask(isOfTariff, 'item.origin', 'item.licences', 'item.code.whole');
}

/**
 * What must be kept of a parcel beside the fact of the name itself, so that a condition on it finds the same. A new fact does
 * not compile without its line here.
 */
const BESIDE: Readonly<
  Record<ParcelFactName | ItemFactName | QuantityFactName | QuotaFactName, readonly string[]>
> = {
  direction: [],
  mode: [],
  channel: [],
  nature: [],
  profile: [],
  'country.dispatch': [],
  'country.destination': [],
  'destination.region': [],
  'mass.gross': [],
  packages: [],
  'pieces.count': [],
  'items.count': [],
  'items.codes': [],
  'items.origins': [],
  'items.descriptions': [],
  'items.licences': [],
  'items.units': ['item.quantity'],
  'orders.count': [],
  'value.intrinsic': [],
  'value.customs': ['value.freight', 'insurance'],
  'value.freight': [],
  'collector.scheme': [],
  account: [],
  'seller.country': [],
  'seller.person': [],
  'consignee.person': [],
  'consignee.registers': [],
  'consignor.person': [],
  'procedure.current': [],
  'procedure.previous': [],
  'procedure.additional': [],
  'return.stated': [],
  'stream.order': [],
  'stream.payment': [],
  'stream.logistics': [],
  'stream.declaration': [],
  'item.code': [],
  'item.origin': [],
  'item.description': [],
  'item.value': [],
  'item.mass': [],
  'item.licences': [],
  'item.gtin': [],
  'item.listing': [],
  'item.dangerous': [],
  'item.price.unit': ['item.quantity'],
  'item.price.litre': ['item.quantity'],
  'item.price.kilogram': ['item.mass', 'mass.gross'],
  'quota.state': [],
  'quota.effect': [],
};
const beside: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(BESIDE));

const CODE_FACTS: ReadonlySet<string> = new Set(['item.code', 'items.codes']);

function askCondition(condition: Condition, ask: Ask, draw: Draw): void {
  if ('all' in condition) for (const part of condition.all) askCondition(part, ask, draw);
  else if ('any' in condition) for (const part of condition.any) askCondition(part, ask, draw);
  else if ('not' in condition) askCondition(condition.not, ask, draw);
  else {
    const { fact } = condition;
    ask(true, fact, ...(beside.get(fact) ?? []));
    if (!CODE_FACTS.has(fact)) return;
    if ('startsWith' in condition) draw([condition.startsWith]);
    // A comparison with a whole code, or with a part of it, draws its line at the last digit.
    else ask(true, 'item.code.whole');
  }
}

/** The choices of a parcel, one for each of its items; goods that nobody described are one without a code. */
export function choicesOf({ items, direction, mode, channel }: ParcelFacts): readonly RateChoice[] {
  const way = {
    direction,
    ...(mode === undefined ? {} : { mode }),
    ...(channel === undefined ? {} : { channel }),
  };
  if (items.length === 0) return [{ ...way, code: '', origin: undefined }];
  return items.map(({ commodityCode = '', origin }) => ({ ...way, code: commodityCode, origin }));
}

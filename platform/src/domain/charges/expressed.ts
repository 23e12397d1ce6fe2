/** Works out a charge that the law states as tariffs write it, on one item, with the rates of the tariff it may refer to. */
import type { Item } from '../advance-data/statement.ts';
import { minorDigits } from '../kernel/currency.ts';
import { times, whole } from '../kernel/fraction.ts';
import { present } from '../kernel/invariant.ts';
import type { Quantity } from '../kernel/quantity.ts';
import { ONE, type Rate } from '../kernel/rate.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import { chooseRate } from '../tariff/choose-rate.ts';
import type { DutyFinding, DutyFindingCode } from '../tariff/duty-findings.ts';
import type { DutyWork, Goods, Referred } from '../tariff/duty-work.ts';
import type { Expression, Measure, Reference } from '../tariff/duty.ts';
import { evaluateDuty } from '../tariff/evaluate-duty.ts';
import type { OpenRates } from '../tariff/tariff-book.ts';
import { converted, unitOf } from '../tariff/units.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeLaw } from './charge-law.ts';
import type { Doubts } from './doubts.ts';
import type { AdValorem } from './draft.ts';
import { massOfItem } from './quantities.ts';

/** The item in question with the base of the charge, and the law that says what currencies and references are worth. */
export type Expressing = {
  readonly given: ChargeCase;
  readonly adValorem: AdValorem;
  readonly law: ChargeLaw;
  readonly doubts: Doubts;
};

export const workOutExpression = (
  { duty }: Expression,
  expressing: Expressing,
): Result<DutyWork, readonly DutyFinding[]> => evaluateDuty(duty, goodsOf(expressing));

function goodsOf({ given, adValorem: { base, relief }, law, doubts }: Expressing): Goods {
  const item = present(given.items[given.item], 'the item in question exists');
  const beyond = relief?.beyond ?? null;
  return {
    value: given.values.known ? (beyond === null ? whole(base) : times(whole(base), beyond)) : null,
    quantityOf: (measure) => quantityOf(measure, given),
    // Nothing in the contract states what parts of goods are worth.
    worthOf: () => null,
    minorOf: (currency) => {
      const minors = 10n ** BigInt(minorDigits(currency));
      if (currency === law.law.currency) return whole(minors);
      const conversion = law.conversionFrom(currency);
      if (conversion === null) return null;
      doubts.noteExchange(currency, conversion);
      return times(conversion.perMinor, whole(minors));
    },
    dutyOf: (reference) => referredBy(reference, item, law),
  };
}

const MICRO = 1_000_000n;
const exact = ({ micro }: Quantity): Rate => ({ numerator: micro, denominator: MICRO });

/** Ways of taking a mass that are those of every declaration. */
const GROSS: ReadonlySet<string> = new Set(['gross mass', 'contents and container']);
const NET: ReadonlySet<string> = new Set(['entire contents of container']);

/** The quantity of the item in the unit of the measure; null where it is not stated, or is taken in a way that nobody states. */
function quantityOf({ unit, of }: Measure, given: ChargeCase): Rate | null {
  const item = present(given.items[given.item], 'the item in question exists');
  const isMass = unitOf(unit)?.dimension === 'mass';
  if (of === null) return isMass ? netMass(item, given, unit) : stated(item.quantity, unit);
  if (isMass && GROSS.has(of)) return grossMass(item, given, unit);
  return isMass && NET.has(of) ? netMass(item, given, unit) : null;
}

const stated = (quantity: Quantity | undefined, unit: string): Rate | null =>
  quantity === undefined ? null : converted(exact(quantity), quantity.unit, unit);

/** The net mass, else the quantity where it is a mass, else the gross mass, which never charges too little. */
function netMass(item: Item, given: ChargeCase, unit: string): Rate | null {
  const net = stated(item.massNet ?? item.quantity, unit);
  if (net !== null) return net;
  const mass = massOfItem(given);
  return mass === null ? null : converted(mass, 'KGM', unit);
}

const grossMass = (item: Item, { facts, items }: ChargeCase, unit: string): Rate | null =>
  stated(item.massGross ?? (items.length === 1 ? facts.massGross : undefined), unit);

/** The rate to which a text refers, out of the tariff in use. */
function referredBy(
  to: Reference,
  item: Item,
  { law: { tariff, on } }: ChargeLaw,
): Result<Referred, DutyFinding> | null {
  const code = to.what === 'codes' ? soleCode(to.codes) : (item.commodityCode ?? '');
  const isOfTariff = to.what === 'applicable' || to.what === 'general' || to.what === 'codes';
  if (tariff === undefined || code === null || !isOfTariff) return null;
  const open = tariff.ratesOf({ code, origin: item.origin }, on);
  if (!open.ok) return open;
  return to.what === 'general' ? generalOf(open.value) : chosenOf(open.value, item.licences);
}

function chosenOf(open: OpenRates, documents: readonly string[]): Result<Referred, DutyFinding> {
  const { rate, unproven } = chooseRate(open, documents);
  if (!rate.duty.ok) return failure({ ...rate.duty.error, rate: rate.rule });
  return success({ duty: rate.duty.value, rule: rate.rule, text: rate.text, unproven });
}

const generalOf = ({ general }: OpenRates): Result<Referred, DutyFinding> =>
  chosenOf({ general, preferences: [] }, []);

/** A list or a range of codes leaves the choice to an officer. */
function soleCode(codes: readonly string[]): string | null {
  const [first, ...rest] = codes;
  return first === undefined || rest.length > 0 || first.includes('-')
    ? null
    : first.replaceAll('.', '');
}

/** Where in the message the fact stands whose absence the finding is about (`*` is the item), or the law itself. */
const POINTERS: Readonly<Record<DutyFindingCode, string>> = {
  'quantity-missing': '/items/*/quantity',
  'value-missing': '/items/*/value',
  'part-value-missing': '/items/*/value',
  'code-missing': '/items/*/commodityCode',
  'code-too-short': '/items/*/commodityCode',
  'code-not-in-tariff': '/items/*/commodityCode',
  'condition-open': '/items/*/licences',
  'rate-empty': '/law',
  'rate-not-understood': '/law',
  'unit-unknown': '/law',
  'rate-in-words': '/law',
  'programmes-not-closed': '/law',
  'exchange-rate-missing': '/law',
  'reference-open': '/law',
  'reference-circular': '/law',
};

export const pointerOf = ({ code }: DutyFinding, item: number): string =>
  POINTERS[code].replace('*', String(item));

/** The share of the value where the whole rate is one, as the journal keeps it. */
export function soleShareOf({ sum, least, most }: DutyWork): Rate | null {
  const [only, ...rest] = sum.terms;
  if (only === undefined || rest.length > 0 || least !== null || most !== null) return null;
  switch (only.kind) {
    case 'share':
      return only.term.part === null ? only.term.rate : null;
    case 'free':
      return { ...ONE, numerator: 0n };
    case 'reference':
      return only.term.part === null ? soleShareOf(only.work) : null;
    case 'specific':
      return null;
  }
}

/** Compiles the law of a day into what computing charges needs: measures by commodity code, thresholds by tax, roundings by name. */
import { compileCondition, type Condition, type Predicate } from '../jurisdiction/condition.ts';
import { conversionFrom, type Conversion } from '../jurisdiction/exchange.ts';
import type {
  Collector,
  LawInForce,
  LawRow,
  Quota,
  RateRow,
  RoundingRow,
  TaxBase,
  Threshold,
} from '../jurisdiction/pack.ts';
import { writeDay } from '../kernel/day.ts';
import { EXACT_CENT, ONE, type Rate, type Rounding } from '../kernel/rate.ts';
import { asksTariff } from '../tariff/duty.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeKind } from './charge.ts';
import { unverifiedRows } from './doubts.ts';
import { readChargeFact } from './facts.ts';

/** Charges are computed in this order, because a later one may have an earlier one in its base. */
export const CHARGE_ORDER = [
  'duty',
  'excise',
  'fee',
  'vat',
  'gst',
] as const satisfies readonly ChargeKind[];

export type Ruled<Row extends LawRow> = {
  readonly row: Row;
  readonly when: Predicate<ChargeCase> | null;
};

/** A rate of a measure; `share` is the part of the base that is owed, all its factors multiplied. */
export type Candidate = Ruled<RateRow> & { readonly share: Rate | null };

/**
 * A threshold whose amount may be in another currency. Values are compared in parts of a minor unit, so that an amount
 * stated in the currency of the threshold is never converted there and back: `limit` and `perStated` are the amount and
 * one stated minor unit in such parts, `parts` is one minor unit of the law.
 */
export type Line = Ruled<Threshold> & {
  readonly isForeign: boolean;
  readonly limit: bigint;
  readonly parts: bigint;
  readonly perStated: bigint;
};

/** The rates of one measure that may hold for a commodity code: the most specific first. */
export type MeasureMatch = {
  readonly tax: ChargeKind;
  readonly measure: string;
  readonly candidates: readonly Candidate[];
  /** The measure has rates for particular goods beside one for all: without a code the rate is a guess. */
  readonly needsCode: boolean;
};

export type NamedRounding = { readonly rounding: Rounding; readonly rule: string };
export type RoundingName = ChargeKind | 'exchange' | 'customs-value' | 'total';

export type ChargeLaw = {
  readonly law: LawInForce;
  readonly on: string;
  readonly matchesOf: (code: string) => readonly MeasureMatch[];
  readonly thresholds: Readonly<Record<ChargeKind, readonly Line[]>>;
  /** False when the amount of a threshold could not be converted on the day. */
  readonly isConvertible: boolean;
  readonly bases: Readonly<Record<ChargeKind, TaxBase | undefined>>;
  /** The bases of duty that value parcels of one kind differently. */
  readonly valuations: readonly Ruled<TaxBase>[];
  readonly roundings: Readonly<Record<RoundingName, NamedRounding>>;
  /** What an ad valorem part is computed on is rounded first; undefined where it is not. */
  readonly baseRoundings: Readonly<Record<ChargeKind, NamedRounding | undefined>>;
  /** The sum of what a kind owes at the border is rounded; undefined where only its lines are. */
  readonly sumRoundings: Readonly<Record<ChargeKind, NamedRounding | undefined>>;
  /** Whether some charge is computed on VAT. */
  readonly hasTaxOnVat: boolean;
  readonly collectors: readonly Collector[];
  readonly quotas: readonly Ruled<Quota>[];
  readonly conversionFrom: (currency: string) => Conversion | null;
  /** Ids of the rows of the day that no primary source confirms. */
  readonly unverified: ReadonlySet<string>;
};

const compiled = new WeakMap<LawInForce, ChargeLaw>();

/** The compiled law; compiled once for each LawInForce. */
export function chargeLawOf(law: LawInForce): ChargeLaw {
  const known = compiled.get(law);
  if (known !== undefined) return known;
  const rule = <Row extends LawRow & { readonly when: Condition | null }>(
    row: Row,
  ): Ruled<Row> => ({
    row,
    when:
      row.when === null
        ? null
        : compileCondition(row.when, { read: readChargeFact, threshold: law.thresholdMinor }),
  });
  const lines = law.thresholds.map((row) => lineOfLaw(rule(row), law));
  const made: ChargeLaw = {
    law,
    on: writeDay(law.on),
    matchesOf: matcher(ratesOf(law).map((row) => ({ ...rule(row), share: shareOf(row) }))),
    thresholds: byTax((tax) => lines.filter((line) => line !== null).filter(({ row }) => row.tax === tax)), // prettier-ignore
    isConvertible: !lines.includes(null),
    bases: byTax((tax) => law.taxBases.find((row) => row.tax === tax && row.when === null)),
    valuations: law.taxBases.filter((row) => row.when !== null).map(rule),
    roundings: roundingsOf(law),
    baseRoundings: byTax((tax) => namedOf(law.roundings.find(({ applies }) => applies === `${tax}-base`))), // prettier-ignore
    sumRoundings: byTax((tax) => namedOf(law.roundings.find(({ applies, scope }) => applies === tax && scope === 'parcel'))), // prettier-ignore
    hasTaxOnVat: [...law.rates.map(({ base }) => base), ...law.taxBases.map(({ include }) => include)].some((components) => components.includes('vat')), // prettier-ignore
    collectors: law.collectors.filter((row) => COLLECTS_AT_SALE.includes(row.model)),
    quotas: law.quotas.map(rule),
    conversionFrom: remembered(law),
    unverified: new Set([...unverifiedRows(law), ...doubtfulLines(law)]),
  };
  compiled.set(law, made);
  return made;
}

/**
 * Where no tariff was imported, a rate of it gives way to the rate that its measure has for all goods; without such a
 * rate it stays, and what it charges is not known.
 */
function ratesOf({ rates, tariff }: LawInForce): readonly RateRow[] {
  if (tariff !== undefined) return rates;
  const asks = ({ expression }: RateRow): boolean =>
    expression !== undefined && asksTariff(expression.duty);
  const isForAll = (row: RateRow): boolean =>
    !asks(row) &&
    row.commodityPrefixes.length === 0 &&
    row.origins.length === 0 &&
    row.when === null;
  return rates.filter(
    (row) =>
      !asks(row) ||
      !rates.some(
        (other) => other.tax === row.tax && other.measure === row.measure && isForAll(other),
      ),
  );
}

/** Thresholds in a currency whose rate of the day is not verified. */
const doubtfulLines = (law: LawInForce): readonly string[] =>
  law.thresholds
    .filter(({ amount }) => amount.currency !== law.currency)
    .filter(({ amount }) => law.exchangeRate(amount.currency)?.verified !== true)
    .map(({ id }) => id);

/** Null when there is no exchange rate for the amount on the day. */
function lineOfLaw(ruled: Ruled<Threshold>, law: LawInForce): Line | null {
  const { minor, currency } = ruled.row.amount;
  if (currency === law.currency)
    return { ...ruled, isForeign: false, limit: minor, parts: 1n, perStated: 1n };
  const conversion = conversionFrom(currency, law);
  if (conversion === null) return null;
  const { numerator, denominator } = conversion.perMinor;
  return {
    ...ruled,
    isForeign: true,
    limit: minor * numerator,
    parts: denominator,
    perStated: numerator,
  };
}

/** A rate on the taxed price, of which a share is owed, is one rate on the price: r × s / (1 - g). */
function shareOf({ rate, grossedUpBy, shareOwed }: RateRow): Rate | null {
  if (rate === null || (grossedUpBy === null && shareOwed === null)) return rate;
  const { numerator, denominator } = grossedUpBy ?? NONE;
  const owed = shareOwed ?? ONE;
  return {
    numerator: rate.numerator * owed.numerator * denominator,
    denominator: rate.denominator * owed.denominator * (denominator - numerator),
  };
}

const NONE: Rate = { numerator: 0n, denominator: 1n };

/** Posts, carriers and buyers pay at the border or on account; the others collect before the goods travel. */
const COLLECTS_AT_SALE: readonly Collector['model'][] = [
  'vendor',
  'platform',
  'redeliverer',
  'payment',
];

const byTax = <T>(make: (tax: ChargeKind) => T): Readonly<Record<ChargeKind, T>> => ({
  duty: make('duty'),
  excise: make('excise'),
  fee: make('fee'),
  vat: make('vat'),
  gst: make('gst'),
});

const namedOf = (row: RoundingRow | undefined): NamedRounding | undefined =>
  row === undefined ? undefined : { rounding: row.rounding, rule: row.id };

function roundingsOf(law: LawInForce): Readonly<Record<RoundingName, NamedRounding>> {
  const named = (name: RoundingName): NamedRounding => {
    const row = law.roundings.find(({ applies }) => applies === name);
    if (row === undefined) return { rounding: EXACT_CENT, rule: '' };
    const { mode, step } = row.rounding;
    return { rounding: { mode, step: row.scope === 'parcel' ? 1n : step }, rule: row.id };
  };
  return {
    ...byTax(named),
    exchange: named('exchange'),
    'customs-value': named('customs-value'),
    total: named('total'),
  };
}

function remembered(law: LawInForce): (currency: string) => Conversion | null {
  const conversions = new Map<string, Conversion>();
  return (currency) => {
    const known = conversions.get(currency);
    if (known !== undefined) return known;
    const found = conversionFrom(currency, law);
    if (found !== null) conversions.set(currency, found);
    return found;
  };
}

type Measure = {
  readonly tax: ChargeKind;
  readonly measure: string;
  readonly byPrefix: ReadonlyMap<string, readonly Candidate[]>;
  readonly general: readonly Candidate[];
};

/** Codes remembered at once; more than a tariff has, so that invented codes cannot make it grow. */
const CODES_REMEMBERED = 20_000;

function matcher(candidates: readonly Candidate[]): (code: string) => readonly MeasureMatch[] {
  const measures = measuresOf(candidates);
  const memory = new Map<string, readonly MeasureMatch[]>();
  return (code) => {
    const known = memory.get(code);
    if (known !== undefined) return known;
    const found = measures
      .map((measure) => matchOf(measure, code))
      .filter((match) => match.candidates.length > 0);
    if (memory.size >= CODES_REMEMBERED) memory.clear();
    memory.set(code, found);
    return found;
  };
}

function measuresOf(candidates: readonly Candidate[]): readonly Measure[] {
  const groups = Map.groupBy(candidates, ({ row }) => `${row.tax} ${row.measure}`);
  const measures = [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [measureOf([first, ...rest])],
  );
  return measures.sort(
    (left, right) => CHARGE_ORDER.indexOf(left.tax) - CHARGE_ORDER.indexOf(right.tax),
  );
}

function measureOf(group: readonly [Candidate, ...Candidate[]]): Measure {
  const sorted = group.toSorted((left, right) => specificity(right.row) - specificity(left.row));
  const byPrefix = new Map<string, Candidate[]>();
  for (const candidate of sorted) {
    for (const prefix of candidate.row.commodityPrefixes) {
      const list = byPrefix.get(prefix);
      if (list === undefined) byPrefix.set(prefix, [candidate]);
      else list.push(candidate);
    }
  }
  const { tax, measure } = group[0].row;
  return {
    tax,
    measure,
    byPrefix,
    general: sorted.filter(({ row }) => row.commodityPrefixes.length === 0),
  };
}

/** Between rates found by prefixes of one length: origin before condition before mode before channel, then file order. */
const specificity = (row: RateRow): number =>
  (row.origins.length > 0 ? 8 : 0) +
  (row.when === null ? 0 : 4) +
  (row.modes.length > 0 ? 2 : 0) +
  (row.channel === 'any' ? 0 : 1);

function matchOf({ tax, measure, byPrefix, general }: Measure, code: string): MeasureMatch {
  const candidates: Candidate[] = [];
  for (let length = code.length; length > 0; length--)
    candidates.push(...(byPrefix.get(code.slice(0, length)) ?? []));
  candidates.push(...general);
  return { tax, measure, candidates, needsCode: byPrefix.size > 0 && general.length > 0 };
}

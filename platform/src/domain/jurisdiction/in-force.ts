/** Cuts the law of one day out of a pack: the rows that hold on the day of the taxable event, and look-ups that cost nothing. */
import { holdsOn, type Period } from '../kernel/period.ts';
import { ONE } from '../kernel/rate.ts';
import type { Day } from '../kernel/day.ts';
import { conversionFrom } from './exchange.ts';
import { exchangeDayOf } from './exchange-day.ts';
import type { ExchangeRate } from './pack-lists.ts';
import type { LawInForce, LawRow, Pack, Threshold } from './pack.ts';
import { settled } from './settings.ts';

/**
 * The law on a day. The law is chosen by the date of the taxable event, never by the day of processing. Where several
 * rows of one id hold, the one published last is a correction of the others and holds alone.
 * The result is pure and may be kept per pack and day; code and rate look-ups are shared between days.
 */
export function lawInForce(pack: Pack, on: Day): LawInForce {
  const parameters = rowsInForce(pack.parameters, on);
  const cut = <Row extends LawRow>(rows: readonly Row[]): readonly Row[] =>
    rowsInForce(settled(rows, parameters), on);
  const thresholds = cut(pack.thresholds);
  const taxBases = cut(pack.taxBases);
  // All taxes of a day have one rule; pack check minds it.
  const exchangeDay = exchangeDayOf(taxBases[0]?.exchangeRule ?? 'taxable-event-day', on);
  const exchangeRate = exchangeLookup(pack, exchangeDay);
  return {
    ...headOf(pack),
    on,
    parameters,
    thresholds,
    taxBases,
    rates: cut(pack.rates),
    collectors: cut(pack.collectors),
    registrations: cut(pack.registrations),
    quotas: cut(pack.quotas),
    datasets: cut(pack.datasets),
    deadlines: cut(pack.deadlines),
    prohibitions: cut(pack.prohibitions),
    dataQuality: cut(pack.dataQuality),
    returns: cut(pack.returns),
    retentions: cut(pack.retentions),
    roundings: cut(pack.roundings),
    categories: cut(pack.categories),
    precedences: cut(pack.precedences),
    riskRules: cut(pack.riskRules),
    selections: cut(pack.selections),
    offices: pack.offices.filter((office) => holdsOn(office, on)),
    thresholdMinor: minorsOf(thresholds, { currency: pack.currency, exchangeRate }),
    knowsCommodityCode: codeLookup(pack, on),
    exchangeRate,
  };
}

type Head =
  | 'id'
  | 'title'
  | 'version'
  | 'country'
  | 'currency'
  | 'zone'
  | 'zoneOffsetMinutes'
  | 'languages'
  | 'weekend'
  | 'inForceFrom';

/** What does not change with the day. */
function headOf(pack: Pack): Pick<Pack, Head | 'messages' | 'sources' | 'holidays'> {
  const {
    id,
    title,
    version,
    country,
    currency,
    zone,
    zoneOffsetMinutes,
    languages,
    weekend,
    inForceFrom,
    messages,
    sources,
    holidays,
  } = pack;
  return {
    id,
    title,
    version,
    country,
    currency,
    zone,
    zoneOffsetMinutes,
    languages,
    weekend,
    inForceFrom,
    messages,
    sources,
    holidays,
  };
}

/** Amounts in another currency count at the rate of the day; without one the threshold holds for no condition. */
function minorsOf(
  thresholds: readonly Threshold[],
  law: Pick<LawInForce, 'currency' | 'exchangeRate'>,
): LawInForce['thresholdMinor'] {
  const minors = new Map<string, number>();
  for (const { id, amount } of thresholds) {
    const conversion =
      amount.currency === law.currency ? null : conversionFrom(amount.currency, law);
    if (amount.currency === law.currency) minors.set(id, Number(amount.minor));
    else if (conversion !== null) {
      const { numerator, denominator } = conversion.perMinor;
      minors.set(id, Number((amount.minor * numerator) / denominator));
    }
  }
  return (id) => minors.get(id);
}

/** The rows that hold on the day, in the order of the file; of rows with one id the one published last. */
export function rowsInForce<Row extends LawRow>(rows: readonly Row[], on: Day): readonly Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    if (!holdsOn(row, on)) continue;
    const other = latest.get(row.id);
    if (other === undefined || other.knownFrom < row.knownFrom) latest.set(row.id, row);
  }
  return [...latest.values()];
}

/** The days on which the list changes, and the list between them: many days of law share one set. */
type Steps = {
  readonly starts: readonly Day[];
  readonly sets: (ReadonlySet<string> | undefined)[];
};
const codeSteps = new WeakMap<Pack, Steps>();

function stepsOf(pack: Pack): Steps {
  const known = codeSteps.get(pack);
  if (known !== undefined) return known;
  const starts = new Set<Day>();
  for (const { from, until } of pack.commodityCodes) {
    starts.add(from);
    if (until !== null) starts.add(until);
  }
  const steps = { starts: [...starts].sort((left, right) => left - right), sets: [] };
  codeSteps.set(pack, steps);
  return steps;
}

const CODE_DIGITS_LEAST = 6;

/** A longer code is known when the pack lists it or its first six digits. */
function codeLookup(pack: Pack, on: Day): (code: string) => boolean {
  const steps = stepsOf(pack);
  const step = lastAtMost(steps.starts, on);
  const codes = steps.sets[step] ?? new Set(codesOn(pack.commodityCodes, on));
  if (step >= 0) steps.sets[step] = codes;
  return (code) =>
    codes.has(code) ||
    (code.length > CODE_DIGITS_LEAST && codes.has(code.slice(0, CODE_DIGITS_LEAST)));
}

function* codesOn(
  rows: readonly (Period & { readonly code: string })[],
  on: Day,
): Iterable<string> {
  for (const row of rows) if (holdsOn(row, on)) yield row.code;
}

/** Index of the last start that is not after the day; -1 when there is none. */
function lastAtMost(starts: readonly Day[], on: Day): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= on) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

type RatesByCurrency = ReadonlyMap<string, readonly ExchangeRate[]>;
const exchangeIndexes = new WeakMap<Pack, RatesByCurrency>();

function exchangeIndexOf(pack: Pack): RatesByCurrency {
  const known = exchangeIndexes.get(pack);
  if (known !== undefined) return known;
  const index = Map.groupBy(pack.exchangeRates, (row) => row.currency);
  for (const rows of index.values()) rows.sort((left, right) => left.from - right.from);
  exchangeIndexes.set(pack, index);
  return index;
}

function exchangeLookup(pack: Pack, on: Day): LawInForce['exchangeRate'] {
  const index = exchangeIndexOf(pack);
  const memory = new Map<string, Pick<ExchangeRate, 'rate' | 'source' | 'verified'>>();
  memory.set(pack.currency, { rate: ONE, source: '', verified: true });
  return (currency) => {
    const remembered = memory.get(currency);
    if (remembered !== undefined) return remembered;
    const found = index.get(currency)?.findLast((row) => holdsOn(row, on)) ?? null;
    // Only currencies of the pack are remembered: what a message says never makes this grow.
    if (found !== null) memory.set(currency, found);
    return found;
  };
}

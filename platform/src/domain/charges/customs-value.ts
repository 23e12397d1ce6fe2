/** The value of a parcel and its items in the currency of the law: goods, freight and insurance, as the duty base says. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import { writeAmount, type Money } from '../kernel/money.ts';
import { divideRounded } from '../kernel/rate.ts';
import { apportion } from './apportion.ts';
import type { ParcelValues } from './case.ts';
import type { ChargeStep } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';
import type { Doubts } from './doubts.ts';
import { itemOrder } from './item-order.ts';
import { amountText, rateText, roundedText } from './step-text.ts';

const NO_STEPS: readonly ChargeStep[] = [];
const NO_ITEM: Item = { licences: [] };

type Valuing = {
  readonly facts: ParcelFacts;
  readonly law: ChargeLaw;
  readonly doubts: Doubts;
  readonly missing: string[];
};

/**
 * Values the parcel. Freight and insurance are divided over the items by value, so that the parts sum to the whole.
 * A single item without a price has the total value of the parcel. What is missing is named by JSON Pointers.
 */
export function valueParcel(
  { facts, items }: { readonly facts: ParcelFacts; readonly items: readonly Item[] },
  law: ChargeLaw,
  doubts: Doubts,
): ParcelValues {
  const valuing: Valuing = { facts, law, doubts, missing: [] };
  const intrinsic = items.map((item, index) => valueOfItem(item, index, valuing));
  const freightTotal = valueOfPart(facts.freight, 'freight', valuing);
  const insuranceTotal = valueOfPart(facts.insurance, 'insurance', valuing);
  const before = itemOrder(items);
  const freight = apportion(freightTotal, intrinsic, before);
  const insurance = apportion(insuranceTotal, intrinsic, before);
  const customs = customsValues({ intrinsic, freight, insurance }, law);
  return {
    intrinsic,
    freight,
    insurance,
    customs,
    intrinsicTotal: total(intrinsic),
    freightTotal,
    insuranceTotal,
    customsTotal: total(customs),
    known: valuing.missing.length === 0,
    missing: valuing.missing,
    stepsOf: (item) =>
      stepsOf(statedValue(items[item] ?? NO_ITEM, facts), intrinsic[item] ?? 0n, law),
  };
}

export function total(amounts: readonly bigint[]): bigint {
  let whole = 0n;
  for (const amount of amounts) whole += amount;
  return whole;
}

function valueOfItem(item: Item, index: number, valuing: Valuing): bigint {
  const { facts, missing } = valuing;
  const value = statedValue(item, facts);
  if (value !== undefined) return converted(value, `/items/${index}/value`, valuing);
  missing.push(facts.items.length === 0 ? '/items' : `/items/${index}/value`);
  return 0n;
}

const statedValue = (item: Item, facts: ParcelFacts): Money | undefined =>
  item.value ?? (facts.items.length <= 1 ? facts.totalValue : undefined);

function valueOfPart(
  value: Money | undefined,
  what: 'freight' | 'insurance',
  valuing: Valuing,
): bigint {
  return value === undefined || value.minor === 0n ? 0n : converted(value, `/${what}`, valuing);
}

/** The amount in minor units of the currency of the law; zero and missing when it is negative or cannot be converted. */
function converted(value: Money, pointer: string, { law, doubts, missing }: Valuing): bigint {
  if (value.minor < 0n) {
    missing.push(pointer);
    return 0n;
  }
  if (value.currency === law.law.currency) return value.minor;
  const conversion = law.conversionFrom(value.currency);
  if (conversion === null) {
    missing.push(`${pointer}/currency`);
    return 0n;
  }
  const { mode, step } = law.roundings.exchange.rounding;
  doubts.noteExchange(value.currency, conversion);
  doubts.note(law.roundings.exchange.rule);
  const { numerator, denominator } = conversion.perMinor;
  return divideRounded(value.minor * numerator, denominator * step, mode) * step;
}

/** How a price was converted; nothing to show when it was stated in the currency of the law, or not converted. */
function stepsOf(value: Money | undefined, minor: bigint, law: ChargeLaw): readonly ChargeStep[] {
  const { currency } = law.law;
  if (value === undefined || value.minor < 0n) return NO_STEPS;
  const conversion = value.currency === currency ? null : law.conversionFrom(value.currency);
  if (conversion === null) return NO_STEPS;
  const { rounding, rule } = law.roundings.exchange;
  return [
    {
      what: `price of the goods, ${roundedText(rounding, currency)}`,
      base: `${writeAmount(value)} ${value.currency}`,
      rate: rateText(conversion.rate),
      result: amountText(minor, currency),
      rule: rule === '' ? conversion.source : rule,
    },
  ];
}

type Parts = Pick<ParcelValues, 'intrinsic' | 'freight' | 'insurance'>;

function customsValues(
  { intrinsic, freight, insurance }: Parts,
  law: ChargeLaw,
): readonly bigint[] {
  const include = law.bases.duty?.include ?? ['goods'];
  const withFreight = include.includes('freight');
  const withInsurance = include.includes('insurance');
  const { mode, step } = law.roundings['customs-value'].rounding;
  return intrinsic.map((goods, index) => {
    const value =
      goods +
      (withFreight ? (freight[index] ?? 0n) : 0n) +
      (withInsurance ? (insurance[index] ?? 0n) : 0n);
    return step === 1n ? value : divideRounded(value, step, mode) * step;
  });
}

/** The value of a parcel and its items in the currency of the law: goods, freight and insurance, as the duty base says. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import { writeAmount, type Money } from '../kernel/money.ts';
import { divideRounded } from '../kernel/rate.ts';
import { apportion } from './apportion.ts';
import type { ParcelValues } from './case.ts';
import type { ChargeStep } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';
import { itemOrder } from './item-order.ts';
import { amountText, rateText, roundedText } from './step-text.ts';

const NO_STEPS: readonly ChargeStep[] = [];

type Valuing = {
  readonly facts: ParcelFacts;
  readonly law: ChargeLaw;
  readonly missing: string[];
  readonly steps: (readonly ChargeStep[])[];
};

/**
 * Values the parcel. Freight and insurance are divided over the items by value, so that the parts sum to the whole.
 * A single item without a price has the total value of the parcel. What is missing is named by JSON Pointers.
 */
export function valueParcel(
  facts: ParcelFacts,
  items: readonly Item[],
  law: ChargeLaw,
): ParcelValues {
  const valuing: Valuing = { facts, law, missing: [], steps: [] };
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
    steps: valuing.steps,
  };
}

export function total(amounts: readonly bigint[]): bigint {
  let whole = 0n;
  for (const amount of amounts) whole += amount;
  return whole;
}

function valueOfItem(item: Item, index: number, valuing: Valuing): bigint {
  const { facts, missing, steps } = valuing;
  const value = item.value ?? (facts.items.length <= 1 ? facts.totalValue : undefined);
  if (value !== undefined)
    return converted(
      { value, what: 'price of the goods', pointer: `/items/${index}/value` },
      valuing,
    );
  missing.push(facts.items.length === 0 ? '/items' : `/items/${index}/value`);
  steps.push(NO_STEPS);
  return 0n;
}

function valueOfPart(
  value: Money | undefined,
  what: 'freight' | 'insurance',
  valuing: Valuing,
): bigint {
  if (value === undefined || value.minor === 0n) return 0n;
  const minor = converted({ value, what, pointer: `/${what}` }, valuing);
  valuing.steps.pop();
  return minor;
}

type Stated = { readonly value: Money; readonly what: string; readonly pointer: string };

/** The amount in minor units of the currency of the law; pushes how it came about. */
function converted({ value, what, pointer }: Stated, { law, missing, steps }: Valuing): bigint {
  if (value.currency === law.law.currency) {
    steps.push(NO_STEPS);
    return value.minor;
  }
  const conversion = law.conversionFrom(value.currency);
  if (conversion === null) {
    missing.push(`${pointer}/currency`);
    steps.push(NO_STEPS);
    return 0n;
  }
  const { rounding, rule } = law.roundings.exchange;
  const { numerator, denominator } = conversion.perMinor;
  const minor =
    divideRounded(value.minor * numerator, denominator * rounding.step, rounding.mode) *
    rounding.step;
  steps.push([
    {
      what: `${what}, ${roundedText(rounding, law.law.currency)}`,
      base: `${writeAmount(value)} ${value.currency}`,
      rate: rateText(conversion.rate),
      result: amountText(minor, law.law.currency),
      rule: rule === '' ? conversion.source : rule,
    },
  ]);
  return minor;
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

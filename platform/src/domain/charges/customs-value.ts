/** The value of a parcel and its items in the currency of the law: goods, freight and insurance, as the duty base says. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { TaxBase } from '../jurisdiction/pack.ts';
import { writeAmount, type Money } from '../kernel/money.ts';
import { divideRounded, ONE } from '../kernel/rate.ts';
import { apportion } from './apportion.ts';
import { NOTHING_EARLIER, type ChargeCase, type ParcelValues } from './case.ts';
import type { ChargeStep } from './charge.ts';
import type { ChargeLaw } from './charge-law.ts';
import type { Doubts } from './doubts.ts';
import { itemOrder } from './item-order.ts';
import { amountText, rateText, roundedText } from './step-text.ts';

const NO_STEPS: readonly ChargeStep[] = [];

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
  const base = valuationOf(facts, items, law);
  if (base !== undefined && law.valuations.length > 0) doubts.note(base.id);
  const customs = customsValues({ intrinsic, freight, insurance }, base, law);
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
    stepsOf: (item) => [
      ...stepsOf(statedValue(items[item], facts), intrinsic[item] ?? 0n, law),
      ...shareSteps(base, { goods: intrinsic[item] ?? 0n, customs: customs[item] ?? 0n }, law),
    ],
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

/** The stated price; a single item without one has the total value of the parcel. */
export const statedValue = (item: Item | undefined, facts: ParcelFacts): Money | undefined =>
  item?.value ?? (facts.items.length <= 1 ? facts.totalValue : undefined);

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
  base: TaxBase | undefined,
  law: ChargeLaw,
): readonly bigint[] {
  const include = base?.include ?? ['goods'];
  const withFreight = include.includes('freight');
  const withInsurance = include.includes('insurance');
  const { numerator, denominator } = base?.goodsShare ?? ONE;
  const { mode, step } = law.roundings['customs-value'].rounding;
  return intrinsic.map((goods, index) => {
    const added =
      (withFreight ? (freight[index] ?? 0n) : 0n) + (withInsurance ? (insurance[index] ?? 0n) : 0n);
    const value = goods * numerator + added * denominator;
    return denominator * step === 1n
      ? value
      : divideRounded(value, denominator * step, mode) * step;
  });
}

/** The base of duty that values this parcel: the first whose condition holds, else the one without condition. */
function valuationOf(
  facts: ParcelFacts,
  items: readonly Item[],
  law: ChargeLaw,
): TaxBase | undefined {
  if (law.valuations.length === 0) return law.bases.duty;
  const unvalued: ChargeCase = {
    facts, items, values: UNVALUED, earlier: NOTHING_EARLIER, quota: null, item: 0,
  }; // prettier-ignore
  const special = law.valuations.find(({ when }) => when === null || when(unvalued));
  return special?.row ?? law.bases.duty;
}

const UNVALUED: ParcelValues = {
  intrinsic: [], freight: [], insurance: [], customs: [], intrinsicTotal: 0n, freightTotal: 0n, insuranceTotal: 0n, customsTotal: 0n,
  known: false, missing: [], stepsOf: () => NO_STEPS,
}; // prettier-ignore

/** How a share of the price became the value for Customs. */
function shareSteps(
  base: TaxBase | undefined,
  { goods, customs }: { readonly goods: bigint; readonly customs: bigint },
  law: ChargeLaw,
): readonly ChargeStep[] {
  if (base === undefined || base.goodsShare === null) return NO_STEPS;
  const { currency } = law.law;
  return [
    {
      what: 'share of the price that is the value for Customs',
      base: amountText(goods, currency),
      rate: rateText(base.goodsShare),
      result: amountText(customs, currency),
      rule: base.id,
    },
  ];
}

/** Works out single charges: the base, the exact amount before rounding, the one rounding, and the steps that show it. */
import type { BaseComponent, RateRow } from '../jurisdiction/pack.ts';
import { divideRounded, type Rate } from '../kernel/rate.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeKind, ChargeLine, ChargeStep } from './charge.ts';
import type { ChargeLaw, NamedRounding } from './charge-law.ts';
import { plus, times } from './rates.ts';
import { amountText, exactText, plainText, rateText, roundedText } from './step-text.ts';
import type { Relief } from './thresholds.ts';

/** What was charged so far on each item, for the bases of later charges. */
export type Charged = Partial<Record<ChargeKind, bigint[]>>;

/** A charge that may still fall away under a threshold of its amount. `items` are those it falls on. */
export type Draft = {
  readonly measure: string;
  readonly line: ChargeLine;
  readonly items: readonly number[];
};

/** The sum of the components of the base for one item, in minor units. */
export function baseOf(
  components: readonly BaseComponent[],
  given: ChargeCase,
  charged: Charged,
): bigint {
  let base = 0n;
  for (const component of components) base += componentOf(component, given, charged);
  return base;
}

const at = (amounts: readonly bigint[] | undefined, item: number): bigint => amounts?.[item] ?? 0n;

function componentOf(
  component: BaseComponent,
  { values, item }: ChargeCase,
  charged: Charged,
): bigint {
  switch (component) {
    case 'goods':
      return at(values.intrinsic, item);
    case 'freight':
      return at(values.freight, item);
    case 'insurance':
      return at(values.insurance, item);
    case 'duty':
      return at(charged.duty, item);
    case 'excise':
      return at(charged.excise, item);
    case 'fees':
      return at(charged.fee, item);
  }
}

export type AdValorem = {
  readonly base: bigint;
  readonly components: readonly BaseComponent[];
  readonly rule: string;
  readonly relief: Relief | null;
};
/** `times` is the count or the kilograms. */
export type Specific = { readonly times: Rate; readonly minor: bigint; readonly per: string };

/** One charge to be worked out. */
export type Charge = {
  readonly row: RateRow;
  readonly adValorem: AdValorem | null;
  readonly specific: Specific | null;
  readonly item: number | null;
  readonly place: ChargeLine['place'];
  readonly valueSteps: readonly ChargeStep[];
};

const NOTHING: Rate = { numerator: 0n, denominator: 1n };

/** Works the charge out: exact until the one rounding that the law names for its kind. */
export function workOut(charge: Charge, law: ChargeLaw): ChargeLine {
  const { row, adValorem, specific } = charge;
  const currency = law.law.currency;
  const steps = [...charge.valueSteps];
  let exact = NOTHING;
  if (adValorem !== null && row.rate !== null)
    exact = ofValue(adValorem, row.rate, { row, steps, currency });
  if (specific !== null) {
    const part = {
      numerator: specific.minor * specific.times.numerator,
      denominator: specific.times.denominator,
    };
    exact = adValorem === null ? part : plus(exact, part);
    steps.push({
      what: `amount per ${specific.per}`,
      base: plainText(specific.times),
      rate: `${amountText(specific.minor, currency)} per ${specific.per}`,
      result: exactText(part, currency),
      rule: row.id,
    });
    if (adValorem !== null) {
      steps.push({ what: 'both parts', result: exactText(exact, currency), rule: row.id });
    }
  }
  const minor = rounded(exact, law.roundings[row.tax], { steps, currency });
  return {
    charge: row.tax, amount: { minor, currency }, item: charge.item, rule: row.id, source: row.source, place: charge.place, steps,
  }; // prettier-ignore
}

type Showing = { readonly row: RateRow; readonly steps: ChargeStep[]; readonly currency: string };

function ofValue(
  { base, components, rule, relief }: AdValorem,
  rate: Rate,
  { row, steps, currency }: Showing,
): Rate {
  const baseText = amountText(base, currency);
  if (components.length > 1 || components[0] !== 'goods')
    steps.push({ what: componentsText(components), result: baseText, rule });
  const beyond = relief?.beyond ?? null;
  const whole = { numerator: base * rate.numerator, denominator: rate.denominator };
  const exact = beyond === null ? whole : times(whole, beyond);
  if (beyond !== null && relief !== null) {
    steps.push({
      what: 'share of the value beyond the relief',
      rate: plainText(beyond),
      result: baseText,
      rule: relief.rule,
    });
  }
  steps.push({
    what: 'share of the value',
    base: baseText,
    rate: rateText(rate),
    result: exactText(exact, currency),
    rule: row.id,
  });
  return exact;
}

const componentTexts = new WeakMap<readonly BaseComponent[], string>();

function componentsText(components: readonly BaseComponent[]): string {
  const known = componentTexts.get(components);
  if (known !== undefined) return known;
  const text = components.join(' + ');
  componentTexts.set(components, text);
  return text;
}

type Ending = { readonly steps: ChargeStep[]; readonly currency: string };

/** Rounds once; a figure that rounding does not change shows no step of it. */
function rounded(
  exact: Rate,
  { rounding, rule }: NamedRounding,
  { steps, currency }: Ending,
): bigint {
  const { mode, step } = rounding;
  const minor = divideRounded(exact.numerator, exact.denominator * step, mode) * step;
  if (minor * exact.denominator !== exact.numerator) {
    steps.push({
      what: roundedText(rounding, currency),
      base: exactText(exact, currency),
      result: amountText(minor, currency),
      rule,
    });
  }
  return minor;
}

/** Single charges before they are rounded: what they fall on, their base, and the exact amount. */
import type { BaseComponent, RateRow } from '../jurisdiction/pack.ts';
import { NOTHING, plus, times } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import type { DutyWork } from '../tariff/duty-work.ts';
import type { ChargeCase } from './case.ts';
import type { ChargeKind, ChargeLine, ChargeStep } from './charge.ts';
import type { NamedRounding } from './charge-law.ts';
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
    case 'customs-value':
      return at(values.customs, item);
    case 'duty':
      return at(charged.duty, item);
    case 'excise':
      return at(charged.excise, item);
    case 'fees':
      return at(charged.fee, item);
    case 'vat':
      return at(charged.vat, item);
  }
}

export type AdValorem = {
  readonly base: bigint;
  readonly components: readonly BaseComponent[];
  readonly rule: string;
  /** How the base was rounded before the rate was applied; null when it was not. */
  readonly rounding: BaseRounding | null;
  readonly relief: Relief | null;
};

export type BaseRounding = { readonly named: NamedRounding; readonly before: bigint };
/** `times` is the count or the kilograms. */
export type Specific = { readonly times: Rate; readonly minor: bigint; readonly per: string };

/** One charge to be worked out. */
export type Charge = {
  readonly row: RateRow;
  /** The part of the base that is owed. */
  readonly share: Rate | null;
  readonly adValorem: AdValorem | null;
  readonly specific: Specific | null;
  /** The whole charge where the law states it as tariffs write it; the base of its shares is that of `adValorem`. */
  readonly expressed: DutyWork | null;
  readonly item: number | null;
  readonly place: ChargeLine['place'];
  /** How the value of the goods came about. */
  readonly valueSteps: () => readonly ChargeStep[];
};

/** The charge in minor units before any rounding: its share of the value, its amount, or both. */
export function exactOf({ share: owed, adValorem, specific, expressed }: Charge): Rate {
  if (expressed !== null) return expressed.minor;
  const share = adValorem === null || owed === null ? null : shareOf(adValorem, owed);
  if (specific === null) return share ?? NOTHING;
  const part = partOf(specific);
  return share === null ? part : plus(share, part);
}

/** The share of the value, less what a relief leaves out. */
export function shareOf({ base, relief }: AdValorem, rate: Rate): Rate {
  const beyond = relief?.beyond ?? null;
  const whole = { numerator: base * rate.numerator, denominator: rate.denominator };
  return beyond === null ? whole : times(whole, beyond);
}

/** The amount, as often as it is due. */
export const partOf = (specific: Specific): Rate => ({
  numerator: specific.minor * specific.times.numerator,
  denominator: specific.times.denominator,
});

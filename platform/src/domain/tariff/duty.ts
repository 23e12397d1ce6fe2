/** The shape of a rate of duty as a tariff writes it: a sum of terms, held between a least and a most. */
import type { Rate } from '../kernel/rate.ts';

/** A unit of UN/ECE Recommendation 20, and how the quantity is taken where the tariff says so ('drained weight'). */
export type Measure = { readonly unit: string; readonly of: string | null };

/** By how many degrees raw sugar turns polarised light: it decides what is owed on a kilogram of it. */
export const POLARISATION: Measure = { unit: 'DD', of: 'polarisation' };

/** What a rate refers to instead of stating it. */
export type Reference =
  /** The rate of the subheading in which the goods would otherwise be: 'The duty provided in the applicable subheading'. */
  | { readonly what: 'applicable' }
  /** The general column: 'No change' in the columns beside it. */
  | { readonly what: 'general' }
  /** Other codes of the tariff, as the text writes them: '9912.04.30-9912.04.60'. */
  | { readonly what: 'codes'; readonly codes: readonly string[] }
  /** A legal note: 'additional U.S. note 1'. */
  | { readonly what: 'note'; readonly note: string }
  /** The rate of other goods: 'the article of which it is a part or accessory'. */
  | { readonly what: 'goods'; readonly goods: string }
  /** An amount that follows from the recipe of the goods: EA, ADSZ, ADFM of the European Union. */
  | { readonly what: 'component'; readonly code: string };

export type Term =
  /** Nothing is owed; under the condition where the text names one. */
  | { readonly kind: 'free'; readonly condition: string | null }
  /** A share of the value of the goods, or of a part of them. Less than nothing where the text subtracts it. */
  | { readonly kind: 'share'; readonly rate: Rate; readonly part: string | null }
  /** An amount in whole units of the currency for `per` units of the measure. */
  | {
      readonly kind: 'specific';
      readonly amount: Rate;
      readonly currency: string;
      readonly per: Rate;
      readonly measure: Measure;
      /** Sugar: the amount falls by `step` for each degree below `under`. */
      readonly less: { readonly step: Rate; readonly under: Rate } | null;
    }
  /** The rate of something else, on the goods or on a part of their value. */
  | { readonly kind: 'reference'; readonly to: Reference; readonly part: string | null };

/** `least` and `most` are sums of the same kind; the most holds last. */
export type Duty = {
  readonly terms: readonly Term[];
  readonly least: readonly Term[] | null;
  readonly most: readonly Term[] | null;
};

/** A rate with the text it was read from. */
export type Expression = { readonly text: string; readonly duty: Duty };

/** Whether the rate leads to another one of the tariff. */
export const asksTariff = ({ terms, least, most }: Duty): boolean =>
  [...terms, ...(least ?? []), ...(most ?? [])].some(({ kind }) => kind === 'reference');

/** What a tariff's kind of rate is called in counts. */
export const DUTY_KINDS = [
  'free',
  'ad-valorem',
  'specific',
  'compound',
  'bounded',
  'reference',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export function kindOf({ terms, least, most }: Duty): DutyKind {
  const [first, ...rest] = terms;
  if (terms.some(({ kind }) => kind === 'reference')) return 'reference';
  if (least !== null || most !== null) return 'bounded';
  if (first === undefined || (first.kind === 'free' && rest.length === 0)) return 'free';
  if (terms.every(({ kind }) => kind === 'share')) return 'ad-valorem';
  return rest.length === 0 ? 'specific' : 'compound';
}

/** A quote: what bringing goods in costs, what it rests on, what has to be stated, and what keeps it from binding. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { ChargeAssessment } from '../charges/charge.ts';
import type { Category } from '../decision/decision.ts';
import type { Collector, DatasetElement, Prohibition, Threshold } from '../jurisdiction/pack.ts';
import type { Day } from '../kernel/day.ts';
import type { Money } from '../kernel/money.ts';
import type { Uncertainty } from './asked.ts';
import type { Validity } from './validity.ts';

/**
 * Why a quote is an estimate and binds nobody. `rows-unverified`: nobody read the primary source of a row it rests on;
 * `incomplete`: a fact is missing that the figures need; `goods-uncertain` and `way-uncertain`: facts that may change them;
 * `goods-prohibited`: they may not come in; `day-past` and `day-far`: days for which nothing is promised;
 * `elsewhere`: the law of another country; `not-issued`: worked out without the authority that could sign it.
 */
export const DOUBTS = [
  'rows-unverified',
  'incomplete',
  'goods-uncertain',
  'way-uncertain',
  'seller-uncertain',
  'goods-prohibited',
  'day-past',
  'day-far',
  'elsewhere',
  'not-issued',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** How far the figures may lie apart, and the facts that decide it, the weightiest first. */
export type QuoteRange = {
  readonly low: Money;
  readonly high: Money;
  readonly settledBy: readonly {
    readonly fact: string;
    /** The figure for each thing that the fact may be, all else being likeliest. */
    readonly options: readonly { readonly says: string; readonly total: Money }[];
  }[];
};

/** An element that the declaration of the goods must bring. */
export type NeededElement = {
  readonly element: string;
  readonly obligation: DatasetElement['obligation'];
  readonly rule: string;
  readonly source: string;
};

export type QuotedProhibition = { readonly row: Prohibition; readonly items: readonly number[] };

export type Quote = {
  /** 'pack@version'. */
  readonly law: string;
  readonly on: Day;
  /** Facts that matter: those the figures can depend on. */
  readonly facts: ParcelFacts;
  /** The same in canonical form. */
  readonly written: string;
  readonly charges: ChargeAssessment;
  readonly category: Category;
  readonly categoryBecause: readonly string[];
  readonly reliefs: readonly Threshold[];
  /** The scheme that collects at sale; null where all is payable at the border. */
  readonly collector: Collector | null;
  readonly needed: readonly NeededElement[];
  readonly prohibitions: readonly QuotedProhibition[];
  readonly uncertainties: readonly Uncertainty[];
  /** Null while every way the uncertain facts may turn out comes to the same. */
  readonly range: QuoteRange | null;
  readonly validity: Validity;
  /** Ids of rows that the quote rests on and whose primary source nobody read. */
  readonly unverified: readonly string[];
  /** Empty when it binds. */
  readonly doubts: readonly Doubt[];
};

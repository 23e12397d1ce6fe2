/** The words in which charges speak of a quote that was given before: what is known of it, and whether it was honoured. */
import type { Day } from '../kernel/day.ts';

/** A binding quote as the record has it. */
export type KnownQuote = {
  readonly id: string;
  /** 'pack@version' that it was given under. */
  readonly law: string;
  /** The day whose law it was worked out by. */
  readonly on: Day;
  /** It binds for taxable events from the one day on and before the other. */
  readonly from: Day;
  readonly until: Day;
  /** The facts that matter, in canonical form. */
  readonly facts: string;
  readonly currency: string;
  readonly total: string;
  readonly payable: string;
};

/** A fact in which the parcel is not as quoted; null where one side says nothing of it. */
export type QuoteDifference = {
  /** JSON Pointer into the facts of the quote. */
  readonly fact: string;
  readonly quoted: string | null;
  readonly shipped: string | null;
};

/** What became of the quote that a parcel names. */
export type QuoteOutcome =
  | { readonly quote: string; readonly honoured: true }
  | {
      readonly quote: string;
      readonly honoured: false;
      readonly because: 'unknown' | 'not-its-day' | 'facts-differ';
      readonly differences: readonly QuoteDifference[];
      /** What was quoted; null where no such quote was given. */
      readonly quoted: {
        readonly currency: string;
        readonly total: string;
        readonly payable: string;
      } | null;
    };

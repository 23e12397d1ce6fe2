/** The case that a rate or threshold is asked about: the parcel, its values, and the one item in question. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { ChargeStep, QuotaEffect } from './charge.ts';

/** Values in minor units of the currency of the law; lists are by item. */
export type ParcelValues = {
  readonly intrinsic: readonly bigint[];
  readonly freight: readonly bigint[];
  readonly insurance: readonly bigint[];
  readonly customs: readonly bigint[];
  readonly intrinsicTotal: bigint;
  readonly freightTotal: bigint;
  readonly insuranceTotal: bigint;
  readonly customsTotal: bigint;
  /** False when a value, currency or rate is missing: no threshold of value then relieves anything. */
  readonly known: boolean;
  readonly missing: readonly string[];
  /** How the value of an item came about; nothing when it was stated in the currency of the law. */
  readonly stepsOf: (item: number) => readonly ChargeStep[];
};

/**
 * What was sent before to the same order or person, in minor units of the currency of the law: thresholds and quotas
 * that add up over parcels need it.
 */
export type EarlierValues = {
  readonly order: bigint;
  readonly personDay: bigint;
  readonly personYear: bigint;
};

export const NOTHING_EARLIER: EarlierValues = { order: 0n, personDay: 0n, personYear: 0n };

export type ChargeCase = {
  readonly facts: ParcelFacts;
  /** The items of the parcel; a parcel without items is one item of which nothing is known. */
  readonly items: readonly Item[];
  readonly values: ParcelValues;
  readonly earlier: EarlierValues;
  /** The severest effect of the quotas that apply; null when none does. */
  readonly quota: QuotaEffect | null;
  /** Index of the item in question. */
  readonly item: number;
};

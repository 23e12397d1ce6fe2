/** The shape of a jurisdiction pack: law as dated rows, each with its source and how sure we are of it. */
import type { Day } from '../kernel/day.ts';
import type { Lane } from '../kernel/lane.ts';
import type { Money } from '../kernel/money.ts';
import type { Period } from '../kernel/period.ts';
import type { Rate, Rounding } from '../kernel/rate.ts';
import type { Expression } from '../tariff/duty.ts';
import type { TariffBook } from '../tariff/tariff-book.ts';
import type { Condition } from './condition.ts';
import type { ExchangeRule } from './exchange-day.ts';
import type { LawRow } from './law-row.ts';
import type { ExchangeRate, Office, SelectionRow, Source } from './pack-lists.ts';
import type { Registration } from './registration.ts';

/** A point on which practice differs or the law leaves a choice: rows of either reading stand in the pack, this one chooses. */
export type Parameter = LawRow & { readonly value: string; readonly choices: readonly string[] };

export type { LawRow };
export type TaxKind = 'duty' | 'vat' | 'gst' | 'excise' | 'fee';
export type RowChannel = 'post' | 'express' | 'freight' | 'any';
export type ValueBasis = 'intrinsic' | 'cif' | 'fob' | 'retail' | 'customs' | 'tax-amount';
/**
 * What is added up before a line of the law is drawn. `line`: items of one six-digit code; `consignment` and `parcel` are
 * the same house-level consignment in the two words of laws; the last three need what was sent before.
 */
export type RowScope =
  'item' | 'line' | 'consignment' | 'parcel' | 'order' | 'person-day' | 'person-year';
/** What a charge is computed on; `customs-value` is the value as the base of duty makes it. */
export type BaseComponent =
  'goods' | 'freight' | 'insurance' | 'customs-value' | 'duty' | 'excise' | 'fees' | 'vat';
/** What a specific amount is charged for; `piece` is each package of the consignment. */
export type ChargeUnit = 'line' | 'item' | 'consignment' | 'parcel' | 'piece' | 'kilogram' | 'litre' | 'alcohol-litre' | 'entry'; // prettier-ignore
export type { ExchangeRule };

export type Threshold = LawRow & {
  readonly tax: TaxKind;
  /** In the currency that the law names; values are compared with it exactly, at the rate of the day. */
  readonly amount: Money;
  readonly basis: ValueBasis;
  readonly scope: RowScope;
  readonly comparator: 'at-most' | 'below';
  /**
   * `exempt`: goods the row covers owe nothing while the scope is within; `cliff`: all or nothing, beyond the amount, or
   * with any goods the row does not cover, the whole scope is charged; `slice`: only the part beyond is charged;
   * `not-levied`: a computed tax this small (after its rounding) is not collected.
   */
  readonly mode: 'exempt' | 'cliff' | 'slice' | 'not-levied';
  readonly channel: RowChannel;
  readonly natures: readonly string[];
  readonly originIn: readonly string[];
  readonly goodsIn: readonly string[];
  readonly goodsNotIn: readonly string[];
  /** Measures of the tax that are relieved; empty means all. */
  readonly measures: readonly string[];
  /** True: only where a registered collector covers the goods; false: only where none does. */
  readonly sellerRegistered: boolean | null;
  readonly when: Condition | null;
};

/** Rows of one measure compete (the most specific wins); different measures add up. */
export type RateRow = LawRow & {
  readonly tax: TaxKind;
  readonly measure: string;
  /** Ad valorem part; null when the row is only specific. */
  readonly rate: Rate | null;
  /** The share of the taxed price that is tax: the base is divided by one less it. Null when the base is the untaxed price. */
  readonly grossedUpBy: Rate | null;
  /** The share of the ad valorem part that is owed; null when all of it is. */
  readonly shareOwed: Rate | null;
  /** Specific part; null when the row is only ad valorem. */
  readonly specific: { readonly amount: Money; readonly per: ChargeUnit } | null;
  /** What the ad valorem part is computed on; empty means the tax base of the tax. */
  readonly base: readonly BaseComponent[];
  /** Commodity code prefixes; the longest match wins; empty means every code. */
  readonly commodityPrefixes: readonly string[];
  readonly origins: readonly string[];
  readonly direction: 'import' | 'export' | 'transit' | 'return';
  readonly channel: RowChannel;
  readonly modes: readonly string[];
  readonly when: Condition | null;
  /**
   * JSON Pointer of what has to be known before the law names a rate (`*` stands for the item), or `/law` where the rate is
   * in no row of the pack: the charge is due, its figure is not known, and the assessment is incomplete.
   */
  readonly lacks?: string;
  /** The whole charge on an item as tariffs write it, instead of rate and amount. */
  readonly expression?: Expression;
};

export type TaxBase = LawRow & {
  readonly tax: TaxKind;
  readonly include: readonly BaseComponent[];
  /** The share of the price of the goods that counts in the value for Customs; null when all of it does. */
  readonly goodsShare: Rate | null;
  /** Only for duty: the parcels that are valued by this row rather than by the one without condition. */
  readonly when: Condition | null;
  readonly exchangeRule: ExchangeRule;
};

export type Collector = LawRow & {
  readonly model: 'vendor' | 'platform' | 'redeliverer' | 'post' | 'express' | 'buyer' | 'payment';
  readonly scheme: string;
  readonly taxes: readonly TaxKind[];
  readonly period: 'month' | 'quarter' | 'transaction';
  readonly fallback: number;
  readonly goodsNotIn: readonly string[];
  readonly valueAtMost: Money | null;
  /** Whether `valueAtMost` is held against each item or the whole consignment. */
  readonly valueScope: 'item' | 'consignment';
  /** The form of the scheme's numbers: `#` is a digit, `@` a capital letter, anything else itself; null when not known. */
  readonly numberForm: string | null;
};

export type QuotaConsequence = 'reject' | 'full-tax' | 'general-trade';
export type Quota = LawRow & {
  readonly perTransaction: Money | null;
  readonly perYear: Money | null;
  /** What is held against the quota. */
  readonly basis: 'intrinsic' | 'customs';
  readonly overQuota: QuotaConsequence;
  /** What happens beyond the year's amount. */
  readonly overYear: QuotaConsequence;
  /** Which parcels the quota is about; null means all. */
  readonly when: Condition | null;
};

export type DatasetElement = {
  /** Element name of ConsignmentFacts or Item ('items.commodityCode'). */
  readonly element: string;
  /** Mandatory, conditional, optional, voluntary (earns facilitation). */
  readonly obligation: 'M' | 'C' | 'O' | 'V';
  readonly when: Condition | null;
};

export type Dataset = LawRow & {
  readonly profile: string;
  readonly elements: readonly DatasetElement[];
};

export type Deadline = LawRow & {
  readonly mode: string;
  readonly event: string;
  readonly before: 'loading' | 'departure' | 'arrival' | 'notice';
  /** Minutes before (or, for `notice`, after) the event. */
  readonly offsetMinutes: number;
};

export type Prohibition = LawRow & {
  readonly category: string;
  readonly action: 'refuse' | 'seize' | 'hold' | 'licence';
  readonly lane: Lane;
  readonly agency: string;
  readonly commodityPrefixes: readonly string[];
  readonly keywords: readonly string[];
  readonly origins: readonly string[];
  readonly licence: string | null;
};

export type DataQualityRow = LawRow & {
  readonly field: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly terms: readonly string[];
  /** BCP 47 tag of the terms; null when they belong to no language. */
  readonly language: string | null;
};

export type ReturnRow = LawRow & {
  readonly windowDays: number;
  readonly refundOf: readonly TaxKind[];
  readonly evidence: readonly string[];
  readonly applicants: readonly string[];
};

/**
 * `exchange` rounds converted amounts, `customs-value` the value of an item, `total` what is payable at the border,
 * `duty-base` and the like what an ad valorem part of that kind is computed on.
 */
export type RoundingRow = LawRow & {
  readonly applies: TaxKind | `${TaxKind}-base` | 'exchange' | 'customs-value' | 'total';
  /** Whether each line of a charge is rounded, or the sum of what the kind owes at the border. */
  readonly scope: 'line' | 'parcel';
  readonly rounding: Rounding;
};

/** When a parcel is in an Immediate Release category; the lowest category whose condition holds is the parcel's. */
export type CategoryRow = LawRow & { readonly category: 1 | 2 | 3 | 4; readonly when: Condition };

/** Which source is believed first for an element. */
export type Precedence = LawRow & { readonly element: string; readonly kinds: readonly string[] };

export type RiskRule = LawRow & {
  readonly title: string;
  readonly version: number;
  readonly mode: 'shadow' | 'live';
  readonly scope: 'parcel' | 'item';
  readonly when: Condition;
  readonly effect: Lane | 'ask';
  readonly weight: number;
  readonly reason: string;
  readonly lookFor: string | null;
  readonly question: string | null;
  /** True when the sentences are so general that a random selection may wear them. */
  readonly cover: boolean;
};

/** What is kept under one kind of key: messages, input records and officers' notes. Other keys never expire. */
export const RETENTION_CLASSES = ['declaration'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

export type RetentionRow = LawRow & {
  readonly retentionClass: RetentionClass;
  readonly years: number;
  /** What the years are counted from: the day of recording, or the end of its calendar year. */
  readonly countedFrom: 'day' | 'year-end';
};

/** A pack as parsed: all rows of all times; `lawInForce` cuts out one day. */
export type Pack = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly country: string;
  readonly currency: string;
  readonly zoneOffsetMinutes: number;
  readonly zone: string;
  readonly languages: readonly string[];
  /** ISO week days (1 is Monday) on which nobody works. */
  readonly weekend: readonly number[];
  readonly inForceFrom: Day;
  /** Identifier schemes and the like that are the jurisdiction's own words, per language and code. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly sources: readonly Source[];
  readonly parameters: readonly Parameter[];
  readonly thresholds: readonly Threshold[];
  readonly rates: readonly RateRow[];
  readonly taxBases: readonly TaxBase[];
  readonly collectors: readonly Collector[];
  readonly registrations: readonly Registration[];
  readonly quotas: readonly Quota[];
  readonly datasets: readonly Dataset[];
  readonly deadlines: readonly Deadline[];
  readonly prohibitions: readonly Prohibition[];
  readonly dataQuality: readonly DataQualityRow[];
  readonly returns: readonly ReturnRow[];
  readonly retentions: readonly RetentionRow[];
  readonly roundings: readonly RoundingRow[];
  readonly categories: readonly CategoryRow[];
  readonly precedences: readonly Precedence[];
  readonly riskRules: readonly RiskRule[];
  readonly selections: readonly SelectionRow[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly commodityCodes: readonly (Period & { readonly code: string })[];
  readonly offices: readonly Office[];
  readonly holidays: readonly Day[];
};

/** The law on one day: the rows that hold, with the look-ups that the hot path needs already built. Cache it per pack and day. */
export type LawInForce = Omit<Pack, 'exchangeRates' | 'commodityCodes'> & {
  readonly on: Day;
  /** True when the code (its first six digits, or more where the pack knows them) exists on the day. */
  readonly knowsCommodityCode: (code: string) => boolean;
  /** Minor units, in the law's currency and rounded down, of the threshold that holds on the day, for conditions; undefined when none does. */
  readonly thresholdMinor: (id: string) => number | undefined;
  /** Units of the jurisdiction's currency for one unit of the other; null when unknown. */
  readonly exchangeRate: (
    currency: string,
  ) => Pick<ExchangeRate, 'rate' | 'source' | 'verified'> | null;
  /** The tariff in use, which rates may refer to; absent where none was imported. */
  readonly tariff?: TariffBook;
};

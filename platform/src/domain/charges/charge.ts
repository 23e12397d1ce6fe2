/** What is owed on a parcel, as lines that can show their steps: base, rate, rounding and source of each figure. */
import type { Money } from '../kernel/money.ts';
import type { Rate } from '../kernel/rate.ts';
import type { DutyFindingCode } from '../tariff/duty-findings.ts';
import type { Measure } from '../tariff/duty.ts';

export const CHARGE_KINDS = ['duty', 'vat', 'gst', 'excise', 'fee'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** Who pays it and when: collected by a registered collector at sale, or payable at the border. */
export type ChargePlace = 'at-sale' | 'at-border';

/** One step of a computation, readable by a judge: what was done, to which base, with what, giving what. */
export type ChargeStep = {
  readonly what: string;
  /** Decimal string with currency, as `writeAmount` writes it, when the step has a base. */
  readonly base?: string;
  /** Exact fraction or specific amount as the law states it ('0.15', '3.00 XMC per line'). */
  readonly rate?: string;
  readonly result: string;
  /** Id of the pack row that says so. */
  readonly rule: string;
};

export type ChargeLine = {
  readonly charge: ChargeKind;
  /** Always in the currency of the jurisdiction. */
  readonly amount: Money;
  /** Index of the item, or null when the charge falls on the consignment. */
  readonly item: number | null;
  readonly rule: string;
  /** Id of the legal source in the pack's sources.csv. */
  readonly source: string;
  readonly place: ChargePlace;
  /** The rate of a share of the value, as the law states it; null where the charge is an amount. */
  readonly rate: Rate | null;
  /** The quantities it was charged on, where the law states it as tariffs write it. */
  readonly measures?: readonly Measure[];
  /** How the figure came about, worked out when somebody asks: the journal keeps figures, and replay shows their steps again. */
  readonly steps: () => readonly ChargeStep[];
};

/** A rate that could not be worked out, so that its charge is due and nobody knows how much: never a silent zero. */
export type ChargeFinding = {
  /** Id of the pack row. */
  readonly rule: string;
  readonly item: number | null;
  readonly code: DutyFindingCode;
  /** The text of the rate, and the characters of it that the finding is about. */
  readonly text: string;
  readonly at: number;
  readonly length: number;
  /** Names the rate of the tariff in whose text they stand; absent where that is `text`. */
  readonly rate?: string;
  readonly reason: string;
  readonly fix: string;
};

/** Value bases of one item in the jurisdiction's currency. */
export type ItemValue = { readonly intrinsic: Money; readonly customs: Money };

/** Where a parcel stands under a quota of the pack, and what the law then does. */
export type QuotaEffect = {
  readonly rule: string;
  readonly state: 'within' | 'over-transaction' | 'over-year';
  readonly effect: 'none' | 'reject' | 'full-tax' | 'general-trade';
};

export type ChargeAssessment = {
  readonly pack: string;
  readonly packVersion: string;
  /** ISO date of the taxable event that chose the law. */
  readonly on: string;
  readonly currency: string;
  readonly intrinsicValue: Money;
  readonly customsValue: Money;
  readonly freightValue: Money;
  readonly items: readonly ItemValue[];
  readonly lines: readonly ChargeLine[];
  readonly total: Money;
  /** Part of the total that is payable at the border. */
  readonly payable: Money;
  /** Ids of threshold rows that relieved the parcel of a charge. */
  readonly reliefs: readonly string[];
  readonly quotas: readonly QuotaEffect[];
  /** True when value, rate or currency was missing, so that the figures do not bind anybody. */
  readonly incomplete: boolean;
  /** JSON Pointers of the facts whose absence makes it incomplete. */
  readonly missing: readonly string[];
  readonly findings: readonly ChargeFinding[];
  /** True when a primary source confirms every row the figures rest on: only such figures make a debt or a binding quote. */
  readonly verified: boolean;
  /** Ids of the rows that no primary source confirms; `exchange-rate:USD` for a rate of exchange. */
  readonly unverified: readonly string[];
};

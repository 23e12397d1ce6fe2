/** The words of the public pages: each sentence once in each language, figures marked so that they keep their direction. */
import type { ChargeKind } from '../../domain/charges/charge.ts';
import type { Doubt } from '../../domain/quotes/quote.ts';
import type { NextStep, PublicStage } from './tracking.ts';

/** What is wrong with a field of the estimate's form, and how to mend it. */
export type FieldFault =
  | 'what-empty'
  | 'what-unknown'
  | 'code-malformed'
  | 'code-unknown'
  | 'from-unknown'
  | 'price-malformed'
  | 'price-zero'
  | 'currency-unknown'
  | 'by-unknown'
  | 'freight-malformed'
  | 'weight-malformed'
  | 'weight-needed';

export type Texts = {
  readonly customs: (country: string) => string;
  readonly skip: string;
  readonly languages: string;
  readonly home: {
    readonly title: string;
    readonly cost: string;
    readonly costSays: string;
    readonly costButton: string;
    readonly parcel: string;
    readonly parcelSays: string;
  };
  readonly track: {
    readonly title: string;
    readonly field: string;
    readonly hint: string;
    readonly button: string;
    readonly again: string;
    readonly empty: string;
    readonly stages: Readonly<Record<PublicStage, string>>;
    readonly done: string;
    readonly current: string;
    readonly notYet: string;
    readonly next: string;
    readonly nexts: Readonly<Record<NextStep, readonly [title: string, says: string]>>;
    readonly asOf: (time: string) => string;
    readonly money: string;
    readonly real: string;
  };
  readonly estimate: EstimateTexts;
  readonly quote: QuoteTexts;
  readonly about: AboutTexts;
  readonly receipt: {
    readonly title: string;
    readonly ours: (time: string) => string;
    readonly sealed: string;
    readonly notSealed: string;
    readonly foreign: string;
  };
  readonly busy: { readonly title: string; readonly text: (seconds: number) => string };
  readonly footer: { readonly about: string; readonly real: string; readonly home: string };
};

type EstimateTexts = {
  readonly title: string;
  readonly intro: string;
  readonly what: string;
  readonly whatHint: string;
  readonly goods: string;
  readonly goodsNone: string;
  readonly from: string;
  readonly choose: string;
  readonly price: string;
  readonly priceHint: string;
  readonly currency: string;
  readonly by: string;
  readonly ways: Readonly<Record<'post' | 'express', string>>;
  readonly more: string;
  readonly code: string;
  readonly codeHint: string;
  readonly freight: string;
  readonly freightHint: string;
  readonly weight: string;
  readonly weightHint: string;
  readonly gift: string;
  readonly taxed: string;
  readonly button: string;
  readonly faults: string;
  readonly fault: Readonly<Record<FieldFault, string>>;
  readonly heading: (goods: string, country: string, price: string) => string;
  readonly onTop: string;
  readonly nothing: string;
  readonly why: string;
  readonly charges: Readonly<Record<ChargeKind, string>>;
  readonly share: (charge: string, percent: string, base: string) => string;
  readonly total: string;
  readonly checkout: string;
  readonly door: string;
  readonly carrier: string;
  readonly law: (day: string) => string;
  readonly lawSays: string;
  readonly takenAs: (code: string) => string;
  readonly spared: string;
  readonly relief: (charge: string, amount: string) => string;
  readonly restricted: string;
  readonly legal: string;
  readonly again: string;
};

type QuoteTexts = {
  readonly title: string;
  readonly range: (low: string, high: string) => string;
  /** By the pointer of a fact. */
  readonly facts: Readonly<Record<string, string>>;
  /** What a fact may be, where it is not shown as it is. */
  readonly options: Readonly<Record<string, string>>;
  readonly offer: (until: string) => string;
  readonly button: string;
  readonly open: string;
  readonly doubts: Readonly<Record<Doubt, string>>;
  readonly notVerified: string;
  readonly documents: string;
  readonly category: (category: number) => string;
  readonly holds: (from: string, until: string) => string;
  readonly use: string;
  readonly for: string;
  readonly proof: string;
  readonly foreign: string;
  readonly whole: string;
};

type AboutTexts = {
  readonly title: string;
  readonly real: string;
  readonly realSays: readonly string[];
  readonly type: string;
  readonly doing: string;
  readonly doingSays: readonly string[];
  readonly rights: string;
  readonly rightsSays: readonly string[];
};

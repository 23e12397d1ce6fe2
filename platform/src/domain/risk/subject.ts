/** What targeting judges: one parcel with everything known of it, and the view of it that rules read item by item. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Item } from '../advance-data/statement.ts';
import type { ChargeAssessment } from '../charges/charge.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Money } from '../kernel/money.ts';
import { gramsOf, type Quantity } from '../kernel/quantity.ts';
import type { Knowledge } from './knowledge.ts';
import { wordsOf } from './words.ts';

export type RiskSubject = {
  readonly facts: ParcelFacts;
  /** Findings of the statements in force and of their comparison. */
  readonly findings: readonly Finding[];
  /** 0 to 100. */
  readonly quality: number;
  readonly charges: ChargeAssessment;
  readonly knowledge: Knowledge;
};

/** Amounts in minor units and masses in grams as plain numbers; undefined where not known. */
export type CaseNumbers = {
  /** Customs value of the item, or of the parcel. */
  readonly value: number | undefined;
  readonly mass: number | undefined;
  /** Of the item; undefined for the parcel. */
  readonly quantity: number | undefined;
};

/**
 * A parcel, or one item of it (`item` undefined, `index` -1 for the parcel). What costs something is computed at first
 * use and kept for the rest of the assessment; nothing of it is visible outside.
 */
export type RiskCase = {
  readonly subject: RiskSubject;
  readonly item: Item | undefined;
  readonly index: number;
  words: readonly string[] | undefined;
  numbers: CaseNumbers | undefined;
};

export const caseOfParcel = (subject: RiskSubject): RiskCase => ({
  subject,
  item: undefined,
  index: -1,
  words: undefined,
  numbers: undefined,
});

export const caseOfItem = (subject: RiskSubject, item: Item, index: number): RiskCase => ({
  subject,
  item,
  index,
  words: undefined,
  numbers: undefined,
});

/** Of the item at hand, computed once. */
export const itemNumbers = (given: RiskCase): CaseNumbers =>
  (given.numbers ??= {
    value: assessedAmount(given.subject, given.subject.charges.items[given.index]?.customs),
    mass: gramsKnown(given.item?.massNet ?? given.item?.massGross),
    quantity:
      given.item?.quantity === undefined ? undefined : Number(given.item.quantity.micro) / 1e6,
  });

/** Gross mass of the parcel in grams: computed once where the parcel is asked, as many rules do. */
export function grossMass(given: RiskCase): number | undefined {
  const { facts } = given.subject;
  if (given.item !== undefined) return gramsKnown(facts.massGross);
  given.numbers ??= { value: undefined, mass: gramsKnown(facts.massGross), quantity: undefined };
  return given.numbers.mass;
}

/** Amounts count only if the figures bind. */
export const assessedAmount = (
  subject: RiskSubject,
  amount: Money | undefined,
): number | undefined =>
  amount === undefined || subject.charges.incomplete ? undefined : Number(amount.minor);

export function gramsKnown(mass: Quantity | undefined): number | undefined {
  const found = mass === undefined ? null : gramsOf(mass);
  return found === null ? undefined : Number(found);
}

const NO_WORDS: readonly string[] = [];

/** Words of the item's description; of all descriptions for the parcel. */
export function wordsOfCase(given: RiskCase): readonly string[] {
  given.words ??=
    given.item === undefined
      ? given.subject.facts.items.flatMap((item) => descriptionWords(item))
      : descriptionWords(given.item);
  return given.words;
}

const descriptionWords = (item: Item): readonly string[] =>
  item.description === undefined ? NO_WORDS : wordsOf(item.description);

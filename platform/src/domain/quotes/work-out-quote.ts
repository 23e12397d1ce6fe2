/** Works out a quote: the charges of the likeliest facts, how far others would lead, and whether it can bind. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { ChargeAssessment } from '../charges/charge.ts';
import { factsThatMatter } from '../charges/facts-that-matter.ts';
import { categoryOf } from '../decision/category.ts';
import type { DecisionBook } from '../decision/decide.ts';
import type { Collector, LawInForce, Pack, Threshold } from '../jurisdiction/pack.ts';
import type { Day } from '../kernel/day.ts';
import { limits } from '../kernel/limits.ts';
import { assessRisk } from '../risk/assess-risk.ts';
import type { Knowledge } from '../risk/knowledge.ts';
import type { RuleBook } from '../risk/rules.ts';
import type { RiskSubject } from '../risk/subject.ts';
import { uncertaintiesOf, type QuoteAsked, type Uncertainty } from './asked.ts';
import { chargesAsQuoted } from './honour.ts';
import { neededFor } from './needed.ts';
import type { Doubt, Quote, QuotedProhibition } from './quote.ts';
import { writeQuotedFacts } from './quoted-facts.ts';
import { rangeOf } from './range.ts';
import { changesOf, validityOf } from './validity.ts';

/** The law of one day with its rules compiled, as a journey has it. */
export type QuoteLaw = {
  readonly law: LawInForce;
  readonly rules: RuleBook;
  readonly decisions: DecisionBook;
  /** 'pack@version'. */
  readonly version: string;
};

/** Where and when a quote is asked. */
export type QuoteSetting = {
  readonly pack: Pack;
  readonly law: QuoteLaw;
  readonly lawOn: (day: Day) => LawInForce;
  readonly today: Day;
  /** Whether whoever works it out may promise anything under this law, and why not. */
  readonly authority: 'own' | 'elsewhere' | 'not-issued';
};

const NOTHING_KNOWN: Knowledge = {
  declarant: null,
  collectorHolder: null,
  orderParcels: 0,
  consigneeToday: 0,
  sellerToday: 0,
  screeningHits: [],
};

export function workOutQuote(asked: QuoteAsked, setting: QuoteSetting): Quote {
  const { law } = setting.law;
  const uncertainties = uncertaintiesOf(asked, law);
  const likeliest = likeliestOf(asked.facts, uncertainties);
  const charges = chargesAsQuoted(likeliest, law);
  const facts = factsThatMatter(likeliest, law);
  const judged = judge(likeliest, charges, setting.law);
  const needed = neededFor(likeliest, judged.category, law);
  const collector = collectorOf(likeliest, law);
  const unverified = unverifiedOf(charges, judged, law);
  const range = rangeOf(asked.facts, uncertainties, law);
  const validity = validityOf({ facts: likeliest, charges, law, lawOn: setting.lawOn, changes: changesOf(setting.pack), today: setting.today }); // prettier-ignore
  const doubting = { charges, unverified, uncertainties, prohibitions: judged.prohibitions };
  return {
    law: setting.law.version,
    on: law.on,
    facts,
    written: writeQuotedFacts(facts),
    charges,
    ...judged,
    reliefs: reliefsOf(charges, law),
    collector,
    needed,
    uncertainties,
    range,
    validity,
    unverified,
    doubts: doubtsOf(doubting, setting),
  };
}

const likeliestOf = (facts: ParcelFacts, uncertainties: readonly Uncertainty[]): ParcelFacts =>
  uncertainties.reduce((taken, { options }) => options[0]?.apply(taken) ?? taken, facts);

type Judged = Pick<Quote, 'category' | 'categoryBecause' | 'prohibitions'>;

/** Category and prohibitions, by the functions that decide parcels. */
function judge(facts: ParcelFacts, charges: ChargeAssessment, { law, rules, decisions }: QuoteLaw): Judged {
  const subject: RiskSubject = { facts, charges, findings: [], quality: 100, knowledge: NOTHING_KNOWN };
  const hits = assessRisk(subject, rules, { draw: null, model: null }).prohibitions;
  const { category, because } = categoryOf(subject, hits, decisions.categories);
  const prohibitions = hits.flatMap(({ row: id, items }): readonly QuotedProhibition[] => {
    const row = law.prohibitions.find((each) => each.id === id);
    return row === undefined ? [] : [{ row, items }];
  });
  return { category, categoryBecause: because, prohibitions };
} // prettier-ignore

/** Rows that the figures rest on, and those that put the parcel into its category or keep it out. */
function unverifiedOf(
  { unverified }: ChargeAssessment,
  { categoryBecause, prohibitions }: Judged,
  { categories }: LawInForce,
): readonly string[] {
  const judging = [
    ...categories.filter(({ id }) => categoryBecause.includes(id)),
    ...prohibitions.map(({ row }) => row),
  ];
  return [...unverified, ...judging.filter(({ verified }) => !verified).map(({ id }) => id)];
}

/** A relief is worth a line when the charge it relieves is not owed by another rule; one for each charge. */
function reliefsOf({ reliefs, lines }: ChargeAssessment, law: LawInForce): readonly Threshold[] {
  const owed = new Set<string>(lines.map(({ charge }) => charge));
  const granted = law.thresholds.filter(({ id, tax }) => reliefs.includes(id) && !owed.has(tax));
  return granted.filter(
    ({ tax }, index) => granted.findIndex((one) => one.tax === tax) === index && tax !== 'fee',
  );
}

function collectorOf({ fiscal }: ParcelFacts, law: LawInForce): Collector | null {
  const scheme = fiscal?.collector?.scheme.toLowerCase();
  return law.collectors.find((row) => row.scheme.toLowerCase() === scheme) ?? null;
}

type Doubting = Pick<Quote, 'charges' | 'unverified' | 'uncertainties' | 'prohibitions'>;

/** Freight that nobody stated keeps no quote from binding: it binds for a parcel without any. */
function doubtsOf(
  { charges, unverified, uncertainties, prohibitions }: Doubting,
  { law: { law }, today, authority }: QuoteSetting,
): readonly Doubt[] {
  const isUncertain = (pattern: RegExp): boolean =>
    uncertainties.some(({ fact }) => pattern.test(fact));
  const doubts: (readonly [Doubt, boolean])[] = [
    ['rows-unverified', unverified.length > 0],
    ['incomplete', charges.incomplete],
    ['goods-uncertain', isUncertain(/^\/goods/)],
    ['way-uncertain', isUncertain(/^\/mode/)],
    ['seller-uncertain', isUncertain(/^\/seller/)],
    ['goods-prohibited', prohibitions.some(({ row }) => isBarred(row.action))],
    ['day-past', law.on < today],
    ['day-far', law.on > today + limits.quoteDaysAhead],
    ['elsewhere', authority === 'elsewhere'],
    ['not-issued', authority === 'not-issued'],
  ];
  return doubts.filter(([, holds]) => holds).map(([doubt]) => doubt);
}

const isBarred = (action: QuotedProhibition['row']['action']): boolean =>
  action === 'refuse' || action === 'seize';

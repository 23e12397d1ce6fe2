/** Compares decisions with what another law would have made of the same facts, and sums up what differs. */
import type { Category } from './decision/decision.ts';
import { CHARGE_KINDS, type ChargeKind } from './charges/charge.ts';
import type { Lane } from './kernel/lane.ts';
import type { Day } from './kernel/day.ts';
import { present } from './kernel/invariant.ts';
import { money, readAmount, writeAmount } from './kernel/money.ts';
import type { LawBook } from './journey-law.ts';
import type { ParcelEvent } from './parcel-state.ts';

/** What a decision came to, in words of the journal. */
export type ShadowOutcome = {
  readonly currency: string;
  readonly total: string;
  readonly payable: string;
  readonly incomplete: boolean;
  /** Decimal amounts. */
  readonly charges: Readonly<Partial<Record<ChargeKind, string>>>;
  readonly lane: Lane;
  readonly category: Category;
};

/** Null where the events are no decision. */
export function outcomeOf(events: readonly ParcelEvent[]): ShadowOutcome | null {
  const charges = events.findLast((event) => event.type === 'charges-assessed');
  const decided = events.findLast((event) => event.type === 'decided');
  if (charges === undefined || decided === undefined) return null;
  const { currency, total, payable, incomplete } = charges;
  const sums: Partial<Record<ChargeKind, string>> = {};
  for (const { charge, amount } of charges.lines)
    sums[charge] = plus(sums[charge] ?? '0', amount, currency);
  const { lane, category } = decided;
  return { currency, total, payable, incomplete, charges: sums, lane, category };
}

type Pair = { readonly before: string; readonly after: string };

/**
 * The sums of a rehearsal, JSON-safe. A parcel counts once in all figures of money, lane and category: at its first decision that
 * was looked at. Decisions about it that follow are only counted.
 */
export type ShadowFigures = {
  readonly currency: string;
  readonly parcels: number;
  /** Parcels for which anything differs. */
  readonly touched: number;
  readonly decidedAgain: number;
  readonly touchedAgain: number;
  /** Decisions that the other law could not make from what was recorded. */
  readonly failed: number;
  /** Decisions whose input record is erased or cannot be read. */
  readonly unreadable: number;
  readonly total: Pair;
  readonly payable: Pair;
  readonly incomplete: { readonly before: number; readonly after: number };
  readonly charges: Readonly<Record<string, Pair & { readonly touched: number }>>;
  readonly lanes: Readonly<Record<string, number>>;
  readonly categories: Readonly<Record<string, number>>;
  readonly examples: readonly ShadowExample[];
};

export type ShadowExample = {
  /** Id of the parcel in the record. */
  readonly parcel: string;
  readonly before: ShadowOutcome;
  readonly after: ShadowOutcome;
};

const EXAMPLES_MAX = 20;
const NOTHING: Pair = { before: '0', after: '0' };

export const noFigures = (currency: string): ShadowFigures => ({
  currency,
  parcels: 0,
  touched: 0,
  decidedAgain: 0,
  touchedAgain: 0,
  failed: 0,
  unreadable: 0,
  total: NOTHING,
  payable: NOTHING,
  incomplete: { before: 0, after: 0 },
  charges: {},
  lanes: {},
  categories: {},
  examples: [],
});

export type Compared = ShadowExample & { readonly isFirst: boolean };

/** The figures with one more decision in them. */
export function withCompared(figures: ShadowFigures, compared: Compared): ShadowFigures {
  const { isFirst, ...example } = compared;
  const { before, after } = example;
  const isTouched = differs(before, after);
  if (!isFirst)
    return {
      ...figures,
      decidedAgain: figures.decidedAgain + 1,
      touchedAgain: figures.touchedAgain + (isTouched ? 1 : 0),
    };
  return {
    ...figures,
    parcels: figures.parcels + 1,
    touched: figures.touched + (isTouched ? 1 : 0),
    total: added(figures.total, { before: before.total, after: after.total }, figures.currency),
    payable: added(figures.payable, { before: before.payable, after: after.payable }, figures.currency), // prettier-ignore
    incomplete: {
      before: figures.incomplete.before + (before.incomplete ? 1 : 0),
      after: figures.incomplete.after + (after.incomplete ? 1 : 0),
    },
    charges: chargesWith(figures, before, after),
    lanes: counted(figures.lanes, before.lane, after.lane),
    categories: counted(figures.categories, String(before.category), String(after.category)),
    examples:
      isTouched && figures.examples.length < EXAMPLES_MAX
        ? [...figures.examples, example]
        : figures.examples,
  };
}

/** Only figures and lanes that a person would notice; another rule that leads to the same is no difference. */
const differs = (before: ShadowOutcome, after: ShadowOutcome): boolean =>
  before.total !== after.total ||
  before.payable !== after.payable ||
  before.incomplete !== after.incomplete ||
  before.lane !== after.lane ||
  before.category !== after.category ||
  kindsOf(before, after).some((kind) => before.charges[kind] !== after.charges[kind]);

const kindsOf = (before: ShadowOutcome, after: ShadowOutcome): readonly ChargeKind[] =>
  CHARGE_KINDS.filter(
    (kind) => before.charges[kind] !== undefined || after.charges[kind] !== undefined,
  );

function chargesWith(
  { charges, currency }: ShadowFigures,
  before: ShadowOutcome,
  after: ShadowOutcome,
): ShadowFigures['charges'] {
  const sums = { ...charges };
  for (const kind of kindsOf(before, after)) {
    const known = sums[kind] ?? { ...NOTHING, touched: 0 };
    const pair = { before: before.charges[kind] ?? '0', after: after.charges[kind] ?? '0' };
    const isTouched = before.charges[kind] !== after.charges[kind];
    sums[kind] = { ...added(known, pair, currency), touched: known.touched + (isTouched ? 1 : 0) };
  }
  return sums;
}

/** Counts only what moves: 'release>examine'. */
function counted(
  moves: Readonly<Record<string, number>>,
  before: string,
  after: string,
): Readonly<Record<string, number>> {
  if (before === after) return moves;
  const move = `${before}>${after}`;
  return { ...moves, [move]: (moves[move] ?? 0) + 1 };
}

const added = (sum: Pair, pair: Pair, currency: string): Pair => ({
  before: plus(sum.before, pair.before, currency),
  after: plus(sum.after, pair.after, currency),
});

function plus(left: string, right: string, currency: string): string {
  const minorOf = (text: string): bigint =>
    present(readAmount(text, currency), 'the journal holds amounts').minor;
  return writeAmount(money(minorOf(left) + minorOf(right), currency));
}

/** The law of a coming day taken for earlier ones, at the rates of exchange of the earlier day: those to come are not known. */
export function lawAsOf(book: LawBook, asOf: Day): LawBook {
  return {
    dayAt: (at) => book.dayAt(at),
    on: (day) => {
      if (day >= asOf) return book.on(day);
      const coming = book.on(asOf);
      const { exchangeRate } = book.on(day).law;
      return { ...coming, law: { ...coming.law, exchangeRate } };
    },
  };
}

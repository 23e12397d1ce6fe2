/**
 * The path of a parcel on one screen: what one statement makes of it, room by room. Pure: every fact is handed in, and
 * the same input gives the same events, which is what replay proves years later.
 */
import { factsInUse } from './advance-data/facts-in-use.ts';
import { inForce } from './advance-data/in-force.ts';
import { statementMade } from './advance-data/events.ts';
import type { ParcelFacts } from './advance-data/parcel-facts.ts';
import type { HouseReference, Statement } from './advance-data/statement.ts';
import { receiveScan } from './arrival/receive-scan.ts';
import type { ChargeAssessment } from './charges/charge.ts';
import { answerDueAt } from './decision/questions.ts';
import { isClosed, mayMove } from './decision/stage.ts';
import { assessParcel, type Assessed } from './journey-assessment.ts';
import type { LawBook, LawOfDay } from './journey-law.ts';
import type { LawInForce } from './jurisdiction/pack.ts';
import type { Moment } from './kernel/instant.ts';
import { openedAs, foldEvents, type ParcelEvent, type ParcelState } from './parcel-state.ts';
import { settle } from './release/settle.ts';
import { changeDebt } from './revenue/debt.ts';
import { NO_DEBT } from './revenue/events.ts';
import { secureDebt, type Guarantee } from './revenue/guarantee.ts';
import type { Account } from './revenue/posting.ts';
import type { Knowledge } from './risk/knowledge.ts';

/** A statement as the record keeps it: with its shard, and its facts in written form too. */
export type KeptStatement = Statement & { readonly shard: number; readonly factsText: string };

export type JourneyInput = {
  readonly at: Moment;
  readonly reference: HouseReference;
  /** Re-use count of the reference. */
  readonly period: number;
  readonly before: ParcelState | null;
  /** Statements already in the parcel's state, oldest first. */
  readonly earlier: readonly KeptStatement[];
  /** Statements that named only an order of this parcel and are linked to it now. */
  readonly linked: readonly KeptStatement[];
  /** The statement that came; null when only links came. */
  readonly statement: KeptStatement | null;
  /** Looks up what is known beside the statements; its answer is kept in the input record. */
  readonly knowledgeOf: (facts: ParcelFacts) => Knowledge;
  /** The verifiable random draw of this parcel in a stratum, in [0, 1,000,000); the number drawn is kept too. */
  readonly drawOf: (stratum: string) => number;
  /** What is left of an account's guarantee at this moment, kept too; null where the account is not limited. */
  readonly guaranteeOf: (account: Account) => Guarantee | null;
  /** The law as it was, by 'pack@version', for quotes that were given under another than the one in force. */
  readonly lawOf?: (version: string) => LawBook;
};

export type JourneyOutcome = {
  readonly events: readonly ParcelEvent[];
  readonly state: ParcelState;
  /** Facts in use after it; null when no statement is left in force. */
  readonly facts: ParcelFacts | null;
  /** The charges assessed, which can show their steps; null when nothing was. */
  readonly charges: ChargeAssessment | null;
  /** What `knowledgeOf` answered; null when it was not asked. */
  readonly knowledge: Knowledge | null;
  /** The number drawn; null when no stratum was. */
  readonly draw: number | null;
  /** What `guaranteeOf` answered; null when it was not asked, or the account is not limited. */
  readonly guarantee: Guarantee | null;
  /** 'pack@version' of the law in force. */
  readonly law: string;
};

/** The parcel on its way: the events so far and the state they fold to. */
type Way = {
  events: ParcelEvent[];
  state: ParcelState;
  guarantee: Guarantee | null;
  readonly at: Moment;
};

/**
 * Takes one statement (or the links of an order) about a parcel: advance data -> validation (done at the door) ->
 * charges -> risk -> decision -> arrival -> release -> revenue. Statistics read what was released.
 */
export function takeStatement(input: JourneyInput, book: LawBook): JourneyOutcome {
  const way = setOut(input);
  const standing = inForce([
    ...input.earlier,
    ...input.linked,
    ...(input.statement === null ? [] : [input.statement]),
  ]);
  const today = book.on(book.dayAt(input.at));
  if (standing.length === 0) return withdraw(way, today);
  const facts = factsInUse(input.reference, standing, today.law.precedences);
  const law = book.on(taxableDay(facts, input, book));
  const assessed = isToBeDecided(way.state, facts, input)
    ? assess(way, { input, facts, standing, law, book })
    : null;
  if (input.statement?.facts.arrival !== undefined)
    scan(way, { facts, law }, input.statement.facts.arrival);
  go(way, ...secureDebt(way.state.debt, askGuarantee(way, input)));
  conclude(way, facts);
  return {
    events: way.events,
    state: arrived(way),
    facts,
    charges: assessed?.charges ?? null,
    knowledge: assessed?.knowledge ?? null,
    draw: assessed?.draw ?? null,
    guarantee: way.guarantee,
    law: law.version,
  };
}

function setOut({ at, reference, period, before, linked, statement }: JourneyInput): Way {
  const way: Way = {
    events: [],
    state: before ?? openedAs({ type: 'parcel-opened', reference, period }),
    guarantee: null,
    at,
  };
  if (before === null) way.events.push({ type: 'parcel-opened', reference, period });
  for (const each of linked)
    go(way, { type: 'statement-linked', statement: each.id.toString(), shard: each.shard });
  if (statement !== null) go(way, statementMade(statement));
  return way;
}

/** One more event: kept, and folded into the state that the next room sees. */
function go(way: Way, ...events: readonly ParcelEvent[]): void {
  way.events.push(...events);
  way.state = foldEvents(way.state, events, way.at);
}

const arrived = (way: Way): ParcelState => ({ ...way.state, version: way.state.version + 1 });

/** The sender took its last word back: nothing is owed, and a parcel that has not left is cancelled. */
function withdraw(way: Way, today: LawOfDay): JourneyOutcome {
  go(way, ...changeDebt(way.state.debt, NO_DEBT));
  if (mayMove(way.state.custody.stage, 'cancelled')) go(way, { type: 'cancelled' });
  return {
    events: way.events,
    state: arrived(way),
    facts: null,
    charges: null,
    knowledge: null,
    draw: null,
    guarantee: null,
    law: today.version,
  };
}

/** The taxable event chooses the law: arrival where it is known or announced, else receipt. */
function taxableDay(facts: ParcelFacts, { at, before }: JourneyInput, book: LawBook): number {
  return book.dayAt(before?.custody.arrivedAt ?? facts.transport?.arrivalAt ?? at);
}

/** A scan alone changes no data; before a declaration or pre-loading data there is nothing to decide; after release it is too late. */
function isToBeDecided(
  { custody }: ParcelState,
  facts: ParcelFacts,
  { statement, linked }: JourneyInput,
): boolean {
  const hasNews = (statement !== null && statement.kind !== 'arrival') || linked.length > 0;
  const isKnown =
    facts.streams.declaration || (facts.streams.logistics && facts.profile === 'pre-loading');
  return hasNews && isKnown && !isClosed(custody.stage);
}

type Assessing = {
  readonly input: JourneyInput;
  readonly facts: ParcelFacts;
  readonly standing: readonly KeptStatement[];
  readonly law: LawOfDay;
  readonly book: LawBook;
};

function assess(way: Way, { input, facts, standing, law, book }: Assessing): Assessed {
  const knowledge = input.knowledgeOf(facts);
  const assessed = assessParcel({
    at: input.at,
    facts,
    standing,
    law,
    knowledge,
    drawOf: input.drawOf,
    guaranteeOf: askGuarantee(way, input),
    before: way.state,
    quoteLaw: quoteLaw(knowledge, { input, law, book }),
  });
  go(way, ...assessed.events, ...changeDebt(way.state.debt, assessed.debt));
  return assessed;
}

/** Remembers the answer for the input record: a journey asks about one account, the declarant's. */
const askGuarantee =
  (way: Way, { guaranteeOf }: JourneyInput): JourneyInput['guaranteeOf'] =>
  (account) =>
    (way.guarantee = guaranteeOf(account));
/** A quote is worked out again by the law that it was given under. */
function quoteLaw(
  { quote }: Knowledge,
  { input, law, book }: Pick<Assessing, 'input' | 'law' | 'book'>,
): LawInForce | null {
  if (quote === undefined || quote === null) return null;
  const given = quote.law === law.version ? book : input.lawOf?.(quote.law);
  return given?.on(quote.on).law ?? null;
}

function scan(
  way: Way,
  { facts, law }: Pick<Assessing, 'facts' | 'law'>,
  arrival: NonNullable<KeptStatement['facts']['arrival']>,
): void {
  const { mode, transport } = facts;
  const { deadlines } = law.decisions;
  const due = () => answerDueAt('information', { mode, transport, deadlines, at: way.at });
  go(way, ...receiveScan({ parcel: way.state.custody, facts, answerDueAt: due }, arrival));
}

/** What the engine does by itself after every change: lift, release or hold. */
function conclude(way: Way, facts: ParcelFacts): void {
  const { custody, debt } = way.state;
  go(
    way,
    ...settle({
      direction: facts.direction,
      custody,
      standing: debt.standing,
      agencies: custody.agencies,
    }),
  );
}

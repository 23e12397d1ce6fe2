/** The input record of a decision: everything it was made from, as text, so that replay needs nothing else. */
import { readWrittenFacts, type WrittenFacts } from './advance-data/statement-text.ts';
import type { HouseReference } from './advance-data/statement.ts';
import type { ChargeLine } from './charges/charge.ts';
import { canonicalJson } from './kernel/canonical-json.ts';
import { statementId, submissionId } from './kernel/identifier.ts';
import type { Moment } from './kernel/instant.ts';
import { present } from './kernel/invariant.ts';
import { parseOwn } from './kernel/parse-own.ts';
import {
  takeStatement,
  type JourneyInput,
  type JourneyOutcome,
  type KeptStatement,
} from './journey.ts';
import type { LawBook } from './journey-law.ts';
import type { ParcelEvent, ParcelState } from './parcel-state.ts';
import type { Guarantee } from './revenue/guarantee.ts';
import type { Knowledge } from './risk/knowledge.ts';

/** A statement with its facts in written form, spliced in as they are; ids as decimal text. */
type WrittenStatement = Omit<KeptStatement, 'id' | 'submission' | 'facts' | 'factsText'> & {
  readonly id: string;
  readonly submission: string;
  readonly facts: WrittenFacts;
};

type WrittenRecord = {
  readonly at: Moment;
  readonly reference: HouseReference;
  readonly period: number;
  readonly before: ParcelState | null;
  readonly earlier: readonly WrittenStatement[];
  readonly linked: readonly WrittenStatement[];
  readonly statement: WrittenStatement | null;
  readonly knowledge: Knowledge | null;
  readonly draw: number | null;
  /** Missing in records written before accounts were limited. */
  readonly guarantee?: Guarantee | null;
  /** 'pack@version' of the law it was decided under. */
  readonly law: string;
};

/** Writes the record. `law` is the version the decision was made under. */
export function writeInputRecord(
  input: JourneyInput,
  outcome: Pick<JourneyOutcome, 'knowledge' | 'draw' | 'guarantee' | 'law'>,
): string {
  const { at, reference, period, before, earlier, linked, statement } = input;
  const { knowledge, draw, guarantee, law } = outcome;
  const rest: Omit<WrittenRecord, 'earlier' | 'linked' | 'statement'> = {
    at,
    reference,
    period,
    before,
    knowledge,
    draw,
    guarantee,
    law,
  };
  const head = JSON.stringify(rest).slice(0, -1);
  const last = statement === null ? 'null' : written(statement);
  return `${head},"earlier":[${earlier.map(written).join(',')}],"linked":[${linked.map(written).join(',')}],"statement":${last}}`;
}

/**
 * Decides again from a record alone and gives the events in canonical form. `lawOf` finds the pack as it was, by 'pack@version'.
 */
export const decideAgain = (record: string, lawOf: (law: string) => LawBook): string =>
  canonicalJson(takeAgain(record, lawOf).events);

/** Decides again to show how the charges came about: each line with its steps, in the order of the journal. */
export const chargeAgain = (
  record: string,
  lawOf: (law: string) => LawBook,
): readonly ChargeLine[] => takeAgain(record, lawOf).charges?.lines ?? [];

/** A number of the draw that no stratum selects. */
const NOT_SELECTED = 999_999;

/**
 * Decides again under another law, to compare: what chance was not asked then selects nothing now, and a quote that binds is left
 * aside, because the figures are to be those of the law. `isFirst` says whether the parcel had no charges before this decision.
 */
export function decideInShadow(
  record: string,
  book: LawBook,
): { readonly events: readonly ParcelEvent[]; readonly isFirst: boolean } {
  const written = parseOwn<WrittenRecord>(record);
  const isFirst = (written.before?.charges ?? null) === null;
  const draw = written.draw ?? NOT_SELECTED;
  return { events: takeWritten({ ...written, draw }, book).events, isFirst };
}

function takeAgain(record: string, lawOf: (law: string) => LawBook): JourneyOutcome {
  const written = parseOwn<WrittenRecord>(record);
  return takeWritten(written, lawOf(written.law), lawOf);
}

function takeWritten(
  written: WrittenRecord,
  book: LawBook,
  lawOf?: (law: string) => LawBook,
): JourneyOutcome {
  return takeStatement(
    {
      at: written.at,
      reference: written.reference,
      period: written.period,
      before: written.before,
      earlier: written.earlier.map(readStatement),
      linked: written.linked.map(readStatement),
      statement: written.statement === null ? null : readStatement(written.statement),
      knowledgeOf: () =>
        present(written.knowledge, 'a decision that asked for knowledge recorded it'),
      drawOf: () => present(written.draw, 'a decision that drew recorded its number'),
      guaranteeOf: () => written.guarantee ?? null,
      ...(lawOf === undefined ? {} : { lawOf }),
    },
    book,
  );
}

/**
 * Events as the journal spells them: JSON-safe values by construction of every event type. Replay compares canonical
 * forms, so that only what is said counts; spelling canonically here took a tenth of a pass.
 */
export const eventsText = (events: readonly ParcelEvent[]): string => JSON.stringify(events);

function written(statement: KeptStatement): string {
  const { facts: _facts, factsText, id, submission, ...rest } = statement;
  const head = JSON.stringify({ ...rest, id: id.toString(), submission: submission.toString() });
  return `${head.slice(0, -1)},"facts":${factsText}}`;
}

const readStatement = (written: WrittenStatement): KeptStatement => ({
  ...written,
  id: statementId(BigInt(written.id)),
  submission: submissionId(BigInt(written.submission)),
  facts: readWrittenFacts(written.facts),
  factsText: '',
});

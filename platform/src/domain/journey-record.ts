/** The input record of a decision: everything it was made from, as text, so that replay needs nothing else. */
import { readFacts } from './advance-data/statement-text.ts';
import type { HouseReference } from './advance-data/statement.ts';
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
import type { Knowledge } from './risk/knowledge.ts';

/** A statement with its facts in written form; ids as decimal text. */
type WrittenStatement = Omit<KeptStatement, 'id' | 'submission' | 'facts'> & {
  readonly id: string;
  readonly submission: string;
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
  /** 'pack@version' of the law it was decided under. */
  readonly law: string;
};

/** Writes the record. `law` is the version the decision was made under. */
export function writeInputRecord(
  input: JourneyInput,
  outcome: Pick<JourneyOutcome, 'knowledge' | 'draw' | 'law'>,
): string {
  const record: WrittenRecord = {
    at: input.at,
    reference: input.reference,
    period: input.period,
    before: input.before,
    earlier: input.earlier.map(written),
    linked: input.linked.map(written),
    statement: input.statement === null ? null : written(input.statement),
    knowledge: outcome.knowledge,
    draw: outcome.draw,
    law: outcome.law,
  };
  return JSON.stringify(record);
}

/**
 * Decides again from a record alone and gives the events in canonical form. `lawOf` finds the pack as it was, by 'pack@version'.
 */
export function decideAgain(record: string, lawOf: (law: string) => LawBook): string {
  const written = parseOwn<WrittenRecord>(record);
  const outcome = takeStatement(
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
    },
    lawOf(written.law),
  );
  return eventsText(outcome.events);
}

/** Events as the journal spells them: JSON-safe values by construction of every event type. */
export const eventsText = (events: readonly ParcelEvent[]): string => canonicalJson(events);

function written(statement: KeptStatement): WrittenStatement {
  const { facts: _facts, id, submission, ...rest } = statement;
  return { ...rest, id: id.toString(), submission: submission.toString() };
}

const readStatement = (written: WrittenStatement): KeptStatement => ({
  ...written,
  id: statementId(BigInt(written.id)),
  submission: submissionId(BigInt(written.submission)),
  facts: readFacts(written.factsText),
});

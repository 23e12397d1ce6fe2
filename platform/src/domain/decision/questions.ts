/** Turns errors and doubts into questions with a due time, worded so that nothing of targeting shows. */
import type { Deadline } from '../jurisdiction/pack.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Moment } from '../kernel/instant.ts';
import type { RiskPiece } from '../risk/assessment.ts';
import type { RiskSubject } from '../risk/subject.ts';
import { catalogueEntry, describe } from '../validation/catalogue.ts';
import type { Question } from './decision.ts';

/** Questions in one decision: a sender who has more to mend is told the first, and the rest once these are mended. */
const QUESTIONS_MAX = 20;

const MINUTE = 60_000;

export type Asking = {
  readonly subject: RiskSubject;
  readonly pieces: readonly RiskPiece[];
  readonly deadlines: readonly Deadline[];
  readonly at: Moment;
  /** Screening before loading is wanted. */
  readonly screening: boolean;
};

/** One question for each element: an error's fix comes before a rule's doubt about the same element. */
export function questionsOf(asking: Asking): readonly Question[] {
  const informationDue = dueAt('information', asking);
  const found = new Map<string, Question>();
  const ask = (question: Question): void => {
    if (!found.has(question.about) && found.size < QUESTIONS_MAX)
      found.set(question.about, question);
  };
  if (asking.screening) {
    const text = 'Screen the parcel by a method of the security programme before it is loaded.';
    ask({
      kind: 'screening',
      about: 'security.screeningMethods',
      text,
      dueAt: dueAt('screening', asking),
    });
  }
  for (const finding of asking.subject.findings) {
    if (finding.severity !== 'error') continue;
    ask({
      kind: 'information',
      about: finding.pointer,
      text: fixOf(finding),
      dueAt: informationDue,
    });
  }
  for (const piece of asking.pieces) {
    if (piece.effect !== 'ask' || piece.question === undefined) continue;
    ask({
      kind: 'information',
      about: aboutOf(piece),
      text: piece.question,
      dueAt: informationDue,
    });
  }
  return [...found.values()];
}

/** A question that is still open is due when it was: nobody wins time by sending something else that does not answer it. */
export const dueAsBefore = (
  questions: readonly Question[],
  before: readonly Question[],
): readonly Question[] =>
  before.length === 0
    ? questions
    : questions.map((question) => {
        const same = before.find(({ kind, about }) => kind === question.kind && about === question.about); // prettier-ignore
        return same === undefined ? question : { ...question, dueAt: same.dueAt };
      });

const fixOf = (finding: Finding): string => {
  if (catalogueEntry(finding.code) === null) return 'Correct this element and send it again.';
  const { message, fix } = describe(finding);
  return `${message} ${fix}`;
};

/** `items.description` of the second item is `items/1/description`. */
function aboutOf(piece: RiskPiece): string {
  const element = piece.about ?? 'items';
  const item = piece.items[0];
  return item === undefined ? element : element.replace(/^items(?:\.|$)/, `items/${item}/`);
}

/** What the due time of an answer depends on. */
export type AnswerDue = {
  readonly mode: string | null | undefined;
  readonly transport:
    | {
        readonly loadingAt?: Moment | undefined;
        readonly departureAt?: Moment | undefined;
        readonly arrivalAt?: Moment | undefined;
      }
    | undefined;
  readonly deadlines: readonly Deadline[];
  readonly at: Moment;
};

const dueAt = (
  kind: Question['kind'],
  { subject: { facts }, deadlines, at }: Asking,
): Moment | null =>
  answerDueAt(kind, { mode: facts.mode, transport: facts.transport, deadlines, at });

/**
 * The earliest time that the law's rows for this kind of question give: minutes after the notice, or before loading,
 * departure or arrival where that time is known and still to come. Null where the law says nothing.
 */
export function answerDueAt(kind: Question['kind'], known: AnswerDue): Moment | null {
  let due: Moment | null = null;
  for (const row of known.deadlines) {
    if (row.event !== `answer-${kind}`) continue;
    if (row.mode !== 'any' && row.mode !== known.mode) continue;
    const moment = momentOf(row, known);
    if (moment !== null && moment > known.at && (due === null || moment < due)) due = moment;
  }
  return due;
}

function momentOf(row: Deadline, { transport, at }: AnswerDue): Moment | null {
  const before = row.offsetMinutes * MINUTE;
  switch (row.before) {
    case 'notice':
      return at + before;
    case 'loading':
      return less(transport?.loadingAt, before);
    case 'departure':
      return less(transport?.departureAt, before);
    case 'arrival':
      return less(transport?.arrivalAt, before);
  }
}

const less = (at: Moment | undefined, milliseconds: number): Moment | null =>
  at === undefined ? null : at - milliseconds;

/** Decides a parcel: its category, its lane, what is asked, and the one word the outside is told. */
import type { CategoryRow, Deadline } from '../jurisdiction/pack.ts';
import { hasError } from '../kernel/finding.ts';
import type { Moment } from '../kernel/instant.ts';
import { severer, type Lane } from '../kernel/lane.ts';
import type { OutsideState } from '../kernel/outside-state.ts';
import type { RiskAssessment, RiskPiece } from '../risk/assessment.ts';
import { combineLane } from '../risk/combine.ts';
import type { RiskSubject } from '../risk/subject.ts';
import { prohibitionRule } from '../risk/prohibitions.ts';
import { RANDOM_RULE } from '../risk/stratum.ts';
import { agenciesNeeded } from './agencies.ts';
import { categoryOf, compileCategories, type CategoryBook } from './category.ts';
import type { Decision, HoldReason, PreLoadingAnswer, Question } from './decision.ts';
import { outsideOfStage } from './outside.ts';
import { dueAsBefore, questionsOf } from './questions.ts';
import type { Stage } from './stage.ts';

/** The law that decisions read, compiled once per pack and day. */
export type DecisionBook = {
  readonly categories: CategoryBook;
  readonly deadlines: readonly Deadline[];
};

export const compileDecisions = (law: {
  readonly categories: readonly CategoryRow[];
  readonly deadlines: readonly Deadline[];
  readonly thresholdMinor: (id: string) => number | undefined;
}): DecisionBook => ({
  categories: compileCategories(law.categories, law.thresholdMinor),
  deadlines: law.deadlines,
});

/** What went before: a `CustodyState` is one. */
export type Before = {
  readonly stage: Stage;
  readonly decision: Pick<Decision, 'targetedLane' | 'questions'> | null;
  readonly asked: readonly Question[];
  readonly overruled: readonly string[];
  readonly departedAt: Moment | null;
  readonly arrivedAt: Moment | null;
};

export type DecisionSubject = {
  readonly risk: RiskSubject;
  readonly assessment: RiskAssessment;
  readonly book: DecisionBook;
  readonly before: Before;
  readonly at: Moment;
};

/**
 * Decides anew on all that is known. It releases, asks, holds or proposes: `do-not-load` and `refused` are told to the
 * outside only where officers have put the parcel there.
 */
export function decide(subject: DecisionSubject): Decision {
  const { risk, assessment, book, before, at } = subject;
  const hasLeft = before.departedAt !== null || before.arrivedAt !== null;
  const pieces = assessment.pieces.map((piece) => withoutOverruled(piece, before));
  const targetedLane = targetedLaneOf(pieces, subject);
  const wanted = severer(combineLane(pieces), targetedLane);
  const { lane, hold } = laneOf(hasLeft && wanted === 'do-not-load' ? 'refer' : wanted, subject);
  const { category, because: categoryBecause } = categoryOf(
    risk,
    assessment.prohibitions,
    book.categories,
  );
  const screening = !hasLeft && wantsScreening(pieces, risk);
  const agencies = agenciesNeeded(assessment, risk.facts.sources['items']?.toString() ?? null);
  const { deadlines } = book;
  const asked = questionsOf({ subject: risk, pieces, deadlines, at, screening });
  const questions = dueAsBefore(asked, before.decision?.questions ?? []);
  const answer = answerOf(lane, questions);
  return {
    category,
    categoryBecause,
    lane,
    targetedLane,
    hold,
    answer,
    questions,
    outside: outsideOf(before, { answer, questions }),
    because: becauseOf(pieces, risk),
    ...(agencies.length === 0 ? {} : { agencies }),
  };
}

/** Where officers overruled a proposal not to load, the same reason asks for an examination instead. */
const withoutOverruled = (piece: RiskPiece, before: Before): RiskPiece =>
  piece.effect === 'do-not-load' && before.overruled.includes(piece.rule)
    ? { ...piece, effect: 'examine' }
    : piece;

/**
 * Lanes that an amendment of the data does not undo: what was hidden after being seen is looked at all the same. A licence
 * that is supplied does undo its own demand.
 */
const LASTING: ReadonlySet<Lane> = new Set(['scan', 'examine', 'refer', 'do-not-load']);

function targetedLaneOf(
  pieces: readonly RiskPiece[],
  { assessment, before }: DecisionSubject,
): Lane {
  const now = combineLane(
    pieces.filter(
      (piece) =>
        piece.effect !== 'ask' && LASTING.has(piece.effect) && !isCurable(piece, assessment),
    ),
  );
  const earlier = before.decision?.targetedLane ?? 'release';
  const isOverruled = earlier === 'do-not-load' && before.overruled.length > 0;
  return severer(now, isOverruled ? 'examine' : earlier);
}

/** A prohibition that a licence or an agency's word lifts. */
const isCurable = ({ rule }: RiskPiece, { prohibitions }: RiskAssessment): boolean =>
  prohibitions.some(
    ({ row, action }) =>
      (action === 'licence' || action === 'hold') && prohibitionRule(row) === rule,
  );

/** Adds what the data itself demands: without a declaration, or with errors in it, nothing leaves. */
function laneOf(
  wanted: Lane,
  { risk, assessment }: DecisionSubject,
): { readonly lane: Lane; readonly hold: HoldReason | null } {
  const isUnfit = !risk.facts.streams.declaration || hasError(risk.findings);
  if (isUnfit && severer(wanted, 'hold') === 'hold') return { lane: 'hold', hold: 'data-quality' };
  if (wanted === 'release') return { lane: wanted, hold: null };
  const isAgency = wanted === 'hold' && assessment.prohibitions.length > 0;
  return { lane: wanted, hold: isAgency ? 'agency' : 'risk' };
}

/** Screening can be asked of whoever loads an aircraft, and is not asked again once a method is stated. */
function wantsScreening(pieces: readonly RiskPiece[], { facts }: RiskSubject): boolean {
  if (facts.mode !== 'air' || facts.profile !== 'pre-loading') return false;
  if ((facts.security?.screeningMethods.length ?? 0) > 0) return false;
  const targeted = pieces.filter((piece) => piece.rule !== RANDOM_RULE);
  return combineLane(targeted) === 'scan';
}

function answerOf(lane: Lane, questions: readonly Question[]): PreLoadingAnswer {
  if (lane === 'do-not-load') return 'proposed-do-not-load';
  if (questions.some((question) => question.kind === 'screening')) return 'request-for-screening';
  return questions.length > 0 ? 'request-for-information' : 'assessment-complete';
}

function outsideOf(
  before: Before,
  now: { readonly answer: PreLoadingAnswer; readonly questions: readonly Question[] },
): OutsideState {
  return outsideOfStage({
    stage: before.stage,
    hasQuestions: before.asked.length > 0 || now.questions.length > 0,
    isWaiting: before.arrivedAt !== null || now.answer === 'proposed-do-not-load',
  });
}

/** Rules in order of weight, then the errors. */
function becauseOf(
  pieces: readonly RiskPiece[],
  { facts, findings }: RiskSubject,
): readonly string[] {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const missing = facts.streams.declaration ? [] : ['declaration-missing'];
  return [
    ...new Set([
      ...pieces.map((piece) => piece.rule),
      ...errors.map((finding) => finding.code),
      ...missing,
    ]),
  ];
}

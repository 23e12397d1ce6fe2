/** What the engine does by itself after every change: ends its holds whose cause is gone, releases, or holds what is here. */
import { DECLARATION_ASKED } from '../arrival/receive-scan.ts';
import { haveAgreed } from '../decision/agencies.ts';
import type { HoldReason } from '../decision/decision.ts';
import type { Answered, Held, HoldLifted } from '../decision/events.ts';
import { mayMove, type Stage } from '../decision/stage.ts';
import { releaseConditions, type ReleaseCondition, type ReleaseSubject } from './conditions.ts';
import { positionOf, type CustodyState, type Hold } from './custody.ts';
import type { Released } from './events.ts';
import { isUnsettled } from './standing.ts';

export type SettleSubject = ReleaseSubject & { readonly custody: CustodyState };
export type SettleEvent = HoldLifted | Answered | Held | Released;

/**
 * Low-risk parcels go at once on arrival, exports on departure. The engine never ends a hold for risk or one of an officer,
 * and never releases what was targeted unless people confirmed. After its events are folded, it has nothing to add.
 */
export function settle(subject: SettleSubject): readonly SettleEvent[] {
  const { custody } = subject;
  if (!SETTLING.has(custody.stage)) return [];
  const answered = answeredDeclaration(subject);
  const asked = answered.length === 0 ? custody.asked : custody.asked.filter(isOtherQuestion);
  const ended = custody.holds.filter((hold) => hasEnded(hold, subject));
  const holds = custody.holds.filter((hold) => !ended.includes(hold));
  const lifted = ended.map(({ reason }): HoldLifted => ({ type: 'hold-lifted', by: null, reason }));
  const rest = { ...subject, custody: { ...custody, asked, holds } };
  return [...answered, ...lifted, ...concluded(rest, stageAfter(custody, holds))];
}

const SETTLING: ReadonlySet<Stage> = new Set(['departed', 'arrived', 'presented', 'held']);

const stageAfter = (custody: CustodyState, holds: readonly Hold[]): Stage =>
  custody.stage === 'held' && holds.length < custody.holds.length && holds.length === 0
    ? positionOf(custody)
    : custody.stage;

/** Data came for the parcel that had none. */
function answeredDeclaration({ custody }: SettleSubject): readonly Answered[] {
  const isOpen = custody.asked.some((question) => !isOtherQuestion(question));
  return isOpen && custody.decision !== null && custody.decision.hold !== 'data-quality'
    ? [{ type: 'answered', about: DECLARATION_ASKED }]
    : [];
}
const isOtherQuestion = ({ about }: { readonly about: string }): boolean =>
  about !== DECLARATION_ASKED;

function hasEnded(hold: Hold, { custody, standing, agencies }: SettleSubject): boolean {
  if (hold.officer !== null) return false;
  switch (hold.reason) {
    case 'risk':
      return false;
    case 'revenue':
      return !isUnsettled(standing);
    case 'agency':
      return agencies.length === 0 ? custody.decision?.hold !== 'agency' : haveAgreed(agencies);
    case 'identity':
      return custody.decision !== null && custody.decision.hold !== 'data-quality';
    case 'data-quality':
      return isFit(custody);
  }
}

/** The data holds, nothing is asked, and the pieces are those expected. */
const isFit = ({ decision, asked, presentation }: CustodyState): boolean =>
  decision !== null &&
  decision.hold !== 'data-quality' &&
  decision.questions.length === 0 &&
  asked.every((question) => !isOtherQuestion(question)) &&
  presentation?.complete !== false;

function concluded(subject: SettleSubject, stage: Stage): readonly (Released | Held)[] {
  const { met, unmet } = releaseConditions(subject);
  if (unmet.length === 0 && mayMove(stage, 'released')) {
    return [{ type: 'released', basis: basisOf(subject), conditions: met }];
  }
  const isHere = unmet.length > 0 && !unmet.includes('here') && stage !== 'departed';
  if (!isHere) return [];
  const reasons = new Set(unmet.map((condition) => reasonOf(condition, subject)));
  const known = new Set(subject.custody.holds.map((hold) => hold.reason));
  return [...reasons]
    .filter((reason) => reason !== null && !known.has(reason))
    .map((reason) => ({ type: 'held', by: null, reason: reason ?? 'risk', because: unmet }));
}

function basisOf({ direction, custody }: SettleSubject): Released['basis'] {
  if (custody.confirmed !== null) return 'after-control';
  return direction === 'export' ? 'on-departure' : 'on-arrival';
}

/** Once the agencies have agreed, what remains is for officers to judge. */
function decisionReason(
  { targeted, decision }: CustodyState,
  agencies: SettleSubject['agencies'],
): HoldReason {
  const hold = decision?.hold ?? 'identity';
  return targeted || (hold === 'agency' && haveAgreed(agencies)) ? 'risk' : hold;
}

/** Null where another condition or a standing hold already says it. */
function reasonOf(
  condition: ReleaseCondition,
  { custody, agencies }: SettleSubject,
): HoldReason | null {
  switch (condition) {
    case 'decision':
      return decisionReason(custody, agencies);
    case 'questions':
    case 'pieces':
      return 'data-quality';
    case 'revenue':
      return 'revenue';
    case 'agencies':
      return 'agency';
    case 'here':
    case 'holds':
      return null;
  }
}

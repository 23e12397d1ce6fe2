/** Folds the events of a parcel into its custody: one line for each kind of event, and nothing is looked up. */
import type { Decision, HoldReason, Question } from '../decision/decision.ts';
import type { Control, Decided, Grounds } from '../decision/events.ts';
import type { OfficerRecord } from '../decision/officer.ts';
import { mayMove, type Stage } from '../decision/stage.ts';
import type { Moment } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { positionOf, type CustodyEvent, type CustodyState } from './custody.ts';

type Events = { readonly [E in CustodyEvent as E['type']]: E };
type Fold<E> = (state: CustodyState, event: E, at: Moment) => CustodyState;

/** The state after one more event, which happened `at`. */
export function foldCustody(state: CustodyState, event: CustodyEvent, at: Moment): CustodyState {
  return foldOf(event.type)(state, event, at);
}

/** The type of the event chooses its fold; the two belong together by construction of `Events`. */
const foldOf = <T extends keyof Events>(type: T): Fold<Events[T]> => FOLDS[type];

const FOLDS: { readonly [T in keyof Events]: Fold<Events[T]> } = {
  'risk-assessed': (state, event) =>
    event.lane === 'release'
      ? state
      : {
          ...state,
          targeted: true,
          targetingRules: union(
            state.targetingRules,
            event.pieces.map((piece) => piece.rule),
          ),
        },
  decided: foldDecided,
  cancelled: (state) => moved(state, 'cancelled'),

  departed: (state, _event, at) =>
    reached({ ...state, departedAt: state.departedAt ?? at }, 'departed'),
  arrived: (state, event, at) =>
    reached(
      { ...state, arrivedAt: state.arrivedAt ?? at, office: event.office ?? state.office },
      'arrived',
    ),
  presented: (state, { office, scanned, matched, excess, short, complete }, at) =>
    reached(
      {
        ...state,
        arrivedAt: state.arrivedAt ?? at,
        presentedAt: state.presentedAt ?? at,
        office: office ?? state.office,
        scanned,
        presentation: { matched, excess, short, complete },
      },
      'presented',
    ),
  delivered: (state) => moved(state, 'delivered'),

  claimed: (state, event, at) => ({ ...state, claim: { person: event.by.person, at } }),
  unclaimed: (state) => ({ ...state, claim: null }),
  asked: (state, { question }) => ({
    ...state,
    asked: [...withoutQuestion(state.asked, question.about), question],
  }),
  answered: (state, { about }) => ({ ...state, asked: withoutQuestion(state.asked, about) }),
  held: (state, event) =>
    rested({ ...state, holds: union(state.holds, [event.reason]), confirmed: null }),
  'hold-lifted': (state, event) => unheld(state, [event.reason]),

  'scan-ordered': (state) => ordered(state, 'scan'),
  'examination-ordered': (state) => ordered(state, 'examination'),
  scanned: (state, event) =>
    rested({
      ...state,
      scan: event.result,
      ordered: state.ordered === 'scan' ? null : state.ordered,
    }),
  examined: (state, event) => rested({ ...state, examination: event.result, ordered: null }),

  'release-proposed': (state, { by, undone, second }) => ({
    ...moved(state, 'release-proposed'),
    proposal: { by, undone, second },
  }),
  'release-declined': (state) => rested({ ...state, proposal: null }),
  'release-confirmed': foldConfirmed,

  'do-not-load-confirmed': (state, event) => ({
    ...moved(state, 'do-not-load'),
    harm: harmOf(event),
  }),
  'do-not-load-rejected': foldOverruled,
  'do-not-load-lift-proposed': (state, event) => ({ ...state, lift: event.by }),
  'do-not-load-lifted': foldOverruled,
  refused: foldHarm,
  seized: foldHarm,
  destroyed: foldHarm,
  're-exported': foldHarm,

  released: (state, _event, at) => ({
    ...moved(state, 'released'),
    releasedAt: at,
    claim: null,
  }),
  'return-requested': (state) => moved(state, 'return-requested'),
  'return-withdrawn': (state) => moved(state, 'delivered'),
  'return-exported': (state) => moved(state, 'return-exported'),
  refunded: (state) => moved(state, 'refunded'),
};

const BEFORE_DEPARTURE: ReadonlySet<Stage> = new Set([
  'announced',
  'assessed',
  'asked',
  'screening',
  'do-not-load-proposed',
]);

/** A decision on new facts. It ends a proposal or a confirmation that did not know one of its reasons. */
function foldDecided(state: CustodyState, { type: _, ...decision }: Decided): CustodyState {
  const known = state.decision?.because ?? [];
  const hasNews =
    decision.lane !== 'release' && decision.because.some((code) => !known.includes(code));
  const next: CustodyState = hasNews
    ? { ...state, decision, proposal: null, confirmed: null }
    : { ...state, decision };
  if (state.stage === 'release-proposed' && hasNews) return rested(next);
  return BEFORE_DEPARTURE.has(state.stage) ? reached(next, answerStage(decision)) : next;
}

function answerStage(decision: Decision): Stage {
  switch (decision.answer) {
    case 'assessment-complete':
      return 'assessed';
    case 'request-for-information':
      return 'asked';
    case 'request-for-screening':
      return 'screening';
    case 'proposed-do-not-load':
      return 'do-not-load-proposed';
  }
}

/** Ends the holds that people may end; an agency's and a debt's stay until those are settled. */
function foldConfirmed(state: CustodyState, event: Events['release-confirmed']): CustodyState {
  const { by, proposedBy } = event;
  const confirmed = { by, proposedBy, because: state.decision?.because ?? [] };
  return unheld({ ...state, claim: null, ordered: null, proposal: null, confirmed }, [
    'risk',
    'identity',
    'data-quality',
  ]);
}

function foldOverruled(state: CustodyState): CustodyState {
  const overruled = union(state.overruled, state.decision?.because ?? []);
  return { ...moved(state, 'assessed'), lift: null, harm: null, overruled };
}

function foldHarm(
  state: CustodyState,
  event: Events['refused' | 'seized' | 'destroyed' | 're-exported'],
): CustodyState {
  return { ...moved(state, event.type), harm: harmOf(event), claim: null, proposal: null };
}

const harmOf = ({ by, reason, ground, appeal }: Grounds & { readonly by: OfficerRecord }) => ({
  by,
  reason,
  ground,
  appeal,
});

/** Acts must have a way: those who make events have asked `mayMove`. */
function moved(state: CustodyState, to: Stage): CustodyState {
  invariant(mayMove(state.stage, to), `a parcel never goes from ${state.stage} to ${to}`);
  return { ...state, stage: to };
}

/** Scans and decisions are facts: they are kept whatever the stage, which follows where a way leads. */
const reached = (state: CustodyState, to: Stage): CustodyState =>
  mayMove(state.stage, to) ? { ...state, stage: to } : state;

/** Puts a parcel where it waits: at the control that was ordered once it is here, else among the held. */
const rested = (state: CustodyState): CustodyState =>
  reached(state, state.arrivedAt === null ? 'held' : waitingStage(state.ordered));

function waitingStage(control: Control | null): Stage {
  if (control === null) return 'held';
  return control === 'scan' ? 'scanning' : 'examining';
}

function ordered(state: CustodyState, control: Control): CustodyState {
  const next = { ...state, ordered: control };
  return state.arrivedAt === null ? next : moved(next, waitingStage(control));
}

/** Ends holds; the parcel goes back to where the scans put it when none is left. */
function unheld(state: CustodyState, reasons: readonly HoldReason[]): CustodyState {
  const holds = state.holds.filter((reason) => !reasons.includes(reason));
  return reached({ ...state, holds }, holds.length > 0 ? 'held' : positionOf(state));
}

const withoutQuestion = (questions: readonly Question[], about: string): readonly Question[] =>
  questions.filter((question) => question.about !== about);

const union = <T>(left: readonly T[], right: readonly T[]): readonly T[] => [
  ...new Set([...left, ...right]),
];

/** Folds the events of a parcel into its custody: one line for each kind of event, and nothing is looked up. */
import { hearAgency, needAgencies } from '../decision/agencies.ts';
import type { Decision, HoldReason, Question } from '../decision/decision.ts';
import type { Control, Decided, Grounds } from '../decision/events.ts';
import type { OfficerRecord } from '../decision/officer.ts';
import { mayMove, type Stage } from '../decision/stage.ts';
import type { Moment } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { severer } from '../kernel/lane.ts';
import { positionOf, type CustodyEvent, type CustodyState, type Hold } from './custody.ts';
import type { OverdueStep } from './events.ts';

type Events = { readonly [E in CustodyEvent as E['type']]: E };
type Fold<E> = (state: CustodyState, event: E, at: Moment) => CustodyState;

/** The state after one more event, which happened `at`. */
export function foldCustody(state: CustodyState, event: CustodyEvent, at: Moment): CustodyState {
  return foldOf(event.type)(state, event, at);
}

/** The type of the event chooses its fold; the two belong together by construction of `Events`. */
const foldOf = <T extends keyof Events>(type: T): Fold<Events[T]> => FOLDS[type];

const FOLDS: { readonly [T in keyof Events]: Fold<Events[T]> } = {
  'risk-assessed': (state, event) => ({
    ...state,
    targetingRules: union(
      state.targetingRules,
      event.pieces.map((piece) => piece.rule),
    ),
  }),
  decided: foldDecided,
  cancelled: (state) => moved(state, 'cancelled'),

  departed: (state, { at }) =>
    carried({ ...state, departedAt: earlier(state.departedAt, at) }, 'departed'),
  arrived: foldHere,
  presented: foldHere,
  delivered: (state) => moved(state, 'delivered'),
  irregular: (state, { code }) => ({
    ...state,
    irregularities: union(state.irregularities, [code]),
  }),

  claimed: (state, event, at) => ({ ...state, claim: { person: event.by.person, at } }),
  unclaimed: (state) => ({ ...state, claim: null }),
  asked: (state, { question }, at) =>
    noticed({ ...state, asked: [...withoutQuestion(state.asked, question.about), question] }, at),
  answered: (state, { about }, at) =>
    noticed({ ...state, asked: withoutQuestion(state.asked, about) }, at),
  held: foldHeld,
  'hold-lifted': (state, { by, reason }) =>
    unheld(
      reason === 'revenue' ? withoutOverdue(state, ['payment']) : state,
      (hold) => hold.reason === reason && (by !== null || hold.officer === null),
    ),

  'agency-answered': (state, said) => ({
    ...state,
    agencies: hearAgency(state.agencies, said),
  }),

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

  overdue: (state, { step, dueAt, proposes }) => ({
    ...state,
    overdue: [...state.overdue.filter((known) => known.step !== step), { step, dueAt, proposes }],
  }),
  released: (state, _event, at) => ({
    ...moved(state, 'released'),
    releasedAt: at,
    claim: null,
  }),
  'return-requested': (state, { type: _, ...returning }) => ({
    ...moved(state, 'return-requested'),
    returning,
  }),
  'return-withdrawn': (state) => ({ ...moved(state, 'delivered'), returning: null }),
  'return-exported': (state) => moved(state, 'return-exported'),
  refunded: (state) => moved(state, 'refunded'),
};

/** A scan of the parcel at the border; the earliest report of it counts. */
function foldHere(state: CustodyState, event: Events['arrived' | 'presented']): CustodyState {
  const { at, office, scanned, matched, excess, short, complete } = event;
  const next: CustodyState = {
    ...state,
    arrivedAt: earlier(state.arrivedAt, at),
    presentedAt: event.type === 'presented' ? earlier(state.presentedAt, at) : state.presentedAt,
    ...(office !== null && isEarlier(state.officeAt, at) ? { office, officeAt: at } : {}),
    scanned,
    presentation: { matched, excess, short, complete },
  };
  return carried(next, event.type);
}

const isEarlier = (known: Moment | null, at: Moment): boolean => known === null || at < known;

const earlier = (known: Moment | null, at: Moment): Moment =>
  known === null ? at : Math.min(known, at);

/** A hold of the engine for money or an agency leaves standing what people agree on; every other one ends it. */
function foldHeld(state: CustodyState, { by, reason }: Events['held']): CustodyState {
  const hold: Hold = { reason, officer: by?.person ?? null };
  const isKnown = state.holds.some(
    (standing) => standing.reason === reason && standing.officer === hold.officer,
  );
  const next = { ...state, holds: isKnown ? state.holds : [...state.holds, hold] };
  if (by !== null || ENDED_BY_PEOPLE.has(reason)) {
    return rested({ ...next, confirmed: null, proposal: null });
  }
  return state.proposal === null ? rested(next) : next;
}

const BEFORE_DEPARTURE: ReadonlySet<Stage> = new Set([
  'announced',
  'assessed',
  'asked',
  'screening',
  'do-not-load-proposed',
]);

/** A decision on new facts. What people agreed ends if it knew less than this: a reason, a severer lane, targeting. */
function foldDecided(
  state: CustodyState,
  { type: _, ...decision }: Decided,
  at: Moment,
): CustodyState {
  const targeted = state.targeted || decision.targetedLane !== 'release';
  const agencies = needAgencies(state.agencies, decision.agencies ?? []);
  const next = noticed({ ...state, decision, targeted, agencies }, at);
  const isNews = (targeted && !state.targeted) || tellsMore(decision, state.decision);
  if (isNews && state.stage === 'release-proposed') {
    return rested({ ...next, proposal: null, confirmed: null });
  }
  const told: CustodyState = isNews ? { ...next, proposal: null, confirmed: null } : next;
  return BEFORE_DEPARTURE.has(state.stage) ? reached(told, answerStage(decision)) : told;
}

function tellsMore(decision: Decision, known: Decision | null): boolean {
  if (decision.lane === 'release') return false;
  if (known === null || severer(known.lane, decision.lane) !== known.lane) return true;
  return decision.because.some((code) => !known.because.includes(code));
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
  return unheld({ ...state, claim: null, ordered: null, proposal: null, confirmed }, (hold) =>
    ENDED_BY_PEOPLE.has(hold.reason),
  );
}

const ENDED_BY_PEOPLE: ReadonlySet<HoldReason> = new Set(['risk', 'identity', 'data-quality']);

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

/** Facts are kept whatever the stage, which follows where a way leads. */
const reached = (state: CustodyState, to: Stage): CustodyState =>
  mayMove(state.stage, to) ? { ...state, stage: to } : state;

/** Stages in which a parcel follows its scans; from a hold, a control or a proposal no scan takes it away. */
const TRAVELLING: ReadonlySet<Stage> = new Set([
  'announced',
  'assessed',
  'asked',
  'screening',
  'departed',
  'arrived',
]);

const carried = (state: CustodyState, to: Stage): CustodyState =>
  TRAVELLING.has(state.stage) ? reached(state, to) : state;

/** Puts a parcel where it waits: at the control that was ordered once it is here, else among the held. */
const rested = (state: CustodyState): CustodyState =>
  reached(state, state.arrivedAt === null ? 'held' : waitingStage(state.ordered));

function waitingStage(control: Control | null): Stage {
  if (control === null) return 'held';
  return control === 'scan' ? 'scanning' : 'examining';
}

function ordered(state: CustodyState, control: Control): CustodyState {
  const next = { ...state, ordered: control, proposal: null, confirmed: null };
  return state.arrivedAt === null ? next : moved(next, waitingStage(control));
}

/** Ends holds; the parcel goes back to where the scans put it when none is left. */
function unheld(state: CustodyState, ends: (hold: Hold) => boolean): CustodyState {
  const holds = state.holds.filter((hold) => !ends(hold));
  return reached({ ...state, holds }, holds.length > 0 ? 'held' : positionOf(state));
}

/** The first notice counts as long as something is asked; with the last question goes what was overdue about it. */
function noticed(state: CustodyState, at: Moment): CustodyState {
  if (state.asked.length > 0 || (state.decision !== null && state.decision.questions.length > 0))
    return state.askedSince === null ? { ...state, askedSince: at } : state;
  if (state.askedSince === null) return state;
  return withoutOverdue({ ...state, askedSince: null }, ['answer', 'second-notice', 'silence']);
}

const withoutOverdue = (state: CustodyState, steps: readonly OverdueStep[]): CustodyState => ({
  ...state,
  overdue: state.overdue.filter(({ step }) => !steps.includes(step)),
});

const withoutQuestion = (questions: readonly Question[], about: string): readonly Question[] =>
  questions.filter((question) => question.about !== about);

const union = <T>(left: readonly T[], right: readonly T[]): readonly T[] => [
  ...new Set([...left, ...right]),
];

/** What the journal keeps of decisions and of officers' acts: JSON-safe records without personal content. */
import type { Lane } from '../kernel/lane.ts';
import type { OutsideState } from '../kernel/outside-state.ts';
import type { AgencyNeed } from './agencies.ts';
import type {
  AskedQuestion,
  Category,
  Decision,
  HoldReason,
  PreLoadingAnswer,
  Question,
} from './decision.ts';
import type { OfficerRecord } from './officer.ts';

/** What an act that hurts always carries. */
export type Grounds = {
  /** From the closed list of reasons (officer-act.ts). */
  readonly reason: string;
  /** Id in the pack's sources.csv. */
  readonly ground: string;
  /** The sentence that tells the person concerned how to appeal. */
  readonly appeal: string;
};

export type Decided = {
  readonly type: 'decided';
  readonly category: Category;
  readonly categoryBecause: readonly string[];
  readonly lane: Lane;
  /** The lane asked for by targeting, kept for good: an amendment does not talk a parcel out of it. */
  readonly targetedLane: Lane;
  readonly hold: HoldReason | null;
  readonly answer: PreLoadingAnswer;
  readonly questions: readonly Question[];
  readonly outside: OutsideState;
  readonly because: readonly string[];
  /** Left out where no other agency's word is needed. */
  readonly agencies?: readonly AgencyNeed[];
};

export type Claimed = { readonly type: 'claimed'; readonly by: OfficerRecord };
export type Unclaimed = { readonly type: 'unclaimed'; readonly by: OfficerRecord };

/** An officer's or an agency's question, or the engine's about a parcel that came without data (`by` null); others stand in `decided`. */
export type Asked = {
  readonly type: 'asked';
  readonly by: OfficerRecord | null;
  readonly question: AskedQuestion;
};

/** The question about this element or method is answered, by a later statement or an officer's word. */
export type Answered = { readonly type: 'answered'; readonly about: string };

/** `by` is null when the engine holds. */
export type Held = {
  readonly type: 'held';
  readonly by: OfficerRecord | null;
  readonly reason: HoldReason;
  readonly because: readonly string[];
};

/** A hold of this reason ended: the agency agreed, the debt is settled, the data came. The engine ends only its own. */
export type HoldLifted = {
  readonly type: 'hold-lifted';
  readonly by: OfficerRecord | null;
  readonly reason: HoldReason;
};

export type ScanOrdered = {
  readonly type: 'scan-ordered';
  readonly by: OfficerRecord;
  readonly reason: string;
};

export const SCAN_RESULTS = ['clear', 'suspicious', 'inconclusive'] as const;
export type ScanResult = (typeof SCAN_RESULTS)[number];
export type Scanned = {
  readonly type: 'scanned';
  readonly by: OfficerRecord;
  readonly result: ScanResult;
  /** Reference of the image, if one is kept. */
  readonly image: string | null;
};

export type ExaminationOrdered = {
  readonly type: 'examination-ordered';
  readonly by: OfficerRecord;
  readonly reason: string;
};

export const EXAMINATION_RESULTS = ['conforms', 'discrepancy', 'prohibited'] as const;
export type ExaminationResult = (typeof EXAMINATION_RESULTS)[number];
export type Examined = {
  readonly type: 'examined';
  readonly by: OfficerRecord;
  readonly result: ExaminationResult;
  /** Codes of what was found: the closed list of officer-act.ts. */
  readonly found: readonly string[];
  /** Working minutes, for the cost of rules. */
  readonly minutes: number;
};

export type ReleaseProposed = {
  readonly type: 'release-proposed';
  readonly by: OfficerRecord;
  readonly reason: string;
  /** The control that was due and is not done, so that the second person sees it. */
  readonly undone: Control | null;
  /** The person drawn by lot to confirm; null when any eligible second person may. */
  readonly second: string | null;
};
export type Control = 'scan' | 'examination';

export type ReleaseDeclined = {
  readonly type: 'release-declined';
  readonly by: OfficerRecord;
  readonly reason: string;
};

/** People let the parcel go. `released` follows when every release condition is met. */
export type ReleaseConfirmed = {
  readonly type: 'release-confirmed';
  readonly by: OfficerRecord;
  /** Who proposed it; null when an untargeted parcel was released by one officer alone. */
  readonly proposedBy: OfficerRecord | null;
  readonly reason: string;
};

export type DoNotLoadConfirmed = {
  readonly type: 'do-not-load-confirmed';
  readonly by: OfficerRecord;
} & Grounds;
/** The officer does not follow the engine's proposal: the parcel may be loaded and is examined on arrival. */
export type DoNotLoadRejected = {
  readonly type: 'do-not-load-rejected';
  readonly by: OfficerRecord;
  readonly reason: string;
};
export type DoNotLoadLiftProposed = {
  readonly type: 'do-not-load-lift-proposed';
  readonly by: OfficerRecord;
  readonly reason: string;
};
export type DoNotLoadLifted = {
  readonly type: 'do-not-load-lifted';
  readonly by: OfficerRecord;
  readonly proposedBy: OfficerRecord;
  readonly reason: string;
};

/** The word of the agency that the law asks; Customs may act on a refusal, it does not follow from it. */
export type AgencyAnswered = {
  readonly type: 'agency-answered';
  readonly by: OfficerRecord;
  readonly agency: string;
  readonly answer: 'agreed' | 'refused';
  readonly reason: string;
};

export type Refused = { readonly type: 'refused'; readonly by: OfficerRecord } & Grounds;
export type Seized = { readonly type: 'seized'; readonly by: OfficerRecord } & Grounds;
/** `ordered` is the officer who refused or seized: never the one who destroys. */
export type Destroyed = {
  readonly type: 'destroyed';
  readonly by: OfficerRecord;
  readonly ordered: OfficerRecord;
} & Grounds;
export type ReExported = { readonly type: 're-exported'; readonly by: OfficerRecord } & Grounds;

/** The declarant took the parcel back before it left. */
export type Cancelled = { readonly type: 'cancelled' };

export type OfficerEvent =
  | Claimed
  | Unclaimed
  | Asked
  | Answered
  | Held
  | HoldLifted
  | ScanOrdered
  | Scanned
  | ExaminationOrdered
  | Examined
  | ReleaseProposed
  | ReleaseDeclined
  | ReleaseConfirmed
  | DoNotLoadConfirmed
  | DoNotLoadRejected
  | DoNotLoadLiftProposed
  | DoNotLoadLifted
  | AgencyAnswered
  | Refused
  | Seized
  | Destroyed
  | ReExported;

export type DecisionEvent = Decided | Cancelled | OfficerEvent;

export const decided = (decision: Decision): Decided => ({ type: 'decided', ...decision });

/** What an officer may ask the platform to do with a parcel, and what must be known to answer. */
import type { Moment } from '../kernel/instant.ts';
import type { Lane } from '../kernel/lane.ts';
import type { AskedQuestion, HoldReason, Question } from './decision.ts';
import type { Control, ExaminationResult, Grounds, ScanResult } from './events.ts';
import type { Officer, OfficerRecord } from './officer.ts';
import type {
  AgencyReason,
  ControlReason,
  FoundCode,
  HarmReason,
  ReleaseReason,
} from './reasons.ts';
import type { Stage } from './stage.ts';

/** An act that hurts: reason, ground of law and the sentence on appeal. */
type Harm<Act extends string> = { readonly act: Act; readonly reason: HarmReason } & Pick<
  Grounds,
  'ground' | 'appeal'
>;

export type OfficerCommand =
  | { readonly act: 'claim' }
  | { readonly act: 'unclaim' }
  | { readonly act: 'ask'; readonly question: Question }
  | { readonly act: 'close-question'; readonly about: string }
  | { readonly act: 'hold'; readonly reason: HoldReason; readonly because: ControlReason }
  | { readonly act: 'send-to-scan'; readonly reason: ControlReason }
  | { readonly act: 'send-to-examine'; readonly reason: ControlReason }
  | { readonly act: 'record-scan'; readonly result: ScanResult; readonly image: string | null }
  | {
      readonly act: 'record-examination';
      readonly result: ExaminationResult;
      readonly found: readonly FoundCode[];
      readonly minutes: number;
    }
  | { readonly act: 'propose-release'; readonly reason: ReleaseReason }
  | { readonly act: 'confirm-release'; readonly reason: ReleaseReason }
  | { readonly act: 'decline-release'; readonly reason: ControlReason }
  | Harm<'confirm-do-not-load'>
  | { readonly act: 'reject-do-not-load'; readonly reason: ReleaseReason }
  | { readonly act: 'lift-do-not-load'; readonly reason: ReleaseReason }
  | {
      readonly act: 'answer-agency';
      readonly answer: 'agreed' | 'refused';
      readonly reason: AgencyReason;
    }
  | Harm<'refuse'>
  | Harm<'seize'>
  | Harm<'destroy'>
  | Harm<'re-export'>;

export type Act = OfficerCommand['act'];
export type CommandOf<A extends Act> = Extract<OfficerCommand, { readonly act: A }>;

/** What an act must know of the parcel: a `CustodyState` is one. */
export type OfficerView = {
  readonly stage: Stage;
  readonly decision: { readonly lane: Lane; readonly targetedLane: Lane } | null;
  readonly targeted: boolean;
  readonly holds: readonly { readonly reason: HoldReason }[];
  readonly asked: readonly AskedQuestion[];
  readonly claim: { readonly person: string; readonly at: Moment } | null;
  readonly ordered: Control | null;
  readonly scan: ScanResult | null;
  readonly examination: ExaminationResult | null;
  readonly proposal: {
    readonly by: OfficerRecord;
    readonly undone: Control | null;
    readonly second: string | null;
  } | null;
  readonly lift: OfficerRecord | null;
  readonly harm: { readonly by: OfficerRecord } | null;
  readonly arrivedAt: Moment | null;
  readonly agencies: readonly { readonly agency: string }[];
};

/** Facts from outside the parcel. */
export type ActContext = {
  /** Ids of the pack's legal sources: a ground must be one of them. */
  readonly grounds: ReadonlySet<string>;
  /** Persons who wrote or approved the rules that targeted the parcel. */
  readonly targeters: readonly string[];
  /** The second person drawn by lot for a proposal made now; null when no lot was drawn. */
  readonly drawnSecond: string | null;
  /** The agency beside Customs that the officer speaks for; null for officers of Customs. */
  readonly agency: string | null;
};

export type Scene = {
  readonly parcel: OfficerView;
  readonly officer: Officer;
  readonly context: ActContext;
};

/** The record of the person, in the role that allowed the act. */
export type Acting = Scene & { readonly by: OfficerRecord };

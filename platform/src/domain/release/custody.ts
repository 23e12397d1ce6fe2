/** Where a parcel is in Customs' charge and what people and the engine have said about it: the fold of its events. */
import type { Presentation } from '../arrival/arrival.ts';
import type { ArrivalEvent, Irregularity } from '../arrival/events.ts';
import type { AgencyWord } from '../decision/agencies.ts';
import type { AskedQuestion, Decision, HoldReason } from '../decision/decision.ts';
import type {
  Control,
  DecisionEvent,
  ExaminationResult,
  Grounds,
  ScanResult,
} from '../decision/events.ts';
import type { OfficerRecord } from '../decision/officer.ts';
import { outsideOfStage } from '../decision/outside.ts';
import { isClosed, type Stage } from '../decision/stage.ts';
import type { Moment } from '../kernel/instant.ts';
import type { OutsideState } from '../kernel/outside-state.ts';
import type { RiskAssessed } from '../risk/events.ts';
import type { Overdue, ReleaseEvent, ReturnClaim } from './events.ts';

/** A hold in force; `officer` is null when the engine placed it, which then may end it unless it is for risk. */
export type Hold = { readonly reason: HoldReason; readonly officer: string | null };

/** JSON-safe, so that the state table may keep it as it is. */
export type CustodyState = {
  readonly stage: Stage;
  readonly decision: Decision | null;
  /** Targeting wanted to see it, by rule or by lot: its release needs two people, whatever was amended since. */
  readonly targeted: boolean;
  /** Ids of the rules that ever targeted it; the server looks up who wrote them. */
  readonly targetingRules: readonly string[];
  /** Open questions of officers and agencies; those of the engine stand in `decision.questions`. */
  readonly asked: readonly AskedQuestion[];
  /** Since when something has been asked without a break: the first notice. */
  readonly askedSince: Moment | null;
  /** What was overdue and still is. */
  readonly overdue: readonly Pick<Overdue, 'step' | 'dueAt' | 'proposes'>[];
  readonly holds: readonly Hold[];
  /** Other agencies that the law asks, and what they said. */
  readonly agencies: readonly AgencyWord[];
  readonly claim: { readonly person: string; readonly at: Moment } | null;
  readonly ordered: Control | null;
  readonly scan: ScanResult | null;
  readonly examination: ExaminationResult | null;
  readonly proposal: {
    readonly by: OfficerRecord;
    readonly undone: Control | null;
    readonly second: string | null;
  } | null;
  /** People let it go, knowing these reasons; a new reason makes it void. */
  readonly confirmed: {
    readonly by: OfficerRecord;
    readonly proposedBy: OfficerRecord | null;
    readonly because: readonly string[];
  } | null;
  readonly lift: OfficerRecord | null;
  /** Reasons for do-not-load that officers have overruled: the engine does not propose the same again. */
  readonly overruled: readonly string[];
  /** The last act that hurt, and by whom. */
  readonly harm: (Grounds & { readonly by: OfficerRecord }) | null;
  readonly departedAt: Moment | null;
  readonly arrivedAt: Moment | null;
  readonly presentedAt: Moment | null;
  readonly releasedAt: Moment | null;
  /** Where it was first scanned here, as far as a scan named the office. */
  readonly office: string | null;
  readonly officeAt: Moment | null;
  readonly scanned: readonly string[];
  readonly presentation: Presentation | null;
  readonly irregularities: readonly Irregularity[];
  /** The return that was asked for; null while there is none. */
  readonly returning: ReturnClaim | null;
};

export const NO_CUSTODY: CustodyState = {
  stage: 'announced',
  decision: null,
  targeted: false,
  targetingRules: [],
  asked: [],
  askedSince: null,
  overdue: [],
  holds: [],
  agencies: [],
  claim: null,
  ordered: null,
  scan: null,
  examination: null,
  proposal: null,
  confirmed: null,
  lift: null,
  overruled: [],
  harm: null,
  departedAt: null,
  arrivedAt: null,
  presentedAt: null,
  releasedAt: null,
  office: null,
  officeAt: null,
  scanned: [],
  presentation: null,
  irregularities: [],
  returning: null,
};

/** What changes custody; `foldCustody` (fold-custody.ts) says how. */
export type CustodyEvent = RiskAssessed | DecisionEvent | ArrivalEvent | ReleaseEvent;

/** The stage that the scans alone would give. */
export function positionOf(
  state: Pick<CustodyState, 'departedAt' | 'arrivedAt' | 'presentedAt'>,
): Stage {
  if (state.presentedAt !== null) return 'presented';
  if (state.arrivedAt !== null) return 'arrived';
  return state.departedAt === null ? 'assessed' : 'departed';
}

/** What the outside may know of the parcel now. */
export const outsideOf = (state: CustodyState): OutsideState =>
  outsideOfStage({
    stage: state.stage,
    hasQuestions: state.asked.length > 0 || (state.decision?.questions.length ?? 0) > 0,
    isWaiting: state.arrivedAt !== null || state.stage === 'do-not-load-proposed',
  });

/** People let it go, and only its arrival or its charges are in the way: nothing is asked, and no agency withholds its word. */
const isLetGo = ({ stage, confirmed, holds, asked, agencies }: CustodyState): boolean =>
  confirmed !== null &&
  (stage === 'assessed' || stage === 'departed' || (stage === 'held' && holds.length > 0)) &&
  asked.length === 0 &&
  agencies.every(({ answer }) => answer === 'agreed');

/** Whether people have something to do or to watch: what the queue shows. A debt alone waits for money, not for an officer. */
export function needsOfficer(state: CustodyState): boolean {
  const { stage, decision, holds, overdue } = state;
  if (isClosed(stage)) return false;
  const isWanted = decision !== null && decision.lane !== 'release' && !isLetGo(state);
  return isWanted || overdue.length > 0 || holds.some((hold) => hold.reason !== 'revenue');
}

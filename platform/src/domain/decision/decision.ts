/** The decision on a parcel: category, lane, what is asked and what the outside is told. */
import type { AgencyNeed } from './agencies.ts';
import type { Lane } from '../kernel/lane.ts';
import type { Moment } from '../kernel/instant.ts';
import type { OutsideState } from '../kernel/outside-state.ts';

/** Immediate Release category. @source wco-irg-2018 */
export type Category = 1 | 2 | 3 | 4;

/** Pre-loading answers of the PLACI protocol. @source icao-wco-placi */
export type PreLoadingAnswer =
  | 'assessment-complete'
  | 'request-for-information'
  | 'request-for-screening'
  | 'proposed-do-not-load';

export type Question = {
  readonly kind: 'information' | 'screening';
  /** Element or method asked for. */
  readonly about: string;
  readonly text: string;
  /** Null where the law sets no time for the answer. */
  readonly dueAt: Moment | null;
};

/** A question that somebody put; `agency` where another agency did, whose word then ends it. */
export type AskedQuestion = Question & { readonly agency?: string };

/** Why a parcel is held. A random selection is held for `risk`, so that nobody can tell it from a targeted one. */
export type HoldReason = 'data-quality' | 'risk' | 'agency' | 'revenue' | 'identity';

export type Decision = {
  readonly category: Category;
  /** Ids of the rules and facts that made the category, for the judge. */
  readonly categoryBecause: readonly string[];
  readonly lane: Lane;
  /** The severest lane targeting ever asked for: an amendment does not talk a parcel out of it, only people do. */
  readonly targetedLane: Lane;
  readonly hold: HoldReason | null;
  readonly answer: PreLoadingAnswer;
  readonly questions: readonly Question[];
  readonly outside: OutsideState;
  /** Reasons in order of weight: codes of rules or findings. */
  readonly because: readonly string[];
  /** Whose word beside Customs' is needed; left out where nobody's is. */
  readonly agencies?: readonly AgencyNeed[];
};

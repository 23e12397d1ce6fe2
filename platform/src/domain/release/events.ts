/** What the journal keeps of release, and the words in which returns tell what became of a released parcel. */
import type { Act } from '../decision/officer-command.ts';
import type { Moment } from '../kernel/instant.ts';

export type ReleaseBasis = 'on-arrival' | 'on-departure' | 'after-control';

/** Goods leave Customs' charge. Who let them go stands in `release-confirmed`; the engine alone when there is none. */
export type Released = {
  readonly type: 'released';
  readonly basis: ReleaseBasis;
  /** Names of the release conditions that were met. */
  readonly conditions: readonly string[];
};

/** Who wants a parcel's charges back, on which ground of the law, and what shows it. */
export type ReturnClaim = {
  /** The applicant's own reference: the same claim told again is the same. */
  readonly claim: string;
  /** Id of the row of law. */
  readonly ground: string;
  /** In the words of the law: buyer, platform, seller, collector, post ... */
  readonly applicant: string;
  /** Party code, or the person who took the claim down. */
  readonly claimant: string;
  readonly evidence: readonly { readonly kind: string; readonly reference: string }[];
  /** Decimal text by charge, where only part goes back; empty is all that the law repays. */
  readonly charges: readonly { readonly charge: string; readonly amount: string }[];
};
export type ReturnRequested = ReturnClaim & { readonly type: 'return-requested' };
export type ReturnWithdrawn = { readonly type: 'return-withdrawn' };
export type ReturnExported = { readonly type: 'return-exported'; readonly reference: string };
/** Amounts are decimal text in the jurisdiction's currency. */
export type Refunded = {
  readonly type: 'refunded';
  readonly amount: string;
  readonly currency: string;
};

/** What may be overdue: an answer, the second notice of goods that wait, the end of silence, the payment of charges. */
export const OVERDUE_STEPS = ['answer', 'second-notice', 'silence', 'payment'] as const;
export type OverdueStep = (typeof OVERDUE_STEPS)[number];

/** A time has passed. Nothing happens to the parcel: the next step is proposed to an officer. */
export type Overdue = {
  readonly type: 'overdue';
  readonly step: OverdueStep;
  /** Elements asked for, where an answer is overdue. */
  readonly about: readonly string[];
  readonly dueAt: Moment;
  /** The act that an officer may now consider. */
  readonly proposes: Act;
  /** Id of the row of law that sets the time; null where the question itself says it. */
  readonly rule: string | null;
};

export type ReleaseEvent =
  Overdue | Released | ReturnRequested | ReturnWithdrawn | ReturnExported | Refunded;

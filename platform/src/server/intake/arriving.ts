/** What comes to a pass and what it answers: a message as its door made it, and the answer for its sender. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { QuoteOutcome } from '../../domain/charges/quoted.ts';
import type { WireSubmission } from '../../domain/advance-data/wire.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Lane } from '../../domain/kernel/lane.ts';
import type { OutsideState } from '../../domain/kernel/outside-state.ts';
import type { Receipt } from '../journal/receipts.ts';
import type { RegisteredParty } from '../parties/store.ts';

/** A shape-checked message of a known sender. `raw` are the bytes kept as evidence. */
export type Arriving = {
  readonly owner: RegisteredParty;
  readonly wire: WireSubmission;
  readonly raw: Uint8Array;
  readonly receivedAt: Moment;
};

export type AnswerStatus = 'accepted' | 'refused' | 'duplicate' | 'parked';

/** What became of one consignment: its reference (or order) and the outside state. Never lane, score or rule. */
export type ConsignmentAnswer = {
  readonly reference: HouseReference | null;
  readonly state: OutsideState;
  /** What became of the quote that this declaration names; left out where it names none. */
  readonly quote?: AnsweredQuote;
};

/** A quote that was named, and the figures that the parcel owes. */
export type AnsweredQuote = {
  readonly outcome: QuoteOutcome;
  readonly currency: string;
  readonly total: string;
  readonly payable: string;
};

/** The part of an answer that a retry must get again, byte for byte. */
export type StoredAnswer = {
  readonly status: Exclude<AnswerStatus, 'duplicate' | 'refused'>;
  readonly consignments: readonly ConsignmentAnswer[];
  readonly findings: readonly Finding[];
};

export type Answer = {
  readonly status: AnswerStatus;
  readonly messageId: string;
  /** Null when nothing was recorded. */
  readonly submission: bigint | null;
  readonly receivedAt: Moment;
  readonly consignments: readonly ConsignmentAnswer[];
  readonly findings: readonly Finding[];
  /** Made when it is asked for: its path costs more than the decision. Null when nothing was recorded. */
  readonly receipt: () => Receipt | null;
  /** For operators only: the lane of each parcel this message decided, by house reference. */
  readonly lanes: ReadonlyMap<string, Lane | null>;
};

/** Makes the answers of a pass: the same content always gets the same answer, receipt included. */
import type { Finding } from '../../domain/kernel/finding.ts';
import type { Lane } from '../../domain/kernel/lane.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { submissionId } from '../../domain/kernel/identifier.ts';
import type { Receipt } from '../journal/receipts.ts';
import type { Recorded } from './assemble.ts';
import type { Answer, StoredAnswer } from './arriving.ts';
import type { Prepared } from './prepare.ts';
import type { Repeated } from './sort-out.ts';
import { referenceKey, type WorkingParcel } from './working-set.ts';

const NO_LANES: ReadonlyMap<string, Lane | null> = new Map();

/** The answer to a message that this pass recorded. */
export function answerRecorded({ prepared, taken }: Recorded, receipt: () => Receipt): Answer {
  return {
    ...taken.answer,
    messageId: prepared.submission.messageId,
    submission: taken.submission,
    receivedAt: prepared.arriving.receivedAt,
    receipt,
    lanes: new Map(taken.parcels.map((parcel) => [referenceKey(parcel.reference), laneOf(parcel)])),
  };
}

const laneOf = (parcel: WorkingParcel): Lane | null => parcel.state?.custody.decision?.lane ?? null;

/** The answer to a message that was recorded before. */
export function answerRepeated({ stored }: Repeated, receipt: Receipt | null): Answer {
  const { consignments, findings } = parseOwn<StoredAnswer>(stored.answer);
  return {
    status: 'duplicate',
    messageId: stored.message,
    submission: submissionId(BigInt(stored.id)),
    receivedAt: Number(stored.at),
    consignments,
    findings,
    receipt: () => receipt,
    lanes: NO_LANES,
  };
}

/** The second of two equal messages in one batch gets what the first got. */
export function answerTwin(first: Answer | undefined): Answer {
  const answer = present(first, 'the first of two equal messages was answered');
  return answer.status === 'refused' ? answer : { ...answer, status: 'duplicate', lanes: NO_LANES };
}

export function answerRefused(
  prepared: Prepared,
  findings: readonly Finding[],
  at: Moment,
): Answer {
  return {
    status: 'refused',
    messageId: prepared.submission.messageId,
    submission: null,
    receivedAt: at,
    consignments: [],
    findings,
    receipt: () => null,
    lanes: NO_LANES,
  };
}

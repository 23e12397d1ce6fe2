/** Gives the receipt of a recorded message again, from the row of its batch and, while its key is there, its salt. */
import { maybeOne, sql, type Queryable } from '../db/sql.ts';
import { reopenBatch, type Receipt } from './receipts.ts';
import type { SegmentReader } from './segment-reader.ts';

type BatchRow = {
  batchId: bigint;
  at: Temporal.Instant;
  keyId: string;
  root: Uint8Array;
  signature: Uint8Array;
  digests: Uint8Array;
};

/** Null when there is no such batch. The place of a message among the digests is its frame in the segment. */
export async function receiptOf(
  on: Queryable,
  segments: SegmentReader,
  place: { readonly batchId: bigint; readonly frame: number },
): Promise<Receipt | null> {
  const row = await maybeOne<BatchRow>(
    on,
    sql`select batch_id, at, key_id, root, signature, digests from receipt_batch where batch_id = ${place.batchId}`,
  );
  if (row === undefined) return null;
  const reading = await segments.frame(place.batchId, place.frame);
  const batch = reopenBatch({ ...row, at: row.at.epochMilliseconds });
  return batch.receipt(place.frame, reading.kind === 'open' ? reading.salt : null);
}

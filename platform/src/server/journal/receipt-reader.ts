/** Gives the receipt of a recorded message again, from the row of its batch and, while its key is there, its salt. */
import type { Queryable } from '../db/sql.ts';
import { reopenBatch, type Receipt } from './receipts.ts';
import type { SegmentReader } from './segment-reader.ts';
import { readReceiptBatch, type FoundBatch } from './store.ts';

/** Null when there is no such batch. The place of a message among the digests is its frame in the segment. */
export async function receiptOf(
  on: Queryable,
  segments: SegmentReader,
  place: { readonly batchId: bigint; readonly frame: number },
): Promise<Receipt | null> {
  const batch = await readReceiptBatch(on, place.batchId);
  return batch === null ? null : receiptIn(batch, segments, place.frame);
}

export async function receiptIn(
  batch: FoundBatch,
  segments: SegmentReader,
  frame: number,
): Promise<Receipt> {
  const reading = await segments.frame(batch.batchId, frame);
  return reopenBatch(batch).receipt(frame, reading.kind === 'open' ? reading.salt : null);
}

/** Describes the columns that intake writes by COPY; the row types of this room fit them. */
import { table } from '../db/table.ts';

/** `transaction_id` is left to its default: the transaction that writes the row. */
export const journalTable = table('journal', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'sequence', type: 'int4' },
  { name: 'entry_id', type: 'int8' },
  { name: 'at', type: 'timestamptz' },
  { name: 'kind', type: 'text' },
  { name: 'actor', type: 'text' },
  { name: 'body', type: 'text' },
]);

export const segmentTable = table('segment', [
  { name: 'segment_id', type: 'int8' },
  { name: 'retention_class', type: 'text' },
  { name: 'day', type: 'date' },
  { name: 'sealed', type: 'bytea' },
]);

export const receiptBatchTable = table('receipt_batch', [
  { name: 'batch_id', type: 'int8' },
  { name: 'at', type: 'timestamptz' },
  { name: 'key_id', type: 'text' },
  { name: 'root', type: 'bytea' },
  { name: 'signature', type: 'bytea' },
  { name: 'digests', type: 'bytea' },
]);

/** Reads and writes the journal, segments, receipt batches and id slots. */
import type { Day } from '../../domain/kernel/day.ts';
import { execute, maybeOne, query, sql, type Queryable, type Sql } from '../db/sql.ts';
import { Fault } from '../fault.ts';
import { dayOfId, firstIdOf, type SlotLease } from '../ids.ts';
import type { JournalRow } from './entry.ts';
import type { ReceiptBatchRow } from './receipts.ts';
import type { SegmentRow } from './segment.ts';

/** Appends one entry, for commands that come alone; batches use COPY. */
export async function appendEntry(on: Queryable, row: JournalRow): Promise<void> {
  const at = Temporal.Instant.fromEpochMilliseconds(row.at);
  await execute(
    on,
    sql`insert into journal (shard_key, parcel_id, sequence, entry_id, at, kind, actor, body)
        values (${row.shardKey}, ${row.parcelId}, ${row.sequence}, ${row.entryId}, ${at}, ${row.kind}, ${row.actor}, ${row.body})`,
  );
}

/** Makes the day partitions of every partitioned table from one day to another; run as the owner, at start and daily. */
export async function ensurePartitions(
  on: Queryable,
  days: { readonly from: Day; readonly to: Day },
): Promise<readonly string[]> {
  const rows = await query<{ name: string }>(
    on,
    sql`select name from ensure_partitions(${days.from}::integer, ${days.to}::integer) as name`,
  );
  return rows.map(({ name }) => name);
}

/** Leases a slot of the id maker for `day` and the day after; nobody else has it before both are over. */
export async function leaseSlot(on: Queryable, day: Day): Promise<SlotLease> {
  const row = await maybeOne<SlotLease>(
    on,
    sql`update id_slot
        set until_day = ${day}::integer + 1
        where slot = (
          select slot
          from id_slot
          where until_day < ${day}::integer
          order by slot
          limit 1
          for update skip locked
        )
        returning slot, until_day`,
  );
  if (row !== undefined) return row;
  const sentence =
    'All 4,096 id slots of these two days are taken: something starts Luxor again and again; find it, or wait a day.';
  throw new Fault({ code: 'id-slots-exhausted', sentence });
}

/** A segment as stored; null when there is none. */
export async function readSegmentRow(on: Queryable, segmentId: bigint): Promise<SegmentRow | null> {
  const row = await maybeOne<SegmentRow>(
    on,
    sql`select segment_id, retention_class, day - date '1970-01-01' as day, sealed
        from segment
        where segment_id = ${segmentId}`,
  );
  return row ?? null;
}

type StoredBatch = Omit<ReceiptBatchRow, 'at'> & {
  readonly at: Temporal.Instant;
  readonly transactionId: string;
};
export type FoundBatch = ReceiptBatchRow & { readonly transactionId: string };

const inMoments = (row: StoredBatch): FoundBatch => ({ ...row, at: row.at.epochMilliseconds });

export async function readReceiptBatch(on: Queryable, batchId: bigint): Promise<FoundBatch | null> {
  const row = await maybeOne<StoredBatch>(
    on,
    sql`select batch_id, transaction_id::text as transaction_id, at, key_id, root, signature, digests
        from receipt_batch
        where batch_id = ${batchId}`,
  );
  return row === undefined ? null : inMoments(row);
}

export async function readReceiptBatches(
  on: Queryable,
  page: { readonly after: bigint; readonly limit: number },
): Promise<readonly FoundBatch[]> {
  const rows = await query<StoredBatch>(
    on,
    sql`select batch_id, transaction_id::text as transaction_id, at, key_id, root, signature, digests
        from receipt_batch
        where batch_id > ${page.after}
        order by batch_id
        limit ${page.limit}`,
  );
  return rows.map(inMoments);
}

/** The roots of the batches that are there. */
export async function readBatchRoots(
  on: Queryable,
  batchIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, Uint8Array>> {
  const rows = await query<{ batchId: bigint; root: Uint8Array }>(
    on,
    sql`select batch_id, root
        from receipt_batch
        where batch_id = any(${batchIds})
        order by batch_id
        limit ${batchIds.length}`,
  );
  return new Map(rows.map(({ batchId, root }) => [batchId, root]));
}

/** One entry with its transaction, for verification and replay. */
export type StoredEntry = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly sequence: number;
  readonly entryId: bigint;
  readonly transactionId: string;
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly actor: string;
  readonly body: string;
};

const entryColumns = sql`shard_key, parcel_id, sequence, entry_id, transaction_id::text as transaction_id, at, kind, actor, body`;

/** Entries of one kind that a transaction wrote. */
export function readEntriesOf(
  on: Queryable,
  found: { readonly transactionIds: readonly string[]; readonly kind: string },
): Promise<readonly StoredEntry[]> {
  return query<StoredEntry>(
    on,
    sql`select ${entryColumns}
        from journal
        where transaction_id = any(${found.transactionIds}::xid8[]) and kind = ${found.kind}
        order by entry_id
        limit 10000`,
  );
}

/** Where a page of entries goes on: the order of the log, by transaction and then by entry. */
export type LogPlace = { readonly transactionId: string; readonly entryId: bigint };

/** Before every entry. */
export const LOG_START: LogPlace = { transactionId: '0', entryId: -1n };

const isAfter = (place: LogPlace): Sql =>
  sql`transaction_id >= ${place.transactionId}::xid8
      and (transaction_id, entry_id) > (${place.transactionId}::xid8, ${place.entryId})`;

/** Entries of one day with an input record, in the order of the log, which keeps those of one segment together. */
export function readDecisions(
  on: Queryable,
  page: { readonly day: Day; readonly after: LogPlace; readonly limit: number },
): Promise<readonly StoredEntry[]> {
  return query<StoredEntry>(
    on,
    sql`select ${entryColumns}
        from journal
        where entry_id >= ${firstIdOf(page.day)}
          and entry_id < ${firstIdOf(page.day + 1)}
          and strpos(body, '"input":{') > 0
          and ${isAfter(page.after)}
        order by journal.transaction_id, entry_id
        limit ${page.limit}`,
  );
}

/** Entries with the place of their transaction in the log, null where it is not sealed. */
export type LoggedEntry = StoredEntry & {
  readonly firstIndex: bigint | null;
  readonly entryCount: number | null;
};

export function readLoggedEntries(
  on: Queryable,
  page: { readonly after: LogPlace; readonly limit: number },
): Promise<readonly LoggedEntry[]> {
  return query<LoggedEntry>(
    on,
    sql`select e.shard_key, e.parcel_id, e.sequence, e.entry_id, e.transaction_id::text as transaction_id, e.at, e.kind, e.actor, e.body,
               l.first_index, l.entry_count
        from (
          select *
          from journal
          where ${isAfter(page.after)}
          order by transaction_id, entry_id
          limit ${page.limit}
        ) as e
        left join log_transaction l on l.transaction_id = e.transaction_id
        order by e.transaction_id, e.entry_id
        limit ${page.limit}`,
  );
}

/** Parcels whose entries do not count 1, 2, 3 and so on; a few are enough to see. */
export function readBrokenSequences(
  on: Queryable,
  limit: number,
): Promise<readonly { readonly parcelId: bigint }[]> {
  return query<{ parcelId: bigint }>(
    on,
    sql`select parcel_id
        from journal
        where parcel_id <> 0
        group by shard_key, parcel_id
        having min(sequence) <> 1 or max(sequence) <> count(*) or count(distinct sequence) <> count(*)
        order by parcel_id
        limit ${limit}`,
  );
}

/** The last day with an entry about a parcel; null before the first. */
export async function readLatestDay(on: Queryable): Promise<Day | null> {
  const row = await maybeOne<{ entryId: bigint }>(
    on,
    sql`select entry_id
        from journal
        where parcel_id <> 0
        order by journal.transaction_id desc
        limit 1`,
  );
  return row === undefined ? null : dayOfId(row.entryId);
}

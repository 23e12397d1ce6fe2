/** Writes a decided batch in one transaction: changed parcels by one update, then rows by one binary COPY exchange, which ends with the counters and the commit. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { copyAll, copyOf } from '../db/copy.ts';
import { recordset } from '../db/recordset.ts';
import { execute, sql } from '../db/sql.ts';
import { table } from '../db/table.ts';
import { markCommitted, type Transaction } from '../db/transaction.ts';
import { useOfShares, type GuaranteeUse } from '../revenue/guarantee-store.ts';
import type { JournalRow } from '../journal/entry.ts';
import type { ReceiptBatchRow } from '../journal/receipts.ts';
import type { SegmentRow } from '../journal/segment.ts';
import { journalTable, receiptBatchTable, segmentTable } from '../journal/tables.ts';
import * as tables from './tables.ts';

export type BatchRows = {
  readonly segment: SegmentRow;
  readonly receipts: ReceiptBatchRow;
  readonly submissions: readonly tables.SubmissionRow[];
  readonly statements: readonly tables.StatementRow[];
  readonly parties: readonly tables.PartyRow[];
  readonly newParcels: readonly tables.ParcelRow[];
  readonly changedParcels: readonly (tables.ParcelRow & { readonly loadedVersion: number })[];
  readonly references: readonly tables.ParcelReferenceRow[];
  readonly speakers: readonly tables.ParcelSpeakerRow[];
  readonly links: readonly tables.OrderLinkRow[];
  readonly items: readonly tables.ItemRow[];
  readonly pieces: readonly tables.PieceRow[];
  readonly tallies: readonly tables.TallyRow[];
  readonly postings: readonly tables.PostingRow[];
  readonly postingSums: readonly tables.PostingSumRow[];
  readonly journal: readonly JournalRow[];
  readonly day: Day;
  /** Party key to parcels of this batch that name it. */
  readonly partyCounts: ReadonlyMap<bigint, number>;
  /** By how much the shares of guarantees are used more, or less. */
  readonly guaranteeUses: readonly GuaranteeUse[];
};

/** Another pass was faster with one of the parcels; the batch is loaded and decided again. */
export class ParcelMoved extends Error {
  constructor() {
    super('A parcel of the batch was changed by another pass.');
  }
}

/**
 * Commits too, in the same message to the server as the rows. The parcels of a party are counted in a row of this connection's own: were
 * it everybody's, each pass would wait until the one before it is on the disk.
 */
export async function writeBatch(transaction: Transaction, rows: BatchRows): Promise<void> {
  if (rows.changedParcels.length > 0) {
    await updateParcels(transaction, rows.changedParcels);
    await deleteGoods(transaction, rows.changedParcels);
  }
  const loads = [
    copyOf(tables.submissionTable, rows.submissions),
    copyOf(tables.parcelReferenceTable, rows.references),
    copyOf(tables.parcelTable, rows.newParcels),
    copyOf(tables.statementTable, rows.statements),
    copyOf(tables.partyTable, rows.parties),
    copyOf(tables.parcelSpeakerTable, rows.speakers),
    copyOf(tables.orderLinkTable, rows.links),
    copyOf(tables.itemTable, rows.items),
    copyOf(tables.pieceTable, rows.pieces),
    copyOf(tables.tallyTable, rows.tallies),
    copyOf(tables.postingTable, rows.postings),
    copyOf(tables.postingSumTable, rows.postingSums),
    copyOf(journalTable, rows.journal),
    copyOf(segmentTable, [rows.segment]),
    copyOf(receiptBatchTable, [rows.receipts]),
  ];
  await copyAll(transaction, loads, [
    ...countingOf(rows),
    ...useOfShares(rows.guaranteeUses),
    'commit',
  ]);
  markCommitted(transaction);
}

const changedParcelTable = table('parcel', [
  ...tables.parcelTable.columns,
  { name: 'loaded_version', type: 'int4' },
] as const);

type ChangedParcel = BatchRows['changedParcels'][number];

async function updateParcels(
  transaction: Transaction,
  parcels: readonly ChangedParcel[],
): Promise<void> {
  const changed = await execute(
    transaction,
    sql`
update parcel
set version = changed.version, stage = changed.stage, lane = changed.lane, category = changed.category,
  needs_officer = changed.needs_officer, due_at = changed.due_at, watch_at = changed.watch_at, awaits = changed.awaits, awaits_account = changed.awaits_account, means = changed.means, claimed_by = changed.claimed_by,
  outside = changed.outside, outside_at = changed.outside_at, outside_before = changed.outside_before,
  declarant_party_id = changed.declarant_party_id, updated_at = changed.updated_at, state = changed.state
from ${recordset(changedParcelTable, parcels, 'changed')}
where parcel.shard_key = changed.shard_key and parcel.parcel_id = changed.parcel_id and parcel.version = changed.loaded_version`,
  );
  if (changed !== parcels.length) throw new ParcelMoved();
}

/** What a command about one parcel writes beside its journal entry. */
export async function writeCommand(
  transaction: Transaction,
  rows: Pick<BatchRows, 'tallies' | 'postings' | 'postingSums'> & {
    readonly parcel: ChangedParcel;
    /** The officer's own words, encrypted. */
    readonly segment: SegmentRow | null;
  },
): Promise<void> {
  await updateParcels(transaction, [rows.parcel]);
  await copyAll(transaction, [
    copyOf(tables.tallyTable, rows.tallies),
    copyOf(tables.postingTable, rows.postings),
    copyOf(tables.postingSumTable, rows.postingSums),
    copyOf(segmentTable, rows.segment === null ? [] : [rows.segment]),
  ]);
}

/** The goods in use are written anew; they are a fold of the statements, not a record of their own. */
async function deleteGoods(
  transaction: Transaction,
  parcels: BatchRows['changedParcels'],
): Promise<void> {
  const shards = parcels.map((parcel) => parcel.shardKey);
  const ids = parcels.map((parcel) => parcel.parcelId);
  const keys = sql`unnest(${shards}::smallint[], ${ids}::bigint[]) as key (shard_key, parcel_id)`;
  await execute(
    transaction,
    sql`delete from item using ${keys} where item.shard_key = key.shard_key and item.parcel_id = key.parcel_id`,
  );
  await execute(
    transaction,
    sql`delete from piece using ${keys} where piece.shard_key = key.shard_key and piece.parcel_id = key.parcel_id`,
  );
}

/** The one statement of ours with values in its text, because no parameter fits between rows and commit: they are whole numbers. */
function countingOf({ partyCounts, day }: BatchRows): readonly string[] {
  if (partyCounts.size === 0) return [];
  const counts = [...partyCounts].sort(([left], [right]) => (left < right ? -1 : 1));
  const keys = counts.map(([key]) => key.toString()).join(',');
  const parcels = counts.map(([, count]) => count.toString()).join(',');
  return [
    `insert into party_day (day, party_key, writer, parcels)
select date '${writeDay(day)}', party_key, pg_backend_pid(), parcels
from unnest('{${keys}}'::bigint[], '{${parcels}}'::integer[]) as counted (party_key, parcels)
order by party_key
on conflict (day, party_key, writer) do update set parcels = party_day.parcels + excluded.parcels`,
  ];
}

/** One row a kind instead of many; rows of passes that are not committed yet are not seen and stay. */
export async function foldTallies(transaction: Transaction, before: Moment): Promise<void> {
  const cut = Temporal.Instant.fromEpochMilliseconds(before);
  await execute(
    transaction,
    sql`
with taken as (
  delete from tally
  returning tally_id, means, arrival_at, day, stage, lane, category, parcels
)
insert into tally (tally_id, means, arrival_at, day, stage, lane, category, parcels)
select min(tally_id), means, arrival_at, day, stage, lane, category, sum(parcels)
from taken
where means is null or arrival_at is null or arrival_at >= ${cut}
group by means, arrival_at, day, stage, lane, category
having sum(parcels) <> 0`,
  );
}

/** The same for the sums of postings: those of days before `daysFrom` go to the first day of their month. */
export async function foldPostingSums(transaction: Transaction, daysFrom: Day): Promise<void> {
  await execute(
    transaction,
    sql`
with taken as (
  delete from posting_sum
  returning sum_id, debit, credit, charge, reason, currency, amount_minor, postings,
    case when day >= ${daysFrom}::integer then day
      else date_trunc('month', date '1970-01-01' + day)::date - date '1970-01-01' end as day
)
insert into posting_sum (sum_id, debit, credit, charge, reason, currency, day, amount_minor, postings)
select min(sum_id), debit, credit, charge, reason, currency, day, sum(amount_minor)::bigint, sum(postings)
from taken
group by debit, credit, charge, reason, currency, day`,
  );
}

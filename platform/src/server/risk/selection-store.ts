/** Reads and writes the keys of random selection and their commitments. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { execute, maybeOne, one, query, sql, type Queryable, type Sql } from '../db/sql.ts';
import { firstIdOf } from '../ids.ts';
import { BUCKET_LABEL } from './selection.ts';

export type SelectionKeyRow = {
  readonly day: Day;
  readonly commitment: Uint8Array;
  readonly bucketBits: number;
  readonly masterId: string;
  readonly wrapped: Uint8Array;
  readonly committedAt: Temporal.Instant;
  readonly isAhead: boolean;
  readonly handedOutTo: string | null;
};

const publishedColumns = sql`day - date '1970-01-01' as day, commitment, bucket_bits, committed_at, is_ahead`;
const columns = sql`${publishedColumns}, master_id, wrapped, handed_out_to`;

export async function readSelectionKey(on: Queryable, day: Day): Promise<SelectionKeyRow | null> {
  const row = await maybeOne<SelectionKeyRow>(
    on,
    sql`select ${columns}
        from selection_key
        where day = ${writeDay(day)}`,
  );
  return row ?? null;
}

export type NewSelectionKey = Pick<
  SelectionKeyRow,
  'day' | 'commitment' | 'bucketBits' | 'masterId' | 'wrapped'
> & {
  readonly committedAt: Temporal.Instant;
  readonly dayBeginsAt: Temporal.Instant;
};

/** False when another process has bound the day already. */
export async function insertSelectionKey(on: Queryable, key: NewSelectionKey): Promise<boolean> {
  const count = await execute(
    on,
    sql`insert into selection_key (day, commitment, bucket_bits, master_id, wrapped, committed_at, day_begins_at)
        values (${writeDay(key.day)}, ${key.commitment}, ${key.bucketBits}, ${key.masterId}, ${key.wrapped}, ${key.committedAt}, ${key.dayBeginsAt})
        on conflict (day) do nothing`,
  );
  return count === 1;
}

/** What the wrapped key of a day is bound to. */
export const selectionKeyContext = (day: Day): string => `selection key ${writeDay(day)}`;

/** Wraps the key of every day anew; gives their number. */
export async function rewrapSelectionKeys(
  on: Queryable,
  master: {
    readonly id: string;
    readonly rewrap: (key: {
      readonly context: string;
      readonly wrapped: Uint8Array;
    }) => Uint8Array;
  },
): Promise<number> {
  const rows = await query<{ day: number; wrapped: Buffer }>(
    on,
    sql`select day - date '1970-01-01' as day, wrapped
        from selection_key
        order by selection_key.day
        limit 1000000`,
  );
  for (const { day, wrapped } of rows) {
    const anew = master.rewrap({ context: selectionKeyContext(day), wrapped });
    await execute(
      on,
      sql`update selection_key
          set master_id = ${master.id}, wrapped = ${anew}
          where day = ${writeDay(day)}`,
    );
  }
  return rows.length;
}

export async function recordHandOver(
  on: Queryable,
  handOver: { readonly day: Day; readonly to: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const count = await execute(
    on,
    sql`update selection_key
        set handed_out_at = ${handOver.at}, handed_out_to = ${handOver.to}
        where day = ${writeDay(handOver.day)} and handed_out_at is null`,
  );
  return count === 1;
}

export type CommitmentRow = Pick<
  SelectionKeyRow,
  'day' | 'commitment' | 'bucketBits' | 'committedAt' | 'isAhead'
>;

/** Commitments up to a day, the latest first. */
export function readCommitments(
  on: Queryable,
  page: { readonly before: Day; readonly limit: number },
): Promise<readonly CommitmentRow[]> {
  return query<CommitmentRow>(
    on,
    sql`select ${publishedColumns}
        from selection_key
        where day < ${writeDay(page.before)}
        order by selection_key.day desc
        limit ${page.limit}`,
  );
}

/** A draw of a day is journaled on it, or shortly after midnight by a pass that was under way. */
const entriesOf = (day: Day): Sql =>
  sql`entry.entry_id >= ${firstIdOf(day)} and entry.entry_id < ${firstIdOf(day + 2)}`;

/** How the journal spells a draw of that day, in canonical JSON. */
const drawnOn = (day: Day): string => `"draw":{"day":"${writeDay(day)}",`;

/** A bucket of references, as `bucketOf` numbers them. */
export type Bucket = { readonly bucket: number; readonly bucketBits: number };

const isIn = ({ bucket, bucketBits }: Bucket): Sql =>
  sql`('x' || encode(substring(sha256(convert_to(${BUCKET_LABEL} || parcel.scheme || ':' || parcel.number, 'UTF8')) for 4), 'hex'))::bit(32)::bigint
      >> (32 - ${bucketBits}::integer) = ${bucket}`;

/** Whether a parcel that drew on a day (in one bucket, where one is named) is in none of the closed stages. */
export async function hasOpenDraw(
  on: Queryable,
  wanted: {
    readonly day: Day;
    readonly closedStages: readonly string[];
    readonly bucket?: Bucket;
  },
): Promise<boolean> {
  const { day, closedStages, bucket } = wanted;
  const { isOpen } = await one<{ isOpen: boolean }>(
    on,
    sql`with open_parcel as materialized (
          select parcel.shard_key, parcel.parcel_id
          from (
            select distinct entry.shard_key, entry.parcel_id
            from journal entry
            where ${entriesOf(day)} and entry.parcel_id <> 0
          ) spoken
          join parcel on parcel.shard_key = spoken.shard_key and parcel.parcel_id = spoken.parcel_id
          where parcel.stage <> all(${closedStages}::text[]) ${bucket === undefined ? sql`` : sql`and ${isIn(bucket)}`}
        )
        select exists (
          select
          from open_parcel
          join journal entry on entry.shard_key = open_parcel.shard_key and entry.parcel_id = open_parcel.parcel_id
          where ${entriesOf(day)} and strpos(entry.body, ${drawnOn(day)}) > 0
        ) as is_open`,
  );
  return isOpen;
}

export type DrawnRow = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly entryId: bigint;
  /** Null where the parcel that the journal tells of is gone. */
  readonly scheme: string | null;
  readonly number: string | null;
  readonly body: string;
};

const drawnColumns = sql`entry.shard_key, entry.parcel_id, entry.entry_id, parcel.scheme, parcel.number, entry.body`;

export type DrawnPlace = Pick<DrawnRow, 'shardKey' | 'parcelId' | 'entryId'>;
/** Before every entry. */
export const BEFORE_ALL: DrawnPlace = { shardKey: -1, parcelId: 0n, entryId: 0n };

/** Entries that hold a draw of a day, page by page. */
export const readDrawn = (
  on: Queryable,
  page: { readonly day: Day; readonly after: DrawnPlace; readonly limit: number },
): Promise<readonly DrawnRow[]> =>
  query<DrawnRow>(
    on,
    sql`select ${drawnColumns}
        from journal entry
        left join parcel on parcel.shard_key = entry.shard_key and parcel.parcel_id = entry.parcel_id
        where ${entriesOf(page.day)}
          and strpos(entry.body, ${drawnOn(page.day)}) > 0
          and (entry.shard_key, entry.parcel_id, entry.entry_id)
            > (${page.after.shardKey}::smallint, ${page.after.parcelId}::bigint, ${page.after.entryId}::bigint)
        order by entry.shard_key, entry.parcel_id, entry.entry_id
        limit ${page.limit}`,
  );

/** Decisions about one number on one day; more than these nobody makes. */
const DRAWS_OF_PARCEL_MAX = 200;

/** Entries that hold a draw of a day about the parcels of one number. */
export const readDrawnOf = (
  on: Queryable,
  wanted: { readonly day: Day; readonly scheme: string; readonly number: string },
): Promise<readonly DrawnRow[]> =>
  query<DrawnRow>(
    on,
    sql`select ${drawnColumns}
        from parcel_reference known
        join parcel on parcel.shard_key = known.shard_key and parcel.parcel_id = known.parcel_id
        join journal entry on entry.shard_key = parcel.shard_key and entry.parcel_id = parcel.parcel_id
        where known.shard_key = ${shardOf(wanted.number)} and known.scheme = ${wanted.scheme} and known.number = ${wanted.number}
          and ${entriesOf(wanted.day)}
          and strpos(entry.body, ${drawnOn(wanted.day)}) > 0
        order by entry.entry_id
        limit ${DRAWS_OF_PARCEL_MAX}`,
  );

/** Whether the journal holds the commitment of a day, as it was bound. */
export async function isCommitmentJournaled(
  on: Queryable,
  committed: { readonly day: Day; readonly commitment: string },
): Promise<boolean> {
  const { isThere } = await one<{ isThere: boolean }>(
    on,
    sql`select exists (
          select
          from journal
          where shard_key = 0 and parcel_id = 0 and kind = 'commit-selection'
            and strpos(body, ${`"commitment":"${committed.commitment}","day":"${writeDay(committed.day)}"`}) > 0
        ) as is_there`,
  );
  return isThere;
}

/** Reads and writes the Merkle log: its head, transactions, tiles, checkpoints and cosignatures. */
import { recordset } from '../db/recordset.ts';
import { execute, maybeOne, one, prepare, query, sql, type Queryable } from '../db/sql.ts';
import { table } from '../db/table.ts';
import { nodesIn, tilesFor, type Tile, type TileId } from './tiles.ts';
import type { NodeAt } from './merkle.ts';

export type Claim = { readonly holder: string; readonly leaseSeconds: number };
export type LogHead = {
  readonly fencingToken: bigint;
  readonly size: bigint;
  readonly lastTransactionId: string;
};

/** Takes the right to seal when it is free or its lease has run out; null when another process holds it. */
export async function claimLog(
  on: Queryable,
  { holder, leaseSeconds }: Claim,
): Promise<LogHead | null> {
  const row = await maybeOne<LogHead>(
    on,
    sql`update log_head
        set fencing_token = fencing_token + 1,
            holder = ${holder},
            leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where log_id = 1
          and (holder is null or holder = ${holder} or leased_until < clock_timestamp())
        returning fencing_token, size, last_transaction_id::text as last_transaction_id`,
  );
  return row ?? null;
}

/** Extends the lease; false when the token is no longer the last one given. */
export async function renewLog(
  on: Queryable,
  token: bigint,
  leaseSeconds: number,
): Promise<boolean> {
  const count = await execute(
    on,
    sql`update log_head
        set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where log_id = 1 and fencing_token = ${token}`,
  );
  return count === 1;
}

/** Lets another process seal at once. */
export async function releaseLog(on: Queryable, token: bigint): Promise<void> {
  await execute(
    on,
    sql`update log_head
        set holder = null, leased_until = null
        where log_id = 1 and fencing_token = ${token}`,
  );
}

/** Locks the head for this transaction; null when the token was fenced off. */
export async function lockHead(on: Queryable, token: bigint): Promise<LogHead | null> {
  const row = await maybeOne<LogHead>(
    on,
    sql`select fencing_token, size, last_transaction_id::text as last_transaction_id
        from log_head
        where log_id = 1 and fencing_token = ${token}
        for update`,
  );
  return row ?? null;
}

export type Standing = { readonly hasMore: boolean; readonly isAhead: boolean };

/** Whether finished transactions wait to be sealed, without writing anything; `isAhead` when the log knows later transactions than the database. */
export function readStanding(on: Queryable, lastTransactionId: string): Promise<Standing> {
  return one<Standing>(
    on,
    prepare(sql`select exists (
                 select
                 from journal
                 where transaction_id > ${lastTransactionId}::xid8
                   and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
               ) as has_more,
               ${lastTransactionId}::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as is_ahead`),
  );
}

export type SealedTransaction = {
  readonly transactionId: string;
  readonly firstIndex: bigint;
  readonly leafHashes: Uint8Array;
};

/**
 * Numbers whole transactions that are older than the oldest one running: none can appear before them any more. Hashing where the rows
 * are spares carrying the bodies; `verify` hashes them again on its own.
 */
export function sealTransactions(
  on: Queryable,
  head: LogHead,
  entriesMax: number,
): Promise<readonly SealedTransaction[]> {
  return query<SealedTransaction>(
    on,
    sql`with horizon as (
          select transaction_id
          from (
            select transaction_id
            from journal
            where transaction_id > ${head.lastTransactionId}::xid8
              and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction_id
            limit ${entriesMax}
          ) as waiting
          order by transaction_id desc
          limit 1
        ), leaves as (
          select transaction_id,
                 count(*) as entry_count,
                 string_agg(sha256('\\x00'::bytea || convert_to(body, 'UTF8')), ''::bytea order by entry_id) as leaf_hashes
          from journal
          where transaction_id > ${head.lastTransactionId}::xid8
            and transaction_id <= (select transaction_id from horizon)
          group by transaction_id
        ), numbered as (
          insert into log_transaction (transaction_id, first_index, entry_count)
          select transaction_id,
                 (${head.size}::bigint + sum(entry_count) over (order by transaction_id) - entry_count)::bigint,
                 entry_count
          from leaves
          returning transaction_id, first_index
        )
        select numbered.transaction_id::text as transaction_id, first_index, leaf_hashes
        from numbered
        join leaves on leaves.transaction_id = numbered.transaction_id
        order by first_index`,
  );
}

export async function advanceHead(
  on: Queryable,
  head: Omit<LogHead, 'size'> & { readonly size: number; readonly leaseSeconds: number },
): Promise<void> {
  await execute(
    on,
    sql`update log_head
        set size = ${head.size},
            last_transaction_id = ${head.lastTransactionId}::xid8,
            leased_until = clock_timestamp() + make_interval(secs => ${head.leaseSeconds})
        where log_id = 1 and fencing_token = ${head.fencingToken}`,
  );
}

const tileTable = table('log_tile', [
  { name: 'level', type: 'int2' },
  { name: 'tile_index', type: 'int8' },
  { name: 'hashes', type: 'bytea' },
]);

export async function writeTiles(on: Queryable, tiles: readonly Tile[]): Promise<void> {
  const rows = tiles.map(({ level, index, hashes }) => ({ level, tileIndex: index, hashes }));
  await execute(
    on,
    sql`insert into log_tile (level, tile_index, hashes)
        select t.level, t.tile_index, t.hashes
        from ${recordset(tileTable, rows, 't')}
        on conflict (level, tile_index) do update set hashes = excluded.hashes`,
  );
}

export async function readTiles(on: Queryable, ids: readonly TileId[]): Promise<readonly Tile[]> {
  const rows = await query<{ level: number; tileIndex: bigint; hashes: Uint8Array }>(
    on,
    sql`select t.level, t.tile_index, t.hashes
        from unnest(${ids.map(({ level }) => level)}::int2[], ${ids.map(({ index }) => index)}::int8[]) as wanted (level, tile_index)
        join log_tile t on t.level = wanted.level and t.tile_index = wanted.tile_index
        order by t.level, t.tile_index
        limit ${ids.length}`,
  );
  return rows.map(({ level, tileIndex, hashes }) => ({ level, index: Number(tileIndex), hashes }));
}

/** Fetches in one query whatever tiles a computation on the log needs. */
export const readNodes = async (
  on: Queryable,
  compute: (nodeAt: NodeAt) => unknown,
): Promise<NodeAt> => nodesIn(await readTiles(on, tilesFor(compute)));

export type CheckpointRow = {
  readonly size: bigint;
  readonly at: Temporal.Instant;
  readonly root: Uint8Array;
  readonly note: string;
};

export async function writeCheckpoint(
  on: Queryable,
  row: Omit<CheckpointRow, 'size' | 'at'> & { readonly size: number },
): Promise<void> {
  await execute(
    on,
    sql`insert into log_checkpoint (size, at, root, note)
        values (${row.size}, clock_timestamp(), ${row.root}, ${row.note})`,
  );
}

/** The latest checkpoint, with the lines of its witnesses added to its note; null while nothing is sealed. */
export async function readLatestCheckpoint(on: Queryable): Promise<CheckpointRow | null> {
  const row = await maybeOne<CheckpointRow>(
    on,
    sql`select c.size, c.at, c.root,
               c.note || coalesce((select string_agg(s.line, '' order by s.witness) from log_cosignature s where s.size = c.size), '') as note
        from log_checkpoint c
        order by c.size desc
        limit 1`,
  );
  return row ?? null;
}

export function readCheckpoints(
  on: Queryable,
  page: { readonly after: bigint; readonly limit: number },
): Promise<readonly CheckpointRow[]> {
  return query<CheckpointRow>(
    on,
    sql`select size, at, root, note
        from log_checkpoint
        where size > ${page.after}
        order by size
        limit ${page.limit}`,
  );
}

export async function writeCosignature(
  on: Queryable,
  row: { readonly size: bigint; readonly witness: string; readonly line: string },
): Promise<void> {
  await execute(
    on,
    sql`insert into log_cosignature (size, witness, at, line)
        values (${row.size}, ${row.witness}, clock_timestamp(), ${row.line})
        on conflict do nothing`,
  );
}

export type TransactionPlace = {
  readonly transactionId: string;
  readonly firstIndex: bigint;
  readonly entryCount: number;
};

/** The place of a transaction in the log; null while it is not sealed. */
export async function readTransactionPlace(
  on: Queryable,
  transactionId: string,
): Promise<TransactionPlace | null> {
  const row = await maybeOne<TransactionPlace>(
    on,
    sql`select transaction_id::text as transaction_id, first_index, entry_count
        from log_transaction
        where transaction_id = ${transactionId}::xid8`,
  );
  return row ?? null;
}

export function readHead(on: Queryable): Promise<LogHead> {
  return one<LogHead>(
    on,
    sql`select fencing_token, size, last_transaction_id::text as last_transaction_id
        from log_head
        where log_id = 1`,
  );
}

/** The size a witness last vouched for; zero when it never did. */
export async function readCosignedSize(on: Queryable, witness: string): Promise<bigint> {
  const row = await one<{ size: bigint | null }>(
    on,
    sql`select max(size) as size
        from log_cosignature
        where witness = ${witness}`,
  );
  return row.size ?? 0n;
}

/** Tiles of leaf hashes from an index on. */
export async function readLeafTiles(
  on: Queryable,
  page: { readonly from: bigint; readonly limit: number },
): Promise<readonly Tile[]> {
  const rows = await query<{ tileIndex: bigint; hashes: Uint8Array }>(
    on,
    sql`select tile_index, hashes
        from log_tile
        where level = 0 and tile_index >= ${page.from}
        order by tile_index
        limit ${page.limit}`,
  );
  return rows.map(({ tileIndex, hashes }) => ({ level: 0, index: Number(tileIndex), hashes }));
}

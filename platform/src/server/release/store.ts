/** Finds the parcels that must be looked at because a time has passed. */
import type { ReferenceScheme } from '../../domain/advance-data/statement.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { execute, query, sql } from '../db/sql.ts';
import type { Queryable } from '../db/sql.ts';

export type WatchedRow = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly scheme: ReferenceScheme;
  readonly number: string;
  readonly version: number;
  readonly state: string;
};

/** The longest overdue first. */
export function readWatched(
  on: Queryable,
  at: Moment,
  rowsMax: number,
): Promise<readonly WatchedRow[]> {
  const now = Temporal.Instant.fromEpochMilliseconds(at);
  return query<WatchedRow>(
    on,
    sql`select shard_key, parcel_id, scheme, number, version, state
        from parcel
        where watch_at <= ${now}
        order by watch_at, parcel_id
        limit ${rowsMax}`,
  );
}

/** Nothing was overdue after all (the law changed, or the number is another parcel's by now): look again at another time, or not at all. */
export async function watchAgain(
  on: Queryable,
  row: Pick<WatchedRow, 'shardKey' | 'parcelId' | 'version'>,
  at: Moment | null,
): Promise<void> {
  const next = at === null ? null : Temporal.Instant.fromEpochMilliseconds(at);
  await execute(
    on,
    sql`update parcel
        set watch_at = ${next}
        where shard_key = ${row.shardKey} and parcel_id = ${row.parcelId} and version = ${row.version}`,
  );
}

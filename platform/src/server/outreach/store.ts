/** Reads the record of a parcel for its receiver: only what was written before a moment, and in one round trip for any number. */
import { REFERENCE_SCHEMES } from '../../domain/advance-data/statement.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { query, sql, type Queryable } from '../db/sql.ts';

export type EntryRow = { readonly at: Temporal.Instant; readonly body: string };

/** The journal, before `until`, of the newest parcel that bears one of the numbers under any scheme; empty when none does. */
export const readEntriesBefore = (
  on: Queryable,
  numbers: readonly string[],
  until: Moment,
): Promise<readonly EntryRow[]> =>
  query<EntryRow>(
    on,
    sql`
select entry.at, entry.body
from (
  select reference.shard_key, reference.parcel_id
  from unnest(${numbers.map(shardOf)}::smallint[], ${numbers}::text[]) as wanted (shard_key, number)
  join parcel_reference reference on reference.shard_key = wanted.shard_key
    and reference.scheme = any(${[...REFERENCE_SCHEMES]}) and reference.number = wanted.number
  order by reference.parcel_id desc
  limit 1
) parcel
join journal entry on entry.shard_key = parcel.shard_key and entry.parcel_id = parcel.parcel_id
where entry.at < ${Temporal.Instant.fromEpochMilliseconds(until)}
order by entry.sequence
limit 1000`,
  );

/** Finds parcels by what an officer types: any parcel by its number or order, waiting ones also by flight, code and part of a number. */
import { query, sql, type Queryable } from '../db/sql.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { workColumns, type WorkRow } from './store.ts';

export type SearchWords = {
  /** Without spaces, in capitals. */
  readonly number: string;
  /** As typed. */
  readonly order: string;
  readonly limit: number;
};

/** At most `limit` parcels, the soonest due first. */
export const searchParcels = (
  on: Queryable,
  { number, order, limit }: SearchWords,
): Promise<readonly WorkRow[]> =>
  query<WorkRow>(
    on,
    sql`
with found (shard_key, parcel_id) as (
  select shard_key, parcel_id
  from parcel_reference
  where shard_key = ${shardOf(number)} and number = ${number} and scheme in ('s10', 'house-waybill', 'courier', 'ucr')
  union
  select target_shard_key, target_id
  from order_link
  where shard_key = ${shardOf(order)} and order_number = ${order} and is_parcel
  union
  (
    select shard_key, parcel_id
    from parcel
    where needs_officer and (replace(upper(means), ' ', '') = ${number} or starts_with(number, ${number}))
    order by due_at, parcel_id
    limit ${limit}
  )
  union
  (
    select parcel.shard_key, parcel.parcel_id
    from parcel
    join item on item.shard_key = parcel.shard_key and item.parcel_id = parcel.parcel_id
    where parcel.needs_officer and ${/^[0-9]{4,14}$/.test(number)} and starts_with(item.commodity_code, ${number})
    order by parcel.due_at, parcel.parcel_id
    limit ${limit}
  )
)
select ${workColumns}
from found
join parcel on parcel.shard_key = found.shard_key and parcel.parcel_id = found.parcel_id
order by parcel.due_at, parcel.parcel_id
limit ${limit}`,
  );

/** Reads what was released from the sealed log, writes observations and their sums, and reads the sums again. */
import { copyAll, copyOf } from '../db/copy.ts';
import { recordset } from '../db/recordset.ts';
import { execute, query, sql, type Queryable } from '../db/sql.ts';
import { table, type RowOf } from '../db/table.ts';
import type { Transaction } from '../db/transaction.ts';

export type ReleasedRow = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly releasedAt: Temporal.Instant;
  readonly state: string;
};

/** Parcels that these transactions released, with their state. */
export const readReleased = (
  on: Queryable,
  transactionIds: readonly string[],
): Promise<readonly ReleasedRow[]> =>
  query<ReleasedRow>(
    on,
    sql`
with released as materialized (
  select entry.shard_key, entry.parcel_id, entry.entry_id, entry.at
  from journal entry
  where entry.transaction_id = any (${transactionIds}::xid8[]) and strpos(entry.body, '"type":"released"') > 0
  order by entry.entry_id
  limit 100000
)
select released.shard_key, released.parcel_id, released.at as released_at, parcel.state
from released
cross join lateral (
  -- Each by its key: few are released in a round, and a join would read every parcel there is.
  select state from parcel
  where parcel.shard_key = released.shard_key and parcel.parcel_id = released.parcel_id
  limit 1
) parcel
order by released.entry_id`,
  );

export type ItemRow = {
  readonly parcelId: bigint;
  readonly position: number;
  readonly commodityCode: string | null;
  readonly origin: string | null;
  readonly valueMinor: bigint | null;
  readonly currency: string | null;
  readonly massGrams: bigint | null;
};

export const readItems = (
  on: Queryable,
  parcels: readonly Pick<ReleasedRow, 'shardKey' | 'parcelId'>[],
): Promise<readonly ItemRow[]> =>
  query<ItemRow>(
    on,
    sql`
select item.parcel_id, item.position, item.commodity_code, item.origin, item.value_minor, item.currency, item.mass_grams
from unnest(${parcels.map(({ shardKey }) => shardKey)}::smallint[], ${parcels.map(({ parcelId }) => parcelId)}::bigint[])
  as wanted (shard_key, parcel_id)
join item on item.shard_key = wanted.shard_key and item.parcel_id = wanted.parcel_id
order by item.parcel_id, item.position
limit 10000000`,
  );

const observationTable = table('observation', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'position', type: 'int2' },
  { name: 'month', type: 'char' },
  { name: 'direction', type: 'text' },
  { name: 'commodity', type: 'text' },
  { name: 'origin', type: 'text' },
  { name: 'partner', type: 'text' },
  { name: 'mode', type: 'text' },
  { name: 'channel', type: 'text' },
  { name: 'category', type: 'int2' },
  { name: 'value_minor', type: 'int8' },
  { name: 'currency', type: 'char' },
  { name: 'mass_grams', type: 'int8' },
]);
export type ObservationRow = RowOf<typeof observationTable>;

const cellTable = table('observation_cell', [
  { name: 'month', type: 'char' },
  { name: 'direction', type: 'text' },
  { name: 'commodity', type: 'text' },
  { name: 'origin', type: 'text' },
  { name: 'partner', type: 'text' },
  { name: 'mode', type: 'text' },
  { name: 'channel', type: 'text' },
  { name: 'currency', type: 'char' },
  { name: 'parcels', type: 'int4' },
  { name: 'items', type: 'int4' },
  { name: 'value_minor', type: 'int8' },
  { name: 'mass_grams', type: 'int8' },
]);
export type CellRow = RowOf<typeof cellTable>;

const releaseTimeTable = table('release_time', [
  { name: 'day', type: 'int4' },
  { name: 'category', type: 'int2' },
  { name: 'seconds', type: 'int4' },
  { name: 'parcels', type: 'int4' },
]);
export type ReleaseTimeRow = RowOf<typeof releaseTimeTable>;

export type Observed = {
  readonly observations: readonly ObservationRow[];
  readonly cells: readonly CellRow[];
  readonly releaseTimes: readonly ReleaseTimeRow[];
};

/** An observation that is there already is a fault: the key refuses it, and with it the whole round. */
export async function writeObserved(transaction: Transaction, observed: Observed): Promise<void> {
  await copyAll(transaction, [copyOf(observationTable, observed.observations)]);
  if (observed.cells.length > 0)
    await execute(
      transaction,
      sql`
insert into observation_cell (month, direction, commodity, origin, partner, mode, channel, currency, parcels, items, value_minor, mass_grams)
select month, direction, commodity, origin, partner, mode, channel, currency, parcels, items, value_minor, mass_grams
from ${recordset(cellTable, observed.cells, 'observed')}
order by month, direction, commodity, origin, partner, mode, channel, currency
on conflict (month, direction, commodity, origin, partner, mode, channel, currency) do update
set parcels = observation_cell.parcels + excluded.parcels, items = observation_cell.items + excluded.items,
  value_minor = observation_cell.value_minor + excluded.value_minor, mass_grams = observation_cell.mass_grams + excluded.mass_grams`,
    );
  if (observed.releaseTimes.length > 0)
    await execute(
      transaction,
      sql`
insert into release_time (day, category, seconds, parcels)
select day, category, seconds, parcels
from ${recordset(releaseTimeTable, observed.releaseTimes, 'observed')}
order by day, category, seconds
on conflict (day, category, seconds) do update set parcels = release_time.parcels + excluded.parcels`,
    );
}

export type StoredCell = {
  readonly direction: string;
  readonly commodity: string;
  readonly origin: string;
  readonly partner: string;
  readonly mode: string;
  readonly channel: string;
  readonly currency: string;
  readonly parcels: number;
  readonly items: number;
  readonly valueMinor: string;
  readonly massGrams: string;
};

export const readCells = (on: Queryable, month: string): Promise<readonly StoredCell[]> =>
  query<StoredCell>(
    on,
    sql`
select direction, commodity, origin, partner, mode, channel, currency, parcels, items, value_minor::text as value_minor,
  mass_grams::text as mass_grams
from observation_cell
where month = ${month}
order by direction, commodity, origin, partner, mode, channel, currency
limit 1000000`,
  );

export type StoredTime = {
  readonly category: number;
  readonly seconds: number;
  readonly parcels: number;
};

/** How often each number of seconds was needed, on the days from one to another. */
export const readReleaseTimes = (
  on: Queryable,
  days: { readonly from: number; readonly to: number },
): Promise<readonly StoredTime[]> =>
  query<StoredTime>(
    on,
    sql`
select category, seconds, sum(parcels)::integer as parcels
from release_time
where day >= ${days.from} and day <= ${days.to}
group by category, seconds
order by category, seconds
limit 1000000`,
  );

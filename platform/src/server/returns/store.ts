/** Reads what shows a return: whether a party spoke about a parcel, and the parcel in which goods left again. */
import { readFacts } from '../../domain/advance-data/statement-text.ts';
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import { maybeOne, query, sql, type Queryable } from '../db/sql.ts';
import { readParcelState, type ParcelStateRow } from '../revenue/store.ts';

/** With a trader's own connection: only parcels that it spoke about have a row. */
export async function isSpokenAbout(
  on: Queryable,
  { scheme, number }: HouseReference,
): Promise<boolean> {
  const found = await maybeOne(
    on,
    sql`
select 1 as found
from parcel
where shard_key = ${shardOf(number)} and scheme = ${scheme} and number = ${number}
order by parcel_id desc
limit 1`,
  );
  return found !== undefined;
}

/** Whether a parcel left the country as the return of another one: it says so itself, and its departure was told. */
export async function hasLeftAsReturn(
  on: Queryable,
  outbound: HouseReference,
  inbound: HouseReference,
): Promise<boolean> {
  const row = await readParcelState(on, outbound);
  if (row === undefined) return false;
  const state = readState(row.state);
  const isOutward = state.facts?.direction === 'export' || state.facts?.direction === 'return';
  if (!isOutward || state.custody.departedAt === null) return false;
  return (await readReturnsOf(on, state)).some(
    ({ scheme, number }) => scheme === inbound.scheme && number === inbound.number,
  );
}

async function readReturnsOf(on: Queryable, state: ParcelState): Promise<readonly HouseReference[]> {
  const ids = state.statements.map(([statement]) => BigInt(statement));
  const shards = state.statements.map(([, shard]) => shard);
  const rows = await query<{ facts: string }>(
    on,
    sql`
select statement.facts
from unnest(${shards}::smallint[], ${ids}::bigint[]) as wanted (shard_key, statement_id)
join statement on statement.shard_key = wanted.shard_key and statement.statement_id = wanted.statement_id
order by statement.statement_id
limit 100`,
  );
  return rows.flatMap(({ facts }) => readFacts(facts).returnOf ?? []);
} // prettier-ignore

/** The longest waiting first. */
export const readRepayable = (on: Queryable, limit: number): Promise<readonly ParcelStateRow[]> =>
  query<ParcelStateRow>(
    on,
    sql`
select shard_key, parcel_id, scheme, number, updated_at, state
from parcel
where stage = 'refunded' and strpos(state, '"repaidBy":null') > 0
order by updated_at, parcel_id
limit ${limit}`,
  );

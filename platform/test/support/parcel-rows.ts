/** Reads a parcel back as the tables hold it, with what the ledger says it owes. */
import type { HouseReference } from '../../src/domain/advance-data/statement.ts';
import { shardOf } from '../../src/domain/kernel/shard.ts';
import { readState, type ParcelState } from '../../src/domain/parcel-state.ts';
import { one, sql } from '../../src/server/db/sql.ts';
import type { Platform } from '../../src/server/world.ts';

export type ParcelAsStored = {
  readonly state: ParcelState;
  readonly outside: string;
  readonly outsideBefore: string;
  /** Minor units by which its debits exceed its reversals. */
  readonly owed: bigint;
};

export async function parcelOf(
  platform: Platform,
  reference: HouseReference,
): Promise<ParcelAsStored> {
  const row = await one<{
    parcelId: bigint;
    state: string;
    outside: string;
    outsideBefore: string;
  }>(
    platform.database.intake,
    sql`
select parcel_id, state, outside, outside_before
from parcel
where shard_key = ${shardOf(reference.number)} and scheme = ${reference.scheme} and number = ${reference.number}
order by parcel_id desc
limit 1`,
  );
  const { owed } = await one<{ owed: string | null }>(
    platform.database.intake,
    sql`
select sum(case when credit like 'treasury:%' then amount_minor else -amount_minor end)::text as owed
from posting
where parcel_id = ${row.parcelId}`,
  );
  return { ...row, state: readState(row.state), owed: BigInt(owed ?? '0') };
}

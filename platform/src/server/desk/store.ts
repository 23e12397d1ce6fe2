/** Reads of parcels for the officer's desk; row-level security asks for a name, this file says which columns. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { Lane } from '../../domain/kernel/lane.ts';
import type { OutsideState } from '../../domain/kernel/outside-state.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';
import { dayOfId, firstIdOf } from '../ids.ts';

export type WorkRow = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly scheme: HouseReference['scheme'];
  readonly number: string;
  readonly lane: Lane | null;
  readonly stage: string;
  readonly dueAt: Temporal.Instant | null;
  readonly means: string | null;
  readonly claimedBy: string | null;
  readonly updatedAt: Temporal.Instant;
  readonly state: string;
};

/** The columns of a line, in every read that finds parcels. */
export const workColumns = sql`parcel.shard_key, parcel.parcel_id, parcel.scheme, parcel.number, parcel.lane, parcel.stage, parcel.due_at,
  parcel.means, parcel.claimed_by, parcel.updated_at, parcel.state`;

export type GoodsRow = {
  readonly statementId: bigint;
  readonly receivedAt: Temporal.Instant;
  readonly facts: string;
};

/** The statements whose goods are in use, for a line about each parcel. */
export const readGoods = (
  on: Queryable,
  addresses: readonly { readonly shard: number; readonly statement: string }[],
): Promise<readonly GoodsRow[]> =>
  query<GoodsRow>(
    on,
    sql`
select statement.statement_id, statement.received_at, statement.facts
from unnest(${addresses.map(({ shard }) => shard)}::smallint[], ${addresses.map(({ statement }) => statement)}::bigint[])
  as wanted (shard_key, statement_id)
join statement on statement.shard_key = wanted.shard_key and statement.statement_id = wanted.statement_id
order by statement.statement_id
limit 1000`,
  );

/** The latest risk assessment of each parcel, as the journal spells its entry. */
export const readAssessments = (
  on: Queryable,
  parcels: readonly Pick<WorkRow, 'shardKey' | 'parcelId'>[],
): Promise<readonly { readonly parcelId: bigint; readonly body: string }[]> =>
  query(
    on,
    sql`
select wanted.parcel_id, entry.body
from unnest(${parcels.map(({ shardKey }) => shardKey)}::smallint[], ${parcels.map(({ parcelId }) => parcelId)}::bigint[])
  as wanted (shard_key, parcel_id)
cross join lateral (
  select body
  from journal_for_officers
  where shard_key = wanted.shard_key and parcel_id = wanted.parcel_id and strpos(body, '"type":"risk-assessed"') > 0
  order by sequence desc
  limit 1
) entry
order by wanted.parcel_id
limit 1000`,
  );

/** The parcel that bears a reference now. */
export const readParcel = (
  on: Queryable,
  { scheme, number }: HouseReference,
): Promise<(WorkRow & { readonly outside: OutsideState }) | undefined> =>
  maybeOne(
    on,
    sql`
select ${workColumns}, parcel.outside
from (
  select shard_key, parcel_id
  from parcel_reference
  where shard_key = ${shardOf(number)} and scheme = ${scheme} and number = ${number}
  order by period desc
  limit 1
) reference
join parcel on parcel.shard_key = reference.shard_key and parcel.parcel_id = reference.parcel_id`,
  );

export type EntryRow = {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly actor: string;
  readonly body: string;
  /** Place in the sealed log; null for a second or two. */
  readonly leaf: bigint | null;
};

/** The journal of one parcel, oldest first. An entry's leaf is its place among those of its transaction. */
export const readEntries = (
  on: Queryable,
  parcel: Pick<WorkRow, 'shardKey' | 'parcelId'>,
): Promise<readonly EntryRow[]> =>
  query<EntryRow>(
    on,
    sql`
select entry.sequence, entry.at, entry.kind, entry.actor, entry.body, sealed.first_index + (
    select count(*)
    from journal_for_officers peer
    where peer.transaction_id = entry.transaction_id and peer.entry_id < entry.entry_id
  ) as leaf
from journal_for_officers entry
left join log_transaction sealed on sealed.transaction_id = entry.transaction_id
where entry.shard_key = ${parcel.shardKey} and entry.parcel_id = ${parcel.parcelId}
  and entry.entry_id >= ${firstIdOf(dayOfId(parcel.parcelId))}
order by entry.sequence
limit 1000`,
  );

export type SpokenRow = {
  readonly id: string;
  readonly shard: number;
  readonly submission: string;
  readonly owner: string;
  readonly kind: string;
  readonly function: string;
  readonly profile: string;
  readonly stated: number;
  readonly received: number;
  readonly quality: number;
  readonly findings: string;
  readonly facts: string;
  readonly batchId: bigint;
  readonly frame: number;
  readonly consignment: number;
  /** First eight bytes of the message's salted digest, which end its receipt id. */
  readonly digestStart: Uint8Array | null;
};

/** What was stated about a parcel, with the place of each raw message. */
export const readStatements = (
  on: Queryable,
  addresses: readonly (readonly [statement: string, shard: number])[],
): Promise<readonly SpokenRow[]> =>
  query<SpokenRow>(
    on,
    sql`
select statement.statement_id::text as id, statement.shard_key as shard, statement.submission_id::text as submission,
  registered_party.code as owner, statement.kind, statement.function, statement.profile,
  (extract(epoch from statement.stated_at) * 1000)::float8 as stated,
  (extract(epoch from statement.received_at) * 1000)::float8 as received,
  statement.quality, statement.findings, statement.facts, statement.batch_id, statement.frame, statement.consignment,
  substring(receipt_batch.digests from statement.frame * 32 + 1 for 8) as digest_start
from unnest(${addresses.map(([id]) => id)}::bigint[], ${addresses.map(([, shard]) => shard)}::smallint[])
  as wanted (statement_id, shard_key)
join statement on statement.shard_key = wanted.shard_key and statement.statement_id = wanted.statement_id
join registered_party on registered_party.party_id = statement.owner_party_id
left join receipt_batch on receipt_batch.batch_id = statement.batch_id
order by statement.statement_id
limit 1000`,
  );

export type LookRow = { readonly lookedAt: Temporal.Instant; readonly version: number };

export const readLook = (
  on: Queryable,
  person: string,
  parcelId: bigint,
): Promise<LookRow | undefined> =>
  maybeOne<LookRow>(
    on,
    sql`select looked_at, version from parcel_look where person_id = ${person} and parcel_id = ${parcelId}`,
  );

/** Keeps that a person looked; the latest look counts. */
export async function keepLook(
  on: Queryable,
  look: {
    readonly person: string;
    readonly parcel: Pick<WorkRow, 'shardKey' | 'parcelId'>;
    readonly at: Moment;
    readonly version: number;
  },
): Promise<void> {
  await execute(
    on,
    sql`
insert into parcel_look (person_id, shard_key, parcel_id, looked_at, version)
values (${look.person}, ${look.parcel.shardKey}, ${look.parcel.parcelId}, ${Temporal.Instant.fromEpochMilliseconds(look.at)}, ${look.version})
on conflict (person_id, parcel_id) do update set looked_at = excluded.looked_at, version = excluded.version`,
  );
}

export const readNames = (
  on: Queryable,
): Promise<readonly { readonly personId: string; readonly name: string }[]> =>
  query(on, sql`select person_id, name from person order by person_id limit 5000`);

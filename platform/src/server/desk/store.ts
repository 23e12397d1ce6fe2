/** Reads for the officer's desk; row-level security asks for a name, this file says which columns. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { Lane } from '../../domain/kernel/lane.ts';
import type { OutsideState } from '../../domain/kernel/outside-state.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { execute, maybeOne, one, query, sql, type Queryable, type Sql } from '../db/sql.ts';
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

const workColumns = sql`parcel.shard_key, parcel.parcel_id, parcel.scheme, parcel.number, parcel.lane, parcel.stage, parcel.due_at,
  parcel.means, parcel.claimed_by, parcel.updated_at, parcel.state`;

/** Where a page of the queue goes on: after this parcel. */
export type WorkPlace = { readonly dueAt: Moment | null; readonly parcelId: bigint };

export type WorkQuestion = {
  readonly view: 'mine' | 'unclaimed' | 'waiting' | 'all';
  readonly person: string;
  readonly means: string | null;
  readonly lane: string | null;
  readonly after: WorkPlace | null;
  readonly limit: number;
};

/** A page of the queue in the order of its index: soonest due first, parcels without a time last. */
export const readWork = (on: Queryable, question: WorkQuestion): Promise<readonly WorkRow[]> =>
  query<WorkRow>(
    on,
    sql`
select ${workColumns}
from parcel
where parcel.needs_officer and ${inView(question)} and ${isAfter(question.after)}
  and (${question.means}::text is null or parcel.means = ${question.means})
  and (${question.lane}::text is null or parcel.lane = ${question.lane})
order by parcel.due_at, parcel.parcel_id
limit ${question.limit}`,
  );

/** A parcel whose question is open waits for an answer; until then nobody has to take it. */
const isAsked = sql`parcel.outside = 'question'`;

function inView({ view, person }: WorkQuestion): Sql {
  switch (view) {
    case 'mine':
      return sql`parcel.claimed_by = ${person}`;
    case 'unclaimed':
      return sql`parcel.claimed_by is null and not ${isAsked}`;
    case 'waiting':
      return isAsked;
    case 'all':
      return sql`true`;
  }
}

function isAfter(place: WorkPlace | null): Sql {
  if (place === null) return sql`true`;
  if (place.dueAt === null)
    return sql`parcel.due_at is null and parcel.parcel_id > ${place.parcelId}`;
  const dueAt = Temporal.Instant.fromEpochMilliseconds(place.dueAt);
  return sql`(parcel.due_at > ${dueAt} or parcel.due_at is null or (parcel.due_at = ${dueAt} and parcel.parcel_id > ${place.parcelId}))`;
}

export type WorkCounts = {
  readonly mine: number;
  readonly unclaimed: number;
  readonly waiting: number;
  readonly total: number;
};

/** Counts from the index of the queue alone: 20,000 waiting parcels take about ten milliseconds. */
export const countWork = (on: Queryable, person: string): Promise<WorkCounts> =>
  one<WorkCounts>(
    on,
    sql`
select count(*) filter (where claimed_by = ${person})::integer as mine,
  count(*) filter (where claimed_by is null and not ${isAsked})::integer as unclaimed,
  count(*) filter (where ${isAsked})::integer as waiting,
  count(*)::integer as total
from parcel
where needs_officer`,
  );

/** Parcels that came to the queue or changed in it after a moment, and the moment of the latest change. */
export const countChanges = (
  on: Queryable,
  since: Moment,
): Promise<{ readonly parcels: number; readonly latest: Temporal.Instant | null }> =>
  one(
    on,
    sql`
select count(*)::integer as parcels, max(updated_at) as latest
from parcel
where needs_officer and updated_at > ${Temporal.Instant.fromEpochMilliseconds(since)}`,
  );

export type MeansRow = {
  readonly means: string;
  readonly arrivalAt: Temporal.Instant;
  readonly parcels: number;
};

type Window = { readonly from: Moment; readonly until: Moment };

const instant = (at: Moment): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);

/** How many parcels each flight or truck brings, by the arrival that their senders state. */
export const readMeans = (on: Queryable, { from, until }: Window): Promise<readonly MeansRow[]> =>
  query<MeansRow>(
    on,
    sql`
select means, arrival_at, sum(parcels)::integer as parcels
from tally
where means is not null and arrival_at >= ${instant(from)} and arrival_at < ${instant(until)}
group by means, arrival_at
having sum(parcels) > 0
order by arrival_at, means
limit 2000`,
  );

export type MeansWorkRow = {
  readonly means: string;
  readonly dueAt: Temporal.Instant;
  readonly waiting: number;
  readonly toLookAt: number;
};

/** Parcels of each flight or truck that people have to act on. */
export const readMeansWork = (
  on: Queryable,
  { from, until }: Window,
): Promise<readonly MeansWorkRow[]> =>
  query<MeansWorkRow>(
    on,
    sql`
select means, due_at, count(*) filter (where ${isAsked})::integer as waiting,
  count(*) filter (where not ${isAsked})::integer as to_look_at
from parcel
where needs_officer and means is not null and due_at >= ${instant(from)} and due_at < ${instant(until)}
group by means, due_at
order by due_at, means
limit 2000`,
  );

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
values (${look.person}, ${look.parcel.shardKey}, ${look.parcel.parcelId}, ${instant(look.at)}, ${look.version})
on conflict (person_id, parcel_id) do update set looked_at = excluded.looked_at, version = excluded.version`,
  );
}

export const readNames = (
  on: Queryable,
): Promise<readonly { readonly personId: string; readonly name: string }[]> =>
  query(on, sql`select person_id, name from person order by person_id limit 5000`);

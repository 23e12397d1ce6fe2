/** The one query of a pass: keys of everything the batch names, then every row under them, as JSON lists. */
import { sql, type Sql } from '../db/sql.ts';
import { guaranteesOf, STRIPES } from '../revenue/guarantee-store.ts';

/** What to look for; lists of equal length belong together. */
export type Wanted = {
  readonly owners: readonly number[];
  readonly messageIds: readonly string[];
  readonly referenceShards: readonly number[];
  readonly schemes: readonly string[];
  readonly numbers: readonly string[];
  readonly orderShards: readonly number[];
  readonly orderNumbers: readonly string[];
  readonly partyKeys: readonly bigint[];
  /** Deferment accounts, as the ledger names them, whose guarantees are wanted. */
  readonly accounts: readonly string[];
  /** ISO date whose counts of parties are wanted. */
  readonly day: string;
};

export const batchQuery = (wanted: Wanted): Sql => sql`
with ${keysOf(wanted)}
select ${listsOf(wanted)}`;

/** References to parcels, orders to parcels and waiting statements, and the statements of all parcels found. */
const keysOf = (wanted: Wanted): Sql => sql`
wanted_reference as materialized (
  select shard_key, scheme, number
  from unnest(${wanted.referenceShards}::smallint[], ${wanted.schemes}::text[], ${wanted.numbers}::text[])
    as wanted (shard_key, scheme, number)
),
link as materialized (
  select link.order_number, link.target_id, link.target_shard_key, link.is_parcel
  from unnest(${wanted.orderShards}::smallint[], ${wanted.orderNumbers}::text[]) as wanted (shard_key, order_number)
  join order_link link on link.shard_key = wanted.shard_key and link.order_number = wanted.order_number
),
parcel_key as materialized (
  select reference.shard_key, reference.parcel_id
  from wanted_reference wanted
  cross join lateral (
    select shard_key, parcel_id from parcel_reference
    where shard_key = wanted.shard_key and scheme = wanted.scheme and number = wanted.number
    order by period desc limit 1
  ) reference
  union
  select target_shard_key, target_id from link where is_parcel
),
found as materialized (
  select parcel.shard_key, parcel.parcel_id, parcel.scheme, parcel.number, parcel.state, parcel.outside_at, parcel.outside_before
  from parcel_key
  join parcel on parcel.shard_key = parcel_key.shard_key and parcel.parcel_id = parcel_key.parcel_id
),
statement_key as materialized (
  select (each.value ->> 1)::smallint as shard_key, (each.value ->> 0)::bigint as statement_id
  from found cross join lateral json_array_elements(found.state::json -> 'statements') as each (value)
  union
  select target_shard_key, target_id from link where not is_parcel
)`;

const listsOf = (wanted: Wanted): Sql => sql`
  (select coalesce(json_agg(json_build_object(
      'owner', submission.owner_party_id, 'message', submission.message_id, 'id', submission.submission_id::text,
      'digest', encode(submission.digest, 'hex'), 'answer', submission.answer, 'batch', submission.batch_id::text,
      'frame', submission.frame, 'at', (extract(epoch from submission.received_at) * 1000)::bigint::text)), '[]')::text
    from unnest(${wanted.owners}::integer[], ${wanted.messageIds}::text[]) as wanted (owner_party_id, message_id)
    join submission on submission.owner_party_id = wanted.owner_party_id and submission.message_id = wanted.message_id
  ) as submissions,
  (select coalesce(json_agg(json_build_object(
      'shard', found.shard_key, 'id', found.parcel_id::text, 'scheme', found.scheme, 'number', found.number, 'state', found.state,
      'outsideAt', (extract(epoch from found.outside_at) * 1000)::bigint, 'outsideBefore', found.outside_before)), '[]')::text
    from found
  ) as parcels,
  (select coalesce(json_agg(json_build_object(
      'order', link.order_number, 'target', link.target_id::text, 'shard', link.target_shard_key, 'parcel', link.is_parcel)
      order by link.target_id), '[]')::text
    from link
  ) as links,
  (select coalesce(json_agg(json_build_object(
      'shard', statement.shard_key, 'id', statement.statement_id::text, 'submission', statement.submission_id::text,
      'owner', registered_party.code, 'kind', statement.kind, 'function', statement.function, 'profile', statement.profile,
      'stated', (extract(epoch from statement.stated_at) * 1000)::bigint,
      'received', (extract(epoch from statement.received_at) * 1000)::bigint,
      'quality', statement.quality, 'findings', statement.findings, 'facts', statement.facts) order by statement.statement_id), '[]')::text
    from statement_key
    join statement on statement.shard_key = statement_key.shard_key and statement.statement_id = statement_key.statement_id
    join registered_party on registered_party.party_id = statement.owner_party_id
  ) as statements,
  (select coalesce(json_object_agg(counted.party_key::text, counted.parcels), '{}')::text
    from (
      select party_key, sum(parcels) as parcels
      from party_day
      where day = ${wanted.day}::date and party_key = any (${wanted.partyKeys}::bigint[])
      group by party_key
    ) counted
  ) as party_days,
  ${guaranteesOf(wanted.accounts)} as guarantees, pg_backend_pid() % ${STRIPES} as stripe`;

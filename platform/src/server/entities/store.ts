/** Keeps entities: traits of parties as fingerprints, and the dated links that say which parties are one. */
import { execute, query, sql, type Queryable } from '../db/sql.ts';
import type { Transaction } from '../db/transaction.ts';

export type NewParty = {
  readonly partyKey: bigint;
  readonly role: string;
  readonly batchId: bigint;
  readonly frame: number;
  readonly consignment: number;
};

/** Parties that settled transactions stated and that nobody has looked at yet, each once, in the order of their keys. */
export const readNewParties = (
  on: Queryable,
  { transactionIds, after }: { readonly transactionIds: readonly string[]; readonly after: bigint },
  limit: number,
): Promise<readonly NewParty[]> =>
  query<NewParty>(
    on,
    sql`
with made as materialized (
  select (event ->> 'statement')::bigint as statement_id, (event ->> 'shard')::smallint as shard_key
  from journal entry
  cross join lateral json_array_elements(entry.body::json -> 'events') event
  where entry.transaction_id = any (${transactionIds}::xid8[]) and strpos(entry.body, '"type":"statement-made"') > 0
    and event ->> 'type' = 'statement-made'
)
select distinct on (party.party_key) party.party_key, party.role, statement.batch_id, statement.frame, statement.consignment
from made
join party on party.shard_key = made.shard_key and party.statement_id = made.statement_id and party.party_key is not null
join statement on statement.shard_key = made.shard_key and statement.statement_id = made.statement_id
where party.party_key > ${after} and not exists (select from party_trait where party_trait.party_key = party.party_key)
order by party.party_key, party.statement_id
limit ${limit}`,
  );

export type TraitRow = {
  readonly partyKey: bigint;
  readonly kind: string;
  readonly print: bigint;
  readonly entityId: bigint | null;
};

/**
 * Traits of the parties that share one with `prints`, and of all members of their entities. A trait that more than `sharedMax` parties have
 * tells nobody apart and brings nobody.
 */
export const readNeighbours = (
  on: Queryable,
  prints: readonly bigint[],
  sharedMax: number,
): Promise<readonly TraitRow[]> =>
  query<TraitRow>(
    on,
    sql`
with sharer as (
  select shared.party_key
  from unnest(${prints}::bigint[]) as wanted (print)
  cross join lateral (
    select party_key, count(*) over () as parties
    from (select party_key from party_trait where party_trait.print = wanted.print and kind <> 'person' limit ${sharedMax + 1}) few
  ) shared
  where shared.parties <= ${sharedMax}
  union
  select member.party_key
  from unnest(${prints}::bigint[]) as wanted (print)
  join party_trait on party_trait.print = wanted.print and kind <> 'person'
  join entity_link own on own.party_key = party_trait.party_key and own.linked_until is null
  join entity_link member on member.entity_id = own.entity_id and member.linked_until is null
)
select trait.party_key, trait.kind, trait.print, link.entity_id
from sharer
join party_trait trait on trait.party_key = sharer.party_key
left join entity_link link on link.party_key = sharer.party_key and link.linked_until is null
order by trait.party_key, trait.kind, trait.print
limit 100000`,
  );

export async function insertTraits(
  transaction: Transaction,
  traits: readonly { readonly partyKey: bigint; readonly kind: string; readonly print: bigint }[],
): Promise<void> {
  await execute(
    transaction,
    sql`
insert into party_trait (party_key, kind, print)
select party_key, kind, print
from unnest(${traits.map(({ partyKey }) => partyKey)}::bigint[], ${traits.map(({ kind }) => kind)}::text[],
  ${traits.map(({ print }) => print)}::bigint[]) as trait (party_key, kind, print)
on conflict (party_key, kind, print) do nothing`,
  );
}

export async function insertEntities(
  transaction: Transaction,
  entityIds: readonly bigint[],
  at: Temporal.Instant,
): Promise<void> {
  await execute(
    transaction,
    sql`
insert into entity (entity_id, title, opened_at)
select entity_id, '', ${at}::timestamptz
from unnest(${entityIds}::bigint[]) as opened (entity_id)`,
  );
}

export type LinkDraft = {
  readonly partyKey: bigint;
  readonly entityId: bigint;
  readonly at: Temporal.Instant;
  readonly confidence: number;
  readonly because: string;
  readonly author: string;
};

export async function insertLinks(
  transaction: Transaction,
  links: readonly LinkDraft[],
): Promise<void> {
  await execute(
    transaction,
    sql`
insert into entity_link (party_key, entity_id, linked_from, confidence_per_thousand, because, author)
select party_key, entity_id, linked_from, confidence, because, author
from unnest(${links.map(({ partyKey }) => partyKey)}::bigint[], ${links.map(({ entityId }) => entityId)}::bigint[],
  ${links.map(({ at }) => at)}::timestamptz[], ${links.map(({ confidence }) => confidence)}::smallint[],
  ${links.map(({ because }) => because)}::text[], ${links.map(({ author }) => author)}::text[])
  as link (party_key, entity_id, linked_from, confidence, because, author)`,
  );
}

/** False when the party is not in the entity now. */
export async function endLink(
  transaction: Transaction,
  end: {
    readonly partyKey: bigint;
    readonly entityId: bigint;
    readonly at: Temporal.Instant;
    readonly by: string;
    readonly because: string;
  },
): Promise<boolean> {
  const ended = await execute(
    transaction,
    sql`
update entity_link
set linked_until = ${end.at}, ended_by = ${end.by}, ended_because = ${end.because}
where party_key = ${end.partyKey} and entity_id = ${end.entityId} and linked_until is null`,
  );
  return ended === 1;
}

export type LinkRow = {
  readonly partyKey: bigint;
  readonly linkedFrom: Temporal.Instant;
  readonly linkedUntil: Temporal.Instant | null;
  readonly confidencePerThousand: number;
  readonly because: string;
  readonly author: string;
  readonly endedBy: string | null;
  readonly endedBecause: string | null;
};

/** Every link that an entity has or had, the oldest first. */
export const readLinks = (
  on: Queryable,
  entityId: bigint,
  limit: number,
): Promise<readonly LinkRow[]> =>
  query<LinkRow>(
    on,
    sql`
select party_key, linked_from, linked_until, confidence_per_thousand, because, author, ended_by, ended_because
from entity_link
where entity_id = ${entityId}
order by linked_from, party_key
limit ${limit}`,
  );

export type ParcelPartyRow = {
  readonly role: string;
  readonly partyKey: bigint;
  readonly entityId: bigint | null;
  readonly parties: number;
};

/** The parties that statements about a parcel name, each with its entity and how many parties that has. */
export const readParcelParties = (
  on: Queryable,
  statements: { readonly shards: readonly number[]; readonly ids: readonly bigint[] },
  limit: number,
): Promise<readonly ParcelPartyRow[]> =>
  query<ParcelPartyRow>(
    on,
    sql`
select distinct party.role, party.party_key, link.entity_id,
  greatest((select count(*) from entity_link other where other.entity_id = link.entity_id and other.linked_until is null), 1)::integer as parties
from unnest(${statements.shards}::smallint[], ${statements.ids}::bigint[]) as wanted (shard_key, statement_id)
join party on party.shard_key = wanted.shard_key and party.statement_id = wanted.statement_id and party.party_key is not null
left join entity_link link on link.party_key = party.party_key and link.linked_until is null
order by party.role, party.party_key
limit ${limit}`,
  );

/** Rebuilds what the state tables should hold from the journal alone, and says where they differ. */
import { deepStrictEqual } from 'node:assert/strict';
import { canonicalJson } from '../../src/domain/kernel/canonical-json.ts';
import { parcelId } from '../../src/domain/kernel/identifier.ts';
import { SHARDS } from '../../src/domain/kernel/shard.ts';
import {
  foldEntry,
  readState,
  type ParcelEvent,
  type ParcelState,
} from '../../src/domain/parcel-state.ts';
import { needsOfficer, outsideOf } from '../../src/domain/release/custody.ts';
import { isRevenueEvent } from '../../src/domain/revenue/events.ts';
import { postingsOf } from '../../src/domain/revenue/debt.ts';
import { query, sql, type Queryable, type Sql } from '../../src/server/db/sql.ts';

/** What the journal says of one parcel. */
type Folded = {
  state: ParcelState;
  readonly postings: string[];
  readonly speakers: Set<string>;
};

/** Read together: few questions for a small record, and bounded memory for a large one. */
const SHARDS_TOGETHER = 8;
/** Enough to see what is wrong. */
const DIFFERENCES_MAX = 20;

/** Holds parcels, their numbers, speakers and postings against the journal, a few shards at a time; empty when all agree. */
export async function foldDifferences(on: Queryable): Promise<readonly string[]> {
  const differences: string[] = [];
  for (
    let shard = 0;
    shard < SHARDS && differences.length < DIFFERENCES_MAX;
    shard += SHARDS_TOGETHER
  ) {
    const folded = await foldShards(on, shard);
    differences.push(...(await compareParcels(on, shard, folded)));
    differences.push(...(await comparePostings(on, shard, folded)));
    differences.push(...(await compareSpeakers(on, shard, folded)));
  }
  differences.push(...(await compareReferences(on)));
  return differences.slice(0, DIFFERENCES_MAX);
}

type EntryRow = { parcelId: bigint; at: Temporal.Instant; body: string };

const isAmong = (first: number, column: Sql): Sql =>
  sql`${column} >= ${first} and ${column} < ${first + SHARDS_TOGETHER}`;

async function foldShards(on: Queryable, shard: number): Promise<Map<bigint, Folded>> {
  const entries = await query<EntryRow>(
    on,
    sql`
select parcel_id, at, body
from journal
where ${isAmong(shard, sql`shard_key`)} and parcel_id <> 0
order by parcel_id, sequence`,
  );
  const parcels = new Map<bigint, Folded>();
  for (const { parcelId: id, at, body } of entries) {
    const { events } = JSON.parse(body) as { events: readonly ParcelEvent[] };
    const known = parcels.get(id);
    // A statement that waits for its parcel has a stream of its own, which opens nothing.
    if (known === undefined && events[0]?.type !== 'parcel-opened') continue;
    const state = foldEntry(known?.state ?? null, events, at.epochMilliseconds);
    const folded = known ?? { state, postings: [], speakers: new Set() };
    folded.state = state;
    follow(folded, id, events);
    parcels.set(id, folded);
  }
  return parcels;
}

function follow(folded: Folded, id: bigint, events: readonly ParcelEvent[]): void {
  for (const event of events) {
    if (event.type === 'statement-made') folded.speakers.add(event.owner);
    if (isRevenueEvent(event))
      for (const each of postingsOf(parcelId(id), event))
        folded.postings.push(
          postingText({ ...each, amountMinor: each.amount.minor, currency: each.amount.currency }),
        );
  }
}

type PostingText = {
  readonly charge: string;
  readonly debit: string;
  readonly credit: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: string;
};

const postingText = (posting: PostingText): string =>
  [posting.reason, posting.charge, posting.debit, posting.credit, posting.amountMinor, posting.currency].join(' '); // prettier-ignore

type ParcelRow = {
  parcelId: bigint;
  scheme: string;
  number: string;
  version: number;
  stage: string;
  lane: string | null;
  category: number | null;
  needsOfficer: boolean;
  means: string | null;
  dueAt: Temporal.Instant | null;
  claimedBy: string | null;
  outside: string;
  declarant: string | null;
  state: string;
};

async function compareParcels(
  on: Queryable,
  shard: number,
  folded: ReadonlyMap<bigint, Folded>,
): Promise<readonly string[]> {
  const rows = await query<ParcelRow>(
    on,
    sql`
select parcel.parcel_id, scheme, number, version, stage, lane, category, needs_officer, means, due_at, claimed_by, outside,
  registered_party.code as declarant, state
from parcel
left join registered_party on registered_party.party_id = parcel.declarant_party_id
where ${isAmong(shard, sql`shard_key`)}
order by parcel.parcel_id`,
  );
  const differences = missing('parcel', folded.keys(), new Set(rows.map((row) => row.parcelId)));
  for (const { parcelId: id, state, dueAt, ...columns } of rows) {
    const known = folded.get(id);
    if (known === undefined) {
      differences.push(`parcel ${id} is in no journal entry`);
      continue;
    }
    const stored = { ...columns, dueAt: dueAt?.epochMilliseconds ?? null };
    differences.push(...differenceOf(`columns of parcel ${id}`, stored, columnsOf(known.state)));
    const read = canonicalJson(readState(state));
    if (read !== canonicalJson(known.state)) differences.push(`state of parcel ${id}: ${read} is not ${canonicalJson(known.state)}`); // prettier-ignore
  }
  return differences;
}

const columnsOf = ({ reference, version, custody, facts, declarant }: ParcelState) => ({
  scheme: reference.scheme,
  number: reference.number,
  version,
  stage: custody.stage,
  lane: custody.decision?.lane ?? null,
  category: custody.decision?.category ?? null,
  needsOfficer: needsOfficer(custody),
  means: facts?.means ?? null,
  dueAt: facts?.arrivalAt ?? null,
  claimedBy: custody.claim?.person ?? null,
  outside: outsideOf(custody),
  declarant,
});

function differenceOf(what: string, stored: object, expected: object): readonly string[] {
  try {
    deepStrictEqual(stored, expected);
    return [];
  } catch {
    return [`${what}: ${JSON.stringify(stored)} is not ${JSON.stringify(expected)}`];
  }
}

const missing = (what: string, wanted: Iterable<bigint>, found: ReadonlySet<bigint>): string[] =>
  [...wanted].filter((id) => !found.has(id)).map((id) => `${what} ${id} has no row`);

async function comparePostings(
  on: Queryable,
  shard: number,
  folded: ReadonlyMap<bigint, Folded>,
): Promise<readonly string[]> {
  const rows = await query<PostingText & { parcelId: bigint }>(
    on,
    sql`
select parcel_id, charge, debit, credit, amount_minor, currency, reason
from posting
where ${isAmong(shard, sql`shard_key`)} and parcel_id <> 0
order by parcel_id, posting_id`,
  );
  const stored = new Map<bigint, string[]>();
  for (const row of rows)
    stored.set(row.parcelId, [...(stored.get(row.parcelId) ?? []), postingText(row)]);
  const ids = new Set([...stored.keys(), ...folded.keys()]);
  return [...ids].flatMap((id) =>
    differenceOf(`postings of parcel ${id}`, stored.get(id) ?? [], folded.get(id)?.postings ?? []),
  );
}

/** Who stated something about a parcel itself; a statement about its order alone is covered by its link. */
async function compareSpeakers(
  on: Queryable,
  shard: number,
  folded: ReadonlyMap<bigint, Folded>,
): Promise<readonly string[]> {
  const rows = await query<{ parcelId: bigint; code: string }>(
    on,
    sql`
select parcel_speaker.parcel_id, registered_party.code
from parcel_speaker
join registered_party on registered_party.party_id = parcel_speaker.owner_party_id
where ${isAmong(shard, sql`parcel_speaker.shard_key`)}
order by parcel_speaker.parcel_id, registered_party.code`,
  );
  const stored = new Set(rows.map(({ parcelId: id, code }) => `${id} ${code}`));
  return [...folded].flatMap(([id, { speakers }]) =>
    [...speakers]
      .filter((code) => !stored.has(`${id} ${code}`))
      .map((code) => `${code} spoke about parcel ${id} and is not among its speakers`),
  );
}

/** Every parcel has its number once, and no number is without its parcel. */
async function compareReferences(on: Queryable): Promise<readonly string[]> {
  const rows = await query<{ parcelId: bigint }>(
    on,
    sql`
select coalesce(parcel.parcel_id, reference.parcel_id) as parcel_id
from parcel
full join parcel_reference reference
  on reference.shard_key = parcel.shard_key and reference.parcel_id = parcel.parcel_id
where parcel.parcel_id is null or reference.parcel_id is null
  or parcel.scheme <> reference.scheme or parcel.number <> reference.number
order by parcel_id
limit ${DIFFERENCES_MAX}`,
  );
  return rows.map((row) => `parcel ${row.parcelId} and its number do not agree`);
}

/** Currencies whose accounts do not add up to nothing. */
export async function unbalancedCurrencies(on: Queryable): Promise<readonly string[]> {
  const rows = await query<{ currency: string; balance: string }>(
    on,
    sql`
select currency, sum(balance)::text as balance
from (
  select currency, debit as account, sum(amount_minor) as balance from posting group by currency, debit
  union all
  select currency, credit as account, -sum(amount_minor) as balance from posting group by currency, credit
) as side
group by currency
having sum(balance) <> 0
order by currency`,
  );
  return rows.map(({ currency, balance }) => `${currency} is out by ${balance}`);
}

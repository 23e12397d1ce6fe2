/** Reads the ledger: what stands on each account, as sums that were written beside the postings they add up. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { maybeOne, query, sql, type Queryable } from '../db/sql.ts';

export type AccountRow = {
  readonly account: string;
  readonly currency: string;
  readonly debitMinor: string;
  readonly creditMinor: string;
  readonly postings: number;
};

/** Balances by account, the treasury's first; sums are text, because they may exceed 64 bits one day. */
export const readAccounts = (on: Queryable, limit: number): Promise<readonly AccountRow[]> =>
  query<AccountRow>(
    on,
    sql`
select side.account, side.currency, sum(side.debit)::text as debit_minor, sum(side.credit)::text as credit_minor,
  sum(side.postings)::integer as postings
from (
  select debit as account, currency, amount_minor as debit, 0 as credit, postings from posting_sum
  union all
  select credit, currency, 0, amount_minor, postings from posting_sum
) side
group by side.account, side.currency
order by starts_with(side.account, 'treasury:') desc, side.account, side.currency
limit ${limit}`,
  );

export type MoneyRow = {
  readonly currency: string;
  readonly assessed: string;
  readonly atSale: string;
  readonly secured: string;
  readonly owed: string;
  readonly paid: string;
  readonly postings: number;
};

/** The figures of money in minor units: what was assessed (less what was reversed), and on whose account it stands. */
export const readMoney = (on: Queryable): Promise<readonly MoneyRow[]> =>
  query<MoneyRow>(
    on,
    sql`
select currency,
  coalesce(sum(case reason when 'assessed' then amount_minor when 'reversed' then -amount_minor end), 0)::text as assessed,
  coalesce(sum(amount_minor) filter (where debit like 'party:%:collected'), 0)
    - coalesce(sum(amount_minor) filter (where credit like 'party:%:collected'), 0) || '' as at_sale,
  coalesce(sum(amount_minor) filter (where debit like 'account:%'), 0)
    - coalesce(sum(amount_minor) filter (where credit like 'account:%'), 0) || '' as secured,
  coalesce(sum(amount_minor) filter (where debit like 'party:%:owed'), 0)
    - coalesce(sum(amount_minor) filter (where credit like 'party:%:owed'), 0) || '' as owed,
  coalesce(sum(amount_minor) filter (where debit = 'treasury:cash'), 0)::text as paid,
  sum(postings)::integer as postings
from posting_sum
group by currency
order by currency
limit 100`,
  );

export type ParcelStateRow = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly scheme: HouseReference['scheme'];
  readonly number: string;
  readonly updatedAt: Temporal.Instant;
  readonly state: string;
};

const parcelColumns = sql`parcel.shard_key, parcel.parcel_id, parcel.scheme, parcel.number, parcel.updated_at, parcel.state`;

/** The parcel that bears a reference now. */
export const readParcelState = (
  on: Queryable,
  { scheme, number }: HouseReference,
): Promise<ParcelStateRow | undefined> =>
  maybeOne<ParcelStateRow>(
    on,
    sql`
select ${parcelColumns}
from (
  select shard_key, parcel_id
  from parcel_reference
  where shard_key = ${shardOf(number)} and scheme = ${scheme} and number = ${number}
  order by period desc
  limit 1
) reference
join parcel on parcel.shard_key = reference.shard_key and parcel.parcel_id = reference.parcel_id`,
  );

/** Parcels that are held without any work for an officer, and those that came to one because nobody paid: they wait for money. */
export const readUnpaid = (on: Queryable, limit: number): Promise<readonly ParcelStateRow[]> =>
  query<ParcelStateRow>(
    on,
    sql`
select ${parcelColumns}
from (
  select * from parcel where stage = 'held' and not needs_officer
  union all
  select * from parcel where stage = 'held' and needs_officer and strpos(state, '"step":"payment"') > 0
) parcel
order by parcel.updated_at, parcel.parcel_id
limit ${limit}`,
  );

export type PostingRow = {
  readonly bookedAt: Temporal.Instant;
  readonly charge: string;
  readonly debit: string;
  readonly credit: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: string;
  readonly rule: string;
};

export const readPostings = (
  on: Queryable,
  { shardKey, parcelId }: Pick<ParcelStateRow, 'shardKey' | 'parcelId'>,
  limit: number,
): Promise<readonly PostingRow[]> =>
  query<PostingRow>(
    on,
    sql`
select booked_at, charge, debit, credit, amount_minor, currency, reason, rule
from posting
where shard_key = ${shardKey} and parcel_id = ${parcelId}
order by posting_id
limit ${limit}`,
  );

/** Reads and writes the accounts on which parties owe: their holders, guarantees, payments, and statements as sums of the ledger. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Account } from '../../domain/revenue/posting.ts';
import { execute, maybeOne, one, query, sql, type Queryable } from '../db/sql.ts';
import type { Transaction } from '../db/transaction.ts';

export type AccountLine = {
  readonly account: Account;
  readonly holder: string;
  readonly name: string;
  readonly balanceMinor: string;
  readonly limitMinor: string | null;
  readonly waiting: number;
};

/** Deferment accounts first; a collector is listed once something was collected. Balances are what is owed. */
export const readAccountLines = (
  on: Queryable,
  currency: string,
  limit: number,
): Promise<readonly AccountLine[]> =>
  query<AccountLine>(
    on,
    sql`
with held as (
  select 'account:' || account as account, code as holder, name from registered_party where account is not null
  union all
  select 'party:' || code || ':collected', code, name from registered_party
),
balance as (
  select side.account, sum(side.minor) as minor
  from (
    select debit as account, amount_minor as minor from posting_sum where currency = ${currency}
    union all
    select credit, -amount_minor from posting_sum where currency = ${currency}
  ) side
  group by side.account
)
select held.account, min(held.holder) as holder, min(held.name) as name,
  coalesce(max(balance.minor), 0)::text as balance_minor, max(guarantee.limit_minor)::text as limit_minor,
  (select count(*) from parcel where parcel.awaits_account = held.account)::integer as waiting
from held
left join balance on balance.account = held.account
left join guarantee on guarantee.account = held.account
where starts_with(held.account, 'account:') or balance.account is not null
group by held.account
order by starts_with(held.account, 'account:') desc, held.account
limit ${limit}`,
  );

/** The party that owes on an account; undefined where nobody does. */
export const readHolder = (
  on: Queryable,
  account: Account,
): Promise<{ readonly code: string } | undefined> =>
  maybeOne(
    on,
    sql`
select min(code) as code
from registered_party
where 'account:' || account = ${account} or 'party:' || code || ':collected' = ${account}
having count(*) > 0`,
  );

/** What is owed on an account: debits less credits, in minor units. */
export async function readBalance(
  on: Queryable,
  { account, currency, before }: { account: Account; currency: string; before?: Day },
): Promise<bigint> {
  const { minor } = await one<{ minor: string }>(
    on,
    sql`
select coalesce(sum(case when debit = ${account} then amount_minor else -amount_minor end), 0)::text as minor
from posting_sum
where (debit = ${account} or credit = ${account}) and currency = ${currency} and day < ${before ?? 2_147_483_647}::integer`,
  );
  return BigInt(minor);
}

export type StatementLine = {
  readonly day: Day;
  readonly charge: string;
  readonly reason: string;
  readonly debitMinor: string;
  readonly creditMinor: string;
  readonly postings: number;
};

/** What moved an account in a period, by day, charge and reason. */
export const readMovements = (
  on: Queryable,
  { account, currency, from, until }: { account: Account; currency: string; from: Day; until: Day },
  limit: number,
): Promise<readonly StatementLine[]> =>
  query<StatementLine>(
    on,
    sql`
select day, charge, reason, coalesce(sum(amount_minor) filter (where debit = ${account}), 0)::text as debit_minor,
  coalesce(sum(amount_minor) filter (where credit = ${account}), 0)::text as credit_minor, sum(postings)::integer as postings
from posting_sum
where (debit = ${account} or credit = ${account}) and currency = ${currency} and day >= ${from} and day < ${until}
group by day, charge, reason
order by day, charge, reason
limit ${limit}`,
  );

/** A caller's own accounts. */
export async function readOwnAccounts(on: Queryable): Promise<readonly Account[]> {
  const { accounts } = await one<{ accounts: Account[] | null }>(
    on,
    sql`select current_accounts() as accounts`,
  );
  return accounts ?? [];
}

export type PaymentRow = {
  readonly reference: string;
  readonly paymentId: bigint;
  readonly account: Account;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly paidOn: Day;
  readonly bankStatement: string | null;
  readonly bookedAt: Temporal.Instant;
  readonly bookedBy: string;
};

/** False when a payment of this reference is booked already; then nothing was written. */
export async function insertPayment(transaction: Transaction, row: PaymentRow): Promise<boolean> {
  const inserted = await execute(
    transaction,
    sql`
insert into account_payment (reference, payment_id, account, currency, amount_minor, paid_on, bank_statement, booked_at, booked_by)
values (${row.reference}, ${row.paymentId}, ${row.account}, ${row.currency}, ${row.amountMinor}, ${writeDay(row.paidOn)}::date,
  ${row.bankStatement}, ${row.bookedAt}, ${row.bookedBy})
on conflict (reference) do nothing`,
  );
  return inserted === 1;
}

export type KnownPayment = {
  readonly account: Account;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly paidOn: string;
};

export const readPayment = (on: Queryable, reference: string): Promise<KnownPayment> =>
  one<KnownPayment>(
    on,
    sql`
select account, currency, amount_minor, paid_on::text as paid_on
from account_payment
where reference = ${reference}`,
  );

export type GuaranteeDraft = {
  readonly account: Account;
  readonly currency: string;
  readonly limitMinor: bigint;
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly reason: string;
};

/**
 * Sets the limit while no pass runs; what stands on the account already counts as used, and every share gives back what it does
 * not use. The caller's transaction is alone.
 */
export async function putGuarantee(
  transaction: Transaction,
  { account, currency, limitMinor, at, by, reason }: GuaranteeDraft,
): Promise<void> {
  const { id, isNew } = await one<{ id: number; isNew: boolean }>(
    transaction,
    sql`
insert into guarantee (account, currency, limit_minor, set_at, set_by, reason)
values (${account}, ${currency}, ${limitMinor}, ${at}, ${by}, ${reason})
on conflict (account) do update
set limit_minor = excluded.limit_minor, set_at = excluded.set_at, set_by = excluded.set_by, reason = excluded.reason
returning guarantee_id as id, xmax = 0 as is_new`,
  );
  if (!isNew) {
    await execute(
      transaction,
      sql`update guarantee_share set granted_minor = used_minor where guarantee_id = ${id}`,
    );
    return;
  }
  const used = await readBalance(transaction, { account, currency });
  await execute(
    transaction,
    sql`
insert into guarantee_share (guarantee_id, stripe, granted_minor, used_minor)
values (${id}, 0, ${used}, ${used})`,
  );
}

export type WaitingParcel = HouseReference & { readonly parcelId: bigint };

/** Parcels that wait for room on an account, the oldest first. */
export const readWaiting = (
  on: Queryable,
  { account, after }: { account: Account; after: bigint },
  limit: number,
): Promise<readonly WaitingParcel[]> =>
  query<WaitingParcel>(
    on,
    sql`
select parcel_id, scheme, number
from parcel
where awaits_account = ${account} and parcel_id > ${after}
order by parcel_id
limit ${limit}`,
  );

/** Accounts for which parcels wait although something is left of the guarantee. */
export async function readAccountsWithRoom(on: Queryable, limit: number): Promise<readonly Account[]> {
  const rows = await query<{ account: Account }>(
    on,
    sql`
select waited.account
from (select distinct awaits_account as account from parcel where awaits_account is not null) waited
left join guarantee on guarantee.account = waited.account
left join lateral (
  select sum(used_minor) as used from guarantee_share where guarantee_share.guarantee_id = guarantee.guarantee_id
) share on true
where guarantee.guarantee_id is null or guarantee.limit_minor > coalesce(share.used, 0)
order by waited.account
limit ${limit}`,
  );
  return rows.map(({ account }) => account);
} // prettier-ignore

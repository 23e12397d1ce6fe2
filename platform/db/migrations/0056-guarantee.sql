-- Accounts as a real thing: what a guarantee covers and how much of it stands used, the payments that lower it, which parcels wait for
-- room, and sums of postings by day, so that an account has a statement for each period.
-- Why: a debt may stand on an account only as far as its guarantee bears it, decided in the transaction that books it. One counter an
--      account would make every pass wait until the one before it is on the disk (0049 tells of that); so a guarantee is dealt out
--      in shares, one for each of 64 stripes of connections, and the check on a share is the check on the guarantee: no share uses
--      more than it was granted, and grants together are within the limit.
-- Lock: sums postings anew once, while the platform is stopped; adding columns without a default rewrites nothing.
-- Check: for each guarantee, `select sum(used_minor) from guarantee_share` is what stands on its account in posting_sum.

create table guarantee (
  guarantee_id integer generated always as identity primary key,
  -- The ledger's name: 'account:XT100017'.
  account text not null,
  currency character(3) not null,
  limit_minor bigint not null constraint guarantee_limit_not_negative check (limit_minor >= 0),
  set_at timestamptz not null,
  set_by text not null,
  reason text not null,
  constraint guarantee_once_an_account unique (account)
);

create table guarantee_share (
  guarantee_id integer not null references guarantee (guarantee_id),
  stripe smallint not null,
  granted_minor bigint not null,
  -- Negative where this stripe took more back than it booked.
  used_minor bigint not null,
  constraint guarantee_share_kept check (used_minor <= granted_minor),
  primary key (guarantee_id, stripe)
) with (fillfactor = 50);

-- One row a transfer; the bank's reference is what makes a second telling of it the same payment.
create table account_payment (
  reference text primary key,
  payment_id bigint not null,
  account text not null,
  currency character(3) not null,
  amount_minor bigint not null constraint account_payment_positive check (amount_minor > 0),
  paid_on date not null,
  -- Of the bank's statement it came with; null when it was taken by hand.
  bank_statement text,
  booked_at timestamptz not null,
  booked_by text not null
);
create index account_payment_by_account on account_payment (account, paid_on);
create trigger account_payment_is_append_only before update or delete on account_payment
  for each row execute function refuse_change();

-- The account whose guarantee a parcel waits for; nearly every parcel has none and is not in the index.
alter table parcel add column awaits_account text;
create index parcel_awaits_account on parcel (awaits_account, parcel_id) where awaits_account is not null;

-- Days of more than two months ago are folded to the first day of their month.
alter table posting_sum add column day integer not null default 0;
-- Its owner sees no row of posting while row-level security is forced on it.
alter table posting no force row level security;
truncate posting_sum;
insert into posting_sum (sum_id, debit, credit, charge, reason, currency, day, amount_minor, postings)
select min(posting_id), debit, credit, charge, reason, currency, (posting_id >> 40)::integer, sum(amount_minor)::bigint, count(*)
from posting
group by debit, credit, charge, reason, currency, (posting_id >> 40)::integer;
alter table posting force row level security;
alter table posting_sum alter column day drop default;

-- The ledger's accounts of whoever asks: what it owes on account, and what it has collected at sale.
create function current_accounts() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_remove(array['account:' || account, 'party:' || code || ':collected'], null)
  from registered_party
  where party_id = current_party()
$$;
create policy posting_sum_of_its_account on posting_sum for select to luxor_trader
  using (debit = any (current_accounts()) or credit = any (current_accounts()));
grant select on posting_sum to luxor_trader;

grant select, insert, update on guarantee, guarantee_share to luxor_intake;
grant select, insert on account_payment to luxor_intake;
grant select on guarantee, guarantee_share, account_payment to luxor_officer;

do $$
declare
  name text;
begin
  foreach name in array array['guarantee', 'guarantee_share', 'account_payment'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to luxor_officer using (current_person() is not null)', name || '_for_officers', name);
  end loop;
end $$;

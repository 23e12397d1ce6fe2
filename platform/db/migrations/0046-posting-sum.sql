-- The ledger's sums, kept as insert-only rows beside the postings of each batch; a job folds old rows together.
-- Why: a balance is a sum over all postings there ever were; millions a day cannot be added up while somebody waits. The postings stay
--      the ledger: every row here is a sum of some of them, written in their transaction.
-- Lock: reads all postings once, while the platform is new. Check: both sums of `select sum(amount_minor) from posting_sum` and posting agree.

create table posting_sum (
  sum_id bigint not null,
  debit text not null,
  credit text not null,
  charge text not null,
  reason text not null,
  currency character(3) not null,
  amount_minor bigint not null,
  postings integer not null,
  constraint posting_sum_pkey primary key (sum_id)
);

insert into posting_sum (sum_id, debit, credit, charge, reason, currency, amount_minor, postings)
select min(posting_id), debit, credit, charge, reason, currency, sum(amount_minor)::bigint, count(*)
from posting
group by debit, credit, charge, reason, currency;

grant select, insert, update, delete on posting_sum to luxor_intake;
grant select on posting_sum to luxor_officer;

alter table posting_sum enable row level security;
alter table posting_sum force row level security;
create policy posting_sum_for_officers on posting_sum for select to luxor_officer using (current_person() is not null);

-- What the officer's desk reads: the queue with its counts, the journal under a name, and how many parcels there are of each kind.
-- Why: the queue counts from its own small index, and totals of a million parcels a day are sums of changes, never a scan.
-- Lock: parcel_work is built anew, in a moment while the platform is new. Check: `select * from tally` after one submission.

drop index parcel_work;
-- Only parcels that people have to look at stand here; the counts of the queue never leave the index.
create index parcel_work on parcel (due_at, parcel_id) include (claimed_by, outside, lane, means) where needs_officer;
create index parcel_work_changed on parcel (updated_at) where needs_officer;

-- How the number of parcels changed, batch by batch, of one flight or truck (`means`) or of one stage, lane and category
-- (`stage`). The sum is the number; a job folds old rows together. Rows are only ever inserted, so that no pass waits for another.
create table tally (
  tally_id bigint not null,
  means text,
  arrival_at timestamptz,
  -- Days since 1970 of the parcel's first message.
  day integer,
  stage text,
  lane text,
  category smallint,
  parcels integer not null,
  constraint tally_pkey primary key (tally_id),
  constraint tally_is_of_one_kind check ((means is null) <> (stage is null))
);
create index tally_by_arrival on tally (arrival_at) where means is not null;
create index tally_by_day on tally (day) where stage is not null;

grant select, insert, update, delete on tally to luxor_intake;
grant select on tally to luxor_officer;

-- The journal has no row-level security, because it holds nothing personal; officers read it with a name all the same.
create view journal_for_officers as
  select shard_key, parcel_id, sequence, entry_id, transaction_id, at, kind, actor, body
  from journal
  where current_person() is not null;
grant select on journal_for_officers to luxor_officer;

grant select on receipt_batch, log_transaction to luxor_officer;

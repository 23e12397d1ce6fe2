-- Why: the lease queue of slow work (sealing, statements of account, statistics, training, webhooks). A worker that dies loses
--      its lease and nothing else: the effect of a job and its completion are one transaction.
-- Lock: none; both tables are new.
-- Check: insert a job, lease it, let the lease pass: it must be taken again, with a higher fencing token.

create table job (
  job_id bigint generated always as identity,
  kind text not null,
  -- A job that still waits under the same key is not enqueued twice.
  key text,
  subject jsonb not null,
  priority smallint not null default 0,
  state text not null default 'waiting',
  -- Time of the world's clock; a lease runs on the database's own.
  run_at timestamptz not null,
  lease_until timestamptz,
  -- Counts the leases: who holds an older number has lost the job.
  fencing_token bigint not null default 0,
  attempts integer not null default 0,
  last_error text,
  enqueued_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint job_pkey primary key (job_id),
  constraint job_state_check check (state in ('waiting', 'leased', 'retrying', 'done', 'dead')),
  constraint job_lease_check check ((state = 'leased') = (lease_until is not null)),
  constraint job_finished_check check ((state in ('done', 'dead')) = (finished_at is not null))
);

create unique index job_waiting_key on job (kind, key) where state = 'waiting';
create index job_due_index on job (priority desc, run_at, job_id) where state in ('waiting', 'retrying');
create index job_lease_index on job (lease_until) where state = 'leased';
create index job_dead_index on job (job_id) where state = 'dead';
create index job_done_index on job (finished_at) where state = 'done';

-- The last slot of each periodic kind that was enqueued, so that of many workers one enqueues it.
create table job_schedule (
  kind text not null,
  slot_at timestamptz not null,
  constraint job_schedule_pkey primary key (kind)
);

-- Whoever serves a request may ask for work; only the workers, as luxor_owner or luxor_intake, see and end it.
grant insert on job to luxor_trader, luxor_officer;
grant select, insert, update on job to luxor_intake;

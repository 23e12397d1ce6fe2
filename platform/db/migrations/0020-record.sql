-- The record: who may speak, what was said, and the current state of each parcel.
-- Why: everything a decision needs is here or in the encrypted segments; state tables are folds of the journal.
-- Lock: none, all tables are new. Check: `\d parcel` shows daily partitions after the platform has started once.

create table registered_party (
  party_id integer generated always as identity primary key,
  code text not null constraint registered_party_code_once unique,
  name text not null,
  kind text not null,
  trust_tier smallint not null default 0,
  is_active boolean not null default true,
  -- Deferment account: charges of this party's declarations are secured by it.
  account text,
  -- 'scheme:number' of each collector registration it holds.
  collector_numbers text[] not null default '{}',
  registered_at timestamptz not null default now()
);

-- One row a message; the key that makes a retry give the same answer.
create table submission (
  owner_party_id integer not null,
  message_id text not null,
  submission_id bigint not null,
  received_at timestamptz not null,
  kind text not null,
  digest bytea not null,
  batch_id bigint not null,
  frame integer not null,
  answer text not null,
  primary key (owner_party_id, message_id)
);
create unique index submission_by_id on submission (submission_id);

-- Optional second key of a retry: the Idempotency-Key header.
create table idempotency_key (
  owner_party_id integer not null,
  key text not null,
  message_id text not null,
  digest bytea not null,
  kept_until date not null,
  primary key (owner_party_id, key)
);

-- What one source said about one parcel (or, without a house reference, about one order). `facts` holds nothing personal.
create table statement (
  shard_key smallint not null,
  statement_id bigint not null,
  submission_id bigint not null,
  owner_party_id integer not null,
  parcel_id bigint,
  kind text not null,
  function text not null,
  profile text not null,
  stated_at timestamptz not null,
  received_at timestamptz not null,
  batch_id bigint not null,
  frame integer not null,
  consignment smallint not null,
  quality smallint not null,
  findings text not null,
  facts text not null,
  primary key (shard_key, statement_id)
) partition by range (statement_id);

-- A party as stated, without its personal content: that stays in the segment of its batch.
create table party (
  shard_key smallint not null,
  statement_id bigint not null,
  role text not null,
  owner_party_id integer not null,
  party_key bigint,
  country character(2),
  primary key (shard_key, statement_id, role)
) partition by range (statement_id);

-- Who we think a party is: dated, reversible, with confidence and author.
create table entity (
  entity_id bigint primary key,
  title text not null,
  opened_at timestamptz not null
);
create table entity_link (
  party_key bigint not null,
  entity_id bigint not null references entity (entity_id),
  linked_from timestamptz not null,
  linked_until timestamptz,
  confidence_per_thousand smallint not null,
  author text not null,
  primary key (party_key, entity_id, linked_from)
);

-- The current state of a parcel. `state` is the fold of its journal entries; the columns beside it are what lists and rules look for.
create table parcel (
  shard_key smallint not null,
  parcel_id bigint not null,
  scheme text not null,
  number text not null,
  version integer not null,
  stage text not null,
  lane text,
  category smallint,
  -- True while a person has to act: what the queue shows.
  needs_officer boolean not null,
  due_at timestamptz,
  means text,
  claimed_by text,
  outside text not null,
  outside_at timestamptz not null,
  -- What the outside was told before `outside_at`, until the next tick publishes the change.
  outside_before text not null,
  declarant_party_id integer,
  updated_at timestamptz not null,
  state text not null,
  primary key (shard_key, parcel_id)
) partition by range (parcel_id);
create index parcel_work on parcel (due_at, parcel_id) where needs_officer;

-- Who has spoken about a parcel, and so may learn its outside state.
create table parcel_speaker (
  shard_key smallint not null,
  parcel_id bigint not null,
  owner_party_id integer not null,
  primary key (shard_key, parcel_id, owner_party_id)
) partition by range (parcel_id);

-- Numbers by which a parcel is known. An S10 number may be used again after twelve months: then `period` counts on.
create table parcel_reference (
  shard_key smallint not null,
  scheme text not null,
  number text not null,
  period smallint not null,
  parcel_id bigint not null,
  primary key (shard_key, scheme, number, period)
);

-- Orders and parcels are many to many; a statement about an order waits here for its parcels. `shard_key` is the order number's.
create table order_link (
  shard_key smallint not null,
  order_number text not null,
  target_id bigint not null,
  target_shard_key smallint not null,
  is_parcel boolean not null,
  primary key (shard_key, order_number, target_id)
);

-- The goods in use about a parcel, for statistics, peers and search.
create table item (
  shard_key smallint not null,
  parcel_id bigint not null,
  position smallint not null,
  commodity_code text,
  origin character(2),
  value_minor bigint,
  currency character(3),
  mass_grams bigint,
  primary key (shard_key, parcel_id, position)
) partition by range (parcel_id);

create table piece (
  shard_key smallint not null,
  parcel_id bigint not null,
  reference text not null,
  primary key (shard_key, parcel_id, reference)
) partition by range (parcel_id);

-- How many parcels name a party on a day; updated last in each batch, in key order.
create table party_day (
  day date not null,
  party_key bigint not null,
  parcels integer not null,
  primary key (day, party_key)
);

-- The double-entry ledger: two sides, one amount, never edited.
create table posting (
  shard_key smallint not null,
  parcel_id bigint not null,
  posting_id bigint not null,
  booked_at timestamptz not null,
  charge text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null constraint posting_amount_positive check (amount_minor > 0),
  currency character(3) not null,
  reason text not null,
  rule text not null,
  constraint posting_has_two_sides check (debit <> credit),
  primary key (shard_key, parcel_id, posting_id)
) partition by range (posting_id);

-- A message that no pass could carry: kept with its reason, so that nothing is lost and nothing blocks its neighbours.
create table dead_letter (
  submission_id bigint primary key,
  owner_party_id integer not null,
  at timestamptz not null,
  reason text not null,
  batch_id bigint not null,
  frame integer not null
);

-- Packs as they were when a decision was made under them, for replay.
create table pack_version (
  pack text not null,
  version text not null,
  loaded_at timestamptz not null default now(),
  files bytea not null,
  primary key (pack, version)
);

create trigger posting_is_append_only before update or delete on posting
  for each row execute function refuse_change();
create trigger statement_is_append_only before update or delete on statement
  for each row execute function refuse_change();

grant select, insert, update on registered_party to luxor_intake;
grant select, insert on submission, parcel_speaker, idempotency_key, statement, party, posting, dead_letter, pack_version to luxor_intake;
grant select, insert, update, delete on parcel, parcel_reference, order_link, item, piece, party_day to luxor_intake;
grant delete on idempotency_key to luxor_intake;
grant select on registered_party, submission, statement, party, parcel, parcel_reference, order_link, item, piece, posting, dead_letter,
  entity, entity_link, parcel_speaker to luxor_officer;
grant select on submission, statement, party, parcel_speaker to luxor_trader;
grant select (shard_key, parcel_id, scheme, number, outside, outside_at, outside_before) on parcel to luxor_trader;

-- Tenancy: a trader sees what it said and, of a parcel it spoke about, the outside state; an officer sees with a name; no context, no rows.
create function current_party() returns integer language sql stable as $$
  select nullif(current_setting('luxor.party', true), '')::integer
$$;
create function current_person() returns text language sql stable as $$
  select nullif(current_setting('luxor.person', true), '')
$$;

do $$
declare
  name text;
begin
  -- Rows of a day whose partition is missing are late, never lost.
  foreach name in array array['statement', 'party', 'parcel', 'parcel_speaker', 'item', 'piece', 'posting'] loop
    execute format('create table %I partition of %I default', name || '_default', name);
  end loop;
  foreach name in array array['submission', 'statement', 'party', 'parcel_speaker', 'idempotency_key', 'dead_letter'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to luxor_trader using (owner_party_id = current_party())', name || '_of_its_owner', name);
    execute format('create policy %I on %I for select to luxor_officer using (current_person() is not null)', name || '_for_officers', name);
  end loop;
  foreach name in array array['parcel', 'parcel_reference', 'order_link', 'item', 'piece', 'posting'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to luxor_officer using (current_person() is not null)', name || '_for_officers', name);
  end loop;
end $$;

create policy parcel_of_its_speakers on parcel for select to luxor_trader using (
  exists (
    select 1 from parcel_speaker speaker
    where speaker.shard_key = parcel.shard_key and speaker.parcel_id = parcel.parcel_id and speaker.owner_party_id = current_party()
  )
);

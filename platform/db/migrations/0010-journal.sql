-- Why: the record of what happened (journal), the encrypted bytes it stands on (segment), the promises given for them
--      (receipt_batch), the keys, and the Merkle log that makes any later change evident.
-- Lock: none; every table is new.
-- Check: select * from ensure_partitions(20000, 20001), then an update of journal must be refused.

-- Days are ranges of ids: an id starts with its day number (server/ids.ts), so that one key orders, routes and partitions.
create function first_id_of(day integer) returns bigint
  language sql immutable parallel safe
  return day::bigint << 40;

-- The guard of every append-only table: it decides nothing, it only raises.
create function refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end $$;

create table journal (
  shard_key smallint not null,
  parcel_id bigint not null,
  sequence integer not null,
  entry_id bigint not null,
  -- The sealer takes rows of finished transactions only, and this is how it knows them.
  transaction_id xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind text not null,
  actor text not null,
  -- Canonical JSON without personal data; the leaf of the Merkle log.
  body text not null,
  constraint journal_pkey primary key (shard_key, parcel_id, entry_id)
) partition by range (entry_id);

-- Entries of one batch share the value, so that the index keeps it once.
create index journal_transaction_index on journal (transaction_id);

create table journal_default partition of journal default;

create trigger journal_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger journal_no_truncate before truncate on journal
  for each statement execute function refuse_change();

-- One row a batch: version, salt, messages and input records, compressed by brotli and encrypted by AES-256-GCM.
create table segment (
  segment_id bigint not null,
  retention_class text not null,
  day date not null,
  sealed bytea not null,
  constraint segment_pkey primary key (segment_id)
) partition by range (segment_id);

-- It is compressed already: PostgreSQL must not try again.
alter table segment alter column sealed set storage external;

create table segment_default partition of segment default;

create trigger segment_append_only before update on segment
  for each row execute function refuse_change();

-- batch_id is the id of the segment that holds the messages.
create table receipt_batch (
  batch_id bigint not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  key_id text not null,
  root bytea not null,
  signature bytea not null,
  -- Salted digests of the messages, 32 bytes each, in the order of the batch.
  digests bytea not null,
  constraint receipt_batch_pkey primary key (batch_id),
  constraint receipt_batch_digests_check check (octet_length(digests) % 32 = 0)
) partition by range (batch_id);

alter table receipt_batch alter column digests set storage external;

create table receipt_batch_default partition of receipt_batch default;

create trigger receipt_batch_append_only before update or delete on receipt_batch
  for each row execute function refuse_change();

-- Data keys by retention class and day, wrapped by the master key. Erasure removes the wrapped key and leaves the row, so that no
-- second key of that class and day is ever made.
create table data_key (
  retention_class text not null,
  day date not null,
  master_id text not null,
  wrapped bytea,
  made_at timestamptz not null default now(),
  erased_at timestamptz,
  erased_by text,
  constraint data_key_pkey primary key (retention_class, day),
  constraint data_key_erased_check check ((wrapped is null) = (erased_at is not null) and (erased_at is null) = (erased_by is null))
);

-- Ed25519 keys that sign receipts and checkpoints; the public halves are published.
create table signing_key (
  key_id text not null,
  purpose text not null,
  public_key bytea not null,
  master_id text not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  constraint signing_key_pkey primary key (key_id),
  constraint signing_key_purpose_check check (purpose in ('receipt', 'checkpoint'))
);

create unique index signing_key_in_use_index on signing_key (purpose) where retired_at is null;

-- The log's head: who may seal (by lease and fencing token), and how far it has come.
create table log_head (
  log_id smallint not null default 1,
  fencing_token bigint not null default 0,
  holder text,
  leased_until timestamptz,
  size bigint not null default 0,
  last_transaction_id xid8 not null default '0',
  constraint log_head_pkey primary key (log_id),
  constraint log_head_single_check check (log_id = 1)
);

insert into log_head default values;

-- The dense numbers of a sealed transaction: its entries, in the order of entry_id, are leaves first_index and following.
create table log_transaction (
  transaction_id xid8 not null,
  first_index bigint not null,
  entry_count integer not null,
  constraint log_transaction_pkey primary key (transaction_id),
  constraint log_transaction_first_index_key unique (first_index),
  constraint log_transaction_entry_count_check check (entry_count > 0)
);

-- Up to 256 hashes of complete subtrees of 256^level leaves; level 0 holds the leaf hashes.
create table log_tile (
  level smallint not null,
  tile_index bigint not null,
  hashes bytea not null,
  constraint log_tile_pkey primary key (level, tile_index),
  constraint log_tile_hashes_check check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0)
);

alter table log_tile alter column hashes set storage external;

-- Signed notes in the form of C2SP tlog-checkpoint.
create table log_checkpoint (
  size bigint not null,
  at timestamptz not null,
  root bytea not null,
  note text not null,
  constraint log_checkpoint_pkey primary key (size)
);

-- Lines by which outside witnesses vouch for a checkpoint.
create table log_cosignature (
  size bigint not null,
  witness text not null,
  at timestamptz not null,
  line text not null,
  constraint log_cosignature_pkey primary key (size, witness),
  constraint log_cosignature_size_fkey foreign key (size) references log_checkpoint (size)
);

create trigger log_transaction_append_only before update or delete or truncate on log_transaction
  for each statement execute function refuse_change();
create trigger log_checkpoint_append_only before update or delete or truncate on log_checkpoint
  for each statement execute function refuse_change();
create trigger log_cosignature_append_only before update or delete or truncate on log_cosignature
  for each statement execute function refuse_change();

-- An unfinished tile may be continued, never rewritten.
create function refuse_rewriting() returns trigger
  language plpgsql as $$
begin
  if substring(new.hashes for octet_length(old.hashes)) is distinct from old.hashes then
    raise exception 'a tile of the log is only ever continued' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger log_tile_continued before update on log_tile
  for each row execute function refuse_rewriting();
create trigger log_tile_kept before delete or truncate on log_tile
  for each statement execute function refuse_change();

-- Slots of the id maker: one belongs to a process up to and including until_day.
create table id_slot (
  slot smallint not null,
  until_day integer not null default -1,
  constraint id_slot_pkey primary key (slot)
);

insert into id_slot (slot)
select generate_series(0, 4095);

-- Makes the day partitions [first_day, last_day] of every table that is partitioned by a range of one bigint id, and returns the
-- names of those made. Attaching, unlike `create ... partition of`, lets reads and writes go on. A day whose rows already lie in
-- the default partition keeps them there: nothing is lost, it is only less tidy.
create function ensure_partitions(first_day integer, last_day integer) returns setof text
  language plpgsql as $$
declare
  parent record;
  day integer;
  made text;
  is_taken boolean;
begin
  perform pg_advisory_xact_lock(4600010);
  for parent in
    select c.oid, c.relname as name, a.attname as key, d.relname as default_name
    from pg_partitioned_table p
    join pg_class c on c.oid = p.partrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    left join pg_class d on d.oid = p.partdefid
    where p.partstrat = 'r'
      and p.partnatts = 1
      and a.atttypid = 'bigint'::regtype
      and c.relnamespace = current_schema()::regnamespace
    order by c.relname
  loop
    for day in first_day .. last_day loop
      made := parent.name || to_char(date '1970-01-01' + day, '_YYYYMMDD');
      continue when to_regclass(quote_ident(made)) is not null;
      if parent.default_name is not null then
        execute format('select exists (select from %I where %I >= $1 and %I < $2)', parent.default_name, parent.key, parent.key)
          into is_taken using first_id_of(day), first_id_of(day + 1);
        continue when is_taken;
      end if;
      execute format('create table %I (like %I including defaults including constraints including storage)', made, parent.name);
      execute format('alter table %I attach partition %I for values from (%s) to (%s)',
        parent.name, made, first_id_of(day), first_id_of(day + 1));
      return next made;
    end loop;
  end loop;
end $$;

grant select, insert on journal, segment, receipt_batch, log_transaction, log_checkpoint, log_cosignature to luxor_intake;
grant select, insert, update on data_key, signing_key, log_tile to luxor_intake;
grant select, update on log_head, id_slot to luxor_intake;

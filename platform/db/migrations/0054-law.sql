-- Why: coming law is rehearsed on live traffic before it binds anybody, and binds only when two persons have agreed on it; what was
--      done with each version, by whom and why stands here for ever, beside its entries in the journal.
-- Lock: none; both tables are new.
-- Check: an insert of 'activate' for a version that one person approved must be refused.

create table pack_act (
  act_id integer generated always as identity,
  pack text not null,
  version text not null,
  act text not null,
  -- A code of a person or of the machine; never a name.
  actor text not null,
  role text,
  reason text not null,
  -- SHA-256 over the files of law as they lay here at that moment, in hex.
  seal text not null,
  at timestamptz not null,
  constraint pack_act_pkey primary key (act_id),
  constraint pack_act_version_fkey foreign key (pack, version) references pack_version (pack, version),
  constraint pack_act_kind_check check (act in ('submit', 'set-up', 'review', 'shadow', 'approve', 'activate', 'withdraw')),
  constraint pack_act_seal_check check (seal ~ '^[0-9a-f]{64}$'),
  constraint pack_act_reason_check check (length(reason) between 1 and 500)
);
-- One law at the start of an installation.
create unique index pack_act_one_set_up on pack_act (pack) where act = 'set-up';
create index pack_act_of_version on pack_act (pack, version, act_id);
create trigger pack_act_append_only before update or delete or truncate on pack_act
  for each statement execute function refuse_change();

-- The programs decide this; the database refuses it as well, so that no other program can make law alone.
create function refuse_law_of_one() returns trigger
  language plpgsql as $$
begin
  if (
    select count(distinct actor)
    from pack_act
    where pack = new.pack and version = new.version and act = 'approve' and seal = new.seal
      and act_id > (select max(act_id) from pack_act where pack = new.pack and version = new.version and act = 'shadow')
  ) < 2 then
    raise exception 'two persons have to agree on the law % %', new.pack, new.version using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger pack_act_two_persons before insert on pack_act
  for each row when (new.act = 'activate') execute function refuse_law_of_one();

-- What a rehearsal has found so far: sums only, no parcel but a few examples by their number in the record.
create table pack_rehearsal (
  rehearsal_id integer generated always as identity,
  pack text not null,
  version text not null,
  -- The day from which the rows of the version would apply; null where they are taken as dated.
  as_of date,
  started_at timestamptz not null,
  -- The last decision that was looked at: its day, and its place in the log.
  day integer not null,
  transaction_id text not null,
  entry_id bigint not null,
  figures jsonb not null,
  updated_at timestamptz not null,
  constraint pack_rehearsal_pkey primary key (rehearsal_id),
  constraint pack_rehearsal_version_fkey foreign key (pack, version) references pack_version (pack, version)
);
create index pack_rehearsal_of_version on pack_rehearsal (pack, version, rehearsal_id);

grant select, insert on pack_act to luxor_intake;
grant select, insert, update on pack_rehearsal to luxor_intake;

-- Why: what was stated is kept as long as the law of the pack says and no longer; a legal hold keeps it for a case that is open;
--      and the master key that wraps all other keys can be replaced, after which the old one is refused.
-- Lock: three triggers, a moment each. Check: an update of data_key to another master key that is retired must be refused.

-- Days of a class whose keys must not be erased, because a court, an audit or a dispute needs what they open.
create table legal_hold (
  hold_id integer generated always as identity,
  retention_class text not null,
  first_day date not null,
  last_day date not null,
  -- The number of the case; never a name.
  case_number text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  constraint legal_hold_pkey primary key (hold_id),
  constraint legal_hold_days_check check (first_day <= last_day),
  constraint legal_hold_lifted_check check ((lifted_by is null) = (lifted_at is null)),
  constraint legal_hold_two_persons_check check (lifted_by <> placed_by)
);

create function refuse_second_lifting() returns trigger
  language plpgsql as $$
begin
  if old.lifted_at is not null
    or (new.hold_id, new.retention_class, new.first_day, new.last_day, new.case_number, new.placed_by, new.placed_at)
      is distinct from (old.hold_id, old.retention_class, old.first_day, old.last_day, old.case_number, old.placed_by, old.placed_at)
  then
    raise exception 'a legal hold is only ever lifted, and once' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger legal_hold_kept before update on legal_hold
  for each row execute function refuse_second_lifting();
create trigger legal_hold_append_only before delete or truncate on legal_hold
  for each statement execute function refuse_change();

-- Placing a hold and erasing a key wait for each other, so that neither can miss the other.
create function order_holds_and_erasures() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4600012);
  return null;
end $$;
create trigger legal_hold_in_order before insert on legal_hold
  for each statement execute function order_holds_and_erasures();

create function refuse_erasing_held() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4600012);
  if exists (
    select from legal_hold
    where lifted_at is null and retention_class = old.retention_class and old.day between first_day and last_day
  ) then
    raise exception 'the key of % for % is under a legal hold', old.retention_class, old.day
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger data_key_held before update on data_key
  for each row when (old.wrapped is not null and new.wrapped is null) execute function refuse_erasing_held();

grant select, insert on legal_hold to luxor_intake;
grant update (lifted_by, lifted_at) on legal_hold to luxor_intake;

-- Master keys that were replaced. Whoever still holds one may neither start nor wrap anything new.
create table retired_master_key (
  master_id text not null,
  replaced_by text not null,
  retired_at timestamptz not null,
  constraint retired_master_key_pkey primary key (master_id),
  constraint retired_master_key_other_check check (master_id <> replaced_by)
);
create trigger retired_master_key_append_only before update or delete or truncate on retired_master_key
  for each statement execute function refuse_change();

create function refuse_retired_master() returns trigger
  language plpgsql as $$
begin
  if exists (select from retired_master_key where master_id = new.master_id) then
    raise exception 'the master key % was replaced', new.master_id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger data_key_master before insert or update of master_id on data_key
  for each row execute function refuse_retired_master();
create trigger signing_key_master before insert or update of master_id on signing_key
  for each row execute function refuse_retired_master();
create trigger selection_key_master before insert or update of master_id on selection_key
  for each row execute function refuse_retired_master();

-- A commitment binds: the note of who received the key is added once, and the wrapping changes with the master key alone.
create or replace function refuse_new_commitment() returns trigger
  language plpgsql as $$
begin
  if (new.day, new.commitment, new.bucket_bits, new.committed_at, new.day_begins_at)
      is distinct from (old.day, old.commitment, old.bucket_bits, old.committed_at, old.day_begins_at)
    or (new.wrapped is distinct from old.wrapped) <> (new.master_id is distinct from old.master_id)
    or (old.handed_out_at is not null
      and (new.handed_out_at, new.handed_out_to) is distinct from (old.handed_out_at, old.handed_out_to))
  then
    raise exception 'the commitment of a day is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

grant select on retired_master_key to luxor_intake;

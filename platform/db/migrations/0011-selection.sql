-- Why: random selection that can be verified: the key of each day is bound by a published commitment before the day begins, and handed
--      out only when nothing of that day can be influenced any more.
-- Lock: none; the table is new.
-- Check: select day, is_ahead from selection_key order by day desc limit 5.

create table selection_key (
  day date not null,
  -- Root of the Merkle tree over the keys of all buckets.
  commitment bytea not null,
  bucket_bits smallint not null,
  master_id text not null,
  wrapped bytea not null,
  committed_at timestamptz not null,
  day_begins_at timestamptz not null,
  -- False only for the first day of an installation, or after a standstill: such a day proves less, and says so.
  is_ahead boolean not null generated always as (committed_at < day_begins_at) stored,
  handed_out_at timestamptz,
  handed_out_to text,
  constraint selection_key_pkey primary key (day),
  constraint selection_key_commitment_check check (octet_length(commitment) = 32),
  constraint selection_key_bucket_bits_check check (bucket_bits between 1 and 24),
  constraint selection_key_handed_out_check check ((handed_out_at is null) = (handed_out_to is null))
);

-- A commitment binds: only the note of who received the key is ever added, and only once.
create function refuse_new_commitment() returns trigger
  language plpgsql as $$
begin
  if old.handed_out_at is not null
    or (new.day, new.commitment, new.bucket_bits, new.wrapped, new.committed_at, new.day_begins_at)
      is distinct from (old.day, old.commitment, old.bucket_bits, old.wrapped, old.committed_at, old.day_begins_at)
  then
    raise exception 'the commitment of a day is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger selection_key_kept before update on selection_key
  for each row execute function refuse_new_commitment();
create trigger selection_key_append_only before delete or truncate on selection_key
  for each statement execute function refuse_change();

grant select, insert on selection_key to luxor_intake;
grant update (handed_out_at, handed_out_to) on selection_key to luxor_intake;

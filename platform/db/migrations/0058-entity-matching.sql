-- What parties have in common, so that those who are one are seen to be: keyed fingerprints of their traits, why each link of an entity was
-- made, and who ended it.
-- Why: a key of a party is equal only for equal spellings. A job reads new parties behind the sealed log, never in a pass; a trait is kept
--      as a fingerprint under the same key as the party's own, so that nobody's name stands here.
-- Lock: entity_link, for a moment; the new table is empty. Check: `select count(*) from entity_link where linked_until is null` is the
--      number of its distinct party keys.

create table party_trait (
  party_key bigint not null,
  -- name, place, phone, email, person, or 'number:' with the register.
  kind text not null,
  print bigint not null,
  primary key (party_key, kind, print)
);
create index party_trait_shared on party_trait (print, kind);

alter table entity_link
  -- Kinds of traits that agree, joined by semicolons; 'officer' where a person knew.
  add column because text not null default '',
  add column ended_by text,
  add column ended_because text;
create unique index entity_link_one_at_a_time on entity_link (party_key) where linked_until is null;
create index entity_link_of_entity on entity_link (entity_id);

grant select, insert on party_trait, entity to luxor_intake;
grant select, insert, update on entity_link to luxor_intake;

do $$
declare
  name text;
begin
  foreach name in array array['party_trait', 'entity', 'entity_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['entity', 'entity_link'] loop
    execute format('create policy %I on %I for select to luxor_officer using (current_person() is not null)', name || '_for_officers', name);
  end loop;
end $$;

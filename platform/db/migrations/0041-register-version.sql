-- Counts the changes of the register and of its keys, so that every process notices that what it remembers is no longer so.
-- Why: several processes serve one database, and each keeps the registered parties and the keys it has seen in memory; asking for one
--      number every second is cheaper than reading them all. A row and no sequence: a change counts when it is committed, not before.
-- Lock: three triggers on small tables, at the start of a platform. Check: `select version from register_version` grows with an update of
--      registered_party.

create table register_version (
  only_row boolean not null default true constraint register_version_only_row check (only_row),
  version bigint not null,
  constraint register_version_pkey primary key (only_row)
);

insert into register_version (version) values (1);

create function count_register_change() returns trigger
  language plpgsql as $$
begin
  update register_version set version = version + 1;
  return null;
end $$;

create trigger registered_party_counted after insert or update or delete on registered_party
  for each statement execute function count_register_change();
create trigger party_history_counted after insert or update or delete on party_history
  for each statement execute function count_register_change();
-- A new key is looked up when it is first used; only one that changes or goes may be remembered wrongly.
create trigger credential_counted after update or delete on credential
  for each statement execute function count_register_change();

grant select, update on register_version to luxor_intake;

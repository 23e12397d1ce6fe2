-- Counts the parcels that name a party by row and by whoever writes, so that passes at the same time never wait for one another.
-- Why: every pass counts the same large sellers. With one row a seller each pass waited until the one before it was on the disk, and
--      several processes were no faster than one. Whoever reads adds up the rows of a party: as many as connections have counted it.
-- Lock: rewrites the key of party_day once, while the platform is stopped. Check: `select count(*), count(distinct (day, party_key))
--      from party_day` differ only by the parties that several connections count.

alter table party_day
  add column writer integer not null default 0,
  drop constraint party_day_pkey,
  add constraint party_day_pkey primary key (day, party_key, writer);

-- What trade statistics read: one observation per released item, its sums by cell, and how long release took.
-- Why: statistics are made of what was released, once each, and never of persons; sums are kept so that a query scans no parcels.
-- Lock: none, all tables are new. Check: after a release and a round of sealing, `select count(*) from observation`.

create table observation (
  shard_key smallint not null,
  parcel_id bigint not null,
  position smallint not null,
  -- YYYY-MM of release.
  month character(7) not null,
  direction text not null,
  -- Six digits, or 'unknown'.
  commodity text not null,
  origin text not null,
  partner text not null,
  mode text not null,
  channel text not null,
  category smallint not null,
  value_minor bigint not null,
  currency character(3) not null,
  mass_grams bigint not null,
  constraint observation_pkey primary key (shard_key, parcel_id, position)
) partition by range (parcel_id);
create table observation_default partition of observation default;

create trigger observation_is_append_only before update or delete on observation
  for each row execute function refuse_change();

-- The sum of the observations of one cell of the cube.
create table observation_cell (
  month character(7) not null,
  direction text not null,
  commodity text not null,
  origin text not null,
  partner text not null,
  mode text not null,
  channel text not null,
  currency character(3) not null,
  -- Each parcel counts once in a cell, however many items of it lie there.
  parcels integer not null,
  items integer not null,
  value_minor numeric not null,
  mass_grams numeric not null,
  constraint observation_cell_pkey primary key (month, direction, commodity, origin, partner, mode, channel, currency)
);

-- Parcels by the whole seconds from arrival (for export, departure) to release: exact percentiles without the parcels.
create table release_time (
  -- Days since 1970 of release.
  day integer not null,
  category smallint not null,
  seconds integer not null,
  parcels integer not null,
  constraint release_time_pkey primary key (day, category, seconds)
);

-- How far into the sealed log a reader of it has come: the next entry to read.
create table log_reader (
  reader text not null,
  next_index bigint not null,
  constraint log_reader_pkey primary key (reader)
);

grant select, insert on observation to luxor_intake;
grant select, insert, update on observation_cell, release_time, log_reader to luxor_intake;
grant select on observation_cell, release_time to luxor_officer, luxor_trader;
grant select on observation to luxor_officer;

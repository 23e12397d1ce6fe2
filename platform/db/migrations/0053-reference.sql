-- Why: tariffs, nomenclatures, correlations, code lists and exchange rates are published by others and imported whole. An import is a revision:
--      a row says from and until which day it holds, and in which revision it came and went, so that a decision of the past finds what was
--      known when it was made. Nothing here is ever edited or deleted. added_in and removed_in name a row of reference_import; no foreign key
--      checks it row by row, because one statement writes them all with the number that it has just made.
-- Lock: none, the tables are new. Check: select revision, publication, rows, added, changed, ended, unchanged from reference_import.

create table reference_import (
  revision integer not null,
  kind text not null,
  publication text not null,
  file_name text not null,
  file_digest bytea not null,
  -- The day of law that the file speaks of, where its rows do not say it themselves.
  on_day date not null,
  imported_at timestamptz not null default now(),
  rows integer not null,
  added integer not null,
  changed integer not null,
  ended integer not null,
  unchanged integer not null,
  constraint reference_import_pkey primary key (revision)
);

create table tariff_line (
  publication text not null,
  code text not null,
  -- Empty, or what tells apart several lines of one code: the country and season of a preference.
  variant text not null,
  from_day date not null,
  until_day date,
  title text not null,
  units text not null,
  -- The texts of duty by column: {"general": "4.4¢/kg + 3%", "column-2": "20%"}.
  duties jsonb not null,
  added_in integer not null,
  removed_in integer,
  constraint tariff_line_period check (until_day > from_day)
);

create table nomenclature_line (
  publication text not null,
  code text not null,
  -- 80 where goods can be declared under the line; less where it only groups those below.
  suffix text not null,
  from_day date not null,
  until_day date,
  -- 0 chapter, 1 heading, then one more for each dash.
  depth smallint not null,
  title_en text not null,
  title_fr text not null,
  title_de text not null,
  added_in integer not null,
  removed_in integer,
  constraint nomenclature_line_period check (until_day > from_day)
);

create table code_correlation (
  publication text not null,
  code text not null,
  becomes text not null,
  from_day date not null,
  until_day date,
  -- 1:1, 1:n, n:1 or n:n, as published; empty where the table names only one best target.
  relation text not null,
  note text not null,
  added_in integer not null,
  removed_in integer,
  constraint code_correlation_period check (until_day > from_day)
);

create table code_list_entry (
  publication text not null,
  code text not null,
  -- Empty, or what tells apart several entries of one code: another spelling of a place, a term.
  variant text not null,
  from_day date not null,
  until_day date,
  name text not null,
  details jsonb not null,
  added_in integer not null,
  removed_in integer,
  constraint code_list_entry_period check (until_day > from_day)
);

-- A rate holds from the day it was published until the day it is too old to be used; of several that hold, the youngest does.
create table exchange_rate (
  publication text not null,
  currency character(3) not null,
  from_day date not null,
  until_day date,
  base character(3) not null,
  -- Units of the currency for one unit of the base, as the decimal that was published.
  per_base text not null,
  added_in integer not null,
  removed_in integer,
  constraint exchange_rate_period check (until_day > from_day),
  constraint exchange_rate_decimal check (per_base ~ '^[0-9]{1,12}([.][0-9]{1,12})?$')
);

create unique index tariff_line_current on tariff_line (publication, code, variant, from_day) where removed_in is null;
create unique index nomenclature_line_current on nomenclature_line (publication, code, suffix, from_day) where removed_in is null;
create unique index code_correlation_current on code_correlation (publication, code, becomes, from_day) where removed_in is null;
create unique index code_list_entry_current on code_list_entry (publication, code, variant, from_day) where removed_in is null;
create unique index exchange_rate_current on exchange_rate (publication, currency, from_day) where removed_in is null;

-- Nothing of it is about a person; whoever serves may read it. Only the operator, who is the owner, imports.
grant select on reference_import, tariff_line, nomenclature_line, code_correlation, code_list_entry, exchange_rate
  to luxor_intake, luxor_officer;

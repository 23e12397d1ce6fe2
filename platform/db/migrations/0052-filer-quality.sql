-- How good a filer's statements are, by day: sums over its statements, so that any number of days is an average of sums, and which findings
-- they had. Why: each filer sees its own trend, and officers that of whoever they deal with; a job counts days anew from the
-- statements, and no pass writes here. `quality_parts` keeps the four parts of a statement's score in seven bits each:
-- timeliness, accuracy, completeness, consistency, from the lowest.
-- Lock: statement, for a moment (a column without a default rewrites nothing); the tables are new.
-- Check: select day, sum(statements) from filer_quality group by day, beside count(*) of statement.
alter table statement add column quality_parts integer;

create table filer_quality (
  owner_party_id integer not null references registered_party (party_id),
  day date not null,
  statements integer not null,
  timeliness bigint not null,
  accuracy bigint not null,
  completeness bigint not null,
  consistency bigint not null,
  total bigint not null,
  primary key (owner_party_id, day)
);

create table filer_finding (
  owner_party_id integer not null references registered_party (party_id),
  day date not null,
  code text not null,
  -- Statements with at least one finding of this code.
  statements integer not null,
  primary key (owner_party_id, day, code)
);

grant select, insert, update, delete on filer_quality, filer_finding to luxor_intake;
grant select on filer_quality, filer_finding to luxor_officer, luxor_trader;

do $$
declare
  name text;
begin
  foreach name in array array['filer_quality', 'filer_finding'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to luxor_trader using (owner_party_id = current_party())', name || '_of_its_owner', name);
    execute format('create policy %I on %I for select to luxor_officer using (current_person() is not null)', name || '_for_officers', name);
  end loop;
end $$;

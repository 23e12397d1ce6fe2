-- How each party has behaved: parcels declared and bad outcomes by day, of which the last ninety days are its standing.
-- Why: the standing feeds risk (newcomers, error rates) and must not be counted anew for every message.
-- Lock: none, the table is new. Check: `select sum(parcels) from party_history`.
create table party_history (
  party_id integer not null references registered_party (party_id),
  day date not null,
  parcels integer not null,
  adverse integer not null,
  primary key (party_id, day)
);

grant select, insert, update on party_history to luxor_intake;
grant select on party_history to luxor_officer;

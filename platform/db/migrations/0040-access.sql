-- Who may come in: API keys of parties, people with roles and their sessions. Secrets are kept as digests only.
-- Why: the first sign-in; the full doors (OpenID Connect, DPoP) come later and keep these tables.
-- Lock: none, all tables are new. Check: `select count(*) from person`.

create table credential (
  credential_id integer generated always as identity primary key,
  party_id integer not null references registered_party (party_id),
  -- SHA-256 of the key.
  key_digest bytea not null constraint credential_key_once unique,
  label text not null,
  -- `submit` sends and reads its own; `operator` is the operator's own verb.
  scopes text[] not null,
  made_at timestamptz not null default now(),
  revoked_at timestamptz
);

create table person (
  person_id text primary key,
  name text not null,
  roles text[] not null,
  office text not null,
  is_active boolean not null default true
);

create table session (
  session_digest bytea primary key,
  person_id text not null references person (person_id),
  csrf text not null,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null,
  closed_at timestamptz
);

-- When an officer last opened a parcel: what changed since stands on top of its page.
create table parcel_look (
  person_id text not null references person (person_id),
  shard_key smallint not null,
  parcel_id bigint not null,
  looked_at timestamptz not null,
  version integer not null,
  primary key (person_id, parcel_id)
);

grant select on credential, person, session to luxor_intake;
grant insert, update on credential, person, session to luxor_intake;
grant select, insert, update on parcel_look to luxor_intake;
grant select on person, parcel_look to luxor_officer;

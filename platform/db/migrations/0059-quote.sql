-- Binding quotes that were issued. Only what binds is here: an estimate is worked out, told and forgotten.
-- Why: a parcel that names one is charged as quoted, so that the facts it was given for must be there, unchanged.
-- `facts` and `document` hold nothing personal: goods by code, amounts, countries. `owner_party_id` is null where a citizen asked.
-- A quote is never changed. What a role without a party writes belongs to nobody; what it may read is nothing.
-- Lock: signing_key for a moment. Check: select count(*) from quote; as luxor_trader without a party it must be empty.

create table quote (
  quote_id text not null,
  owner_party_id integer,
  issued_at timestamptz not null,
  -- 'pack@version'.
  law text not null,
  law_day date not null,
  valid_from date not null,
  valid_until date not null,
  -- Canonical JSON of the facts that matter; its SHA-256 is the digest that the document names.
  facts text not null,
  currency char(3) not null,
  total text not null,
  payable text not null,
  -- The signed document as it was answered.
  document text not null,
  constraint quote_pkey primary key (quote_id),
  constraint quote_validity_check check (valid_from <= law_day and law_day < valid_until)
);
create index quote_of_owner on quote (owner_party_id, issued_at) where owner_party_id is not null;
create index quote_by_end on quote (valid_until);

grant select, insert on quote to luxor_trader;
grant select, delete on quote to luxor_intake;
grant select on quote to luxor_officer;

alter table quote enable row level security;
alter table quote force row level security;
create policy quote_of_its_owner on quote for select to luxor_trader using (owner_party_id = current_party());
create policy quote_written_by_its_owner on quote for insert to luxor_trader
  with check (owner_party_id is not distinct from current_party());
create policy quote_for_officers on quote for select to luxor_officer using (current_person() is not null);

-- Quotes have a key of their own, so that a signature of one kind never passes for another.
alter table signing_key drop constraint signing_key_purpose_check;
alter table signing_key add constraint signing_key_purpose_check check (purpose in ('receipt', 'checkpoint', 'quote'));

-- A quote for whoever names it: its number is long and made by chance, and is all the access that its reader needs.
-- Why: a citizen must be able to show a quote again, and to tell a real one from one that somebody made up.
-- Lock: none. Check: as luxor_public, outside.quote is empty until a number is named.

create function outside.asked_quote() returns text
  language sql stable as $$
  select nullif(current_setting('luxor.asked_quote', true), '')
$$;
create policy quote_asked_for on quote for select to luxor_owner using (quote_id = outside.asked_quote());
create view outside.quote with (security_barrier) as
  select quote_id, document from public.quote where quote_id = outside.asked_quote();
grant execute on function outside.asked_quote() to luxor_public;
grant select on outside.quote to luxor_public;

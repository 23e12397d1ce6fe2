-- Why: the public pages and the public API read as luxor_public, which sees nothing but what they show: no table at all, only the narrow
--      views and the one function of the schema "outside", most of which answer only to who names a number or a receipt.
-- Lock: two policies, a moment each. Check: as luxor_public, select from public.parcel must be refused, and outside.receipt_batch be empty.

create schema outside;
grant usage on schema outside to luxor_public;

-- What is published in full anyway.
create view outside.selection_key with (security_barrier) as
  select day, commitment, bucket_bits, committed_at, is_ahead from public.selection_key;
create view outside.signing_key with (security_barrier) as
  select key_id, purpose, public_key, made_at, retired_at from public.signing_key;
create view outside.log_checkpoint with (security_barrier) as
  select size, at, root, note from public.log_checkpoint;
create view outside.log_cosignature with (security_barrier) as
  select size, witness, line from public.log_cosignature;
create view outside.log_tile with (security_barrier) as
  select level, tile_index, hashes from public.log_tile;
create view outside.observation_cell with (security_barrier) as
  select month, direction, commodity, origin, partner, mode, channel, currency, parcels, items, value_minor, mass_grams
  from public.observation_cell;
create view outside.release_time with (security_barrier) as
  select day, category, seconds, parcels from public.release_time;

-- What belongs to one receipt: rows of the batch that the transaction has named, and none before it has.
create function outside.asked_receipt_batch() returns bigint
  language sql stable as $$
  select nullif(current_setting('luxor.asked_receipt_batch', true), '')::bigint
$$;
create view outside.receipt_batch with (security_barrier) as
  select batch_id, transaction_id, at, key_id, root, signature, digests
  from public.receipt_batch
  where batch_id = outside.asked_receipt_batch();
create view outside.segment with (security_barrier) as
  select segment_id, retention_class, day, sealed
  from public.segment
  where segment_id = outside.asked_receipt_batch();
create view outside.data_key with (security_barrier) as
  select retention_class, day, wrapped
  from public.data_key
  where (retention_class, day) in (
    select retention_class, day from public.segment where segment_id = outside.asked_receipt_batch()
  );
create view outside.log_transaction with (security_barrier) as
  select transaction_id, first_index, entry_count
  from public.log_transaction
  where transaction_id = (select transaction_id from public.receipt_batch where batch_id = outside.asked_receipt_batch());
create view outside.journal with (security_barrier) as
  select shard_key, parcel_id, sequence, entry_id, transaction_id, at, kind, actor, body
  from public.journal
  where kind = 'issue-receipts'
    and transaction_id = (select transaction_id from public.receipt_batch where batch_id = outside.asked_receipt_batch());

-- Row-level security binds the owner too: only the parcels of the numbers that follow_parcel is asked for are there for it.
create function outside.asked_numbers() returns text[]
  language sql stable as $$
  select string_to_array(nullif(current_setting('luxor.asked_numbers', true), ''), e'\n')
$$;
create policy parcel_reference_asked_for on parcel_reference for select to luxor_owner
  using (number = any (outside.asked_numbers()));
create policy parcel_asked_for on parcel for select to luxor_owner
  using (number = any (outside.asked_numbers()));

-- What happened, before a moment, to the newest parcel that bears one of the numbers: scans, release, delivery and debt by kind alone,
-- without amounts, offices, reasons or anything of targeting; and its outside state as it is published.
create function outside.follow_parcel(shards smallint[], numbers text[], schemes text[], until timestamptz)
  returns table (at timestamptz, told jsonb, outside text, outside_at timestamptz, outside_before text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('luxor.asked_numbers', array_to_string(numbers, e'\n'), true);
  return query
    select entry.at,
      (
        select coalesce(jsonb_agg(jsonb_build_object('type', event -> 'type', 'at', event -> 'at', 'standing', event -> 'standing')), '[]')
        from jsonb_array_elements(entry.body::jsonb -> 'events') event
        where event ->> 'type' in
          ('departed', 'arrived', 'presented', 'released', 'delivered', 'debt-assessed', 'debt-reversed', 'debt-paid')
      ),
      newest.outside, newest.outside_at, newest.outside_before
    from (
      select parcel.shard_key, parcel.parcel_id, parcel.outside, parcel.outside_at, parcel.outside_before
      from unnest(shards, numbers) as wanted (shard_key, number)
      join parcel_reference reference on reference.shard_key = wanted.shard_key
        and reference.scheme = any (schemes) and reference.number = wanted.number
      join parcel on parcel.shard_key = reference.shard_key and parcel.parcel_id = reference.parcel_id
      order by reference.parcel_id desc
      limit 1
    ) newest
    join journal entry on entry.shard_key = newest.shard_key and entry.parcel_id = newest.parcel_id
    where entry.at < until
    order by entry.sequence
    limit 1000;
end $$;
revoke execute on function outside.follow_parcel(smallint[], text[], text[], timestamptz) from public;
grant execute on function outside.follow_parcel(smallint[], text[], text[], timestamptz) to luxor_public;
grant execute on function outside.asked_receipt_batch() to luxor_public;

grant select on outside.selection_key, outside.signing_key, outside.log_checkpoint, outside.log_cosignature, outside.log_tile,
  outside.observation_cell, outside.release_time, outside.receipt_batch, outside.segment, outside.data_key, outside.log_transaction,
  outside.journal to luxor_public;

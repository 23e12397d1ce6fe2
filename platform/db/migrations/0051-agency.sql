-- Which agencies beside Customs still have to give their word about a parcel, each name between bars: '|Environment Agency|'. It is
-- a fold of the state; nearly every parcel has none and is not in the index, which is what an agency's own list reads.
-- Adding a column without a default rewrites nothing. Locks: parcel, for a moment.
-- Check: select awaits, count(*) from parcel where awaits is not null group by awaits.
alter table parcel add column awaits text;
create index parcel_awaits on parcel (due_at, parcel_id) where awaits is not null;

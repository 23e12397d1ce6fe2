-- When a parcel must be looked at again because an answer, a notice or a payment will be overdue. It is a fold of the state under
-- the law of the day it was written; parcels that wait for nothing have none and are not in the index. Adding a column without a
-- default rewrites nothing; the index is empty until the next write, because no parcel has a time yet.
-- Locks: parcel, for a moment. Check: select count(*) from parcel where watch_at < now() - interval '1 hour' stays near zero.
alter table parcel add column watch_at timestamptz;
create index parcel_watch on parcel (watch_at) where watch_at is not null;

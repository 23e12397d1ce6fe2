-- Gives each link of an order its place among that order's links, so that two passes cannot both link an order without seeing each other.
-- Why: an order and the parcel that ships it may reach two processes in the same moment. Neither finds the other in the record, and both
--      would be written and stay apart for ever. Now both claim the same place: the later one fails, is decided again, and finds the other.
-- Lock: rewrites order_link once, while the platform is stopped. Check: no rows from
--      `select from order_link group by shard_key, order_number having max(place) + 1 <> count(*)`.

alter table order_link add column place integer;

update order_link
set place = counted.place
from (
  select shard_key, order_number, target_id, row_number() over (partition by shard_key, order_number order by target_id) - 1 as place
  from order_link
) counted
where order_link.shard_key = counted.shard_key
  and order_link.order_number = counted.order_number
  and order_link.target_id = counted.target_id;

alter table order_link
  alter column place set not null,
  drop constraint order_link_pkey,
  add constraint order_link_pkey primary key (shard_key, order_number, place);

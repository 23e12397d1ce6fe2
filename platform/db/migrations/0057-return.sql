-- Finds the parcels whose refund is still to be paid out.
-- Why: finance pays out what was refunded to whoever paid at the till; these few are looked for among all that were refunded.
-- Lock: builds a partial index over parcels, which holds nearly none. Check: finance lists what is to be paid out.
create index parcel_repayable on parcel (updated_at, parcel_id) where stage = 'refunded' and strpos(state, '"repaidBy":null') > 0;

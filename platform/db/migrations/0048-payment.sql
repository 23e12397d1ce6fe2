-- Finds the parcels that wait for nothing but money.
-- Why: finance has no queue of its own; those held without an officer's work wait for a payment, and are few among many.
-- Lock: builds a partial index over parcels, which is short while the platform is new. Check: finance lists what is held and owed.

create index parcel_unpaid on parcel (updated_at, parcel_id) where stage = 'held' and not needs_officer;

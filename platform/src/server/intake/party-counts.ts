/** Counts how many parcels of a day name a party: what splitting and bursts are seen by. */
import type { PartyFacts } from '../../domain/parties/party.ts';
import type { Batch } from './batch.ts';
import { partyKeyNumber } from './rows.ts';

/** Roles whose parcels of the day are counted. */
export const isCounted = (party: PartyFacts): boolean =>
  party.role === 'consignee' || party.role === 'seller';

/** Parcels that this batch opened, by party key; a parcel counts once however often it is spoken about. */
export function partyCounts(batch: Batch): ReadonlyMap<bigint, number> {
  const counts = new Map<bigint, number>();
  for (const parcel of batch.working.parcels.values()) {
    if (!parcel.isNew || !parcel.isChanged) continue;
    for (const party of parcel.facts?.parties ?? [])
      if (isCounted(party) && party.key !== undefined) {
        const key = partyKeyNumber(party.key);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  return counts;
}

/** What is known of a parcel beside its statements: from the register of parties and from what the batch loaded. */
import type { ParcelFacts } from '../../domain/advance-data/parcel-facts.ts';
import type { Knowledge } from '../../domain/risk/knowledge.ts';
import type { PartyStanding } from '../../domain/parties/standing.ts';
import type { PartyRole } from '../../domain/parties/party.ts';
import type { RegisteredParty } from '../parties/store.ts';
import type { Batch } from './batch.ts';
import type { WorkingParcel } from './working-set.ts';

type About = { readonly parcel: WorkingParcel; readonly declarant: string | null };

/** Everything risk may know; the answer goes into the input record as it is. */
export function knowledgeOf(batch: Batch, about: About, facts: ParcelFacts): Knowledge {
  const { parties } = batch.context;
  const collector = facts.fiscal?.collector;
  const quote = facts.fiscal?.quote;
  return {
    declarant: standingOf(about.declarant === null ? undefined : parties.byCode(about.declarant)),
    collectorHolder: standingOf(
      collector === undefined
        ? undefined
        : parties.holderOf(`${collector.scheme}:${collector.number}`),
    ),
    orderParcels: otherParcelsOf(batch, about.parcel, facts.orderNumbers),
    consigneeToday: todayOf(batch, facts, 'consignee'),
    sellerToday: todayOf(batch, facts, 'seller'),
    screeningHits: [],
    ...(quote === undefined ? {} : { quote: batch.quotes.byId.get(quote) ?? null }),
  };
}

/** The standing without the register's own columns. */
function standingOf(party: RegisteredParty | undefined): PartyStanding | null {
  if (party === undefined) return null;
  const { code, kind, trustTier, active, account, collectorNumbers, parcels, adverse } = party;
  return { code, kind, trustTier, active, account, collectorNumbers, parcels, adverse };
}

function otherParcelsOf(batch: Batch, parcel: WorkingParcel, orders: readonly string[]): number {
  let others = 0;
  for (const number of orders)
    for (const other of batch.working.orders.get(number)?.parcels ?? [])
      if (other.id !== parcel.id) others++;
  return others;
}

function todayOf(batch: Batch, facts: ParcelFacts, role: PartyRole): number {
  const key = facts.parties.find((party) => party.role === role)?.key;
  return key === undefined ? 0 : (batch.partyDays.get(key) ?? 0);
}

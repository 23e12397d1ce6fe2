/** Everything looked up for one decision, as it was at that moment: the only knowledge risk may use, and what replay reads again. */

import type { KnownQuote } from '../charges/quoted.ts';
import type { PartyStanding } from '../parties/standing.ts';

export type Knowledge = {
  /** Standing of the sender of the declaration. */
  readonly declarant: PartyStanding | null;
  /** Holder of the stated collector number; null when nobody holds it. */
  readonly collectorHolder: PartyStanding | null;
  /** Other parcels that name one of this parcel's orders. */
  readonly orderParcels: number;
  /** Same-day parcels per party role ('consignee', 'seller'). */
  readonly consigneeToday: number;
  readonly sellerToday: number;
  /** Screening hits of the statements' parties, none yet; `score` is 0 to 1. */
  readonly screeningHits: readonly {
    readonly list: string;
    readonly entry: string;
    readonly score: number;
  }[];
  /** The quote that the parcel names; null when none was given under that id, left out when it names none. */
  readonly quote?: KnownQuote | null;
};

/** Everything looked up for one decision, as it was at that moment: the only knowledge risk may use, and what replay reads again. */

/** Standing of a registered party. */
export type PartyStanding = {
  readonly code: string;
  readonly kind: string;
  readonly trustTier: number;
  readonly active: boolean;
  /** Collector numbers it holds, as 'scheme:number'. */
  readonly collectorNumbers: readonly string[];
  /** Parcels and adverse outcomes of the last 90 days. */
  readonly parcels: number;
  readonly adverse: number;
};

/** Parcels of the same party key or order before this one. */
export type History = { readonly key: string; readonly parcels: number; readonly firstDay: number };

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
};

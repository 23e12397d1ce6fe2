/** What the journal keeps of release, and the words in which returns tell what became of a released parcel. */

export type ReleaseBasis = 'on-arrival' | 'on-departure' | 'after-control';

/** Goods leave Customs' charge. Who let them go stands in `release-confirmed`; the engine alone when there is none. */
export type Released = {
  readonly type: 'released';
  readonly basis: ReleaseBasis;
  /** Names of the release conditions that were met. */
  readonly conditions: readonly string[];
};

export type ReturnRequested = { readonly type: 'return-requested'; readonly reason: string };
export type ReturnWithdrawn = { readonly type: 'return-withdrawn' };
export type ReturnExported = { readonly type: 'return-exported'; readonly reference: string };
/** Amounts are decimal text in the jurisdiction's currency. */
export type Refunded = {
  readonly type: 'refunded';
  readonly amount: string;
  readonly currency: string;
};

export type ReleaseEvent = Released | ReturnRequested | ReturnWithdrawn | ReturnExported | Refunded;

/** What the register says of a party: who it is, whether it may act, and how it has behaved. */
/** Standing of a registered party. */
export type PartyStanding = {
  readonly code: string;
  readonly kind: string;
  readonly trustTier: number;
  readonly active: boolean;
  /** Deferment account that secures its debts; null when it has none. */
  readonly account: string | null;
  /** Collector numbers it holds, as 'scheme:number'. */
  readonly collectorNumbers: readonly string[];
  /** Parcels and adverse outcomes of the last 90 days. */
  readonly parcels: number;
  readonly adverse: number;
};

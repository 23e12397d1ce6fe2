/** What release must know of money; revenue, downstream, speaks it. */
export type RevenueStanding = 'nothing-owed' | 'collected-at-sale' | 'owed' | 'secured' | 'paid';

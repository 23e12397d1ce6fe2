/** What release must know of money; revenue, downstream, speaks it. */

/** `beyond-guarantee`: the account that would secure the debt has no room for it, so that it is owed until there is some. */
export type RevenueStanding =
  'nothing-owed' | 'collected-at-sale' | 'owed' | 'beyond-guarantee' | 'secured' | 'paid';

/** Whether money keeps a parcel from being released: the debt is neither secured nor paid. */
export const isUnsettled = (standing: RevenueStanding): boolean =>
  standing === 'owed' || standing === 'beyond-guarantee';

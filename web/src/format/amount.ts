/** Amounts as the server wrote them, split at the point so that a column aligns; nothing here computes. */

export type AmountParts = { readonly whole: string; readonly fraction: string };

const DECIMAL = /^(-?)(\d+)(\.\d+)?$/;

/** '1234.5' becomes '1,234' and '.5'; a minus becomes a real one; what is no decimal is shown as it came. */
export function partsOf(amount: string): AmountParts {
  const match = DECIMAL.exec(amount);
  if (match === null) return { whole: amount, fraction: '' };
  const [, sign = '', digits = '', fraction = ''] = match;
  return { whole: `${sign === '' ? '' : '−'}${thousands(digits)}`, fraction };
}

/** '1234.50', 'XMC' becomes '1,234.50 XMC'. */
export function moneyText(money: { readonly amount: string; readonly currency: string }): string {
  const { whole, fraction } = partsOf(money.amount);
  return `${whole}${fraction} ${money.currency}`;
}

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/gu, ',');

/** 3812 becomes '3,812'. */
export const countText = (count: number): string => thousands(String(Math.trunc(count)));

/** '1 parcel', '3,812 parcels'. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;

/** A share of a bar in per cent with two decimals, so that a sliver of 3 in 4,000 is still a figure; 0 of 0 is 0. */
export const shareOf = (part: number, total: number): number =>
  total <= 0 ? 0 : Math.round((part / total) * 10_000) / 100;

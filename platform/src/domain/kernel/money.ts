/** Money is whole minor units and a currency; it is exact, and only the law's own rounding may change it. */
import { minorDigits } from './currency.ts';

export type Money = { readonly minor: bigint; readonly currency: string };

export const money = (minor: bigint, currency: string): Money => ({ minor, currency });
export const zeroOf = (currency: string): Money => ({ minor: 0n, currency });

const AMOUNT = /^-?(?:0|[1-9][0-9]{0,13})(?:\.([0-9]{1,6}))?$/;

/**
 * Reads a decimal string as minor units; null when it is not a plain decimal, has more digits after the point than
 * the currency allows (trailing zeros aside), or is out of range (16 digits, the WCO Data Model's n..16).
 */
export function readAmount(text: string, currency: string): Money | null {
  const match = AMOUNT.exec(text);
  if (match === null) return null;
  const digits = minorDigits(currency);
  const point = text.indexOf('.');
  if (point === -1) return { minor: BigInt(text) * 10n ** BigInt(digits), currency };
  const fraction = text.slice(point + 1);
  const kept = fraction.slice(0, digits);
  for (let index = digits; index < fraction.length; index++)
    if (fraction[index] !== '0') return null;
  return { minor: BigInt(text.slice(0, point) + kept.padEnd(digits, '0')), currency };
}

/** Writes minor units as the decimal string of the contract, with all digits of the currency: `12.30`. */
export function writeAmount(amount: Money): string {
  const digits = minorDigits(amount.currency);
  const sign = amount.minor < 0n ? '-' : '';
  const text = (amount.minor < 0n ? -amount.minor : amount.minor)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

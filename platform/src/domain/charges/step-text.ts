/** Writes the figures of charge steps: amounts with currency, exact fractions, and roundings in words. */
import { minorDigits } from '../kernel/currency.ts';
import { writeAmount } from '../kernel/money.ts';
import type { Rate, Rounding } from '../kernel/rate.ts';

export const amountText = (minor: bigint, currency: string): string =>
  `${writeAmount({ minor, currency })} ${currency}`;

const DIGITS_MAX = 40;
const digitsOfPower: ReadonlyMap<bigint, number> = new Map(
  Array.from({ length: DIGITS_MAX }, (_, digits) => [10n ** BigInt(digits), digits]),
);

/** An exact number as the shortest plain decimal where it ends, as numerator/denominator where it does not. */
export const plainText = (exact: Rate): string => shifted(exact, 0);

/** An exact number of minor units, written in units of the currency with at least its digits. */
export const exactText = (exact: Rate, currency: string): string =>
  `${shifted(exact, minorDigits(currency))} ${currency}`;

function shifted({ numerator, denominator }: Rate, shift: number): string {
  if (denominator === 1n) return decimal(numerator, shift, shift);
  const digits = digitsOfPower.get(denominator);
  if (digits !== undefined) return decimal(numerator, digits + shift, shift);
  for (const [power, places] of digitsOfPower) {
    const scaled = numerator * power;
    if (scaled % denominator === 0n) return decimal(scaled / denominator, places + shift, shift);
  }
  return `${numerator}/${denominator * 10n ** BigInt(shift)}`;
}

/** Writes a scaled number with its point; zeros at the end go, but for the last `least` digits. */
function decimal(scaled: bigint, digits: number, least: number): string {
  const text = scaled.toString().padStart(digits + 1, '0');
  if (digits === 0) return text;
  let end = text.length;
  const point = end - digits;
  while (end > point + least && text.charCodeAt(end - 1) === ZERO) end--;
  return end === point ? text.slice(0, point) : `${text.slice(0, point)}.${text.slice(point, end)}`;
}

const ZERO = 48;

const rates = new WeakMap<Rate, string>();

/** The text of a rate of the law, made once. */
export function rateText(rate: Rate): string {
  const known = rates.get(rate);
  if (known !== undefined) return known;
  const text = plainText(rate);
  rates.set(rate, text);
  return text;
}

const roundings = new WeakMap<Rounding, string>();

/** 'rounded half-up to 0.05 XMC'. */
export function roundedText(rounding: Rounding, currency: string): string {
  const known = roundings.get(rounding);
  if (known !== undefined) return known;
  const text = `rounded ${rounding.mode} to ${amountText(rounding.step, currency)}`;
  roundings.set(rounding, text);
  return text;
}

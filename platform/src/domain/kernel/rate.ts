/** A rate is an exact fraction, and each rounding names its mode: figures never pass through binary floating point. */
import { invariant } from './invariant.ts';
import type { Money } from './money.ts';

export type Rate = { readonly numerator: bigint; readonly denominator: bigint };

/** `half-up` rounds halves away from zero; `down` towards zero; `up` away from zero; `half-even` to the even neighbour. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** The law's rounding: to a multiple of `step` minor units, in `mode`. */
export type Rounding = { readonly mode: RoundingMode; readonly step: bigint };

export const EXACT_CENT: Rounding = { mode: 'half-up', step: 1n };
export const ONE: Rate = { numerator: 1n, denominator: 1n };

const DECIMAL = /^[0-9]{1,12}(?:\.[0-9]{1,12})?$/;

/** Reads a plain decimal string ('0.15', '12.5') as an exact fraction; null when it is anything else. */
export function readRate(text: string): Rate | null {
  if (!DECIMAL.test(text)) return null;
  const point = text.indexOf('.');
  if (point === -1) return { numerator: BigInt(text), denominator: 1n };
  const digits = text.length - point - 1;
  return {
    numerator: BigInt(text.slice(0, point) + text.slice(point + 1)),
    denominator: 10n ** BigInt(digits),
  };
}

/** Divides exactly-known integers with the named rounding. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  invariant(denominator > 0n, 'a denominator is positive');
  if (denominator === 1n) return numerator;
  return numerator < 0n
    ? -rounded(-numerator, denominator, mode)
    : rounded(numerator, denominator, mode);
}

/** The same for a numerator that is not negative, with as few divisions as the mode allows. */
function rounded(size: bigint, denominator: bigint, mode: RoundingMode): bigint {
  switch (mode) {
    case 'half-up':
      return (size + size + denominator) / (denominator + denominator);
    case 'half-even': {
      const quotient = size / denominator;
      const twice = 2n * (size - quotient * denominator);
      if (twice === denominator) return quotient + (quotient & 1n);
      return twice > denominator ? quotient + 1n : quotient;
    }
    case 'down':
      return size / denominator;
    case 'up':
      return (size + denominator - 1n) / denominator;
  }
}

/** The amount times the rate, rounded once as the law says. */
export function timesRate(amount: Money, rate: Rate, rounding: Rounding): Money {
  const scaled = divideRounded(
    amount.minor * rate.numerator,
    rate.denominator * rounding.step,
    rounding.mode,
  );
  return { minor: scaled * rounding.step, currency: amount.currency };
}

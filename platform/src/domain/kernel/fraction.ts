/** Arithmetic on exact fractions: sums, products and comparisons that lose nothing. */
import { invariant } from './invariant.ts';
import type { Rate } from './rate.ts';

export const NOTHING: Rate = { numerator: 0n, denominator: 1n };

export const whole = (count: bigint): Rate => ({ numerator: count, denominator: 1n });

export const plus = (left: Rate, right: Rate): Rate =>
  left.denominator === right.denominator
    ? { numerator: left.numerator + right.numerator, denominator: left.denominator }
    : {
        numerator: left.numerator * right.denominator + right.numerator * left.denominator,
        denominator: left.denominator * right.denominator,
      };

export const negative = ({ numerator, denominator }: Rate): Rate => ({
  numerator: -numerator,
  denominator,
});

export const times = (left: Rate, right: Rate): Rate => ({
  numerator: left.numerator * right.numerator,
  denominator: left.denominator * right.denominator,
});

export function over(left: Rate, right: Rate): Rate {
  invariant(right.numerator > 0n, 'a divisor is positive');
  return {
    numerator: left.numerator * right.denominator,
    denominator: left.denominator * right.numerator,
  };
}

export const isLess = (left: Rate, right: Rate): boolean =>
  left.numerator * right.denominator < right.numerator * left.denominator;

/** The same fraction in lowest terms, so that equal fractions look equal. */
export function reduced({ numerator, denominator }: Rate): Rate {
  let divisor = denominator;
  let rest = numerator < 0n ? -numerator : numerator;
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Exact fractions for the calculator by hand; it shares nothing with the rates and roundings of the product. */

export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const whole = (value: bigint | number): Fraction => ({ top: BigInt(value), bottom: 1n });
export const ZERO = whole(0);

const greatestDivisor = (left: bigint, right: bigint): bigint =>
  right === 0n ? left : greatestDivisor(right, left % right);

function reduced(top: bigint, bottom: bigint): Fraction {
  const divisor = greatestDivisor(top < 0n ? -top : top, bottom);
  return divisor === 0n ? ZERO : { top: top / divisor, bottom: bottom / divisor };
}

export const fraction = (top: bigint, bottom: bigint): Fraction => reduced(top, bottom);
export const plus = (one: Fraction, other: Fraction): Fraction =>
  reduced(one.top * other.bottom + other.top * one.bottom, one.bottom * other.bottom);
export const minus = (one: Fraction, other: Fraction): Fraction =>
  plus(one, { top: -other.top, bottom: other.bottom });
export const times = (one: Fraction, other: Fraction): Fraction =>
  reduced(one.top * other.top, one.bottom * other.bottom);
export const over = (one: Fraction, other: Fraction): Fraction =>
  reduced(one.top * other.bottom, one.bottom * other.top);
export const compare = (one: Fraction, other: Fraction): number => {
  const difference = one.top * other.bottom - other.top * one.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO);

/** Nearest multiples of the step below and above, and the choice between them by the name of the mode. */
export function round(value: Fraction, mode: string, step: bigint): bigint {
  const steps = over(value, whole(step));
  const below = steps.top / steps.bottom;
  const rest = minus(steps, whole(below));
  const half = compare(rest, fraction(1n, 2n));
  const isUp = {
    down: false,
    up: rest.top > 0n,
    'half-up': half >= 0,
    'half-even': half > 0 || (half === 0 && below % 2n === 1n),
  }[mode];
  return (isUp === true ? below + 1n : below) * step;
}

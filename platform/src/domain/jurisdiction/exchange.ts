/** Converts stated amounts to the currency of the law, exactly, with the one rounding that the law names. */
import type { LawInForce } from './pack.ts';
import { minorDigits } from '../kernel/currency.ts';
import type { Rate } from '../kernel/rate.ts';

/** Minor units of the law's currency for one minor unit of the other, as an exact fraction; and who said so. */
export type Conversion = {
  readonly perMinor: Rate;
  readonly rate: Rate;
  readonly source: string;
  readonly verified: boolean;
};

/** Null when the pack has no rate for the currency on the day: the amount then does not bind anybody. */
export function conversionFrom(
  currency: string,
  law: Pick<LawInForce, 'currency' | 'exchangeRate'>,
): Conversion | null {
  const found = law.exchangeRate(currency);
  if (found === null) return null;
  const digits = minorDigits(law.currency) - minorDigits(currency);
  const scale = 10n ** BigInt(Math.abs(digits));
  const { numerator, denominator } = found.rate;
  const perMinor =
    digits >= 0
      ? { numerator: numerator * scale, denominator }
      : { numerator, denominator: denominator * scale };
  return { perMinor, rate: found.rate, source: found.source, verified: found.verified };
}

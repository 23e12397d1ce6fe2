/** Reads the numbers of rates: '6.5', '.9', '1,000', '33 1/3', always as fractions in lowest terms. */
import { plus, reduced } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import { take, type Cursor } from './cursor.ts';

const NUMBER = /(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?(?: (\d+)\/(\d+)(?=[%¢ ]))?/y;
const DIGITS_MAX = 24;

/** Null when there is no number at the cursor. */
export function takeNumber(cursor: Cursor): Rate | null {
  const start = cursor.at;
  const match = take(cursor, NUMBER);
  if (match === null) return null;
  const [text, digits, decimals = '', above, below] = match;
  if (text.length > DIGITS_MAX || (digits === undefined && decimals === '')) {
    cursor.at = start;
    return null;
  }
  const stated = {
    numerator: BigInt((digits ?? '0').replaceAll(',', '') + decimals),
    denominator: 10n ** BigInt(decimals.length),
  };
  if (above === undefined || below === undefined || BigInt(below) === 0n) return reduced(stated);
  return reduced(plus(stated, { numerator: BigInt(above), denominator: BigInt(below) }));
}

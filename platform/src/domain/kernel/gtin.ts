/** The number of a trade item: 8, 12, 13 or 14 digits, the last of which checks the others. */
import { areDigits, fitsModuloTen } from './check-digit.ts';

/** What is wrong with a trade item number; null when nothing is. @source gs1-general-specifications */
export function tradeItemFault(number: string): 'form' | 'check-digit' | null {
  const { length } = number;
  if (length !== 8 && (length < 12 || length > 14)) return 'form';
  if (!areDigits(number)) return 'form';
  return fitsModuloTen(number) ? null : 'check-digit';
}

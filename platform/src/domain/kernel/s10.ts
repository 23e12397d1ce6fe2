/** The number of a postal item: two letters, eight digits, a check digit and the issuing country. */
import { areDigits, postalCheckDigit } from './check-digit.ts';
import { isCountry } from './country.ts';

export type PostalItemFault = 'form' | 'check-digit' | 'country' | 'service-reserved';

const isCapital = (text: string, place: number): boolean => {
  const code = text.charCodeAt(place);
  return code >= 65 && code <= 90;
};

const hasForm = (number: string): boolean =>
  number.length === 13 &&
  isCapital(number, 0) &&
  isCapital(number, 1) &&
  areDigits(number, 2, 11) &&
  isCapital(number, 11) &&
  isCapital(number, 12);

/**
 * What is wrong with a postal item number that is already in capitals and without spaces; null when nothing is.
 * Service indicators J and K are reserved: nobody should use them, but a bar code that does is still readable.
 * @source upu-s10
 */
export function postalItemFault(number: string): PostalItemFault | null {
  if (!hasForm(number)) return 'form';
  if (postalCheckDigit(number, 2) !== number.charCodeAt(10) - 48) return 'check-digit';
  if (!isCountry(number.slice(11))) return 'country';
  return number.startsWith('J') || number.startsWith('K') ? 'service-reserved' : null;
}

/** A reference as scanners print it: capitals without spaces. The same parcel must not count twice for a space. */
export function tidyReference(number: string): string {
  for (let place = 0; place < number.length; place++) {
    const code = number.charCodeAt(place);
    if (code === 32 || code > 96) return number.replaceAll(/\s/g, '').toUpperCase();
  }
  return number;
}

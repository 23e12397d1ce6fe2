/** Check digits: what makes a mistyped number betray itself. Each is given digits only and says whether they fit. */

const ZERO = 48;

/** The digit at a place; -1 when there is none. */
const digitAt = (text: string, place: number): number => {
  const digit = text.charCodeAt(place) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : -1;
};

/** True when the text from `start` to `end` is digits and nothing else. */
export function areDigits(text: string, start = 0, end = text.length): boolean {
  if (end > text.length || start >= end) return false;
  for (let place = start; place < end; place++) if (digitAt(text, place) < 0) return false;
  return true;
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/**
 * The check digit of the eight digits that start at `start`: 11 minus the weighted sum modulo 11; 10 becomes 0, 11 becomes 5.
 * @source upu-s10
 */
export function postalCheckDigit(text: string, start = 0): number {
  let sum = 0;
  for (const [place, weight] of S10_WEIGHTS.entries()) sum += digitAt(text, start + place) * weight;
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

/** True when the last digit completes the sum of the others, weighted 3 and 1 from the right, to a multiple of ten. @source gs1-general-specifications */
export function fitsModuloTen(digits: string): boolean {
  let sum = 0;
  for (let place = digits.length - 1, weight = 1; place >= 0; place--, weight = 4 - weight) {
    sum += digitAt(digits, place) * weight;
  }
  return sum % 10 === 0;
}

/** True when the last digit is the remainder of the number before it divided by seven. @source iata-resolution-600a */
export function fitsModuloSeven(digits: string): boolean {
  let remainder = 0;
  for (let place = 0; place < digits.length - 1; place++) {
    remainder = (remainder * 10 + digitAt(digits, place)) % 7;
  }
  return remainder === digitAt(digits, digits.length - 1);
}

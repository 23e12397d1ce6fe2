/** The number of an air waybill: three digits of the airline, seven of the serial number and a check digit. */
import { areDigits, fitsModuloSeven } from './check-digit.ts';

/**
 * True when the number is one of an air waybill and its check digit does not fit; false for fitting numbers and for
 * other kinds of numbers. @source iata-resolution-600a
 */
export function isMistypedAirWaybill(number: string): boolean {
  const serial = number.length === 12 && number[3] === '-' ? 4 : 3;
  if (number.length !== serial + 8) return false;
  if (!areDigits(number, 0, 3) || !areDigits(number, serial)) return false;
  return !fitsModuloSeven(number.slice(serial));
}

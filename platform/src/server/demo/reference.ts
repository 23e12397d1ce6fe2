/** Numbers of parcels: postal ones with their check digit, couriers' ones in their own form; no two of a day are equal. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { postalCheckDigit } from '../../domain/kernel/check-digit.ts';

/** Two letters of service, eight digits of which we choose all, the check digit and the country. @source upu-s10 */
export function postalReference(service: string, serial: string, country: string): HouseReference {
  const check = String(postalCheckDigit(serial));
  return { scheme: 's10', number: `${service}${serial}${check}${country}` };
}

export const courierReference = (prefix: string, serial: string): HouseReference => ({
  scheme: 'courier',
  number: `${prefix}${serial}`,
});

/** Numbers below this belong to the stories. */
const STORIES_BELOW = 60_000_000;
const SPAN = 39_999_983;
const STEP = 7_368_787;

/** Eight digits that differ for each parcel of a day and for each of many days, and look like no sequence. */
export const serialOf = (day: number, index: number): string =>
  String(STORIES_BELOW + ((((day % 400) * 99_991 + index) * STEP) % SPAN));

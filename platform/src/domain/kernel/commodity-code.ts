/** The code of goods: six digits of the Harmonized System and up to eight national ones. */
import { areDigits } from './check-digit.ts';

/** True when it is 6 to 14 digits; whether it exists on a day is for the law to say. @source wco-harmonized-system */
export const hasCommodityCodeForm = (code: string): boolean =>
  code.length >= 6 && code.length <= 14 && areDigits(code);

/** The subheading, which all countries share. */
export const subheadingOf = (code: string): string => code.slice(0, 6);

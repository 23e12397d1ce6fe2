/** The number under which a seller collects value added tax at the sale: "IM" and ten digits. */
import { areDigits } from './check-digit.ts';

/** True when the number has the form; who holds it is another question. @source eu-vat-ecommerce-notes */
export const hasImportSchemeForm = (number: string): boolean =>
  number.length === 12 && number.startsWith('IM') && areDigits(number, 2);

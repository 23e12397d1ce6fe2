/** A quantity carries its unit and is exact to six decimals, as the WCO Data Model's n..16,6. */

/** `micro` is the value times 1,000,000. Units are UN/ECE Recommendation 20 codes (KGM, GRM, NAR, LTR ...). */
export type Quantity = { readonly micro: bigint; readonly unit: string };

const VALUE = /^(?:0|[1-9][0-9]{0,9})(?:\.([0-9]{1,6}))?$/;

/** Reads a plain, non-negative decimal string; null when it is anything else. */
export function readQuantity(value: string, unit: string): Quantity | null {
  if (!VALUE.test(value)) return null;
  const point = value.indexOf('.');
  if (point === -1) return { micro: BigInt(value) * 1_000_000n, unit };
  return { micro: BigInt(value.slice(0, point) + value.slice(point + 1).padEnd(6, '0')), unit };
}

/** Writes the value as the shortest plain decimal. */
export function writeQuantity(quantity: Quantity): string {
  const text = quantity.micro.toString().padStart(7, '0');
  const fraction = text.slice(-6).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, -6) : `${text.slice(0, -6)}.${fraction}`;
}

/** Grams, rounded down, of a mass in KGM or GRM; null for any other unit. */
export function gramsOf(quantity: Quantity): bigint | null {
  switch (quantity.unit) {
    case 'KGM':
      return quantity.micro / 1_000n;
    case 'GRM':
      return quantity.micro / 1_000_000n;
    default:
      return null;
  }
}

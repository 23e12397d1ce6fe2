/** The number of a quote: Q and 24 letters of Crockford's base 32, 120 bits that nobody can guess. */

/** Letters that cannot be mistaken for one another: no I, L, O and U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^Q[0-9A-HJKMNP-TV-Z]{24}$/;
const LETTERS_COUNT = 24;

export const isQuoteId = (text: string): boolean => FORM.test(text);

/** As people type it: small letters, spaces and hyphens do not matter, and letters that look like digits are those digits. */
export const tidyQuoteId = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replace(
      /^Q(?<rest>.*)$/,
      (_, rest: string) => `Q${rest.replaceAll('O', '0').replaceAll(/[IL]/g, '1')}`,
    );

/** Spells the number of the first 15 bytes. */
export function quoteIdOf(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 15)) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let place = 0; place < LETTERS_COUNT; place++) {
    text = (LETTERS[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return `Q${text}`;
}

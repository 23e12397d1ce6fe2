/** Writes and reads bytes as unpadded base64url (RFC 4648), the spelling of every hash and signature in our JSON. */

export const toBase64Url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

/** Null when the text is not the one spelling of `length` bytes. */
export function fromBase64Url(text: string, length: number): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : null;
}

/** Decodes UTF-8 strictly: a faulty byte is refused with its position, never replaced. */

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text, without a byte order mark; undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A lead byte with the length of its sequence and the range that its second byte must keep. */
type Lead = { readonly length: number; readonly low: number; readonly high: number };

/** @source rfc-3629 (section 4, the syntax of UTF-8 byte sequences) */
function leadOf(byte: number): Lead | undefined {
  if (byte < 0x80) return { length: 1, low: 0, high: 0 };
  if (byte >= 0xc2 && byte <= 0xdf) return { length: 2, low: 0x80, high: 0xbf };
  if (byte === 0xe0) return { length: 3, low: 0xa0, high: 0xbf };
  if (byte === 0xed) return { length: 3, low: 0x80, high: 0x9f };
  if (byte >= 0xe1 && byte <= 0xef) return { length: 3, low: 0x80, high: 0xbf };
  if (byte === 0xf0) return { length: 4, low: 0x90, high: 0xbf };
  if (byte >= 0xf1 && byte <= 0xf3) return { length: 4, low: 0x80, high: 0xbf };
  if (byte === 0xf4) return { length: 4, low: 0x80, high: 0x8f };
  return undefined;
}

/** Where the first faulty sequence begins, and whether it is only cut off at the end; undefined when there is none. */
export function utf8Fault(
  bytes: Uint8Array,
): { readonly offset: number; readonly cutOff: boolean } | undefined {
  let offset = 0;
  while (offset < bytes.length) {
    const lead = leadOf(bytes[offset] ?? 0);
    if (lead === undefined) return { offset, cutOff: false };
    for (let index = 1; index < lead.length; index++) {
      const byte = bytes[offset + index];
      if (byte === undefined) return { offset, cutOff: true };
      const [low, high] = index === 1 ? [lead.low, lead.high] : [0x80, 0xbf];
      if (byte < low || byte > high) return { offset, cutOff: false };
    }
    offset += lead.length;
  }
  return undefined;
}

const MARK = [0xef, 0xbb, 0xbf];

/** The bytes without a leading byte order mark. */
export const withoutMark = (bytes: Uint8Array): Uint8Array =>
  MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(MARK.length) : bytes;

/** Encrypts bytes with AES-256-GCM, bound to a context that must be named again to read them. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of every symmetric key. */
export const SECRET_BYTES = 32;

/** Nonce, ciphertext and tag in one. Nonces are random: one key takes 2^32 of them before a repeat is more likely than 2^-32. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the key, the context or a byte is not the one it was sealed with. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(end));
  const start = decipher.update(sealed.subarray(NONCE_BYTES, end));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    return null;
  }
}

/** Salted commitments: they bind us to a message or an input record and tell nothing about it once the salt is gone. */
import { isSame } from './merkle.ts';
import { sha256 } from './sha256.ts';

/** Bytes of a salt and of a commitment. */
export const SALT_BYTES = 32;

/**
 * The salt of one frame, derived from the secret salt of its batch, so that a receipt can show its own salt and no other. The input has
 * one fixed length, which is what makes the plain hash a keyed function here.
 */
export function frameSalt(batchSalt: Uint8Array, frame: number): Uint8Array {
  saltInput.set(batchSalt);
  saltInput.writeUInt32BE(frame, SALT_BYTES);
  return sha256(saltInput);
}

const saltInput = Buffer.alloc(SALT_BYTES + 4);

/**
 * SHA-256(salt || frame). The salt has a fixed length and never repeats, so that the plain hash binds and hides; with its derivation it
 * takes 2.2 us for 2 KB, where HMAC alone takes 4.0.
 */
export function commit(salt: Uint8Array, frame: Uint8Array): Uint8Array {
  const length = SALT_BYTES + frame.length;
  if (length > commitInput.length) return sha256(Buffer.concat([salt, frame]));
  commitInput.set(salt);
  commitInput.set(frame, SALT_BYTES);
  return sha256(commitInput.subarray(0, length));
}

/** Holds salt and frame while they are hashed: the call does not wait, so that one is enough and nothing is allocated. */
const commitInput = new Uint8Array(65_536);

/** Whether a frame is the one that was committed to. */
export const opens = (commitment: Uint8Array, salt: Uint8Array, frame: Uint8Array): boolean =>
  isSame(commit(salt, frame), commitment);

/** Ed25519 signatures over raw keys: what signs receipts and checkpoints, and what anybody verifies them with. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { present } from '../../domain/kernel/invariant.ts';
import { toBase64Url } from './base64.ts';
import { sha256 } from './sha256.ts';

/** Bytes of an Ed25519 public key, private seed and signature. */
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** Receipts, checkpoints and quotes have keys of their own, so that a signature of one kind never passes for the other. */
export type SigningPurpose = 'receipt' | 'checkpoint' | 'quote';

export type Signer = {
  readonly keyId: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
};

/** A new key pair, as raw seed and raw public key. */
export function makeSigningKey(): { readonly seed: Uint8Array; readonly publicKey: Uint8Array } {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { seed: rawOf(d), publicKey: rawOf(x) };
}

const rawOf = (member: string | undefined): Uint8Array =>
  Buffer.from(present(member, 'an Ed25519 key has both halves'), 'base64url');

/** Names a public key by its own digest, so that an id cannot point to another key. */
export const keyIdOf = (publicKey: Uint8Array): string =>
  toBase64Url(sha256(publicKey).subarray(0, 12));

export function signerOf(seed: Uint8Array, publicKey: Uint8Array): Signer {
  const [d, x] = [toBase64Url(seed), toBase64Url(publicKey)];
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
  return { keyId: keyIdOf(publicKey), publicKey, sign: (message) => sign(null, message, key) };
}

/** Whether the signature over the message was made with the key; false also for malformed input. */
export function isSignedBy(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

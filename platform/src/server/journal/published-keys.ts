/** The public keys as they are published and as verifiers read them: by id for receipts, as note keys for checkpoints. */
import { fromBase64Url, toBase64Url } from './base64.ts';
import { readNoteKey, writeNoteKey, type NoteKey } from './checkpoint.ts';
import type { PublicKeyRow } from './key-store.ts';
import { KEY_BYTES, keyIdOf, type SigningPurpose } from './signing.ts';

export type PublishedKey = {
  readonly keyId: string;
  readonly purpose: SigningPurpose;
  /** Ed25519, 32 bytes, unpadded base64url. */
  readonly publicKey: string;
  /** The C2SP spelling of a key that signs checkpoints. */
  readonly noteKey: string | null;
  readonly madeAt: string;
  readonly retiredAt: string | null;
};

export type VerifierKeys = {
  readonly receiptKeys: ReadonlyMap<string, Uint8Array>;
  readonly noteKeys: readonly NoteKey[];
};

export function publishKey(row: PublicKeyRow, origin: string): PublishedKey {
  const isNoteKey = row.purpose === 'checkpoint';
  return {
    keyId: row.keyId,
    purpose: row.purpose,
    publicKey: toBase64Url(row.publicKey),
    noteKey: isNoteKey
      ? writeNoteKey({ name: origin, kind: 'log', publicKey: row.publicKey })
      : null,
    madeAt: row.madeAt.toString(),
    retiredAt: row.retiredAt?.toString() ?? null,
  };
}

/** A key whose id is not its own digest is left out: nothing can then be verified with it. */
export function verifierKeys(
  published: readonly Pick<PublishedKey, 'keyId' | 'publicKey' | 'noteKey'>[],
): VerifierKeys {
  const receiptKeys = new Map<string, Uint8Array>();
  const noteKeys: NoteKey[] = [];
  for (const { keyId, publicKey, noteKey } of published) {
    const bytes = fromBase64Url(publicKey, KEY_BYTES);
    if (bytes === null || keyIdOf(bytes) !== keyId) continue;
    const note = noteKey === null ? null : readNoteKey(noteKey);
    if (note === null) receiptKeys.set(keyId, bytes);
    else noteKeys.push(note);
  }
  return { receiptKeys, noteKeys };
}

/** Shows that checkpoints are read only with a valid signature, and that a witness binds time and text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cosignatureLine,
  isNoteSignedBy,
  readCheckpoint,
  readNoteKey,
  signCheckpoint,
  writeNoteKey,
  type NoteKey,
} from './checkpoint.ts';
import { treeOf, leafHash } from './merkle.ts';
import { makeSigningKey, signerOf } from './signing.ts';

const origin = 'xm-meridia.luxor/journal';
const { seed, publicKey } = makeSigningKey();
const signer = signerOf(seed, publicKey);
const logKey: NoteKey = { name: origin, kind: 'log', publicKey };
const checkpoint = { origin, size: 3, root: treeOf([leafHash(Buffer.of(7))]).root };

test('the published example of a signed note verifies with its key', () => {
  // From the documentation of the Go package sumdb/note, which signed notes come from.
  const key = readNoteKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')!;
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const line =
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
  assert.ok(isNoteSignedBy(key, `${text}\n${line}`));
  assert.ok(!isNoteSignedBy(key, `${text.replace('your', 'our')}\n${line}`));
});

test('a note is read as it was signed, and not once any byte of it is changed', () => {
  const note = signCheckpoint(checkpoint, signer);
  assert.deepEqual(readCheckpoint(note, logKey), {
    ...checkpoint,
    root: Buffer.from(checkpoint.root),
  });
  fc.assert(
    fc.property(fc.nat(note.length - 2), fc.integer({ min: 1, max: 127 }), (where, by) => {
      const other = String.fromCharCode(note.charCodeAt(where) ^ by);
      assert.equal(
        readCheckpoint(note.slice(0, where) + other + note.slice(where + 1), logKey),
        null,
      );
    }),
  );
});

test('a note signed with another key, or for another origin, is not read', () => {
  const other = makeSigningKey();
  const forged = signCheckpoint(checkpoint, signerOf(other.seed, other.publicKey));
  assert.equal(readCheckpoint(forged, logKey), null);
  const elsewhere = signCheckpoint({ ...checkpoint, origin: 'elsewhere/journal' }, signer);
  assert.equal(readCheckpoint(elsewhere, logKey), null);
});

test('a witness vouches for the text at a time, and its line counts for no other text', () => {
  const witnessKeys = makeSigningKey();
  const witness = {
    name: 'witness.example',
    signer: signerOf(witnessKeys.seed, witnessKeys.publicKey),
    seconds: 1_790_000_000,
  };
  const key: NoteKey = { name: witness.name, kind: 'witness', publicKey: witnessKeys.publicKey };
  const note = signCheckpoint(checkpoint, signer);
  const cosigned = note + cosignatureLine(note, witness);
  assert.equal(readCheckpoint(cosigned, key)?.size, 3);
  assert.equal(readCheckpoint(cosigned, logKey)?.size, 3);
  const other = signCheckpoint({ ...checkpoint, size: 4 }, signer);
  assert.equal(readCheckpoint(other + cosignatureLine(note, witness), key), null);
  assert.deepEqual(readNoteKey(writeNoteKey(key)), {
    ...key,
    publicKey: Buffer.from(key.publicKey),
  });
});

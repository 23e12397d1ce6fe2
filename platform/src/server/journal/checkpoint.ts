/** Signed checkpoints of the log as C2SP signed notes, and the cosignatures by which outside witnesses vouch for them. */
import { HASH_BYTES } from './merkle.ts';
import { sha256 } from './sha256.ts';
import { isSignedBy, KEY_BYTES, SIGNATURE_BYTES, type Signer } from './signing.ts';

/** What a checkpoint says of the log. @source c2sp-tlog-checkpoint */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

/** A key that verifies notes: its name is the origin of the log or the name of a witness. */
export type NoteKey = {
  readonly name: string;
  readonly kind: NoteKeyKind;
  readonly publicKey: Uint8Array;
};

/** `log` signs the text; `witness` signs the time and the text (cosignature/v1). */
export type NoteKeyKind = 'log' | 'witness';

/** Algorithm bytes of signed notes. @source c2sp-signed-note @source c2sp-tlog-cosignature */
const algorithmOf = { log: 0x01, witness: 0x04 } as const;

/** An outside witness: it answers with its signature line only when the proof shows that the log merely grew. @source c2sp-tlog-witness */
export type Witness = {
  readonly key: NoteKey;
  cosign(request: CosignRequest): Promise<string>;
};

export type CosignRequest = {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
};

const SEPARATOR = '\n\n';
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64(root)}\n`;

/** The first four bytes that tell a key from others of the same name. */
const keyHash = ({ name, kind, publicKey }: NoteKey): Uint8Array =>
  sha256(
    Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(algorithmOf[kind]), publicKey]),
  ).subarray(0, 4);

/** A key as it is published: name+hash+base64(algorithm || key). */
export const writeNoteKey = (key: NoteKey): string =>
  `${key.name}+${Buffer.from(keyHash(key)).toString('hex')}+${base64(Buffer.concat([Buffer.of(algorithmOf[key.kind]), key.publicKey]))}`;

/** Null when the text is not a key that it says it is. */
export function readNoteKey(text: string): NoteKey | null {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  if (match?.[1] === undefined || match[3] === undefined) return null;
  const bytes = Buffer.from(match[3], 'base64');
  const kind =
    bytes[0] === algorithmOf.log ? 'log' : bytes[0] === algorithmOf.witness ? 'witness' : null;
  if (kind === null || bytes.length !== KEY_BYTES + 1) return null;
  const key = { name: match[1], kind, publicKey: bytes.subarray(1) } as const;
  return writeNoteKey(key) === text.trim() ? key : null;
}

const signatureLine = (key: NoteKey, signature: Uint8Array): string =>
  `— ${key.name} ${base64(Buffer.concat([keyHash(key), signature]))}\n`;

/** The note of a checkpoint, signed by the log. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  const text = checkpointText(checkpoint);
  const key: NoteKey = { name: checkpoint.origin, kind: 'log', publicKey: signer.publicKey };
  return `${text}\n${signatureLine(key, signer.sign(Buffer.from(text)))}`;
}

/** The line by which a witness vouches for a note at a time, in seconds since 1970. */
export function cosignatureLine(
  note: string,
  witness: { name: string; signer: Signer; seconds: number },
): string {
  const { name, signer, seconds } = witness;
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const key: NoteKey = { name, kind: 'witness', publicKey: signer.publicKey };
  return signatureLine(
    key,
    Buffer.concat([time, signer.sign(cosigned(textOfNote(note), seconds))]),
  );
}

const cosigned = (text: string, seconds: number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

const textOfNote = (note: string): string => note.slice(0, note.lastIndexOf(SEPARATOR) + 1);

/** Whether one of the note's signature lines is a valid one of the key. */
export function isNoteSignedBy(key: NoteKey, note: string): boolean {
  const text = textOfNote(note);
  const lines = note
    .slice(text.length + 1)
    .split('\n')
    .slice(0, -1);
  return text !== '' && lines.some((line) => isSignatureOf(key, text, line));
}

/** Reads a checkpoint whose note carries a valid signature of the key; null when anything is amiss. */
export const readCheckpoint = (note: string, key: NoteKey): Checkpoint | null =>
  isNoteSignedBy(key, note) ? readText(textOfNote(note)) : null;

function isSignatureOf(key: NoteKey, text: string, line: string): boolean {
  const match = /^— (\S+) (\S+)$/.exec(line);
  if (match?.[1] !== key.name || match[2] === undefined) return false;
  const bytes = Buffer.from(match[2], 'base64');
  if (base64(bytes) !== match[2] || !bytes.subarray(0, 4).equals(keyHash(key))) return false;
  if (key.kind === 'log') return isSignedBy(key.publicKey, Buffer.from(text), bytes.subarray(4));
  if (bytes.length !== 4 + 8 + SIGNATURE_BYTES) return false;
  const seconds = Number(bytes.readBigUInt64BE(4));
  return isSignedBy(key.publicKey, cosigned(text, seconds), bytes.subarray(12));
}

function readText(text: string): Checkpoint | null {
  const [origin, size, root] = text.split('\n');
  if (origin === undefined || origin === '' || size === undefined || root === undefined)
    return null;
  const bytes = Buffer.from(root, 'base64');
  const checkpoint = { origin, size: Number(size), root: bytes };
  if (!Number.isSafeInteger(checkpoint.size) || bytes.length !== HASH_BYTES) return null;
  // One spelling only: what is not written as we write it is not a checkpoint of ours.
  return checkpointText(checkpoint) === text ? checkpoint : null;
}

/** Random selection that can be verified: draws come from a key that is bound before the day, and each can be proven on its own. */
import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { invariant } from '../../domain/kernel/invariant.ts';
import { fromBase64Url, toBase64Url } from '../journal/base64.ts';
import {
  HASH_BYTES,
  inclusionProof,
  leafHash,
  treeOf,
  verifyInclusion,
} from '../journal/merkle.ts';
import { sha256 } from '../journal/sha256.ts';

/**
 * A day's parcels fall into 2^16 buckets by their reference, each with a key of its own. To prove one draw shows the key of one bucket:
 * of a million parcels, about fifteen.
 */
export const BUCKET_BITS = 16;

/** Draws lie in [0, DRAW_RANGE); a parcel is selected when its draw is below the threshold of its stratum. */
export const DRAW_RANGE = 1_000_000;

/** Buckets are hashed in blocks, with room for other work between them: a block takes under a millisecond. */
const BLOCK_BITS = 8;
const BLOCK = 2 ** BLOCK_BITS;
const KEY_BYTES = 32;

/** Stands before a reference in the digest that chooses its bucket. */
export const BUCKET_LABEL = 'luxor-selection/v1 bucket\n';

/** The bucket of a reference (`scheme:number`); anybody can compute it. */
export function bucketOf(reference: string, bucketBits: number): number {
  const digest = hash('sha256', BUCKET_LABEL + reference, 'hex');
  return parseInt(digest.slice(0, 8), 16) >>> (32 - bucketBits);
}

/** The key of a bucket: SHA-256(key of the day || bucket). The input has one fixed length, so that the plain hash is a keyed function. */
export function bucketKey(dayKey: Uint8Array, bucket: number): Uint8Array {
  invariant(dayKey.length === KEY_BYTES, 'the key of a day has 32 bytes');
  bucketInput.set(dayKey);
  bucketInput.writeUInt32BE(bucket, KEY_BYTES);
  return sha256(bucketInput);
}

const bucketInput = Buffer.alloc(KEY_BYTES + 4);

/** What is drawn for. */
export type DrawFor = { readonly reference: string; readonly day: Day; readonly stratum: string };

/**
 * SHA-256(key of the bucket || canonical text), of which 48 bits make the number: the bias is below one in a hundred million. The key
 * has one fixed length, so that the plain hash is a keyed function; it takes a third of HMAC's time on the hot path.
 */
export function drawWith(key: Uint8Array, { reference, day, stratum }: DrawFor): number {
  const text = JSON.stringify(['luxor-selection/v1', writeDay(day), stratum, reference]);
  const digest = hash('sha256', keyed(key, text), 'hex');
  return parseInt(digest.slice(0, 12), 16) % DRAW_RANGE;
}

/** The key and the text after it, in one buffer that is used again: hashing does not wait. */
function keyed(key: Uint8Array, text: string): Uint8Array {
  if (key.length + text.length * 3 > drawInput.length)
    return Buffer.concat([key, Buffer.from(text)]);
  drawInput.set(key);
  return drawInput.subarray(0, key.length + drawInput.write(text, key.length));
}

const drawInput = Buffer.alloc(4096);

const blockTree = (dayKey: Uint8Array, block: number): ReturnType<typeof treeOf> =>
  treeOf(
    Array.from({ length: BLOCK }, (_, offset) =>
      leafHash(bucketKey(dayKey, block * BLOCK + offset)),
    ),
  );

/** The trees of a day: its blocks' roots are the leaves of the upper one. */
async function upperTree(
  dayKey: Uint8Array,
  bucketBits: number,
): Promise<ReturnType<typeof treeOf>> {
  invariant(bucketBits >= BLOCK_BITS, 'buckets come in whole blocks');
  const roots: Uint8Array[] = [];
  for (let block = 0; block < 2 ** (bucketBits - BLOCK_BITS); block++) {
    roots.push(blockTree(dayKey, block).root);
    await nextTurn();
  }
  return treeOf(roots);
}

/** The commitment to a day's key: the root of the Merkle tree (RFC 6962) over the keys of all its buckets. */
export const commitmentOf = async (dayKey: Uint8Array, bucketBits: number): Promise<Uint8Array> =>
  (await upperTree(dayKey, bucketBits)).root;

/** What proves one draw: the key of its bucket and the way from there to the commitment. Bytes are unpadded base64url. */
export type SelectionProof = {
  readonly day: string;
  readonly reference: string;
  readonly stratum: string;
  readonly draw: number;
  readonly bucketBits: number;
  readonly bucketKey: string;
  readonly path: readonly string[];
  readonly commitment: string;
};

export async function proveDraw(
  dayKey: Uint8Array,
  drawFor: DrawFor,
  bucketBits: number,
): Promise<SelectionProof> {
  const bucket = bucketOf(drawFor.reference, bucketBits);
  const block = Math.floor(bucket / BLOCK);
  const [lower, upper] = [blockTree(dayKey, block), await upperTree(dayKey, bucketBits)];
  const path = [
    ...inclusionProof({ index: bucket % BLOCK, size: BLOCK }, lower.nodeAt),
    ...inclusionProof({ index: block, size: 2 ** (bucketBits - BLOCK_BITS) }, upper.nodeAt),
  ];
  const key = bucketKey(dayKey, bucket);
  return {
    day: writeDay(drawFor.day),
    reference: drawFor.reference,
    stratum: drawFor.stratum,
    draw: drawWith(key, drawFor),
    bucketBits,
    bucketKey: toBase64Url(key),
    path: path.map(toBase64Url),
    commitment: toBase64Url(upper.root),
  };
}

/** Whether a proof shows that this draw, and no other, came from the commitment that was published for the day. */
export function isDrawProven(
  proof: SelectionProof,
  published: { readonly day: Day; readonly commitment: Uint8Array },
): boolean {
  const key = fromBase64Url(proof.bucketKey, HASH_BYTES);
  const path = proof.path.map((step) => fromBase64Url(step, HASH_BYTES));
  if (key === null || !path.every((step) => step !== null)) return false;
  if (
    proof.day !== writeDay(published.day) ||
    proof.commitment !== toBase64Url(published.commitment)
  )
    return false;
  const { reference, stratum, bucketBits } = proof;
  const place = { index: bucketOf(reference, bucketBits), size: 2 ** bucketBits };
  return (
    verifyInclusion(leafHash(key), place, { path, root: published.commitment }) &&
    drawWith(key, { reference, stratum, day: published.day }) === proof.draw
  );
}

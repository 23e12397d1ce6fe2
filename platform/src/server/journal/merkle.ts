/** The Merkle tree of RFC 6962: leaf and node hashes, roots, inclusion and consistency proofs, and their verification. */
import { invariant } from '../../domain/kernel/invariant.ts';
import { sha256 } from './sha256.ts';

/** Bytes of one SHA-256 hash. */
export const HASH_BYTES = 32;

/** The root of the tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256('');

/** The hash of one leaf: SHA-256(0x00 || leaf). */
export const leafHash = (leaf: Uint8Array): Uint8Array =>
  sha256(Buffer.concat([LEAF_PREFIX, leaf]));

const LEAF_PREFIX = Uint8Array.of(0);

/** Holds 0x01 || left || right while it is hashed: the call does not wait, so one is enough and nothing is allocated. */
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES).fill(1);

/** The hash of an inner node: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return sha256(nodeInput);
}

/** Gives the hash of the complete subtree of 2^height leaves that starts at leaf index * 2^height. */
export type NodeAt = (height: number, index: number) => Uint8Array;

/** Where an inclusion or a consistency proof is meant to hold; sizes and indexes are exact integers below 2^53. */
export type Inclusion = { readonly index: number; readonly size: number };
export type Growth = { readonly from: number; readonly to: number };

/** The largest power of two below `count`, which is at least two. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

const heightOf = (width: number): number => Math.round(Math.log2(width));
const isPowerOfTwo = (count: number): boolean => count === 2 ** heightOf(count);

/** The hash over leaves [begin, end) of a tree, put together from complete subtrees. */
function rangeHash(begin: number, end: number, nodeAt: NodeAt): Uint8Array {
  const count = end - begin;
  if (count === 0) return EMPTY_ROOT;
  if (isPowerOfTwo(count)) return nodeAt(heightOf(count), begin / count);
  const middle = begin + splitOf(count);
  return nodeHash(rangeHash(begin, middle, nodeAt), rangeHash(middle, end, nodeAt));
}

/** The root of the first `size` leaves. */
export const rootOf = (size: number, nodeAt: NodeAt): Uint8Array => rangeHash(0, size, nodeAt);

/** The audit path of a leaf, from the leaf upwards. @source rfc-6962 section 2.1.1 */
export function inclusionProof({ index, size }: Inclusion, nodeAt: NodeAt): Uint8Array[] {
  invariant(index >= 0 && index < size, 'a proof of inclusion is asked for a leaf of the tree');
  const path: Uint8Array[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      path.push(rangeHash(middle, end, nodeAt));
      end = middle;
    } else {
      path.push(rangeHash(begin, middle, nodeAt));
      begin = middle;
    }
  }
  return path.reverse();
}

/** The proof that the tree of `to` leaves only adds to the tree of `from` leaves. @source rfc-6962 section 2.1.2 */
export function consistencyProof({ from, to }: Growth, nodeAt: NodeAt): Uint8Array[] {
  invariant(from >= 0 && from <= to, 'a log only grows');
  if (from === 0 || from === to) return [];
  const path: Uint8Array[] = [];
  let [begin, end] = [0, to];
  while (from !== end) {
    const middle = begin + splitOf(end - begin);
    if (from <= middle) {
      path.push(rangeHash(middle, end, nodeAt));
      end = middle;
    } else {
      path.push(rangeHash(begin, middle, nodeAt));
      begin = middle;
    }
  }
  // The old tree is itself a left-most subtree: its root is known to whoever asks, so it is left out.
  if (begin > 0) path.push(rangeHash(begin, end, nodeAt));
  return path.reverse();
}

export type Proof = { readonly path: readonly Uint8Array[]; readonly root: Uint8Array };
export type ConsistencyProof = Proof & { readonly oldRoot: Uint8Array };

/** A node on its way up: its position in its level and the last position there. */
type Climber = { position: number; last: number };

/** Climbs one level for each sibling, saying on which side it stands; false when the path is too long or too short. */
function climb(
  from: Climber,
  path: readonly Uint8Array[],
  join: (sibling: Uint8Array, isLeft: boolean) => void,
): boolean {
  const at = { ...from };
  for (const sibling of path) {
    if (at.last === 0) return false;
    const isLeft = isOdd(at.position) || at.position === at.last;
    join(sibling, isLeft);
    if (isLeft) while (!isOdd(at.position) && at.position !== 0) rise(at);
    rise(at);
  }
  return at.last === 0;
}

function rise(at: Climber): void {
  at.position = Math.floor(at.position / 2);
  at.last = Math.floor(at.last / 2);
}

/** Whether `path` leads from the leaf hash to the root. @source rfc-9162 section 2.1.3.2 */
export function verifyInclusion(
  leaf: Uint8Array,
  { index, size }: Inclusion,
  proof: Proof,
): boolean {
  if (index < 0 || index >= size) return false;
  let current = leaf;
  const isWhole = climb({ position: index, last: size - 1 }, proof.path, (sibling, isLeft) => {
    current = isLeft ? nodeHash(sibling, current) : nodeHash(current, sibling);
  });
  return isWhole && isSame(current, proof.root);
}

/** Whether the tree with `root` only adds to the tree with `oldRoot`. @source rfc-9162 section 2.1.4.2 */
export function verifyConsistency({ from, to }: Growth, proof: ConsistencyProof): boolean {
  if (from < 0 || from > to) return false;
  if (from === 0 || from === to) {
    const known = from === 0 ? EMPTY_ROOT : proof.root;
    return proof.path.length === 0 && isSame(proof.oldRoot, known);
  }
  const path = isPowerOfTwo(from) ? [proof.oldRoot, ...proof.path] : proof.path;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  const start = { position: from - 1, last: to - 1 };
  while (isOdd(start.position)) rise(start);
  let [oldHash, newHash] = [first, first];
  const isWhole = climb(start, rest, (sibling, isLeft) => {
    if (isLeft) oldHash = nodeHash(sibling, oldHash);
    newHash = isLeft ? nodeHash(sibling, newHash) : nodeHash(newHash, sibling);
  });
  return isWhole && isSame(oldHash, proof.oldRoot) && isSame(newHash, proof.root);
}

const isOdd = (count: number): boolean => count % 2 === 1;

/** Whether two hashes are equal; nothing secret is compared here. */
export const isSame = (left: Uint8Array, right: Uint8Array): boolean =>
  Buffer.compare(left, right) === 0;

/** A whole tree over leaf hashes in memory, for batches and buckets: every complete subtree is hashed once. */
export function treeOf(leaves: readonly Uint8Array[]): {
  readonly root: Uint8Array;
  readonly nodeAt: NodeAt;
} {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let below = leaves; below.length > 1;) {
    const level: Uint8Array[] = [];
    for (let index = 0; index + 1 < below.length; index += 2) {
      const [left, right] = [below[index], below[index + 1]];
      if (left !== undefined && right !== undefined) level.push(nodeHash(left, right));
    }
    levels.push(level);
    below = level;
  }
  const nodeAt: NodeAt = (height, index) => {
    const node = levels[height]?.[index];
    invariant(node !== undefined, 'a complete subtree lies within its tree');
    return node;
  };
  return { root: rootOf(leaves.length, nodeAt), nodeAt };
}

/** Verifies the Merkle log from its leaves up: every stored tile, root, checkpoint and signature must follow from them. */
import type { Queryable } from '../db/sql.ts';
import { isNoteSignedBy, readCheckpoint } from './checkpoint.ts';
import { readCheckpoints, readLeafTiles, readTiles, type CheckpointRow } from './log-store.ts';
import { EMPTY_ROOT, HASH_BYTES, isSame, nodeHash } from './merkle.ts';
import type { VerifierKeys } from './published-keys.ts';
import type { Findings } from './verify-report.ts';

const TILES_PER_PAGE = 64;
const CHECKPOINTS_PER_PAGE = 1_000;
const TILE_HEIGHT = 8;
const TILE_WIDTH = 256;

type Subtree = { readonly height: number; readonly hash: Uint8Array };

/** The complete subtrees that make up the leaves so far, widest first: a second way to the root, apart from tiles.ts. */
type Range = {
  size: number;
  readonly subtrees: Subtree[];
  /** Hashes that the tiles above the leaves must hold and that are not compared yet, by level. */
  readonly upper: Map<number, Uint8Array[]>;
};

function append(range: Range, leaf: Uint8Array): void {
  range.size++;
  let subtree: Subtree = { height: 0, hash: leaf };
  for (
    let left = range.subtrees.at(-1);
    left?.height === subtree.height;
    left = range.subtrees.at(-1)
  ) {
    range.subtrees.pop();
    subtree = { height: left.height + 1, hash: nodeHash(left.hash, subtree.hash) };
    if (subtree.height % TILE_HEIGHT > 0) continue;
    const level = subtree.height / TILE_HEIGHT;
    range.upper.set(level, [...(range.upper.get(level) ?? []), subtree.hash]);
  }
  range.subtrees.push(subtree);
}

function rootOfRange({ subtrees }: Range): Uint8Array {
  const hashes = subtrees.map(({ hash }) => hash);
  return hashes.length === 0
    ? EMPTY_ROOT
    : hashes.reduceRight((right, left) => nodeHash(left, right));
}

export async function verifyTree(
  on: Queryable,
  keys: VerifierKeys,
  findings: Findings,
): Promise<{ readonly size: number }> {
  const range: Range = { size: 0, subtrees: [], upper: new Map() };
  const next = checkpointReader(on);
  let checkpoint = await next();
  for (let from = 0n; ; from += BigInt(TILES_PER_PAGE)) {
    const tiles = await readLeafTiles(on, { from, limit: TILES_PER_PAGE });
    for (const [offset, tile] of tiles.entries()) {
      if (tile.index !== Number(from) + offset) {
        findings.add({
          code: 'tile-missing',
          where: `tile 0/${Number(from) + offset}`,
          sentence: 'Leaves of the log are missing.',
        });
        return { size: range.size };
      }
      for (let at = 0; at < tile.hashes.length; at += HASH_BYTES) {
        append(range, tile.hashes.subarray(at, at + HASH_BYTES));
        if (checkpoint === null || Number(checkpoint.size) !== range.size) continue;
        verifyCheckpoint({ checkpoint, root: rootOfRange(range), keys }, findings);
        checkpoint = await next();
      }
    }
    const isLast = tiles.length < TILES_PER_PAGE;
    await compareUpper(on, range, { isLast, findings });
    if (isLast) break;
  }
  for (; checkpoint !== null; checkpoint = await next()) {
    findings.counts.checkpoints++;
    const sentence = `A checkpoint of ${checkpoint.size} entries stands over a log of ${range.size}.`;
    findings.add({
      code: 'checkpoint-beyond-log',
      where: `checkpoint ${checkpoint.size}`,
      sentence,
    });
  }
  return { size: range.size };
}

/** Gives the checkpoints in the order of their sizes, one at a time. */
function checkpointReader(on: Queryable): () => Promise<CheckpointRow | null> {
  let page: readonly CheckpointRow[] = [];
  let position = 0;
  let after = 0n;
  return async () => {
    if (position === page.length) {
      page = await readCheckpoints(on, { after, limit: CHECKPOINTS_PER_PAGE });
      position = 0;
    }
    const row = page[position++];
    after = row?.size ?? after;
    return row ?? null;
  };
}

type Compared = {
  readonly checkpoint: CheckpointRow;
  readonly root: Uint8Array;
  readonly keys: VerifierKeys;
};

function verifyCheckpoint({ checkpoint, root, keys }: Compared, findings: Findings): void {
  findings.counts.checkpoints++;
  const where = `checkpoint ${checkpoint.size}`;
  const key = keys.noteKeys.find(
    (candidate) => candidate.kind === 'log' && isNoteSignedBy(candidate, checkpoint.note),
  );
  const stated = key === undefined ? null : readCheckpoint(checkpoint.note, key);
  if (stated === null) {
    findings.add({
      code: 'checkpoint-signature',
      where,
      sentence: 'The checkpoint carries no valid signature of a known key.',
    });
    return;
  }
  if (stated.size !== Number(checkpoint.size) || !isSame(stated.root, checkpoint.root)) {
    findings.add({
      code: 'checkpoint-columns',
      where,
      sentence: 'The row of the checkpoint differs from its signed note.',
    });
  }
  if (!isSame(stated.root, root)) {
    findings.add({
      code: 'checkpoint-root',
      where,
      sentence: 'The signed root is not the root of the entries before it.',
    });
  }
}

/** Compares whole upper tiles once their hashes are complete, and what is left of them at the end. */
async function compareUpper(
  on: Queryable,
  range: Range,
  scope: { readonly isLast: boolean; readonly findings: Findings },
): Promise<void> {
  for (const [level, hashes] of range.upper) {
    while (hashes.length >= TILE_WIDTH || (scope.isLast && hashes.length > 0)) {
      const total = Math.floor(range.size / TILE_WIDTH ** level);
      const index = Math.floor((total - hashes.length) / TILE_WIDTH);
      const expected = Buffer.concat(hashes.splice(0, TILE_WIDTH));
      const [stored] = await readTiles(on, [{ level, index }]);
      if (stored !== undefined && isSame(stored.hashes, expected)) continue;
      const where = `tile ${level}/${index}`;
      scope.findings.add({
        code: 'tile-altered',
        where,
        sentence: 'A tile of the log does not follow from the leaves below it.',
      });
    }
  }
}

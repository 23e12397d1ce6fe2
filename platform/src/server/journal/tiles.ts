/** Keeps a Merkle log in tiles of up to 256 hashes, so that a proof from a log of millions of entries reads a few rows. */
import { invariant, present } from '../../domain/kernel/invariant.ts';
import { HASH_BYTES, nodeHash, rootOf, type NodeAt } from './merkle.ts';

/** A tile of level L holds roots of complete subtrees of 256^L leaves, 256 in a row. @source c2sp-tlog-tiles */
const TILE_HEIGHT = 8;
const TILE_WIDTH = 256;
const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

export type TileId = { readonly level: number; readonly index: number };
export type Tile = TileId & { readonly hashes: Uint8Array };

const keyOf = (level: number, index: number): string => `${level}/${index}`;

type Span = TileId & { readonly start: number; readonly count: number };

/** The hashes of one tile under a complete subtree. */
function spanOf(height: number, index: number): Span {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const position = index * count;
  const tile = Math.floor(position / TILE_WIDTH);
  return { level, index: tile, start: position - tile * TILE_WIDTH, count };
}

const hashIn = (hashes: Uint8Array, position: number): Uint8Array => {
  invariant(
    (position + 1) * HASH_BYTES <= hashes.length,
    'a tile holds every hash below the size of its log',
  );
  return hashes.subarray(position * HASH_BYTES, (position + 1) * HASH_BYTES);
};

function hashOver(hashes: Uint8Array, start: number, count: number): Uint8Array {
  if (count === 1) return hashIn(hashes, start);
  const half = count / 2;
  return nodeHash(hashOver(hashes, start, half), hashOver(hashes, start + half, half));
}

/** Says which tiles a computation reads: it is run once on nothing, to be run again on the tiles. */
export function tilesFor(compute: (nodeAt: NodeAt) => unknown): TileId[] {
  const wanted = new Map<string, TileId>();
  const nothing = new Uint8Array(HASH_BYTES);
  compute((height, index) => {
    const { level, index: tile } = spanOf(height, index);
    wanted.set(keyOf(level, tile), { level, index: tile });
    return nothing;
  });
  return [...wanted.values()];
}

/** Reads complete subtrees from tiles that were fetched. */
export function nodesIn(tiles: readonly Tile[]): NodeAt {
  const hashesOf = new Map(tiles.map((tile) => [keyOf(tile.level, tile.index), tile.hashes]));
  return (height, index) => {
    const span = spanOf(height, index);
    const hashes = present(
      hashesOf.get(keyOf(span.level, span.index)),
      'every tile below the size of a log exists',
    );
    return hashOver(hashes, span.start, span.count);
  };
}

/** The right edge of a growing log: at most one unfinished tile a level. */
export type LogEdge = {
  readonly size: () => number;
  readonly root: () => Uint8Array;
  append(leaf: Uint8Array): void;
  /** Tiles that were begun, extended or finished since the last call, to be written. */
  takeChanged(): Tile[];
};

/** The ids of the unfinished tiles of a log, which `openEdge` needs to go on. */
export function unfinishedTiles(size: number): TileId[] {
  const tiles: TileId[] = [];
  for (let [level, count] = [0, size]; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    if (count % TILE_WIDTH > 0) tiles.push({ level, index: Math.floor(count / TILE_WIDTH) });
  }
  return tiles;
}

type OpenTile = { index: number; count: number; hashes: Uint8Array; isChanged: boolean };

/** Opens the edge of a log of `size` leaves, given its unfinished tiles. */
export function openEdge(size: number, unfinished: readonly Tile[]): LogEdge {
  let leaves = size;
  let finished: Tile[] = [];
  const levels = openLevels(size, unfinished);

  function put(level: number, hash: Uint8Array): void {
    const tile = (levels[level] ??= emptyTile(0));
    tile.hashes.set(hash, tile.count * HASH_BYTES);
    tile.count++;
    tile.isChanged = true;
    if (tile.count < TILE_WIDTH) return;
    finished.push({ level, index: tile.index, hashes: tile.hashes });
    levels[level] = emptyTile(tile.index + 1);
    put(level + 1, hashOver(tile.hashes, 0, TILE_WIDTH));
  }

  const current = (): Tile[] =>
    levels.map(({ index, count, hashes }, level) => ({
      level,
      index,
      hashes: hashes.subarray(0, count * HASH_BYTES),
    }));

  return {
    size: () => leaves,
    root: () => rootOf(leaves, nodesIn(current())),
    append(leaf) {
      invariant(leaf.length === HASH_BYTES, 'a leaf hash has 32 bytes');
      put(0, leaf);
      leaves++;
    },
    takeChanged() {
      const open = current().filter(
        (_, level) => present(levels[level], 'a level in use').isChanged,
      );
      for (const tile of levels) tile.isChanged = false;
      const changed = [
        ...finished,
        ...open.map((tile) => ({ ...tile, hashes: tile.hashes.slice() })),
      ];
      finished = [];
      return changed;
    },
  };
}

const emptyTile = (index: number): OpenTile => ({
  index,
  count: 0,
  hashes: new Uint8Array(TILE_BYTES),
  isChanged: false,
});

function openLevels(size: number, unfinished: readonly Tile[]): OpenTile[] {
  const levels: OpenTile[] = [];
  for (let [level, count] = [0, size]; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const tile = emptyTile(Math.floor(count / TILE_WIDTH));
    tile.count = count % TILE_WIDTH;
    const stored = unfinished.find(
      (candidate) => candidate.level === level && candidate.index === tile.index,
    );
    const hashes = stored?.hashes ?? new Uint8Array();
    // A stored tile may be ahead of the size asked for, never behind it.
    invariant(
      hashes.length >= tile.count * HASH_BYTES,
      'the unfinished tiles of a log hold its right edge',
    );
    tile.hashes.set(hashes.subarray(0, tile.count * HASH_BYTES));
    levels.push(tile);
  }
  return levels;
}

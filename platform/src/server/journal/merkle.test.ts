/** Shows that every proof of a log holds, that no damaged one does, and that tiles give the tree of RFC 6962. */
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  treeOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import { nodesIn, openEdge, tilesFor, unfinishedTiles, type Tile } from './tiles.ts';

/** The definition of RFC 6962 section 2.1, word for word: slow and separate from the code under test. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash('sha256', '', 'buffer');
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split << 1 < leaves.length) split <<= 1;
  const [left, right] = [
    rootByDefinition(leaves.slice(0, split)),
    rootByDefinition(leaves.slice(split)),
  ];
  return hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');
}

const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

/** A log as the database keeps it, appended to in rounds. */
function tiledLog(rounds: readonly number[]): {
  tiles: Tile[];
  leaves: Uint8Array[];
  roots: Map<number, Uint8Array>;
} {
  const stored = new Map<string, Tile>();
  const roots = new Map<number, Uint8Array>();
  const leaves = leavesOf(rounds.reduce((sum, count) => sum + count, 0));
  let size = 0;
  for (const count of rounds) {
    const wanted = unfinishedTiles(size).map(({ level, index }) =>
      stored.get(`${level}/${index}`)!,
    );
    const edge = openEdge(size, wanted);
    for (const leaf of leaves.slice(size, size + count)) edge.append(leaf);
    for (const tile of edge.takeChanged()) stored.set(`${tile.level}/${tile.index}`, tile);
    size += count;
    assert.equal(edge.size(), size);
    roots.set(size, edge.root());
  }
  return { tiles: [...stored.values()], leaves, roots };
}

/** Flips one bit somewhere in a list of hashes. */
function damage(hashes: readonly Uint8Array[], where: number): Uint8Array[] {
  // Not `slice`: of a Buffer it gives the same memory.
  const copy = hashes.map((value) => Uint8Array.from(value));
  const victim = copy[where % copy.length]!;
  const position = Math.floor(where / copy.length) % victim.length;
  victim[position] = victim[position]! ^ (1 << (where & 7));
  return copy;
}

test('the tree has the roots that RFC 6962 and its reference code publish', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const leaves = inputs.map((text) => leafHash(Buffer.from(text, 'hex')));
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  roots.forEach((root, index) => {
    assert.equal(Buffer.from(treeOf(leaves.slice(0, index + 1)).root).toString('hex'), root);
  });
  assert.equal(
    Buffer.from(EMPTY_ROOT).toString('hex'),
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test('whatever the rounds a log grows by, its tiles give the tree of RFC 6962 and every proof verifies', () => {
  const rounds = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rounds, fc.nat(), fc.nat(), (counts, first, second) => {
      const { tiles, leaves, roots } = tiledLog(counts);
      const nodeAt = nodesIn(tiles);
      for (const [size, root] of roots)
        assert.deepEqual(Buffer.from(root), rootByDefinition(leaves.slice(0, size)));

      const to = 1 + (first % leaves.length);
      const from = second % (to + 1);
      const root = rootOf(to, nodeAt);
      const place = { index: second % to, size: to };
      const path = inclusionProof(place, nodeAt);
      assert.ok(verifyInclusion(leaves[place.index]!, place, { path, root }));
      const growth = { from, to };
      const oldRoot = rootOf(from, nodeAt);
      assert.ok(
        verifyConsistency(growth, { path: consistencyProof(growth, nodeAt), oldRoot, root }),
      );
    }),
    { numRuns: 60 },
  );
});

test('no proof verifies once a bit of it, of a root or of the leaf is flipped, or its place is changed', () => {
  const { root, nodeAt } = treeOf(leavesOf(300));
  const leaves = leavesOf(300);
  fc.assert(
    fc.property(fc.nat(299), fc.integer({ min: 1, max: 299 }), fc.nat(), (index, from, where) => {
      const place = { index, size: 300 };
      const path = inclusionProof(place, nodeAt);
      const [leaf, damagedRoot, ...damagedPath] = damage([leaves[index]!, root, ...path], where);
      assert.ok(!verifyInclusion(leaf!, place, { path: damagedPath, root: damagedRoot! }));
      assert.ok(
        !verifyInclusion(leaves[index]!, { index: (index + 1) % 300, size: 300 }, { path, root }),
      );
      assert.ok(!verifyInclusion(leaves[index]!, place, { path: [...path, root], root }));
      assert.ok(!verifyInclusion(leaves[index]!, place, { path: path.slice(1), root }));

      const growth = { from, to: 300 };
      const proof = consistencyProof(growth, nodeAt);
      const oldRoot = rootOf(from, nodeAt);
      const [badOldRoot, badRoot, ...badPath] = damage([oldRoot, root, ...proof], where);
      assert.ok(
        !verifyConsistency(growth, { path: badPath, oldRoot: badOldRoot!, root: badRoot! }),
      );
      assert.ok(!verifyConsistency({ from: from - 1, to: 300 }, { path: proof, oldRoot, root }));
      assert.ok(!verifyConsistency(growth, { path: [...proof, root], oldRoot, root }));
    }),
  );
});

test('a history that was rewritten has no proof of consistency with the old one', () => {
  const leaves = leavesOf(100);
  const rewritten = leaves.map((leaf, index) =>
    index === 17 ? leafHash(Buffer.from('other')) : leaf,
  );
  const [honest, forged] = [treeOf(leaves), treeOf(rewritten)];
  const growth = { from: 60, to: 100 };
  for (const tree of [honest, forged]) {
    const proof = {
      path: consistencyProof(growth, tree.nodeAt),
      oldRoot: rootOf(60, honest.nodeAt),
      root: forged.root,
    };
    assert.ok(!verifyConsistency(growth, proof));
  }
});

test('a proof from a log of a hundred million entries reads at most ten tiles', () => {
  const size = 100_000_000;
  for (const index of [0, 1, 255, 256, 65_535, 50_000_001, 99_999_999]) {
    const tiles = tilesFor((nodeAt) => [
      inclusionProof({ index, size }, nodeAt),
      rootOf(size, nodeAt),
    ]);
    assert.ok(tiles.length <= 10, `${tiles.length} tiles`);
  }
  assert.ok(
    tilesFor((nodeAt) => consistencyProof({ from: 12_345_678, to: size }, nodeAt)).length <= 10,
  );
  assert.deepEqual(Buffer.from(nodeHash(EMPTY_ROOT, EMPTY_ROOT)).length, 32);
});

/** An attacker with all that is told, and with linear algebra, learns no cell that was kept back. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { disclose, type Disclosed, type Leaf } from './disclose.ts';

const PARCELS_MIN = 5;
const rule = { parcelsMin: PARCELS_MIN, zero: 0, add: (left: number, right: number) => left + right }; // prettier-ignore

/** Cells of a cube of three levels, each with as many parcels as `parcels` and twice the value. */
const cubes: fc.Arbitrary<readonly Leaf<number>[]> = fc
  .uniqueArray(
    fc.record({
      path: fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3'), fc.constantFrom('x', 'y', 'z')), // prettier-ignore
      parcels: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 500 })),
    }),
    { selector: ({ path }) => path.join(), minLength: 1, maxLength: 18 },
  )
  .map((cells) => cells.map(({ path, parcels }) => ({ path, parcels, figures: parcels * 2 })));

const isUnder = (path: readonly string[], top: readonly string[]): boolean =>
  top.every((name, index) => path[index] === name);

/** The equations of an attacker: each total told less the cells told beneath it is the sum of the cells kept back there. */
function equationsOf(nodes: readonly Disclosed<number>[]): number[][] {
  const kept = nodes.filter((node) => !node.isTotal && node.figures === null);
  return nodes
    .filter((node) => node.isTotal && node.figures !== null)
    .map((total) => kept.map(({ path }) => Number(isUnder(path, total.path))));
}

/** Reduced row echelon form; the entries stay whole enough for floating point, being those of a laminar family. */
function reduced(equations: number[][]): number[][] {
  const rows = equations.map((row) => [...row]);
  let pivot = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const found = rows.findIndex((row, index) => index >= pivot && Math.abs(row[column]!) > 1e-9);
    if (found < 0) continue;
    [rows[pivot], rows[found]] = [rows[found]!, rows[pivot]!];
    const scale = rows[pivot]![column]!;
    rows[pivot] = rows[pivot]!.map((value) => value / scale);
    rows.forEach((row, index) => {
      if (index === pivot) return;
      const factor = row[column]!;
      rows[index] = row.map((value, at) => value - factor * rows[pivot]![at]!);
    });
    pivot += 1;
  }
  return rows.filter((row) => row.some((value) => Math.abs(value) > 1e-9));
}

suite('What is told of a cube', () => {
  test('lets nobody reckon a cell that was kept back', () => {
    fc.assert(
      fc.property(cubes, (leaves) => {
        const nodes = disclose(leaves, rule);
        for (const row of reduced(equationsOf(nodes)))
          assert.ok(row.filter((value) => Math.abs(value) > 1e-9).length > 1, 'one unknown alone');
      }),
      { numRuns: 2_000 },
    );
  });

  test('holds no figure of fewer parcels than the least, told or reckoned as a group', () => {
    fc.assert(
      fc.property(cubes, (leaves) => {
        const nodes = disclose(leaves, rule);
        for (const { parcels } of nodes) assert.ok(parcels === null || parcels >= PARCELS_MIN);
        const kept = nodes.filter((node) => !node.isTotal && node.figures === null);
        for (const row of reduced(equationsOf(nodes))) {
          const group = kept.filter((_, index) => Math.abs(row[index]!) > 1e-9);
          const parcels = group.map(({ path }) => leaves.find((leaf) => leaf.path.join() === path.join())!.parcels); // prettier-ignore
          assert.ok(parcels.reduce((left, right) => left + right, 0) >= PARCELS_MIN);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('is everything when no cell is small, and adds up', () => {
    fc.assert(
      fc.property(cubes, (leaves) => {
        const large = leaves.map((leaf) => ({ ...leaf, parcels: leaf.parcels + PARCELS_MIN }));
        const nodes = disclose(large, rule);
        for (const { path, figures } of nodes) {
          const beneath = large.filter((leaf) => isUnder(leaf.path, path));
          assert.equal(
            figures,
            beneath.reduce((sum, leaf) => sum + leaf.figures, 0),
          );
        }
      }),
    );
  });

  test('is nothing but that there is nothing, when nothing was released', () => {
    assert.deepEqual(disclose([], rule), [{ path: [], isTotal: true, parcels: null, figures: null }]); // prettier-ignore
  });
});

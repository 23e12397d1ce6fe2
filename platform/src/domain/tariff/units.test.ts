/** Shows that units convert exactly, there and back, and only within what they measure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reduced, whole } from '../kernel/fraction.ts';
import { converted, UNIT_CODES, unitOf } from './units.ts';

const code = fc.constantFrom(...UNIT_CODES);

test('a quantity is the same there and back, and two units convert exactly when they measure the same', () => {
  fc.assert(
    fc.property(code, code, fc.bigInt({ min: 0n, max: 10n ** 12n }), (from, to, count) => {
      const there = converted(whole(count), from, to);
      assert.equal(there !== null, unitOf(from)?.dimension === unitOf(to)?.dimension);
      if (there !== null)
        assert.deepEqual(reduced(converted(there, to, from) ?? whole(-1n)), whole(count));
    }),
  );
});

test('known quantities convert to what the books say', () => {
  const known: readonly (readonly [bigint, string, string, bigint, bigint?])[] = [
    [1n, 'TNE', 'DTN', 10n],
    [1n, 'CTM', 'GRM', 1n, 5n],
    [7n, 'GRO', 'DZN', 84n],
    [1n, 'LPA', 'PFL', 2n],
    [3n, 'ASX', 'LPA', 3n],
    [1n, 'DPR', 'NPR', 12n],
    [36n, 'GV', 'MWH', 10n],
    [42n, 'GLL', 'BLL', 1n],
  ];
  for (const [count, from, to, numerator, denominator = 1n] of known)
    assert.deepEqual(reduced(converted(whole(count), from, to) ?? whole(-1n)), {
      numerator,
      denominator,
    });
});

test('pairs are no number of pieces, and litres no kilograms', () => {
  assert.equal(converted(whole(2n), 'NAR', 'NPR'), null);
  assert.equal(converted(whole(1n), 'LTR', 'KGM'), null);
  assert.equal(converted(whole(1n), 'XXX', 'KGM'), null);
});

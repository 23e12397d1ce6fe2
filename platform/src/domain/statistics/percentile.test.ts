/** Percentiles of counts are those of the sorted list that the counts stand for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { percentileOf } from './percentile.ts';

test('A percentile of counts is that of the list written out', () => {
  const counts = fc.array(
    fc.record({ value: fc.integer({ min: 0, max: 50 }), count: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(counts, fc.constantFrom(50, 90, 99), (counted, percent) => {
      const list = counted.flatMap(({ value, count }) => Array<number>(count).fill(value));
      list.sort((left, right) => left - right);
      assert.equal(percentileOf(counted, percent), list[Math.ceil((list.length * percent) / 100) - 1]); // prettier-ignore
    }),
  );
  assert.equal(percentileOf([], 50), null);
});

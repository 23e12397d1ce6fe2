/** Numbers of spreadsheets: what was typed, not what binary arithmetic made of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainNumber } from './plain-number.ts';

test('every decimal of up to fifteen digits is read as it was typed, however the spreadsheet stores it', () => {
  const decimals = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 })); // prettier-ignore
  fc.assert(
    fc.property(decimals, ([units, places]) => {
      const typed = plainNumber((units / 10 ** places).toFixed(places));
      const value = Number(typed);
      assert.equal(plainNumber(value.toPrecision(17)), typed);
      assert.equal(plainNumber(value.toExponential()), typed);
      assert.equal(plainNumber(String(value)), typed);
    }),
  );
});

for (const [stored, plain] of [
  ['12.1', '12.1'],
  ['12.100000000000001', '12.1'],
  ['0.30000000000000004', '0.3'],
  ['1.5E-3', '0.0015'],
  ['6.10910E5', '610910'],
  ['007', '7'],
  ['5.', '5'],
  ['123456789012345', '123456789012345'],
  ['1234567890123456', undefined],
  ['1.23456789012345E+18', undefined],
  ['1E400', undefined],
  ['NaN', undefined],
  ['1,5', undefined],
] as const)
  test(`a cell stored as ${stored} is ${plain ?? 'refused'}`, () => {
    assert.equal(plainNumber(stored), plain);
  });

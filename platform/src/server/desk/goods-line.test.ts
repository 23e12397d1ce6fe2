/** The line that says what is in a parcel counts its goods once, whatever their words say already. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { goodsLine } from './goods-line.ts';

const items = (description: string, count: number) => [
  { description, quantity: { micro: BigInt(count) * 1_000_000n, unit: 'NAR' } },
];

test('a number stands before the goods, unless it is one or their words end with it', () => {
  assert.equal(goodsLine(items('cotton shirt', 12)), '12 × cotton shirt');
  assert.equal(goodsLine(items('cotton shirt', 1)), 'cotton shirt');
  assert.equal(goodsLine(items('18650 cells, 12', 12)), '18650 cells, 12');
  assert.equal(goodsLine(items('lamp 112', 12)), '12 × lamp 112');
  assert.equal(goodsLine([...items('mug', 2), ...items('jug', 1)]), '2 × mug and 1 more');
  assert.equal(goodsLine([]), 'goods not stated');
});

test('no line says the count twice', () => {
  const count = fc.integer({ min: 2, max: 9_999 });
  fc.assert(
    fc.property(count, fc.boolean(), (number, isSaid) => {
      const said = isSaid ? `pens, ${number.toString()}` : 'pens';
      const line = goodsLine(items(said, number));
      assert.equal(line.split(/\D+/).filter((digits) => digits === number.toString()).length, 1);
    }),
  );
});

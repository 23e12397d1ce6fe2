/** Proves that showing an amount never changes it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { countText, counted, moneyText, partsOf, shareOf } from './amount.ts';

test('an amount is split at its point and grouped by thousands', () => {
  assert.deepEqual(partsOf('1234567.50'), { whole: '1,234,567', fraction: '.50' });
  assert.deepEqual(partsOf('84'), { whole: '84', fraction: '' });
  assert.deepEqual(partsOf('-1.39'), { whole: '−1', fraction: '.39' });
  assert.equal(moneyText({ amount: '999.90', currency: 'XMC' }), '999.90 XMC');
});

test('no digit is lost or added, whatever the amount', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: 0n }), fc.stringMatching(/^(\.\d{1,6})?$/), (whole, fraction) => {
      const parts = partsOf(`${whole.toString()}${fraction}`);
      assert.equal(
        `${parts.whole}${parts.fraction}`.replaceAll(',', ''),
        `${whole.toString()}${fraction}`,
      );
    }),
  ));

test('what is no decimal is shown as it came', () => {
  assert.deepEqual(partsOf('n/a'), { whole: 'n/a', fraction: '' });
});

test('counts say one parcel and many parcels', () => {
  assert.equal(counted(1, 'parcel'), '1 parcel');
  assert.equal(counted(3812, 'parcel'), '3,812 parcels');
  assert.equal(counted(2, 'entry', 'entries'), '2 entries');
  assert.equal(countText(0), '0');
});

test('a share of nothing is nothing', () => {
  assert.equal(shareOf(0, 0), 0);
  assert.equal(shareOf(1, 3), 33.33);
});

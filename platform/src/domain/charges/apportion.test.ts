/** Shows that dividing an amount loses nothing, favours nobody, and does not look at the order of the items. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { apportion } from './apportion.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 });
const asGiven = (left: number, right: number): number => left - right;

test('the parts sum to the amount', () => {
  fc.assert(
    fc.property(amount, weights, (whole, shares) => {
      const parts = apportion(whole, shares, asGiven);
      return parts.reduce((left, right) => left + right, 0n) === whole;
    }),
  );
});

test('no part is a whole unit away from its exact share', () => {
  fc.assert(
    fc.property(amount, weights, (whole, shares) => {
      const total = shares.reduce((left, right) => left + right, 0n);
      fc.pre(total > 0n);
      return apportion(whole, shares, asGiven).every((part, index) => {
        const away = part * total - whole * (shares[index] ?? 0n);
        return away < total && -away < total;
      });
    }),
  );
});

test('the order of the items decides nothing', () => {
  fc.assert(
    fc.property(amount, weights, (whole, shares) => {
      const byKey = (keys: readonly number[]) => (left: number, right: number) =>
        (keys[left] ?? 0) - (keys[right] ?? 0);
      const keys = shares.map((_, index) => index);
      const there = apportion(whole, shares, byKey(keys));
      const back = apportion(whole, shares.toReversed(), byKey(keys.toReversed()));
      assert.deepEqual(back.toReversed(), there);
    }),
  );
});

test('without any weight the parts are as equal as can be', () => {
  assert.deepEqual(apportion(10n, [0n, 0n, 0n], asGiven), [4n, 3n, 3n]);
});

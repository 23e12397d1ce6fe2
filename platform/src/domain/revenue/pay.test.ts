/** A payment settles exactly what is owed: whatever the debt, only its own sum is taken, and once. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parcelId } from '../kernel/identifier.ts';
import { money, writeAmount } from '../kernel/money.ts';
import { postingsOf } from './debt.ts';
import { foldDebt, type DebtState } from './events.ts';
import { owedOf, payDebt } from './pay.ts';

const debts: fc.Arbitrary<DebtState> = fc
  .array(
    fc.record({ minor: fc.bigInt({ min: 1n, max: 10_000_000n }), place: fc.constantFrom('party:p:owed', 'party:s:collected') }), // prettier-ignore
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => ({
    currency: 'XMC',
    standing: lines.some(({ place }) => place === 'party:p:owed') ? 'owed' : 'collected-at-sale',
    lines: lines.map(({ minor, place }) => ({
      charge: 'vat',
      amount: writeAmount(money(minor, 'XMC')),
      debit: place,
      credit: 'treasury:vat',
      rule: 'vat-standard',
    })),
  }));

suite('A payment', () => {
  test('of exactly what is owed leaves the debtor at zero, and a second one is refused', () => {
    fc.assert(
      fc.property(debts, (debt) => {
        const owed = owedOf(debt);
        const outcome = payDebt(debt, { amount: owed, reference: 'B-1' });
        if (owed.minor === 0n) {
          assert.equal(outcome.ok ? '' : outcome.error.code, 'nothing-owed');
          return;
        }
        assert.ok(outcome.ok);
        const [paid] = outcome.value;
        assert.ok(paid !== undefined);
        const booked = postingsOf(parcelId(1n), paid).map(({ amount }) => amount.minor);
        assert.equal(
          booked.reduce((left, right) => left + right, 0n),
          owed.minor,
        );
        const after = foldDebt(debt, paid);
        assert.equal(after.standing, 'paid');
        assert.equal(payDebt(after, { amount: owed, reference: 'B-2' }).ok, false);
      }),
    );
  });

  test('of any other amount or currency is refused with the amount that is owed', () => {
    fc.assert(
      fc.property(debts, fc.bigInt({ min: -50n, max: 50n }), (debt, difference) => {
        const owed = owedOf(debt);
        fc.pre(owed.minor > 0n && difference !== 0n);
        for (const amount of [money(owed.minor + difference, 'XMC'), money(owed.minor, 'XMD')]) {
          const outcome = payDebt(debt, { amount, reference: 'B-1' });
          assert.equal(outcome.ok ? '' : outcome.error.code, 'payment-differs');
        }
      }),
    );
  });
});

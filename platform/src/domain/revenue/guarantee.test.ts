/** A guarantee bears what fits and nothing more, however its room is dealt out among writers that do not wait for one another. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parcelId } from '../kernel/identifier.ts';
import { money, writeAmount } from '../kernel/money.ts';
import { postingsOf } from './debt.ts';
import { foldDebt, type DebtState, type RevenueEvent } from './events.ts';
import {
  dealOut,
  secureDebt,
  securedOn,
  utilisationsOf,
  type Guarantee,
  type Share,
} from './guarantee.ts';

const ACCOUNT = 'account:D-7';
const LIMIT = 10_000n;

const spending = fc.array(
  fc.record({ stripe: fc.integer({ min: 0, max: 5 }), minor: fc.bigInt({ min: -400n, max: 900n }) }),
  { minLength: 1, maxLength: 60 },
); // prettier-ignore

/** A writer uses its own share where that is enough, and has it enlarged where it is not. */
function spend(shares: readonly Share[], use: { stripe: number; minor: bigint }): readonly Share[] | null {
  const dealt = dealOut(LIMIT, shares, use);
  return dealt?.map((share) => share.stripe === use.stripe ? { ...share, usedMinor: share.usedMinor + use.minor } : share) ?? null; // prettier-ignore
} // prettier-ignore

const usedOf = (shares: readonly Share[]): bigint => shares.reduce((sum, { usedMinor }) => sum + usedMinor, 0n); // prettier-ignore

suite('A guarantee', () => {
  test('is never used beyond its limit, and refuses nothing that fits', () => {
    fc.assert(
      fc.property(spending, (uses) => {
        let shares: readonly Share[] = [];
        for (const use of uses) {
          const fits = use.minor <= 0n || usedOf(shares) + use.minor <= LIMIT;
          const next = spend(shares, use);
          assert.equal(next !== null, fits);
          shares = next ?? shares;
          assert.ok(usedOf(shares) <= LIMIT);
          assert.ok(shares.every(({ usedMinor, grantedMinor }) => usedMinor <= grantedMinor));
          assert.ok(shares.reduce((sum, { grantedMinor }) => sum + grantedMinor, 0n) <= LIMIT);
        }
      }),
    );
  });

  test('that was lowered below what stands on it bears nothing more and gives nothing up', () => {
    const stands = [{ stripe: 0, grantedMinor: LIMIT + 1n, usedMinor: LIMIT + 1n }];
    assert.equal(dealOut(LIMIT, stands, { stripe: 1, minor: 1n }), null);
    assert.equal(spend(stands, { stripe: 0, minor: -500n })?.[0]?.usedMinor, LIMIT - 499n);
  });
});

const beyond = fc
  .array(fc.bigInt({ min: 1n, max: 5_000n }), { minLength: 1, maxLength: 4 })
  .map((minors): DebtState => ({
    currency: 'XMC',
    standing: 'beyond-guarantee',
    account: ACCOUNT,
    lines: minors.map((minor, index) => ({
      charge: 'vat',
      amount: writeAmount(money(minor, 'XMC')),
      debit: index === 3 ? 'party:S:collected' : 'party:P:owed',
      credit: 'treasury:vat',
      rule: 'vat-standard',
    })),
  }));

suite('A debt beyond its guarantee', () => {
  test('moves to the account when all of it fits, to the last unit, and not before', () => {
    fc.assert(
      fc.property(beyond, fc.bigInt({ min: -100n, max: 20_000n }), (debt, headroom) => {
        const guarantee: Guarantee = { account: ACCOUNT, currency: 'XMC', headroomMinor: headroom.toString() }; // prettier-ignore
        const owed = debt.lines.filter(({ debit }) => debit === 'party:P:owed');
        const sum = owed.reduce((total, { amount }) => total + BigInt(amount.replace('.', '')), 0n);
        const [secured] = secureDebt(debt, () => guarantee);
        assert.equal(secured !== undefined, sum <= headroom);
        if (secured === undefined) return;
        const after = foldDebt(debt, secured);
        assert.equal(after.standing, 'secured');
        assert.equal(securedOn(ACCOUNT, after), sum);
        assert.deepEqual(
          secureDebt(after, () => guarantee),
          [],
        );
      }),
    );
  });

  test('uses of the guarantee what its postings put on the account, through every change', () => {
    fc.assert(
      fc.property(beyond, (debt) => {
        const [secured] = secureDebt(debt, () => null);
        assert.ok(secured !== undefined);
        const { currency, lines } = foldDebt(debt, secured);
        const events: RevenueEvent[] = [secured, { type: 'debt-reversed', currency, lines }];
        for (const event of events) {
          const posted = postingsOf(parcelId(1n), event).reduce(
            (sum, { debit, credit, amount }) =>
              sum + (debit === ACCOUNT ? amount.minor : 0n) - (credit === ACCOUNT ? amount.minor : 0n),
            0n,
          ); // prettier-ignore
          const used = utilisationsOf([event]).reduce((sum, { minor }) => sum + minor, 0n);
          assert.equal(used, posted);
        }
      }),
    );
  });
});

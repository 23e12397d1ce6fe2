/** Shows when goods may go back and what is repaid: after release, within the window, to whoever bore the charges, and no more than they did. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { ReturnRow } from '../jurisdiction/pack.ts';
import { parcelId } from '../kernel/identifier.ts';
import { money, writeAmount } from '../kernel/money.ts';
import { foldCustody } from '../release/fold-custody.ts';
import { NO_CUSTODY, type CustodyState } from '../release/custody.ts';
import type { ReturnClaim } from '../release/events.ts';
import { postingsOf } from '../revenue/debt.ts';
import { foldDebt, NO_DEBT, type DebtState } from '../revenue/events.ts';
import { repay, repayable } from './repay.ts';
import { exitReturn, requestReturn } from './return-parcel.ts';

const DAY = 86_400_000;
const row: ReturnRow = {
  id: 'unwanted', windowDays: 90, refundOf: ['duty', 'vat'], evidence: ['return-scan', 'refund-of-price'], applicants: ['platform'], from: 0, until: null, knownFrom: 0,
  source: 'xm:customs-act-91', readOn: 0, verified: true,
}; // prettier-ignore
const claim: ReturnClaim = {
  ...{ claim: 'C-1', ground: 'unwanted', applicant: 'platform', claimant: 'SOUQLINE', charges: [] },
  evidence: [{ kind: 'refund-of-price', reference: 'R-77' }],
};
const delivered: CustodyState = { ...NO_CUSTODY, stage: 'delivered', releasedAt: 10 * DAY };

type Asked = {
  readonly change?: Partial<ReturnClaim>;
  readonly custody?: CustodyState;
  readonly rows?: readonly ReturnRow[];
};

const ask = (days: number, { change = {}, custody = delivered, rows = [row] }: Asked = {}): string => {
  const result = requestReturn({ custody, debt: paidOf([500n, 300n]) }, { claim: { ...claim, ...change }, at: (10 + days) * DAY, offsetMinutes: 180 }, rows);
  return result.ok ? result.value.type : result.error.code;
}; // prettier-ignore

/** Lines of duty and VAT by turns, borne as the standing says. */
const paidOf = (minors: readonly bigint[], standing: DebtState['standing'] = 'paid'): DebtState => ({
  currency: 'XMC',
  standing,
  lines: minors.map((minor, index) => ({
    charge: index % 2 === 0 ? 'duty' : 'vat',
    amount: writeAmount(money(minor, 'XMC')),
    debit: { paid: 'party:P:owed', secured: 'account:D-7', 'collected-at-sale': 'party:S:collected' }[standing as 'paid'],
    credit: index % 2 === 0 ? 'treasury:duty' : 'treasury:vat',
    rule: 'r',
  })),
}); // prettier-ignore

suite('A return', () => {
  test('is open up to the last day of the window and not a day longer', () => {
    assert.deepEqual([89, 90, 91].map((days) => ask(days)), ['return-requested', 'return-requested', 'return-window-closed']); // prettier-ignore
  });

  test('is asked for by those whom the law lets ask, with what the law wants to see, of parcels that were released', () => {
    assert.equal(ask(1, { change: { applicant: 'buyer' } }), 'applicant-not-allowed');
    assert.equal(ask(1, { change: { evidence: [] } }), 'evidence-missing');
    assert.equal(ask(1, { change: { ground: 'gift' } }), 'return-ground-unknown');
    assert.equal(ask(1, { rows: [{ ...row, verified: false }] }), 'return-law-unverified');
    assert.equal(
      ask(1, { custody: { ...delivered, stage: 'held', releasedAt: null } }),
      'return-not-now',
    );
    assert.equal(ask(1, { custody: { ...delivered, stage: 'return-requested', returning: claim } }), 'return-known'); // prettier-ignore
  });

  test('asks for no more of a charge than was charged, to the last unit, and for none that the law keeps', () => {
    const of = (charge: string, amount: string) =>
      ask(1, { change: { charges: [{ charge, amount }] } });
    assert.deepEqual([of('duty', '5.00'), of('duty', '5.01'), of('fee', '0.01'), of('vat', '0')], ['return-requested', 'refund-exceeds-charged', 'charge-not-refundable', 'amount-malformed']); // prettier-ignore
  });

  test('refunds nothing before the goods have left', () => {
    assert.equal(exitReturn({ custody: delivered, debt: NO_DEBT }, { reference: 'RX1', rows: [row] }).ok, false); // prettier-ignore
  });
});

const open: CustodyState = { ...delivered, stage: 'return-requested', returning: claim };
const minors = fc.array(fc.bigInt({ min: 1n, max: 9_999n }), { minLength: 1, maxLength: 6 });
const standings = fc.constantFrom<DebtState['standing'][]>('paid', 'secured', 'collected-at-sale');

suite('A refund', () => {
  test('gives back to each account what it bore, all of it or the part that is claimed, and is paid out once', () => {
    fc.assert(
      fc.property(minors, standings, fc.bigInt({ min: 1n, max: 9_999n }), (lines, standing, part) => {
        const debt = paidOf(lines, standing);
        const duty = lines.filter((_, index) => index % 2 === 0).reduce((sum, minor) => sum + minor, 0n);
        const whole = lines.reduce((sum, minor) => sum + minor, 0n);
        for (const [charges, wanted] of [[[], whole], [[{ charge: 'duty', amount: writeAmount(money(part > duty ? duty : part, 'XMC')) }], part > duty ? duty : part]] as const) {
          const custody = { ...open, returning: { ...claim, charges } };
          const left = exitReturn({ custody, debt }, { reference: 'RX1', rows: [row] });
          assert.ok(left.ok);
          const [exported, refunded, told] = left.value;
          assert.ok(exported?.type === 'return-exported' && refunded?.type === 'debt-refunded' && told?.type === 'refunded');
          assert.equal(foldCustody(foldCustody(custody, exported, 0), told, 0).stage, 'refunded');
          const posted = postingsOf(parcelId(1n), refunded);
          assert.equal(posted.reduce((sum, { amount }) => sum + amount.minor, 0n), wanted);
          const after = foldDebt(debt, refunded);
          const due = repayable(after);
          assert.equal(due.minor, standing === 'paid' ? wanted : 0n);
          const answer = repay(after, { amount: money(wanted, 'XMC'), reference: 'B-1' });
          assert.equal(answer.ok, standing === 'paid');
          if (!answer.ok) continue;
          assert.equal(repay(after, { amount: money(wanted + 1n, 'XMC'), reference: 'B-1' }).ok, false);
          const [repaid] = answer.value;
          assert.ok(repaid !== undefined);
          const done = foldDebt(after, repaid);
          const again = repay(done, { amount: money(wanted, 'XMC'), reference: 'B-2' });
          assert.equal(again.ok ? '' : again.error.code, 'repaid-already');
          const sum = new Map<string, bigint>();
          for (const { debit, credit, amount } of [...posted, ...postingsOf(parcelId(1n), repaid)]) {
            sum.set(debit, (sum.get(debit) ?? 0n) + amount.minor);
            sum.set(credit, (sum.get(credit) ?? 0n) - amount.minor);
          }
          assert.equal(sum.get('party:P:refund'), 0n);
        }
      }),
    ); // prettier-ignore
  });

  test('is not given of a debt that nobody bore', () => {
    const left = exitReturn({ custody: open, debt: paidOf([500n], 'owed') }, { reference: 'RX1', rows: [row] }); // prettier-ignore
    assert.deepEqual(left.ok ? left.value.map(({ type }) => type) : [], ['return-exported']);
  });
});

/** Shows when a parcel may go back: after release, within the window, by who may ask. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReturnRow } from '../jurisdiction/pack.ts';
import { exportReturn, requestReturn, type Returnable } from './return-parcel.ts';

const DAY = 86_400_000;
const row: ReturnRow = {
  id: 'w', windowDays: 90, refundOf: ['duty', 'vat'], evidence: [], applicants: ['consumer'], from: 0, until: null, knownFrom: 0,
  source: 'xm:customs-act-91', readOn: 0, verified: true,
}; // prettier-ignore
const delivered: Returnable = { stage: 'delivered', releasedAt: 10 * DAY };
const answer = (parcel: Returnable, days: number, applicant = 'consumer'): string => {
  const request = { reason: 'wrong size', applicant, at: (10 + days) * DAY, offsetMinutes: 180 };
  const result = requestReturn(parcel, request, [row]);
  return result.ok ? result.value.type : result.error.code;
};

test('a return is open up to the last day of the window and not a day longer', () => {
  assert.deepEqual(
    [89, 90, 91].map((days) => answer(delivered, days)),
    ['return-requested', 'return-requested', 'return-window-closed'],
  );
});

test('a return is asked for by those whom the law lets ask, of parcels that were released', () => {
  assert.equal(answer(delivered, 1, 'marketplace'), 'return-window-closed');
  assert.equal(answer({ stage: 'held', releasedAt: null }, 1), 'return-not-now');
  assert.equal(answer({ stage: 'return-requested', releasedAt: 10 * DAY }, 1), 'return-not-now');
});

test('goods leave on a return only after one was opened', () => {
  assert.equal(exportReturn(delivered, 'RX1').ok, false);
  assert.equal(exportReturn({ ...delivered, stage: 'return-requested' }, 'RX1').ok, true);
});

/** Proves that rows never move under the cursor, whatever arrives or leaves at the server. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { QueueRow } from '../../api/contract.ts';
import { mergeRows, stepFrom } from './merge-rows.ts';

const row = (number: string, firstReason = ''): QueueRow => ({
  parcel: { scheme: 's10', number },
  lane: 'scan',
  stage: 'presented',
  dueAt: null,
  what: '',
  from: '',
  firstReason,
  value: null,
  means: null,
  since: '',
  hold: null,
  claimedBy: null,
  proposal: null,
});

const numbers = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{4}$/), { maxLength: 30 });

test('rows keep their places, and each newcomer is counted once', () =>
  fc.assert(
    fc.property(numbers, numbers, (letIn, later) => {
      const merged = mergeRows(letIn.map((number) => row(number)), later.map((number) => row(number))); // prettier-ignore
      assert.deepEqual(
        merged.rows.map(({ row: { parcel } }) => parcel.number),
        letIn,
      );
      assert.equal(merged.arrived, later.filter((number) => !letIn.includes(number)).length);
      for (const { row: kept, gone } of merged.rows)
        assert.equal(gone, !later.includes(kept.parcel.number));
    }),
  ));

test('a row says what is true now, in its old place', () => {
  const { rows } = mergeRows([row('A', 'old'), row('B')], [row('B'), row('A', 'new')]);
  assert.equal(rows[0]?.row.firstReason, 'new');
});

test('steps stop at the ends and begin at the top', () => {
  const { rows } = mergeRows([row('A'), row('B')], undefined);
  assert.equal(stepFrom(rows, undefined, 1)?.key, 's10:A');
  assert.equal(stepFrom(rows, 's10:A', 1)?.key, 's10:B');
  assert.equal(stepFrom(rows, 's10:B', 1)?.key, 's10:B');
  assert.equal(stepFrom(rows, 's10:A', -1)?.key, 's10:A');
  assert.equal(stepFrom([], 's10:A', 1), undefined);
});

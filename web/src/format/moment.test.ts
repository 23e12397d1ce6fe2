/** Proves that times keep the office's wall clock and that time left is never rounded up. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  clockOf,
  countdown,
  durationText,
  longTime,
  millisecondsOf,
  shortTime,
  wallClock,
  writtenIn,
} from './moment.ts';

const landing = '2026-11-20T14:40:00+02:00';

test('a time shows the wall clock it was written with, wherever the browser stands', () => {
  assert.equal(clockOf(landing), '14:40');
  assert.equal(longTime(landing), '20 Nov 2026, 14:40:00 (+02:00)');
});

test('a time of another day shows its day', () => {
  assert.equal(shortTime(landing, '2026-11-20T15:00:00+02:00'), '14:40');
  assert.equal(shortTime(landing, '2026-11-21T00:01:00+02:00'), '20 Nov');
});

test('the clock of the office is the clock of its zone', () => {
  assert.equal(wallClock(millisecondsOf(landing), 'Africa/Cairo'), '14:40');
  assert.equal(writtenIn(millisecondsOf(landing), 'Africa/Cairo'), landing);
});

test('time left counts whole minutes and says when it is soon or late', () => {
  const due = millisecondsOf(landing);
  assert.deepEqual(countdown(due, due - 20 * 60_000), { text: '0:20', urgency: 'soon' });
  assert.deepEqual(countdown(due, due - 21 * 60_000), { text: '0:21', urgency: 'ahead' });
  assert.deepEqual(countdown(due, due - 119 * 60_000), { text: '1:59', urgency: 'ahead' });
  assert.deepEqual(countdown(due, due - 72 * 3_600_000), { text: '3 d', urgency: 'ahead' });
  assert.deepEqual(countdown(due, due + 12 * 60_000), { text: '−0:12', urgency: 'late' });
});

test('time left is never more than there is', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 47 * 3_600_000 }), (left) => {
      const [hours = '0', minutes = '0'] = countdown(left, 0).text.split(':');
      assert.ok((Number(hours) * 60 + Number(minutes)) * 60_000 <= left);
    }),
  ));

test('durations are said as people say them', () => {
  assert.deepEqual([0.4, 21, 240, 4320, 3600, 266_400].map(durationText), [
    '0.4 s',
    '21 s',
    '4 min',
    '1 h 12 min',
    '1 h',
    '3 d 2 h',
  ]);
});

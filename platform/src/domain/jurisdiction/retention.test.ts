/** Shows that nothing is erased before the last day of its period, and nothing at all on a period that nobody verified. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDay, writeDay } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';
import type { RetentionRow } from './pack.ts';
import { isExpired } from './retention.ts';

const day = (text: string): number => present(readDay(text), text);
const row = (changes: Partial<RetentionRow> = {}): RetentionRow => ({
  id: 'keep',
  retentionClass: 'declaration',
  years: 5,
  countedFrom: 'year-end',
  from: day('2020-01-01'),
  until: null,
  knownFrom: day('2019-06-03'),
  source: 'xm:customs-act-95',
  readOn: day('2026-11-02'),
  verified: true,
  ...changes,
});
const ask = (rows: readonly RetentionRow[], recorded: string, today: string): boolean =>
  isExpired(rows, { retentionClass: 'declaration', day: day(recorded), today: day(today) });

test('five years from the end of the year end with its last day', () => {
  for (const recorded of ['2026-01-01', '2026-11-24', '2026-12-31']) {
    assert.equal(ask([row()], recorded, '2031-12-31'), false);
    assert.equal(ask([row()], recorded, '2032-01-01'), true);
  }
  const fromDay = row({ countedFrom: 'day' });
  assert.equal(ask([fromDay], '2026-11-24', '2031-11-23'), false);
  assert.equal(ask([fromDay], '2026-11-24', '2031-11-24'), true);
});

test('a year after the twenty-ninth of February has all its days', () => {
  const one = row({ countedFrom: 'day', years: 1 });
  assert.equal(ask([one], '2028-02-29', '2029-02-28'), false);
  assert.equal(ask([one], '2028-02-29', '2029-03-01'), true);
  assert.equal(ask([row({ countedFrom: 'day', years: 4 })], '2028-02-29', '2032-02-29'), true);
});

test('without a row, with one that is not verified, or while a longer one holds, nothing is erased', () => {
  assert.equal(ask([], '1999-01-01', '2126-01-01'), false);
  assert.equal(ask([row({ verified: false })], '1999-01-01', '2126-01-01'), false);
  assert.equal(ask([row(), row({ id: 'other', verified: false })], '1999-01-01', '2126-01-01'), false); // prettier-ignore
  assert.equal(ask([row(), row({ id: 'longer', years: 7 })], '2026-11-24', '2032-01-01'), false);
});

test('what was recorded later never expires earlier, and what has expired stays so', () => {
  const days = fc.integer({ min: 0, max: 40_000 });
  const rows = fc.record({ years: fc.integer({ min: 1, max: 100 }), countedFrom: fc.constantFrom('day' as const, 'year-end' as const) }).map((changes) => [row(changes)]); // prettier-ignore
  fc.assert(
    fc.property(rows, fc.tuple(days, days), fc.tuple(days, days), (law, recorded, asked) => {
      const [early, late] = recorded.toSorted((a, b) => a - b) as [number, number];
      const [before, after] = asked.toSorted((a, b) => a - b) as [number, number];
      if (ask(law, writeDay(late), writeDay(before))) assert.ok(ask(law, writeDay(early), writeDay(after))); // prettier-ignore
      const years = law[0]!.years;
      if (ask(law, writeDay(early), writeDay(before))) assert.ok(before - early >= years * 365);
    }),
  );
});

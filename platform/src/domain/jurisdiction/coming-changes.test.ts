/** What is announced as a change of law is one, and a day without an announcement changes nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comingChanges } from './coming-changes.ts';
import { rowsInForce } from './in-force.ts';
import type { LawRow } from './pack.ts';

const LAST = 30;
const anyRow: fc.Arbitrary<LawRow> = fc
  .record({
    id: fc.constantFrom('a', 'b'),
    from: fc.nat(LAST - 1),
    days: fc.option(fc.integer({ min: 1, max: 9 })),
    knownFrom: fc.nat(LAST),
  })
  .map(({ id, from, days, knownFrom }) => ({
    id,
    from,
    until: days === null ? null : from + days,
    knownFrom,
    source: `law-${String(from)}`,
    readOn: 0,
    verified: true,
  }));

test('on every day without an announced change the same rows hold as on the day before', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 6 }), fc.nat(LAST), (rows, today) => {
      const announced = new Set(comingChanges({ threshold: rows }, today).map(({ on }) => on));
      for (let day = today + 1; day < LAST + 10; day += 1) {
        if (announced.has(day)) continue;
        assert.deepEqual(rowsInForce(rows, day), rowsInForce(rows, day - 1));
      }
    }),
  );
});

test('changes come in the order of their days, none of them past, each with the word that fits', () => {
  const row = (id: string, from: number, until: number | null): LawRow => ({ id, from, until, knownFrom: 0, source: `law-${String(from)}`, readOn: 0, verified: true }); // prettier-ignore
  const relief = [row('relief', 0, 10), row('relief', 10, 20)];
  const ceiling = [row('ceiling', 20, null), row('levy', 0, 5)];
  assert.deepEqual(comingChanges({ threshold: relief, rate: ceiling }, 5), [
    { on: 10, kind: 'threshold', row: 'relief', what: 'changes', source: 'law-10' },
    { on: 20, kind: 'threshold', row: 'relief', what: 'ends', source: 'law-10' },
    { on: 20, kind: 'rate', row: 'ceiling', what: 'begins', source: 'law-20' },
  ]);
});

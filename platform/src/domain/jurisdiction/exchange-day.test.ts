/** The day of the rate follows the rule of the law, and no event has a rate of a later day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDay, writeDay } from '../kernel/day.ts';
import { EXCHANGE_RULES, exchangeDayOf } from './exchange-day.ts';

const day = (text: string) => readDay(text)!;

test('each rule has its day, also at the ends of weeks, months and years', () => {
  const days = (on: string) => EXCHANGE_RULES.map((rule) => writeDay(exchangeDayOf(rule, day(on))));
  assert.deepEqual(days('2026-08-10'), ['2026-08-10', '2026-08-09', '2026-08-10', '2026-08-01', '2026-07-22', '2026-07-15']); // prettier-ignore
  assert.deepEqual(days('2026-03-01'), ['2026-03-01', '2026-02-28', '2026-02-23', '2026-03-01', '2026-02-18', '2026-02-18']); // prettier-ignore
  assert.deepEqual(days('2026-01-31'), ['2026-01-31', '2026-01-30', '2026-01-26', '2026-01-01', '2025-12-24', '2025-12-17']); // prettier-ignore
});

test('no event has a rate of a later day, and the Wednesdays are Wednesdays of the month before', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000, max: 40_000 }), (on) => {
      for (const rule of EXCHANGE_RULES) assert.ok(exchangeDayOf(rule, on) <= on, rule);
      const before = Temporal.PlainDate.from(writeDay(on)).with({ day: 1 }).subtract({ days: 1 });
      const wednesdays = Array.from({ length: before.daysInMonth }, (_, index) => before.with({ day: index + 1 })).filter(({ dayOfWeek }) => dayOfWeek === 3); // prettier-ignore
      assert.equal(writeDay(exchangeDayOf('third-wednesday', on)), wednesdays[2]?.toString());
      assert.equal(writeDay(exchangeDayOf('second-last-wednesday', on)), wednesdays.at(-2)?.toString()); // prettier-ignore
    }),
  );
});

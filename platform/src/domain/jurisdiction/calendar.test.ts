/** Shows on which day of law a moment falls, and how working days are counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDay, writeDay } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';
import { lawDayAt } from './law-day.ts';
import { addWorkingDays, isWorkingDay, weekDay } from './working-days.ts';

const day = (text: string): number => present(readDay(text), text);
const auckland = { zone: 'Pacific/Auckland', zoneOffsetMinutes: 720 };
const on = (instant: string): string =>
  writeDay(lawDayAt(auckland, Temporal.Instant.from(instant).epochMilliseconds));

test('the day of law is that of the local clock, summer time included', () => {
  assert.equal(on('2026-03-31T10:59:59Z'), '2026-03-31');
  assert.equal(on('2026-03-31T11:00:00Z'), '2026-04-01');
  assert.equal(on('2026-07-01T11:59:59Z'), '2026-07-01');
  assert.equal(on('2026-07-01T12:00:00Z'), '2026-07-02');
});

test('week days are those of the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -30_000, max: 60_000 }),
      (number) => weekDay(number) === Temporal.PlainDate.from(writeDay(number)).dayOfWeek,
    ),
  );
});

const calendar = { weekend: [6, 7], holidays: [day('2026-12-25'), day('2026-12-28')] };

test('ten working days leave out weekends and holidays', () => {
  assert.equal(writeDay(addWorkingDays(calendar, day('2026-12-18'), 10)), '2027-01-05');
  assert.equal(writeDay(addWorkingDays(calendar, day('2026-12-26'), 0)), '2026-12-29');
});

test('the day found is a working day, with the stated number of working days on the way', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20_700, max: 20_900 }),
      fc.integer({ min: 1, max: 60 }),
      (from, count) => {
        const found = addWorkingDays(calendar, from, count);
        const between = Array.from({ length: found - from }, (_, index) => from + index + 1);
        return (
          isWorkingDay(calendar, found) &&
          between.filter((one) => isWorkingDay(calendar, one)).length === count
        );
      },
    ),
  );
});

/** The day whose rate of exchange counts for an event, by the rule that the law names; never one after the event. */
import { readDay, writeDay, type Day } from '../kernel/day.ts';
import { present } from '../kernel/invariant.ts';

/**
 * Rates of a fixed period are rows with that period, under `taxable-event-day`. `week-of-event` is the Monday, and
 * `month-of-event` the first; the Wednesdays are those of the month before the event.
 */
export const EXCHANGE_RULES = [
  'taxable-event-day',
  'day-before-event',
  'week-of-event',
  'month-of-event',
  'second-last-wednesday',
  'third-wednesday',
] as const;
export type ExchangeRule = (typeof EXCHANGE_RULES)[number];

export function exchangeDayOf(rule: ExchangeRule, on: Day): Day {
  switch (rule) {
    case 'taxable-event-day':
      return on;
    case 'day-before-event':
      return on - 1;
    case 'week-of-event':
      return on - daysSince(MONDAY, on);
    case 'month-of-event':
      return firstOfMonth(on);
    case 'second-last-wednesday':
      return lastWednesdayUntil(firstOfMonth(on) - 1) - WEEK;
    case 'third-wednesday':
      return lastWednesdayUntil(firstOfMonth(firstOfMonth(on) - 1) + THIRD_AT_LATEST);
  }
}

const WEEK = 7;
/** The third one of any day of the week falls on the 15th to the 21st, twenty days after the first. */
const THIRD_AT_LATEST = 20;

/** 1970-01-01 was a Thursday. */
const MONDAY = 4;
const WEDNESDAY = 6;

/** Days that have passed since the last such day of the week; the week days count from the first Thursday. */
const daysSince = (weekDay: number, on: Day): number => (((on - weekDay) % WEEK) + WEEK) % WEEK;

const lastWednesdayUntil = (on: Day): Day => on - daysSince(WEDNESDAY, on);

const firstOfMonth = (on: Day): Day =>
  present(readDay(`${writeDay(on).slice(0, 7)}-01`), 'a month has a first day');

/** When somebody outside the jurisdiction must register as a collector: the shape of the rows. */
import type { LawRow } from './law-row.ts';
import type { Money } from '../kernel/money.ts';

export const TURNOVERS = [
  'supplies-here', 'supplies-worldwide', 'small-consignments-here', 'supplies-to-unregistered',
] as const; // prettier-ignore
export const TURNOVER_PERIODS = [
  'twelve-months',
  'calendar-year',
  'quarter',
  'first-supply',
] as const;

/** Rows of one `group` must all be met; any other row obliges alone. */
export type Registration = LawRow & {
  /** Schemes of collectors.csv that it leads to. */
  readonly schemes: readonly string[];
  readonly group: string | null;
  /** Which turnover is counted. */
  readonly counts: (typeof TURNOVERS)[number];
  readonly amount: Money;
  /** `at-least`: the amount itself obliges; `above`: one minor unit more does. */
  readonly comparator: 'above' | 'at-least';
  /** The time over which turnover is added up; `first-supply` obliges at once. */
  readonly period: (typeof TURNOVER_PERIODS)[number];
};

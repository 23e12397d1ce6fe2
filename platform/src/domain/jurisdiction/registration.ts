/** Reads the rows that say when somebody outside the jurisdiction must register as a collector. */
import type { Registration } from './pack.ts';
import { readLawRow } from './read-rows.ts';
import type { RowReader } from './row-reader.ts';

export const TURNOVERS = [
  'supplies-here', 'supplies-worldwide', 'small-consignments-here', 'supplies-to-unregistered',
] as const satisfies readonly Registration['counts'][]; // prettier-ignore
export const TURNOVER_PERIODS = [
  'twelve-months', 'calendar-year', 'quarter', 'first-supply',
] as const satisfies readonly Registration['period'][]; // prettier-ignore

export const readRegistration = (row: RowReader): Registration => ({
  ...readLawRow(row),
  schemes: row.list('schemes'),
  group: row.textOrNull('group'),
  counts: row.choice('counts', TURNOVERS),
  amount: row.money('amount'),
  comparator: row.choice('comparator', ['above', 'at-least']),
  period: row.choice('period', TURNOVER_PERIODS),
});

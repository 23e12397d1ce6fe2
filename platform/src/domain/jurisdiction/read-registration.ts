/** Reads the rows that say when somebody outside the jurisdiction must register as a collector. */
import { readLawRow } from './read-rows.ts';
import { TURNOVER_PERIODS, TURNOVERS, type Registration } from './registration.ts';
import type { RowReader } from './row-reader.ts';

export const readRegistration = (row: RowReader): Registration => ({
  ...readLawRow(row),
  schemes: row.list('schemes'),
  group: row.textOrNull('group'),
  counts: row.choice('counts', TURNOVERS),
  amount: row.money('amount'),
  comparator: row.choice('comparator', ['above', 'at-least']),
  period: row.choice('period', TURNOVER_PERIODS),
});

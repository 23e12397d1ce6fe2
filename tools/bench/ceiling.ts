/** The ceiling: binary COPY of the very rows that the path wrote, into a second database with the same tables and indexes, and nothing else. */
import type { Database } from '../../platform/src/server/db/connect.ts';
import { copyAll } from '../../platform/src/server/db/copy.ts';
import { inTransaction } from '../../platform/src/server/db/transaction.ts';
import type { SliceRows } from './slice-rows.ts';
import { loadOf, rowsOf, type Tuples } from './tuples.ts';

export type Combination = { readonly batch: number; readonly connections: number };

export const COMBINATIONS: readonly Combination[] = [
  { batch: 500, connections: 1 },
  { batch: 1_000, connections: 1 },
  { batch: 500, connections: 2 },
  { batch: 1_000, connections: 2 },
];

/** Consignments a second of each combination; each writes a part of the slice, so that every row is written once. */
export async function runCeiling(
  database: Database,
  slice: SliceRows,
  first: number,
): Promise<readonly number[]> {
  const rates: number[] = COMBINATIONS.map(() => 0);
  for (let turn = 0; turn < COMBINATIONS.length; turn++) {
    // Each slice begins with another combination, so that no one always comes first after the path.
    const index = (turn + first) % COMBINATIONS.length;
    const combination = COMBINATIONS[index];
    if (combination === undefined) continue;
    const share = [turn / COMBINATIONS.length, (turn + 1) / COMBINATIONS.length] as const;
    rates[index] = await runCombination(database, slice, { ...combination, share });
  }
  return rates;
}

type Part = Combination & { readonly share: readonly [number, number] };

async function runCombination(
  database: Database,
  slice: SliceRows,
  { batch, connections, share }: Part,
): Promise<number> {
  const [from, to] = share;
  const consignments = slice.consignments * (to - from);
  const batches = Math.max(1, Math.round(consignments / batch));
  const began = performance.now();
  let next = 0;
  async function work(): Promise<void> {
    while (next < batches) {
      const start = from + ((to - from) * next) / batches;
      const end = from + ((to - from) * (next + 1)) / batches;
      next += 1;
      await inTransaction(
        database.intake,
        (transaction) =>
        copyAll(transaction, slice.tables.map(({ statement, tuples }) => loadOf(statement, tuples, rangeOf(tuples, start, end)))), // prettier-ignore
      );
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  return consignments / ((performance.now() - began) / 1_000);
}

/** Shares of a table's rows meet without a gap: each row belongs to one batch. */
const rangeOf = (tuples: Tuples, start: number, end: number): readonly [number, number] => [
  Math.floor(rowsOf(tuples) * start),
  Math.floor(rowsOf(tuples) * end),
];

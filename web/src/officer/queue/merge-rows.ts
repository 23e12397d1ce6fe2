/** Keeps the rows an officer looks at where they are, while what is known of them stays true. */
import type { QueueRow } from '../../api/contract.ts';
import { keyOf } from '../../format/identifier.ts';

export type ShownRow = {
  readonly key: string;
  readonly row: QueueRow;
  /** No longer in this view at the server: shown where it was, quietly, until the officer lets the new rows in. */
  readonly gone: boolean;
};

export type MergedRows = { readonly rows: readonly ShownRow[]; readonly arrived: number };

/**
 * The rows that were let in, in their order, each as the later answer has it; rows of the later answer that were not
 * let in are only counted.
 */
export function mergeRows(
  letIn: readonly QueueRow[],
  later: readonly QueueRow[] | undefined,
): MergedRows {
  if (later === undefined) {
    return { rows: letIn.map((row) => ({ key: keyOf(row.parcel), row, gone: false })), arrived: 0 };
  }
  const known = new Map(later.map((row) => [keyOf(row.parcel), row]));
  const rows = letIn.map((row) => {
    const key = keyOf(row.parcel);
    const now = known.get(key);
    known.delete(key);
    return { key, row: now ?? row, gone: now === undefined };
  });
  return { rows, arrived: known.size };
}

/** The row a step away, stopping at the ends; the first one when nothing is selected yet. */
export function stepFrom(
  rows: readonly ShownRow[],
  selected: string | undefined,
  step: 1 | -1,
): ShownRow | undefined {
  const at = rows.findIndex(({ key }) => key === selected);
  if (at === -1) return rows[0];
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}

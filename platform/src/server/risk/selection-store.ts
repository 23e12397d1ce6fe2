/** Reads and writes the keys of random selection and their commitments. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';

export type SelectionKeyRow = {
  readonly day: Day;
  readonly commitment: Uint8Array;
  readonly bucketBits: number;
  readonly masterId: string;
  readonly wrapped: Uint8Array;
  readonly committedAt: Temporal.Instant;
  readonly isAhead: boolean;
  readonly handedOutTo: string | null;
};

const columns = sql`day - date '1970-01-01' as day, commitment, bucket_bits, master_id, wrapped, committed_at, is_ahead, handed_out_to`;

export async function readSelectionKey(on: Queryable, day: Day): Promise<SelectionKeyRow | null> {
  const row = await maybeOne<SelectionKeyRow>(
    on,
    sql`select ${columns}
        from selection_key
        where day = ${writeDay(day)}`,
  );
  return row ?? null;
}

export type NewSelectionKey = Pick<
  SelectionKeyRow,
  'day' | 'commitment' | 'bucketBits' | 'masterId' | 'wrapped'
> & {
  readonly committedAt: Temporal.Instant;
  readonly dayBeginsAt: Temporal.Instant;
};

/** False when another process has bound the day already. */
export async function insertSelectionKey(on: Queryable, key: NewSelectionKey): Promise<boolean> {
  const count = await execute(
    on,
    sql`insert into selection_key (day, commitment, bucket_bits, master_id, wrapped, committed_at, day_begins_at)
        values (${writeDay(key.day)}, ${key.commitment}, ${key.bucketBits}, ${key.masterId}, ${key.wrapped}, ${key.committedAt}, ${key.dayBeginsAt})
        on conflict (day) do nothing`,
  );
  return count === 1;
}

export async function recordHandOver(
  on: Queryable,
  handOver: { readonly day: Day; readonly to: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const count = await execute(
    on,
    sql`update selection_key
        set handed_out_at = ${handOver.at}, handed_out_to = ${handOver.to}
        where day = ${writeDay(handOver.day)} and handed_out_at is null`,
  );
  return count === 1;
}

export type CommitmentRow = Pick<
  SelectionKeyRow,
  'day' | 'commitment' | 'bucketBits' | 'committedAt' | 'isAhead'
>;

/** Commitments up to a day, the latest first. */
export function readCommitments(
  on: Queryable,
  page: { readonly before: Day; readonly limit: number },
): Promise<readonly CommitmentRow[]> {
  return query<CommitmentRow>(
    on,
    sql`select ${columns}
        from selection_key
        where day < ${writeDay(page.before)}
        order by selection_key.day desc
        limit ${page.limit}`,
  );
}

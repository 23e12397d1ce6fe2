/** Reads the decisions that a rehearsal looks at, and keeps the sums it has come to. */
import type { ShadowFigures } from '../../domain/journey-shadow.ts';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { execute, json, query, sql, type Queryable } from '../db/sql.ts';
import { firstIdOf } from '../ids.ts';
import type { LogPlace, StoredEntry } from '../journal/store.ts';

/** Decisions of a day whose transactions are all over, in the order of the log: none comes in before a place that was passed. */
export const readSettledDecisions = (
  on: Queryable,
  { day, after, limit }: { readonly day: Day; readonly after: LogPlace; readonly limit: number },
): Promise<readonly StoredEntry[]> =>
  query<StoredEntry>(
    on,
    sql`select shard_key, parcel_id, sequence, entry_id, transaction_id::text as transaction_id, at, kind, actor, body
        from journal
        where entry_id >= ${firstIdOf(day)}
          and entry_id < ${firstIdOf(day + 1)}
          and strpos(body, '"input":{') > 0
          and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
          and transaction_id >= ${after.transactionId}::xid8
          and (transaction_id, entry_id) > (${after.transactionId}::xid8, ${after.entryId})
        order by journal.transaction_id, entry_id
        limit ${limit}`,
  );

export type Rehearsal = LogPlace & {
  readonly rehearsalId: number;
  readonly version: string;
  /** Day number; null where the rows are taken as dated. */
  readonly asOf: Day | null;
  readonly startedAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly day: Day;
  readonly figures: ShadowFigures;
};

const REHEARSALS_MAX = 100;

/** The latest first. */
export const readRehearsals = (on: Queryable, pack: string): Promise<readonly Rehearsal[]> =>
  query<Rehearsal>(
    on,
    sql`select rehearsal_id, version, as_of - date '1970-01-01' as as_of, started_at, updated_at, day, transaction_id, entry_id, figures
        from pack_rehearsal
        where pack = ${pack}
        order by rehearsal_id desc
        limit ${REHEARSALS_MAX}`,
  );

export type NewRehearsal = Omit<Rehearsal, 'rehearsalId' | 'startedAt' | 'updatedAt'> & {
  readonly pack: string;
  readonly at: Temporal.Instant;
};

export async function insertRehearsal(on: Queryable, row: NewRehearsal): Promise<void> {
  const asOf = row.asOf === null ? null : writeDay(row.asOf);
  await execute(
    on,
    sql`insert into pack_rehearsal (pack, version, as_of, started_at, day, transaction_id, entry_id, figures, updated_at)
        values (${row.pack}, ${row.version}, ${asOf}, ${row.at}, ${row.day}, ${row.transactionId}, ${row.entryId}, ${json(row.figures)}, ${row.at})`,
  );
}

/** Goes on from the place it was at; another worker that was faster wins, and the work is done once. */
export async function updateRehearsal(
  on: Queryable,
  row: Rehearsal & { readonly from: LogPlace; readonly at: Temporal.Instant },
): Promise<void> {
  await execute(
    on,
    sql`update pack_rehearsal
        set day = ${row.day}, transaction_id = ${row.transactionId}, entry_id = ${row.entryId}, figures = ${json(row.figures)}, updated_at = ${row.at}
        where rehearsal_id = ${row.rehearsalId}
          and transaction_id = ${row.from.transactionId} and entry_id = ${row.from.entryId}`,
  );
}

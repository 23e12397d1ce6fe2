/** Reads what keeps a key of a class and day: legal holds, and parcels that are still open; and writes the holds. */
import type { Day } from '../../domain/kernel/day.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { execute, maybeOne, one, query, sql, type Queryable } from '../db/sql.ts';
import { firstIdOf } from '../ids.ts';

export type LegalHold = {
  readonly holdId: number;
  readonly retentionClass: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly caseNumber: string;
  readonly placedBy: string;
  readonly placedAt: Temporal.Instant;
  readonly liftedBy: string | null;
  readonly liftedAt: Temporal.Instant | null;
};

const columns = sql`hold_id, retention_class, first_day - date '1970-01-01' as first_day, last_day - date '1970-01-01' as last_day,
  case_number, placed_by, placed_at, lifted_by, lifted_at`;

/** The latest first. */
export const readLegalHolds = (
  on: Queryable,
  page: { readonly before: number; readonly limit: number },
): Promise<readonly LegalHold[]> =>
  query<LegalHold>(
    on,
    sql`select ${columns}
        from legal_hold
        where hold_id < ${page.before}
        order by hold_id desc
        limit ${page.limit}`,
  );

export async function readLegalHold(on: Queryable, holdId: number): Promise<LegalHold | null> {
  const row = await maybeOne<LegalHold>(
    on,
    sql`select ${columns}
        from legal_hold
        where hold_id = ${holdId}`,
  );
  return row ?? null;
}

export type NewLegalHold = Omit<LegalHold, 'holdId' | 'liftedBy' | 'liftedAt'>;

export async function insertLegalHold(on: Queryable, hold: NewLegalHold): Promise<number> {
  const { holdId } = await one<{ holdId: number }>(
    on,
    sql`insert into legal_hold (retention_class, first_day, last_day, case_number, placed_by, placed_at)
        values (${hold.retentionClass}, ${writeDay(hold.firstDay)}, ${writeDay(hold.lastDay)}, ${hold.caseNumber}, ${hold.placedBy}, ${hold.placedAt})
        returning hold_id`,
  );
  return holdId;
}

/** False when it was lifted already. */
export async function liftLegalHold(
  on: Queryable,
  lift: { readonly holdId: number; readonly by: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const count = await execute(
    on,
    sql`update legal_hold
        set lifted_by = ${lift.by}, lifted_at = ${lift.at}
        where hold_id = ${lift.holdId} and lifted_at is null`,
  );
  return count === 1;
}

/** Whether a legal hold covers the day of a class. */
export async function isHeld(
  on: Queryable,
  { retentionClass, day }: { readonly retentionClass: string; readonly day: Day },
): Promise<boolean> {
  const { isCovered } = await one<{ isCovered: boolean }>(
    on,
    sql`select exists (
          select
          from legal_hold
          where lifted_at is null and retention_class = ${retentionClass} and ${writeDay(day)}::date between first_day and last_day
        ) as is_covered`,
  );
  return isCovered;
}

type Wanted = { readonly day: Day; readonly closedStages: readonly string[] };

/** Whether something was entered on that day (or by a pass under way at its midnight) about a parcel in none of the closed stages. */
export async function hasOpenParcel(
  on: Queryable,
  { day, closedStages }: Wanted,
): Promise<boolean> {
  const { isOpen } = await one<{ isOpen: boolean }>(
    on,
    sql`select exists (
          select
          from journal entry
          join parcel on parcel.shard_key = entry.shard_key and parcel.parcel_id = entry.parcel_id
          where entry.entry_id >= ${firstIdOf(day)} and entry.entry_id < ${firstIdOf(day + 2)}
            and parcel.stage <> all(${closedStages}::text[])
        ) as is_open`,
  );
  return isOpen;
}

export type OrderStatement = { readonly statementId: bigint; readonly facts: string };

/** Statements of a day that named only orders: the parcels that ship them may have come much later. */
export const readOrderStatements = (
  on: Queryable,
  page: { readonly day: Day; readonly after: bigint; readonly limit: number },
): Promise<readonly OrderStatement[]> =>
  query<OrderStatement>(
    on,
    sql`select statement_id, facts
        from statement
        where statement_id > ${page.after} and statement_id >= ${firstIdOf(page.day)} and statement_id < ${firstIdOf(page.day + 2)}
          and parcel_id is null
        order by statement_id
        limit ${page.limit}`,
  );

export type OrderPlace = { readonly shard: number; readonly order: string };

/** Whether one of the orders is shipped in a parcel in none of the closed stages. */
export async function hasOpenParcelOf(
  on: Queryable,
  orders: readonly OrderPlace[],
  closedStages: readonly string[],
): Promise<boolean> {
  const { isOpen } = await one<{ isOpen: boolean }>(
    on,
    sql`select exists (
          select
          from unnest(${orders.map(({ shard }) => shard)}::smallint[], ${orders.map(({ order }) => order)}::text[])
            as wanted (shard_key, order_number)
          join order_link link on link.shard_key = wanted.shard_key and link.order_number = wanted.order_number and link.is_parcel
          join parcel on parcel.shard_key = link.target_shard_key and parcel.parcel_id = link.target_id
          where parcel.stage <> all(${closedStages}::text[])
        ) as is_open`,
  );
  return isOpen;
}

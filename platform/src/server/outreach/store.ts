/** Reads what the receiver of a parcel may know of its record: only what happened before a moment, in one round trip for any number. */
import { REFERENCE_SCHEMES } from '../../domain/advance-data/statement.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { OutsideState } from '../../domain/kernel/outside-state.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import type { RevenueStanding } from '../../domain/release/standing.ts';
import { query, sql, type Queryable } from '../db/sql.ts';

/** An event by its kind, with the moment of a scan or the standing of a debt; other members never leave the database. */
export type ToldEvent = {
  readonly type:
    | 'departed'
    | 'arrived'
    | 'presented'
    | 'released'
    | 'delivered'
    | 'debt-assessed'
    | 'debt-reversed'
    | 'debt-paid';
  readonly at: Moment | null;
  readonly standing: RevenueStanding | null;
};

export type ToldRow = {
  readonly at: Temporal.Instant;
  readonly told: readonly ToldEvent[];
  readonly outside: OutsideState;
  readonly outsideAt: Temporal.Instant;
  readonly outsideBefore: OutsideState;
};

/** The entries, before `until`, of the newest parcel that bears one of the numbers under any scheme; empty when none does. */
export const readToldBefore = (
  on: Queryable,
  numbers: readonly string[],
  until: Moment,
): Promise<readonly ToldRow[]> =>
  query<ToldRow>(
    on,
    sql`
select at, told, outside, outside_at, outside_before
from follow_parcel(${numbers.map(shardOf)}::smallint[], ${numbers}::text[], ${[...REFERENCE_SCHEMES]}::text[],
  ${Temporal.Instant.fromEpochMilliseconds(until)})`,
  );

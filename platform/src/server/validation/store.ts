/** Counts the quality of statements by filer and day, and reads the sums again. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { FilerQuality } from '../../domain/validation/quality-of-filer.ts';
import { execute, query, sql, type Queryable, type Sql } from '../db/sql.ts';
import type { Transaction } from '../db/transaction.ts';
import { firstIdOf } from '../ids.ts';

/** Scans say nothing of their scanner's data, and a withdrawal has none. */
const judged = (day: Day): Sql =>
  sql`statement_id >= ${firstIdOf(day)} and statement_id < ${firstIdOf(day + 1)} and kind <> 'arrival' and function <> 'cancel'`;

/** Counts one day anew: what stood there before is replaced, so that counting twice counts once. */
export async function countQuality(transaction: Transaction, day: Day): Promise<void> {
  const on = writeDay(day);
  await execute(
    transaction,
    sql`
insert into filer_quality (owner_party_id, day, statements, timeliness, accuracy, completeness, consistency, total)
select owner_party_id, ${on}::date, count(*), sum(coalesce(quality_parts & 127, quality)),
  sum(coalesce(quality_parts >> 7 & 127, quality)), sum(coalesce(quality_parts >> 14 & 127, quality)),
  sum(coalesce(quality_parts >> 21 & 127, quality)), sum(quality)
from statement
where ${judged(day)}
group by owner_party_id
on conflict (owner_party_id, day) do update set statements = excluded.statements, timeliness = excluded.timeliness,
  accuracy = excluded.accuracy, completeness = excluded.completeness, consistency = excluded.consistency, total = excluded.total`,
  );
  await execute(
    transaction,
    sql`
insert into filer_finding (owner_party_id, day, code, statements)
select owner_party_id, ${on}::date, found.code, count(distinct statement_id)
from statement cross join lateral (select value ->> 'code' as code from json_array_elements(findings::json)) as found
where ${judged(day)} and findings <> '[]'
group by owner_party_id, found.code
on conflict (owner_party_id, day, code) do update set statements = excluded.statements`,
  );
}

export type QualityRow = FilerQuality & { readonly day: Temporal.PlainDate };

type SumRow = Readonly<Record<'timeliness' | 'accuracy' | 'completeness' | 'consistency' | 'total', bigint>> & {
  readonly day: string;
  readonly statements: number;
}; // prettier-ignore

/** Days of a filer in the order of time; days on which it said nothing have no row. */
export async function readQuality(
  on: Queryable,
  partyId: number,
  days: { readonly from: Day; readonly to: Day },
): Promise<readonly QualityRow[]> {
  const rows = await query<SumRow>(
    on,
    sql`
select day::text as day, statements, timeliness, accuracy, completeness, consistency, total
from filer_quality
where owner_party_id = ${partyId} and day >= ${writeDay(days.from)}::date and day <= ${writeDay(days.to)}::date
order by day
limit 400`,
  );
  return rows.map((row) => ({
    day: Temporal.PlainDate.from(row.day),
    messages: row.statements,
    timeliness: Number(row.timeliness),
    accuracy: Number(row.accuracy),
    completeness: Number(row.completeness),
    consistency: Number(row.consistency),
    total: Number(row.total),
  }));
}

export type FindingCountRow = { readonly code: string; readonly statements: bigint };

/** The commonest findings of a filer in some days. */
export const readFindingCounts = (
  on: Queryable,
  partyId: number,
  days: { readonly from: Day; readonly to: Day; readonly codesMax: number },
): Promise<readonly FindingCountRow[]> =>
  query<FindingCountRow>(
    on,
    sql`
select code, sum(statements)::bigint as statements
from filer_finding
where owner_party_id = ${partyId} and day >= ${writeDay(days.from)}::date and day <= ${writeDay(days.to)}::date
group by code
order by statements desc, code
limit ${days.codesMax}`,
  );

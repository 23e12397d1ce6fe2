/** Reads the parcels to which an agency beside Customs has not agreed. */
import { query, sql, type Queryable } from '../db/sql.ts';
import type { WorkRow } from './store.ts';

export type AwaitedRow = Pick<WorkRow, 'scheme' | 'number' | 'dueAt' | 'state'>;

/** The soonest due first. */
export const readAwaited = (
  on: Queryable,
  agency: string,
  rowsMax: number,
): Promise<readonly AwaitedRow[]> =>
  query<AwaitedRow>(
    on,
    sql`
select scheme, number, due_at, state
from parcel
where awaits is not null and strpos(awaits, ${`|${agency}|`}) > 0
order by due_at, parcel_id
limit ${rowsMax}`,
  );

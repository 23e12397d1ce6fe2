/** Reads how many parcels there are of each kind, as sums of the changes that intake kept. */
import { query, sql, type Queryable } from '../db/sql.ts';

export type TallySum = {
  readonly stage: string;
  readonly lane: string | null;
  readonly category: number | null;
  readonly parcels: number;
};

/** Of parcels first told of on a day or later. */
export const readTally = (on: Queryable, day: number): Promise<readonly TallySum[]> =>
  query<TallySum>(
    on,
    sql`
select stage, lane, category, sum(parcels)::integer as parcels
from tally
where stage is not null and day >= ${day}
group by stage, lane, category
having sum(parcels) > 0
order by stage, lane, category
limit 10000`,
  );

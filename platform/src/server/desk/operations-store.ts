/** Reads what the people who keep the platform running must see: slow work by kind, and messages that broke. */
import { one, query, sql, type Queryable } from '../db/sql.ts';

export type WorkOfKind = {
  readonly kind: string;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  /** By the clock of the machines: the clock of a demonstration runs faster. */
  readonly doneSecondsAgo: number | null;
  readonly lastError: string | null;
};

/** Finished jobs are kept for a while, which is what `done` counts. */
export const readWorkOfKinds = (on: Queryable): Promise<readonly WorkOfKind[]> =>
  query<WorkOfKind>(
    on,
    sql`
select kind,
  (count(*) filter (where state in ('waiting', 'retrying')))::integer as waiting,
  (count(*) filter (where state = 'leased'))::integer as running,
  (count(*) filter (where state = 'done'))::integer as done,
  (count(*) filter (where state = 'dead'))::integer as failed,
  floor(extract(epoch from clock_timestamp() - max(finished_at) filter (where state = 'done')))::integer as done_seconds_ago,
  (array_agg(last_error order by job_id desc) filter (where state = 'dead'))[1] as last_error
from job
group by kind
order by kind
limit 200`,
  );

export type BrokenMessage = { readonly at: Temporal.Instant; readonly reason: string };

export const countBroken = async (on: Queryable): Promise<number> =>
  (await one<{ messages: number }>(on, sql`select count(*)::integer as messages from dead_letter`))
    .messages;

/** The latest first. */
export const readBroken = (on: Queryable, limit: number): Promise<readonly BrokenMessage[]> =>
  query<BrokenMessage>(
    on,
    sql`
select at, reason
from dead_letter
order by at desc, submission_id desc
limit ${limit}`,
  );

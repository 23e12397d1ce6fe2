/** The statements of the job queue. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { execute, json, maybeOne, prepare, query, sql, type Queryable } from '../db/sql.ts';
import type { Job } from './job.ts';

export type NewJob = Readonly<{
  kind: string;
  subject: unknown;
  key: string | null;
  runAt: Moment;
  priority: number;
}>;

/** No row is returned and no column named in the conflict, because traders and officers may insert but not read. */
export async function insertJob(on: Queryable, job: NewJob): Promise<void> {
  await execute(
    on,
    sql`insert into job (kind, key, subject, run_at, priority)
        values (${job.kind}, ${job.key}, ${json(job.subject)}, ${instant(job.runAt)}, ${job.priority})
        on conflict do nothing`,
  );
}

export type LeaseRequest = Readonly<{
  kinds: readonly string[];
  now: Moment;
  count: number;
  leaseSeconds: number;
}>;

export async function leaseJobs(on: Queryable, request: LeaseRequest): Promise<readonly Job[]> {
  const { kinds, now, count, leaseSeconds } = request;
  return query<Job>(
    on,
    prepare(sql`
      with due as (
        select job_id
        from job
        where state in ('waiting', 'retrying') and run_at <= ${instant(now)} and kind = any(${kinds})
        order by priority desc, run_at, job_id
        limit ${count}
        for update skip locked
      )
      update job
      set state = 'leased',
          lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}),
          fencing_token = fencing_token + 1,
          attempts = attempts + 1
      from due
      where job.job_id = due.job_id
      returning job.job_id, kind, key, subject, attempts, fencing_token`),
  );
}

type Held = Readonly<{ jobId: bigint; fencingToken: bigint }>;

/** Skips the jobs whose effect is just being written: their row is locked, which protects them better than a lease. */
export async function renewLeases(
  on: Queryable,
  held: readonly Held[],
  leaseSeconds: number,
): Promise<readonly bigint[]> {
  const rows = await query<{ jobId: bigint; isHeld: boolean }>(
    on,
    sql`
      with held as (
        select *
        from unnest(${held.map(({ jobId }) => jobId)}::int8[], ${held.map(({ fencingToken }) => fencingToken)}::int8[])
          as held (job_id, fencing_token)
      ),
      free as (
        select job_id
        from job join held using (job_id, fencing_token)
        where state = 'leased'
        order by job_id
        for update of job skip locked
      ),
      renewed as (
        update job
        set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from free
        where job.job_id = free.job_id
        returning job.job_id
      )
      select job_id, exists (select from job where job.job_id = held.job_id and job.fencing_token = held.fencing_token
                             and state = 'leased') as is_held
      from held`,
  );
  return rows.filter(({ isHeld }) => !isHeld).map(({ jobId }) => jobId);
}

/** Locks the job for the transaction of its effect; false when the lease was lost. */
export async function lockLeased(on: Queryable, { jobId, fencingToken }: Held): Promise<boolean> {
  const row = await maybeOne(
    on,
    prepare(sql`
      select job_id
      from job
      where job_id = ${jobId} and fencing_token = ${fencingToken} and state = 'leased'
      for update`),
  );
  return row !== undefined;
}

export async function completeJob(on: Queryable, jobId: bigint): Promise<void> {
  await execute(
    on,
    prepare(sql`
      update job
      set state = 'done', lease_until = null, finished_at = clock_timestamp()
      where job_id = ${jobId}`),
  );
}

export type Failure = Held & Readonly<{ error: string; retryAt: Moment; attemptsMax: number }>;

/** Back to the queue, or to the dead letters after the last attempt. */
export async function failJob(on: Queryable, failure: Failure): Promise<void> {
  const { jobId, fencingToken, error, retryAt, attemptsMax } = failure;
  await execute(
    on,
    sql`update job
        set state = case when attempts >= ${attemptsMax}::int then 'dead' else 'retrying' end,
            finished_at = case when attempts >= ${attemptsMax}::int then clock_timestamp() end,
            lease_until = null,
            run_at = ${instant(retryAt)},
            last_error = ${error}
        where job_id = ${jobId} and fencing_token = ${fencingToken} and state = 'leased'`,
  );
}

/** Takes the jobs of dead workers back; one that killed its worker too often becomes a dead letter. */
export async function reclaimExpired(
  on: Queryable,
  handlers: readonly Readonly<{ kind: string; attemptsMax: number }>[],
): Promise<number> {
  const kinds = handlers.map(({ kind }) => kind);
  const maxima = handlers.map(({ attemptsMax }) => attemptsMax);
  return execute(
    on,
    prepare(sql`
      with expired as (
        select job_id, attempts >= attempts_max as is_last
        from job
        join unnest(${kinds}::text[], ${maxima}::int4[]) as handler (kind, attempts_max) using (kind)
        where state = 'leased' and lease_until < clock_timestamp()
        order by lease_until
        limit 100
        for update of job skip locked
      )
      update job
      set state = case when is_last then 'dead' else 'retrying' end,
          finished_at = case when is_last then clock_timestamp() end,
          lease_until = null,
          last_error = 'The worker stopped before it had finished.'
      from expired
      where job.job_id = expired.job_id`),
  );
}

/** True for the one caller that is first in this slot. */
export async function claimSlot(on: Queryable, kind: string, slotAt: Moment): Promise<boolean> {
  const claimed = await execute(
    on,
    sql`insert into job_schedule (kind, slot_at)
        values (${kind}, ${instant(slotAt)})
        on conflict (kind) do update set slot_at = excluded.slot_at
        where job_schedule.slot_at < excluded.slot_at`,
  );
  return claimed === 1;
}

export type DeadJob = Readonly<{
  jobId: bigint;
  kind: string;
  key: string | null;
  subject: unknown;
  attempts: number;
  lastError: string | null;
  finishedAt: Temporal.Instant;
}>;

/** A page of the dead letters in their order, after the one given. */
export async function deadJobs(
  on: Queryable,
  { after, limit }: Readonly<{ after: bigint; limit: number }>,
): Promise<readonly DeadJob[]> {
  return query<DeadJob>(
    on,
    sql`select job_id, kind, key, subject, attempts, last_error, finished_at
        from job
        where state = 'dead' and job_id > ${after}
        order by job_id
        limit ${limit}`,
  );
}

/** Gives a dead letter its attempts again, after somebody mended the cause; false when it is none. */
export async function reviveJob(on: Queryable, jobId: bigint, runAt: Moment): Promise<boolean> {
  const revived = await execute(
    on,
    sql`update job
        set state = 'retrying', attempts = 0, finished_at = null, run_at = ${instant(runAt)}
        where job_id = ${jobId} and state = 'dead'`,
  );
  return revived === 1;
}

export type JobCount = Readonly<{
  kind: string;
  state: string;
  jobs: bigint;
  oldestAt: Temporal.Instant;
}>;

/** For the monitoring: how much waits, works and died, and since when. Finished jobs are not counted. */
export async function countJobs(on: Queryable): Promise<readonly JobCount[]> {
  return query<JobCount>(
    on,
    sql`select kind, state, count(*) as jobs, min(run_at) as oldest_at
        from job
        where state <> 'done'
        group by kind, state
        order by kind, state
        limit 1000`,
  );
}

/** Finished jobs are of no use after a while; dead letters stay until somebody answers them. */
export async function forgetDone(on: Queryable, before: Moment): Promise<number> {
  return execute(
    on,
    sql`delete from job where state = 'done' and finished_at < ${instant(before)}`,
  );
}

function instant(moment: Moment): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(moment));
}

/** The worker: leases due jobs, runs their handlers, and writes each effect together with its completion. */
import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '../db/transaction.ts';
import type { Job, JobHandler, JobWorld } from './job.ts';
import { enqueueDueSlots } from './schedule.ts';
import {
  completeJob,
  failJob,
  leaseJobs,
  lockLeased,
  reclaimExpired,
  renewLeases,
} from './store.ts';

export type JobReport = Readonly<{
  event: 'job-done' | 'job-failed' | 'lease-lost' | 'queue-unreachable';
  kind?: string;
  jobId?: bigint;
  attempts?: number;
  error?: unknown;
}>;

export type RunOptions = Readonly<{
  /** Ends the worker: it takes nothing more and waits for what it has begun. */
  signal: AbortSignal;
  report?: (report: JobReport) => void;
  concurrency?: number;
  pollMs?: number;
  /** How long a job of a killed worker stays away; running work renews it three times as often. */
  leaseSeconds?: number;
}>;

const CONCURRENCY = 4;
const POLL_MS = 500;
const LEASE_SECONDS = 5;
const BACKOFF_FIRST_MS = 1000;
const BACKOFF_LAST_MS = 3_600_000;
const ERROR_CHARACTERS_MAX = 2000;
/** A stop waits this long for the jobs that run; the others lose their lease. */
const STOP_WITHIN_MS = 10_000;

type Running = Readonly<{ job: Job; lost: AbortController; ended: Promise<void> }>;

type Worker<World extends JobWorld> = Readonly<{
  world: World;
  handlers: ReadonlyMap<string, JobHandler<World>>;
  signal: AbortSignal;
  report: (report: JobReport) => void;
  concurrency: number;
  pollMs: number;
  leaseSeconds: number;
  running: Map<bigint, Running>;
  /** Periodic kinds and the last slot this worker has seen enqueued. */
  slots: Map<string, number>;
}>;

class LeaseLost extends Error {}

/**
 * Resolves when the signal has ended the worker and its last job is finished; one that does not finish soon is left to its lease. A database
 * that is away is waited for.
 */
export async function runJobs<World extends JobWorld>(
  world: World,
  handlers: readonly JobHandler<World>[],
  options: RunOptions,
): Promise<void> {
  const worker: Worker<World> = {
    world,
    handlers: new Map(handlers.map((handler) => [handler.kind, handler])),
    signal: options.signal,
    report: options.report ?? (() => undefined),
    concurrency: options.concurrency ?? CONCURRENCY,
    pollMs: options.pollMs ?? POLL_MS,
    leaseSeconds: options.leaseSeconds ?? LEASE_SECONDS,
    running: new Map(),
    slots: new Map(),
  };
  const heartbeat = setInterval(() => void renew(worker), (worker.leaseSeconds * 1000) / 3);
  try {
    while (!worker.signal.aborted) await takeAndWait(worker);
    const ends = [...worker.running.values()].map(({ ended }) => ended);
    await Promise.race([Promise.all(ends), pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  } finally {
    clearInterval(heartbeat);
  }
}

async function takeAndWait<World extends JobWorld>(worker: Worker<World>): Promise<void> {
  const free = worker.concurrency - worker.running.size;
  const taken = free > 0 ? await take(worker, free) : [];
  for (const job of taken) start(worker, job);
  // More may be due: ask again as soon as a place is free.
  const isFull = taken.length === free;
  const timer = new AbortController();
  const quiet = pause(worker.pollMs, undefined, {
    signal: AbortSignal.any([worker.signal, timer.signal]),
  }).catch(() => undefined);
  await Promise.race([
    quiet,
    ...(isFull ? [...worker.running.values()].map((each) => each.ended) : []),
  ]);
  timer.abort();
}

async function take<World extends JobWorld>(
  worker: Worker<World>,
  count: number,
): Promise<readonly Job[]> {
  const { world, handlers, leaseSeconds } = worker;
  const { owner } = world.database;
  try {
    await reclaimExpired(owner, [...handlers.values()]);
    await enqueueDueSlots(world, [...handlers.values()], worker.slots);
    return await leaseJobs(owner, {
      kinds: [...handlers.keys()],
      now: world.now(),
      count,
      leaseSeconds,
    });
  } catch (error) {
    worker.report({ event: 'queue-unreachable', error });
    return [];
  }
}

function start<World extends JobWorld>(worker: Worker<World>, job: Job): void {
  const lost = new AbortController();
  const ended = attempt(worker, job, lost.signal).finally(() => worker.running.delete(job.jobId));
  worker.running.set(job.jobId, { job, lost, ended });
}

/** Never rejects: a failure is written to the job, and one that cannot be written is found by its expired lease. */
async function attempt<World extends JobWorld>(
  worker: Worker<World>,
  job: Job,
  lost: AbortSignal,
): Promise<void> {
  const { world, report } = worker;
  const about = { kind: job.kind, jobId: job.jobId, attempts: job.attempts };
  try {
    await runOnce(worker, job, lost);
    report({ event: 'job-done', ...about });
  } catch (error) {
    if (error instanceof LeaseLost) {
      report({ event: 'lease-lost', ...about });
      return;
    }
    report({ event: 'job-failed', ...about, error });
    await failJob(world.database.owner, {
      ...job,
      error: describe(error),
      retryAt: world.now() + backoffMs(job.attempts),
      attemptsMax: worker.handlers.get(job.kind)?.attemptsMax ?? 1,
    }).catch((cause: unknown) => report({ event: 'queue-unreachable', error: cause }));
  }
}

async function runOnce<World extends JobWorld>(
  { world, handlers, signal }: Worker<World>,
  job: Job,
  lost: AbortSignal,
): Promise<void> {
  const handler = handlers.get(job.kind);
  if (handler === undefined) throw new Error(`Nobody handles jobs of kind ${job.kind}.`);
  const overdue = AbortSignal.timeout(handler.runSecondsMax * 1000);
  const run = handler.run(job, { world, signal: AbortSignal.any([signal, lost, overdue]) });
  const effect = await Promise.race([
    run,
    rejection(lost, () => new LeaseLost()),
    rejection(overdue, () => new Error(`It took longer than ${handler.runSecondsMax} s.`)),
  ]);
  await inTransaction(world.database[handler.role], async (transaction) => {
    if (!(await lockLeased(transaction, job))) throw new LeaseLost();
    await effect(transaction);
    await completeJob(transaction, job.jobId);
  });
}

function rejection(signal: AbortSignal, error: () => Error): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(error());
    else signal.addEventListener('abort', () => reject(error()), { once: true });
  });
}

async function renew<World extends JobWorld>(worker: Worker<World>): Promise<void> {
  const held = [...worker.running.values()].map(({ job }) => job);
  if (held.length === 0) return;
  try {
    const lost = await renewLeases(worker.world.database.owner, held, worker.leaseSeconds);
    for (const jobId of lost) worker.running.get(jobId)?.lost.abort();
  } catch (error) {
    worker.report({ event: 'queue-unreachable', error });
  }
}

/** Doubles from a second to an hour; the spread keeps jobs that failed together from coming back together. */
function backoffMs(attempts: number): number {
  const full = Math.min(BACKOFF_FIRST_MS * 2 ** (attempts - 1), BACKOFF_LAST_MS);
  return full * (0.75 + Math.random() / 2);
}

function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll('\0', '').slice(0, ERROR_CHARACTERS_MAX);
}

/** What a job is, and how a room says which kinds of slow work it does. */
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Database } from '../db/connect.ts';
import type { Transaction } from '../db/transaction.ts';

/** What every worker needs of the world; a room's handlers may ask for more. */
export type JobWorld = Readonly<{ database: Database; now: () => Moment }>;

/** A kind of work and the shape of its subject: what the work is about, as JSON. */
export type JobKind<Subject> = Readonly<{ kind: string; subject?: Subject }>;

export function jobKind<Subject>(kind: string): JobKind<Subject> {
  return { kind };
}

export type Job<Subject = unknown> = Readonly<{
  jobId: bigint;
  kind: string;
  key: string | null;
  subject: Subject;
  /** How often it has been taken, this time included. */
  attempts: number;
  fencingToken: bigint;
}>;

/** What a job does to the database; it commits together with the job's completion or not at all. */
export type Effect = (transaction: Transaction) => Promise<void>;

export type JobTools<World extends JobWorld> = Readonly<{
  world: World;
  /** Aborted when the worker stops, or when the lease was lost and the work is in vain. */
  signal: AbortSignal;
}>;

export type JobHandler<World extends JobWorld = JobWorld> = Readonly<{
  kind: string;
  /** Does the slow part outside any transaction (it may run twice) and returns the effect (which takes place once). */
  run: (job: Job, tools: JobTools<World>) => Promise<Effect>;
  /** The pool of the effect: `intake` where it works across parties. */
  role: 'owner' | 'intake';
  attemptsMax: number;
  /** Longer is a failure, so that no job hangs unseen. */
  runSecondsMax: number;
  /** Enqueued once in every slot of this length; slots that pass while nobody works become one. */
  everySeconds: number | undefined;
}>;

type Handling<Subject, World extends JobWorld> = Readonly<{
  run: (job: Job<Subject>, tools: JobTools<World>) => Promise<Effect>;
  role?: 'owner' | 'intake';
  attemptsMax?: number;
  runSecondsMax?: number;
  everySeconds?: number;
}>;

/** With the backoff of `run.ts`, ten attempts span about a quarter of an hour. */
const ATTEMPTS_MAX = 10;
const RUN_SECONDS_MAX = 600;

export function handle<Subject, World extends JobWorld = JobWorld>(
  { kind }: JobKind<Subject>,
  handling: Handling<Subject, World>,
): JobHandler<World> {
  const { run, role = 'owner', everySeconds } = handling;
  return {
    kind,
    // It was written through the same kind, so that the type of its subject is known here.
    run: (job, tools) => run(job as Job<Subject>, tools),
    role,
    attemptsMax: handling.attemptsMax ?? ATTEMPTS_MAX,
    runSecondsMax: handling.runSecondsMax ?? RUN_SECONDS_MAX,
    everySeconds,
  };
}

/** Puts a job into the queue, inside the transaction that makes it necessary. */
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Transaction } from '../db/transaction.ts';
import type { JobKind } from './job.ts';
import { insertJob } from './store.ts';

export type Enqueued<Subject> = Readonly<{
  subject: Subject;
  /** Not before this moment of the world's clock. */
  runAt: Moment;
  /** While a job of this kind and key waits, another one is not added; one that already runs does not count. */
  key?: string;
  /** Higher goes first, whatever waits. */
  priority?: number;
}>;

/** The job exists if and only if the transaction commits. */
export async function enqueue<Subject>(
  transaction: Transaction,
  { kind }: JobKind<Subject>,
  { subject, runAt, key, priority = 0 }: Enqueued<Subject>,
): Promise<void> {
  await insertJob(transaction, { kind, subject, runAt, key: key ?? null, priority });
}

/** Enqueues periodic jobs: once per slot, however many workers there are. */
import { inTransaction } from '../db/transaction.ts';
import type { JobHandler, JobWorld } from './job.ts';
import { claimSlot, insertJob } from './store.ts';

/** Slots are whole multiples of the period since 1970. The subject says which slot it is, in milliseconds. */
export type ScheduledSubject = Readonly<{ slotAt: number }>;

export async function enqueueDueSlots<World extends JobWorld>(
  world: World,
  handlers: readonly JobHandler<World>[],
  seen: Map<string, number>,
): Promise<void> {
  const now = world.now();
  for (const { kind, everySeconds } of handlers) {
    if (everySeconds === undefined) continue;
    const periodMs = everySeconds * 1000;
    const slotAt = Math.floor(now / periodMs) * periodMs;
    if (seen.get(kind) === slotAt) continue;
    await enqueueSlot(world, kind, slotAt);
    seen.set(kind, slotAt);
  }
}

/** A slot whose predecessor still waits adds nothing: the work is to be done once, and late is late. */
async function enqueueSlot(world: JobWorld, kind: string, slotAt: number): Promise<void> {
  await inTransaction(world.database.owner, async (transaction) => {
    if (!(await claimSlot(transaction, kind, slotAt))) return;
    const subject: ScheduledSubject = { slotAt };
    await insertJob(transaction, { kind, subject, key: 'scheduled', runAt: slotAt, priority: 0 });
  });
}

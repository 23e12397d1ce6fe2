/** Retention's periodic work: once a day the keys of what may no longer be kept are erased. */
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { rewriteDataKeys } from '../journal/key-store.ts';
import { eraseExpired, type RetentionWorld } from './erase-expired.ts';

export const retentionJob = (world: RetentionWorld): JobHandler =>
  handle(jobKind<ScheduledSubject>('erase-expired-keys'), {
    everySeconds: 86_400,
    // A day of a large administration is read through for what is still open.
    runSecondsMax: 3_600,
    run: async ({ attempts }, { signal }) => {
      // An erasure is a transaction of its own. A worker that died after it may have left the old rows in the table's file.
      if (attempts > 1) await rewriteDataKeys(world.database.owner);
      await eraseExpired(world, signal);
      return async () => undefined;
    },
  });

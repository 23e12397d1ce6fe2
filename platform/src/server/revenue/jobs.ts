/** The periodic work of revenue: parcels that waited for room on an account go on when there is some. */
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import type { Platform } from '../world.ts';
import { readAccountsWithRoom } from './account-store.ts';
import { secureWaiting } from './accounts.ts';

const EVERY_SECONDS = 60;
const ACCOUNTS_MAX = 100;

/** A payment does the same at once; this finds what reversals and raised limits have made room for. */
export const accountsJob = (world: Pick<Platform, 'database' | 'tools'>): JobHandler =>
  handle(jobKind<ScheduledSubject>('secure-waiting'), {
    everySeconds: EVERY_SECONDS,
    role: 'intake',
    run: async (_job, { signal }) => {
      for (const account of await readAccountsWithRoom(world.database.intake, ACCOUNTS_MAX)) {
        if (signal.aborted) break;
        await secureWaiting(world, account, signal);
      }
      return () => Promise.resolve();
    },
  });

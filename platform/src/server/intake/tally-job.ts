/** Folds the rows that count parcels and sum postings, so that figures stay quick: the sum of each kind stays what it was. */
import { dayAt } from '../../domain/kernel/instant.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { foldPostingSums, foldTallies } from './store.ts';

const FOLD = jobKind<ScheduledSubject>('fold-tallies');
const EVERY_SECONDS = 60;
/** Flights and trucks that arrived longer ago are shown nowhere. */
const KEPT_MILLISECONDS = 30 * 86_400_000;
/** Statements of account show single days of this month and the one before. */
const DAYS_KEPT = 62;

export const tallyJob: JobHandler = handle(FOLD, {
  everySeconds: EVERY_SECONDS,
  role: 'intake',
  run: (_job, { world }) => {
    const before = world.now() - KEPT_MILLISECONDS;
    return Promise.resolve(async (transaction) => {
      await foldTallies(transaction, before);
      await foldPostingSums(transaction, dayAt(world.now(), 0) - DAYS_KEPT);
    });
  },
});

/** The periodic work of quotes: forgets those that ended long ago. */
import { dayAt } from '../../domain/kernel/instant.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { deleteQuotesBefore } from './store.ts';

const DAY_SECONDS = 86_400;

/** A parcel that was charged as quoted has the quote in its own input record, so that nothing is lost for a judge. */
export const quotesJob = (offsetMinutes: number): JobHandler =>
  handle(jobKind<ScheduledSubject>('forget-quotes'), {
    everySeconds: DAY_SECONDS,
    role: 'intake',
    run: (_job, { world }) => {
      const before = dayAt(world.now(), offsetMinutes) - limits.quoteDaysKept;
      return Promise.resolve(async (transaction) => {
        await deleteQuotesBefore(transaction, before);
      });
    },
  });

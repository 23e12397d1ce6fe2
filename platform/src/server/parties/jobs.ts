/** The periodic work of the register: counts what each declarant's parcels came to, so that its standing stays true. */
import { dayAt } from '../../domain/kernel/instant.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { countHistory } from './store.ts';

/** A standing that is some minutes old misleads nobody; counting reads the parcels of two days. */
const COUNT_EVERY_SECONDS = 300;

/** Every process reads the register again when the counts are committed. */
export const historyJob = (offsetMinutes: number): JobHandler =>
  handle(jobKind<ScheduledSubject>('count-party-history'), {
    everySeconds: COUNT_EVERY_SECONDS,
    role: 'intake',
    run: (_job, { world }) => {
      const today = dayAt(world.now(), offsetMinutes);
      return Promise.resolve((transaction) =>
        countHistory(transaction, { from: today - 1, to: today }),
      );
    },
  });

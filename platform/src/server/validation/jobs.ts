/** The periodic work of data quality: counts the statements of today and yesterday by filer. */
import { performance } from 'node:perf_hooks';
import { dayAt } from '../../domain/kernel/instant.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { countQuality } from './store.ts';

const COUNT_EVERY_SECONDS = 300;
/** Counting reads the statements of two days; it takes at most this share of the time, however many there are. */
const SHARE_MAX = 1 / 100;

export function qualityJob(offsetMinutes: number): JobHandler {
  let restsUntil = 0;
  return handle(jobKind<ScheduledSubject>('count-filer-quality'), {
    everySeconds: COUNT_EVERY_SECONDS,
    role: 'intake',
    run: (_job, { world }) => {
      const today = dayAt(world.now(), offsetMinutes);
      return Promise.resolve(async (transaction) => {
        const from = performance.now();
        if (from < restsUntil) return;
        await countQuality(transaction, today - 1);
        await countQuality(transaction, today);
        const until = performance.now();
        restsUntil = until + (until - from) / SHARE_MAX;
      });
    },
  });
}

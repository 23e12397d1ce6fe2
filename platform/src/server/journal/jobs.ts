/** The journal's periodic work: day partitions of every partitioned table are made well before their day. */
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { ensurePartitions } from './store.ts';

/** A week ahead: nobody has to hurry when jobs stand still over a holiday. */
const PARTITION_DAYS_AHEAD = 7;

/** The days whose partitions must be there at a moment. */
export function partitionDays(
  at: Moment,
  offsetMinutes: number,
): { readonly from: number; readonly to: number } {
  const today = dayAt(at, offsetMinutes);
  return { from: today - 1, to: today + PARTITION_DAYS_AHEAD };
}

export const partitionJob = (offsetMinutes: number): JobHandler =>
  handle(jobKind<ScheduledSubject>('make-partitions'), {
    everySeconds: 3_600,
    run: async (_job, { world }) => {
      const days = partitionDays(world.now(), offsetMinutes);
      return async (transaction) => {
        await ensurePartitions(transaction, days);
      };
    },
  });

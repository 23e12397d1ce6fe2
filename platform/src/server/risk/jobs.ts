/** Risk's periodic work: the random selection of each day is bound days before it begins. */
import { dayAt } from '../../domain/kernel/instant.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { bindSelectionDays, type SelectionWorld } from './selection-keys.ts';

/** Two days: whoever publishes the commitments elsewhere has a working day for it. */
const SELECTION_DAYS_AHEAD = 2;

export const selectionJob = (selection: SelectionWorld): JobHandler =>
  handle(jobKind<ScheduledSubject>('bind-selection'), {
    everySeconds: 3_600,
    run: async (_job, { world }) => {
      const today = dayAt(world.now(), selection.offsetMinutes);
      // Binding is a transaction of its own and happens once however often it is tried.
      await bindSelectionDays(selection, { from: today, to: today + SELECTION_DAYS_AHEAD });
      return async () => undefined;
    },
  });

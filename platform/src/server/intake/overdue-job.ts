/** The timers of parcels: notes in the journal what is overdue and proposes the next step to an officer. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { refusal } from '../../domain/kernel/refusal.ts';
import { failure, success } from '../../domain/kernel/result.ts';
import { readState, type ParcelState } from '../../domain/parcel-state.ts';
import type { Overdue } from '../../domain/release/events.ts';
import { overdueAt } from '../../domain/release/timers.ts';
import { carryOut } from './command.ts';
import { watchedAt } from './parcel-row.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import type { Platform } from '../world.ts';
import { readWatched, watchAgain, type WatchedRow } from '../release/store.ts';

type World = Pick<Platform, 'database' | 'law' | 'now' | 'tools'>;

const EVERY_SECONDS = 60;
const ROWS_MAX = 200;
/** How long a parcel that broke is left alone. */
const REST_MILLISECONDS = 3_600_000;
/** Who did it, in the journal: no person. */
const TIMER = 'timer';

export const overdueJob = (world: World): JobHandler =>
  handle(jobKind<ScheduledSubject>('note-overdue'), {
    everySeconds: EVERY_SECONDS,
    role: 'intake',
    run: async (_job, { signal }) => {
      await noteOverdue(world, signal);
      return () => Promise.resolve();
    },
  });

/**
 * Each parcel is a command of its own, so that a job that is run twice notes nothing twice. One that breaks is left for a
 * while and does not keep the others waiting; its fault is told at the end. Answers how many were noted.
 */
export async function noteOverdue(
  world: World,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const faults: unknown[] = [];
  let noted = 0;
  for (;;) {
    const rows = await readWatched(world.database.intake, world.now(), ROWS_MAX);
    for (const row of rows) {
      if (signal.aborted) return noted;
      try {
        if (await noteOne(world, row)) noted += 1;
      } catch (error) {
        faults.push(error);
        await watchAgain(world.database.intake, row, world.now() + REST_MILLISECONDS);
      }
    }
    if (rows.length < ROWS_MAX) break;
  }
  if (faults.length > 0)
    throw new AggregateError(faults, 'Parcels broke while their times were noted.');
  return noted;
}

async function noteOne(world: World, row: WatchedRow): Promise<boolean> {
  const { law, tools, database } = world;
  const { period } = readState(row.state);
  const outcome = await carryOut(tools, {
    reference: { scheme: row.scheme, number: row.number },
    actor: TIMER,
    command: 'note-overdue',
    expectedVersion: null,
    note: null,
    decide: (state, at) => {
      const events = state.period === period ? overdueOf(world, state, at) : [];
      return events.length === 0
        ? failure(refusal('nothing-overdue', 'No time of this parcel has passed.'))
        : success(events);
    },
  });
  if (outcome.ok) return true;
  const next = watchedAt(readState(row.state), world.now(), law);
  await watchAgain(database.intake, row, next !== null && next > world.now() ? next : null);
  return false;
}

function overdueOf({ law }: World, state: ParcelState, at: Moment): readonly Overdue[] {
  const { custody, debt, facts } = state;
  const { deadlines } = law.on(law.dayAt(at)).decisions;
  return overdueAt({ custody, standing: debt.standing, mode: facts?.mode ?? null }, deadlines, at);
}

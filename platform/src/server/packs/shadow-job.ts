/** The periodic rehearsal: versions in their shadow run, and the coming rows of the law in force, on decisions as they are made. */
import { performance } from 'node:perf_hooks';
import type { LawBook } from '../../domain/journey-law.ts';
import { lawAsOf, noFigures } from '../../domain/journey-shadow.ts';
import { nextChangeDay } from '../../domain/jurisdiction/coming-law.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { inTransaction } from '../db/transaction.ts';
import { handle, jobKind, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import { LOG_START } from '../journal/store.ts';
import { lawAsItWas } from '../law-as-it-was.ts';
import type { Platform } from '../world.ts';
import { readPackActs, registerOf, type PackActRow } from './activation-store.ts';
import { rehearse } from './shadow.ts';
import {
  insertRehearsal,
  readRehearsals,
  updateRehearsal,
  type Rehearsal,
} from './shadow-store.ts';

const EVERY_SECONDS = 30;
/** A run rehearses for so long: a tenth of one core at most, however much there is; what is left waits for the next. */
const RUN_MILLISECONDS = 3_000;
/** A rehearsal begins with the decisions of the day before, so that its first figures do not wait for traffic. */
const DAYS_BACK = 1;

export const shadowJob = (platform: Platform): JobHandler =>
  handle(jobKind<ScheduledSubject>('rehearse-law'), {
    everySeconds: EVERY_SECONDS,
    role: 'intake',
    run: async (_job, { signal }) => {
      await rehearseAll(platform, signal);
      return () => Promise.resolve();
    },
  });

type Wanted = { readonly version: string; readonly asOf: Day | null; readonly since: number };

/** Takes every rehearsal that is wanted a step further. */
export async function rehearseAll(
  platform: Platform,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { database, pack } = platform;
  const acts = await readPackActs(database.intake, pack.id);
  const wanted = wantedOf(platform, acts);
  const until = performance.now() + RUN_MILLISECONDS;
  for (const each of wanted) {
    const rehearsal = await openRehearsal(platform, each);
    const isEnough = (): boolean => signal.aborted || performance.now() > until;
    if (rehearsal !== undefined && !isEnough()) await goOn(platform, rehearsal, isEnough);
  }
}

function wantedOf(platform: Platform, acts: readonly PackActRow[]): readonly Wanted[] {
  const { pack, packVersion } = platform;
  const wanted: Wanted[] = [];
  for (const [version, { state }] of registerOf(acts)) {
    const began = acts.findLast((act) => act.version === version && act.act === 'shadow')?.at;
    if (state === 'shadow' && began !== undefined)
      wanted.push({ version, asOf: null, since: began.epochMilliseconds });
  }
  const asOf = nextChangeDay(pack, platform.law.dayAt(platform.now()));
  return asOf === null ? wanted : [...wanted, { version: packVersion, asOf, since: 0 }];
}

/** The one under way, or a new one where a version has entered its shadow anew. */
async function openRehearsal(platform: Platform, wanted: Wanted): Promise<Rehearsal | undefined> {
  const { database, pack, law } = platform;
  const find = async (): Promise<Rehearsal | undefined> =>
    (await readRehearsals(database.intake, pack.id)).find(
      ({ version, asOf, startedAt }) =>
        version === wanted.version &&
        asOf === wanted.asOf &&
        startedAt.epochMilliseconds >= wanted.since,
    );
  const known = await find();
  if (known !== undefined) return known;
  const at = platform.now();
  await insertRehearsal(database.intake, {
    ...LOG_START,
    pack: pack.id,
    version: wanted.version,
    asOf: wanted.asOf,
    at: Temporal.Instant.fromEpochMilliseconds(at),
    day: law.dayAt(at) - DAYS_BACK,
    figures: noFigures(pack.currency),
  });
  return find();
}

async function goOn(
  platform: Platform,
  rehearsal: Rehearsal,
  isEnough: () => boolean,
): Promise<void> {
  const { database, segments, law, pack } = platform;
  const shadow = await shadowOf(platform, rehearsal);
  if (shadow === null) return;
  const today = law.dayAt(platform.now());
  const from = { transactionId: rehearsal.transactionId, entryId: rehearsal.entryId };
  let { figures, day } = rehearsal;
  let after = from;
  for (;;) {
    const run = await rehearse({ database, segments, shadow, against: null, day, after, isEnough }, figures); // prettier-ignore
    figures = run.figures;
    after = { transactionId: run.place.transactionId, entryId: run.place.entryId };
    if (!run.isDone || day >= today) break;
    day += 1;
  }
  const at = Temporal.Instant.fromEpochMilliseconds(platform.now());
  const row = { ...rehearsal, ...after, day, figures: { ...figures, currency: pack.currency }, from, at }; // prettier-ignore
  await inTransaction(database.intake, (transaction) => updateRehearsal(transaction, row));
}

async function shadowOf(platform: Platform, { version, asOf }: Rehearsal): Promise<LawBook | null> {
  const book = await lawAsItWas(platform, `${platform.pack.id}@${version}`);
  if (book === null || asOf === null) return book;
  return lawAsOf(book, asOf);
}

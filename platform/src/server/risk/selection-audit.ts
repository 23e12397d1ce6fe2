/** Hands the key of a day to internal audit, and proves single draws, only when nothing hangs on them any more. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { inTransaction } from '../db/transaction.ts';
import { appendEntry } from '../journal/store.ts';
import { bucketOf, proveDraw, type SelectionProof } from './selection.ts';
import { selectionEntry, unwrapDayKey, type SelectionWorld } from './selection-keys.ts';
import { readSelectionKey, recordHandOver, type Bucket } from './selection-store.ts';

/** The key of a day stays with us at least this long, whatever has been closed. */
const KEY_KEPT_DAYS = 90;

export type HandOver = {
  readonly day: Day;
  /** Who asks: a person's id and the role under which the person acts. */
  readonly person: string;
  readonly role: string;
  /** Whether a parcel of that day can still be decided, held or released otherwise; how many is nobody's to know. */
  readonly isDayOpen: (day: Day) => Promise<boolean>;
};

export type HandedOver = {
  readonly day: Day;
  readonly dayKey: Uint8Array;
  readonly commitment: Uint8Array;
  readonly bucketBits: number;
  readonly isAhead: boolean;
};

/**
 * Hands the key of a day to internal audit, which can then draw every parcel of that day again. Refused to anybody else, before the
 * ninetieth day, while a parcel of that day is open, and to a second person. The person who has it may ask again, because an
 * answer can get lost on its way; each time is journaled.
 */
export async function handOverSelectionKey(
  world: SelectionWorld,
  handOver: HandOver,
): Promise<Result<HandedOver, Refusal>> {
  const { day, person, role } = handOver;
  const at = world.now();
  if (role !== 'auditor')
    return refuse(
      'selection-key-for-audit-only',
      'The key of random selection is for internal audit alone.',
    );
  const row = await readSelectionKey(world.database.intake, day);
  if (row === null) return refuse('selection-day-unknown', 'No key was ever made for that day.');
  if (dayAt(at, world.offsetMinutes) < day + KEY_KEPT_DAYS) {
    return refuse(
      'selection-key-too-early',
      `The key can be handed over from ${writeDay(day + KEY_KEPT_DAYS)} on.`,
    );
  }
  if (await handOver.isDayOpen(day))
    return refuse('selection-day-open', 'Not every parcel of that day is closed yet.');
  if (!(await isHandedTo(world, { day, person, at })))
    return refuse(
      'selection-key-handed-over',
      'The key of that day was handed to somebody else already.',
    );
  const { commitment, bucketBits, isAhead } = row;
  return success({ day, dayKey: unwrapDayKey(world.master, row), commitment, bucketBits, isAhead });
}

type Handing = { readonly day: Day; readonly person: string; readonly at: Moment };

/** Whether the key belongs to this person now; note and journal entry are one transaction. */
async function isHandedTo(world: SelectionWorld, { day, person, at }: Handing): Promise<boolean> {
  await world.ids.ready();
  return inTransaction(world.database.intake, async (transaction) => {
    const to = { day, to: person, at: Temporal.Instant.fromEpochMilliseconds(at) };
    const isFirst = await recordHandOver(transaction, to);
    const owner = isFirst ? person : (await readSelectionKey(transaction, day))?.handedOutTo;
    if (owner !== person) return false;
    const event = {
      type: 'selection-key-handed-over',
      day: writeDay(day),
      to: person,
      again: !isFirst,
    };
    const entryId = world.ids.next();
    await appendEntry(
      transaction,
      selectionEntry({ entryId, at, actor: person, command: 'hand-over-selection-key', event }),
    );
    return true;
  });
}

const refuse = (code: string, sentence: string): Result<never, Refusal> =>
  failure(refusal(code, sentence));

export type ProofWanted = {
  readonly reference: string;
  readonly day: Day;
  /** Each draw of the parcel on that day was made in one of these. */
  readonly strata: readonly string[];
  /** Who asks; the record keeps it. */
  readonly person: string;
  /** Whether an open parcel drew from that bucket on that day, this parcel included: its draw would be shown too. */
  readonly isBucketOpen: (day: Day, bucket: Bucket) => Promise<boolean>;
};

/** Passes that were under way at midnight, and clocks of processes that differ, are done by then. */
const AFTER_MIDNIGHT_MILLISECONDS = 3_600_000;

/**
 * Proves single draws, to whoever contests them, without the key of the day. Refused until the day is over, because who knows the key of
 * a bucket could choose references that pass; and while an open parcel shares the bucket.
 */
export async function proveSelection(
  world: SelectionWorld,
  wanted: ProofWanted,
): Promise<Result<readonly SelectionProof[], Refusal>> {
  const { reference, day, strata } = wanted;
  const at = world.now();
  const row = await readSelectionKey(world.database.intake, day);
  if (row === null) return refuse('selection-day-unknown', 'No key was ever made for that day.');
  if (dayAt(at - AFTER_MIDNIGHT_MILLISECONDS, world.offsetMinutes) <= day)
    return refuse(
      'selection-day-not-over',
      'A draw can be proven from one o’clock of the day after it on.',
    );
  const { bucketBits } = row;
  if (await wanted.isBucketOpen(day, { bucket: bucketOf(reference, bucketBits), bucketBits })) {
    return refuse(
      'selection-proof-too-early',
      'The draw can be proven once this parcel, and the few that share its key, are closed.',
    );
  }
  const dayKey = unwrapDayKey(world.master, row);
  const proofs: SelectionProof[] = [];
  for (const stratum of strata)
    proofs.push(await proveDraw(dayKey, { reference, day, stratum }, bucketBits));
  await journalProof(world, wanted, at);
  return success(proofs);
}

async function journalProof(
  { ids, database }: SelectionWorld,
  { reference, day, strata, person }: ProofWanted,
  at: Moment,
): Promise<void> {
  await ids.ready();
  const event = { type: 'selection-proven', day: writeDay(day), reference, strata };
  await appendEntry(
    database.intake,
    selectionEntry({ entryId: ids.next(), at, actor: person, command: 'prove-selection', event }),
  );
}

/** Makes the keys of random selection ahead of their day, binds them by commitments, and draws with them. */
import { randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '../../domain/kernel/canonical-json.ts';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { invariant, present } from '../../domain/kernel/invariant.ts';
import type { Database } from '../db/connect.ts';
import { inTransaction } from '../db/transaction.ts';
import type { IdMaker } from '../ids.ts';
import { toBase64Url } from '../journal/base64.ts';
import { journalRow, type JournalRow } from '../journal/entry.ts';
import type { MasterKey } from '../journal/keys.ts';
import { appendEntry } from '../journal/store.ts';
import { BUCKET_BITS, bucketKey, bucketOf, commitmentOf, drawWith } from './selection.ts';
import {
  insertSelectionKey,
  readSelectionKey,
  selectionKeyContext,
  type SelectionKeyRow,
} from './selection-store.ts';

const DAY_MILLISECONDS = 86_400_000;
const KEY_BYTES = 32;
/** Days whose keys a process keeps at hand. */
const DAYS_KEPT = 8;

export type SelectionWorld = {
  readonly database: Pick<Database, 'intake'>;
  readonly master: MasterKey;
  readonly ids: IdMaker;
  readonly now: () => Moment;
  /** How far the clock of the administration is ahead of UTC: a day begins at its midnight. */
  readonly offsetMinutes: number;
};

/** Binds every day of a range that is not bound yet, and journals each commitment; run at start and daily, some days ahead. */
export async function bindSelectionDays(
  world: SelectionWorld,
  days: { readonly from: Day; readonly to: Day },
): Promise<readonly Day[]> {
  const bound: Day[] = [];
  for (let day = days.from; day <= days.to; day++) {
    if (
      (await readSelectionKey(world.database.intake, day)) === null &&
      (await bindDay(world, day))
    )
      bound.push(day);
  }
  return bound;
}

async function bindDay(
  { database, master, ids, now, offsetMinutes }: SelectionWorld,
  day: Day,
): Promise<boolean> {
  const dayKey = randomBytes(KEY_BYTES);
  const commitment = await commitmentOf(dayKey, BUCKET_BITS);
  const wrapped = master.wrap(dayKey, selectionKeyContext(day));
  await ids.ready();
  const at = now();
  const dayBegins = day * DAY_MILLISECONDS - offsetMinutes * 60_000;
  return inTransaction(database.intake, async (transaction) => {
    const isBound = await insertSelectionKey(transaction, {
      day,
      commitment,
      bucketBits: BUCKET_BITS,
      masterId: master.id,
      wrapped,
      committedAt: Temporal.Instant.fromEpochMilliseconds(at),
      dayBeginsAt: Temporal.Instant.fromEpochMilliseconds(dayBegins),
    });
    if (!isBound) return false;
    const event = {
      type: 'selection-committed',
      day: writeDay(day),
      bucketBits: BUCKET_BITS,
      commitment: toBase64Url(commitment),
    };
    await appendEntry(
      transaction,
      selectionEntry({
        entryId: ids.next(),
        at,
        actor: 'luxor',
        command: 'commit-selection',
        event,
      }),
    );
    return true;
  });
}

type Written = {
  readonly entryId: bigint;
  readonly at: Moment;
  readonly actor: string;
  readonly command: string;
  readonly event: Json;
};

export function selectionEntry({ event, ...written }: Written): JournalRow {
  const place = { shardKey: 0, parcelId: 0n, sequence: 0 };
  return journalRow({
    ...place,
    ...written,
    versions: '{}',
    input: null,
    commitments: [],
    events: canonicalJson([event]),
  });
}

export type Selector = {
  /** Makes the key of a day ready; resolves at once when it is. */
  prepare(day: Day): Promise<void>;
  /** A number in [0, 1,000,000), the same for the same parcel, day and stratum; 4 us. */
  draw(reference: string, day: Day, stratum: string): number;
};

/** Draws for the hot path: `prepare` the days of a batch while it loads, then draw without waiting. */
export function createSelector(world: SelectionWorld): Selector {
  const dayKeys = new Map<Day, { readonly dayKey: Uint8Array; readonly bucketBits: number }>();
  return {
    async prepare(day) {
      if (dayKeys.has(day)) return;
      await bindSelectionDays(world, { from: day, to: day });
      const row = present(
        await readSelectionKey(world.database.intake, day),
        'a day that was bound has a key',
      );
      if (dayKeys.size >= DAYS_KEPT) dayKeys.delete(Math.min(...dayKeys.keys()));
      dayKeys.set(day, { dayKey: unwrapDayKey(world.master, row), bucketBits: row.bucketBits });
    },
    draw(reference, day, stratum) {
      const { dayKey, bucketBits } = present(
        dayKeys.get(day),
        'the key of a day is prepared before a draw',
      );
      return drawWith(bucketKey(dayKey, bucketOf(reference, bucketBits)), {
        reference,
        day,
        stratum,
      });
    },
  };
}

export function unwrapDayKey(master: MasterKey, row: SelectionKeyRow): Uint8Array {
  const dayKey = master.unwrap(row.wrapped, selectionKeyContext(row.day));
  invariant(dayKey.length === KEY_BYTES, 'the key of a day has 32 bytes');
  return dayKey;
}

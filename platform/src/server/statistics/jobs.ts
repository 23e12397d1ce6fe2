/** Observes what was released: reads the sealed log from where it stopped, and writes each released item exactly once. */
import { money } from '../../domain/kernel/money.ts';
import { readState } from '../../domain/parcel-state.ts';
import { observationsOf, releaseSeconds, type ObservedItem, type ReleasedParcel } from '../../domain/statistics/observe.ts'; // prettier-ignore
import type { LawBook } from '../../domain/journey-law.ts';
import type { Database } from '../db/connect.ts';
import { handle, jobKind, type Effect, type JobHandler } from '../jobs/job.ts';
import type { ScheduledSubject } from '../jobs/schedule.ts';
import * as log from '../journal/log-reader.ts';
import * as store from './store.ts';

const READER = 'statistics';
const OBSERVE = jobKind<ScheduledSubject>('observe-releases');
const EVERY_SECONDS = 10;
/** Transactions of one round; a round that is full is followed by the next at once. */
const TRANSACTIONS_MAX = 200;
const ROUNDS_MAX = 50;

export type StatisticsWorld = {
  readonly database: Pick<Database, 'intake'>;
  readonly law: LawBook;
};

export const observeJob = (world: StatisticsWorld): JobHandler =>
  handle(OBSERVE, { everySeconds: EVERY_SECONDS, role: 'intake', run: () => observeReleases(world) }); // prettier-ignore

/** What to write, and where the reader then stands: one transaction, with the job's own completion. */
export async function observeReleases({ database, law }: StatisticsWorld): Promise<Effect> {
  const pool = database.intake;
  const from = await log.readNextIndex(pool, READER);
  let to = from;
  const tally = createTally();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const sealed = await log.readSealed(pool, to, TRANSACTIONS_MAX);
    const last = sealed.at(-1);
    if (last === undefined) break;
    const released = await store.readReleased(pool, sealed.map(({ transactionId }) => transactionId)); // prettier-ignore
    const items = Map.groupBy(await store.readItems(pool, released), ({ parcelId }) => parcelId);
    for (const row of released) tally.add(row, items.get(row.parcelId) ?? [], law);
    to = last.firstIndex + BigInt(last.entryCount);
    if (sealed.length < TRANSACTIONS_MAX) break;
  }
  return async (transaction) => {
    if (to === from) return;
    const moved = await log.moveReader(transaction, { reader: READER, from, to });
    // Another worker has observed these releases already; what came since is for the next round.
    if (!moved) return;
    await store.writeObserved(transaction, tally.rows());
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

type Tally = {
  readonly add: (row: store.ReleasedRow, items: readonly store.ItemRow[], law: LawBook) => void;
  readonly rows: () => store.Observed;
};

function createTally(): Tally {
  const observations: store.ObservationRow[] = [];
  const cells = new Map<string, Mutable<store.CellRow>>();
  const times = new Map<string, Mutable<store.ReleaseTimeRow>>();

  function addCells(rows: readonly store.ObservationRow[]): void {
    const seen = new Set<string>();
    for (const row of rows) {
      const { month, direction, commodity, origin, partner, mode, channel, currency } = row;
      const place = { month, direction, commodity, origin, partner, mode, channel, currency };
      const key = Object.values(place).join('|');
      const cell = cells.get(key) ?? { ...place, parcels: 0, items: 0, valueMinor: 0n, massGrams: 0n }; // prettier-ignore
      cells.set(key, cell);
      cell.items += 1;
      cell.valueMinor = BigInt(cell.valueMinor) + BigInt(row.valueMinor);
      cell.massGrams = BigInt(cell.massGrams) + BigInt(row.massGrams);
      if (!seen.has(key)) cell.parcels += 1;
      seen.add(key);
    }
  }

  return {
    add(row, items, book) {
      const parcel = releasedParcel(row, items);
      const day = book.dayAt(parcel.releasedAt);
      const rows = observationsOf(parcel, day, book.on(day).law).map(({ value, ...rest }) => ({
        ...rest,
        shardKey: row.shardKey,
        parcelId: row.parcelId,
        valueMinor: value.minor,
        currency: value.currency,
      }));
      observations.push(...rows);
      addCells(rows);
      const seconds = releaseSeconds(parcel.releasedAt, parcel.hereAt);
      const { category } = parcel;
      const key = `${day} ${category} ${seconds}`;
      const time = times.get(key) ?? { day, category, seconds, parcels: 0 };
      times.set(key, time);
      time.parcels += 1;
    },
    rows: () => ({
      observations,
      cells: [...cells.values()],
      releaseTimes: [...times.values()],
    }),
  };
}

/** Category of what was released without ever being decided, which only people can do. */
const UNDECIDED_CATEGORY = 4;

function releasedParcel(
  { releasedAt, state }: store.ReleasedRow,
  items: readonly store.ItemRow[],
): ReleasedParcel & { readonly hereAt: number | null } {
  const { facts, custody } = readState(state);
  return {
    releasedAt: releasedAt.epochMilliseconds,
    hereAt: custody.arrivedAt ?? custody.departedAt,
    direction: facts?.direction ?? 'import',
    partner: facts?.from ?? null,
    mode: facts?.mode ?? null,
    channel: facts?.channel ?? null,
    category: custody.decision?.category ?? UNDECIDED_CATEGORY,
    items: items.map(observedItem),
  };
}

const observedItem = (item: store.ItemRow): ObservedItem => ({
  position: item.position,
  commodityCode: item.commodityCode,
  origin: item.origin,
  value:
    item.valueMinor === null || item.currency === null ? null : money(item.valueMinor, item.currency), // prettier-ignore
  massGrams: item.massGrams,
});

/** Erases the keys of what the law no longer lets us keep; what an open parcel or a legal hold needs stays until it does not. */
import { CLOSED_STAGES } from '../../domain/decision/stage.ts';
import {
  RETENTION_CLASSES,
  type Pack,
  type RetentionClass,
} from '../../domain/jurisdiction/pack.ts';
import { rowsInForce } from '../../domain/jurisdiction/in-force.ts';
import { isExpired } from '../../domain/jurisdiction/retention.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import type { Database } from '../db/connect.ts';
import type { IdMaker } from '../ids.ts';
import { readKeyDays } from '../journal/key-store.ts';
import { eraseKeys } from '../journal/keys.ts';
import * as store from './store.ts';

export type RetentionWorld = {
  readonly database: Pick<Database, 'intake' | 'owner'>;
  readonly ids: IdMaker;
  readonly now: () => Moment;
  readonly pack: Pick<Pack, 'retentions' | 'zoneOffsetMinutes'>;
};

/** Days erased in one run: the first run on an old record goes on tomorrow. */
const DAYS_PER_RUN = 31;
const STATEMENTS_PER_PAGE = 1_000;

export type Erased = { readonly erased: readonly Day[]; readonly kept: readonly Day[] };

/** Days whose period has ended, of every class: erased, or kept for a reason that has not ended. */
export async function eraseExpired(
  world: RetentionWorld,
  signal: AbortSignal,
): Promise<ReadonlyMap<RetentionClass, Erased>> {
  const outcome = new Map<RetentionClass, Erased>();
  for (const retentionClass of RETENTION_CLASSES)
    outcome.set(retentionClass, await eraseClass(world, retentionClass, signal));
  return outcome;
}

async function eraseClass(
  world: RetentionWorld,
  retentionClass: RetentionClass,
  signal: AbortSignal,
): Promise<Erased> {
  const { database, ids, now, pack } = world;
  const at = now();
  const today = dayAt(at, pack.zoneOffsetMinutes);
  const rows = rowsInForce(pack.retentions, today);
  const known = await readKeyDays(database.intake, { retentionClass, before: today });
  const [erasable, kept]: [Day[], Day[]] = [[], []];
  for (const day of known.filter((each) => isExpired(rows, { retentionClass, day: each, today }))) {
    signal.throwIfAborted();
    if (erasable.length === DAYS_PER_RUN) break;
    (await isNeeded(world, retentionClass, day) ? kept : erasable).push(day);
  }
  if (erasable.length > 0) {
    await ids.ready();
    const erasure = { retentionClass, days: erasable, actor: 'job:retention', at, entryId: ids.next() };
    const erased = await eraseKeys(database, erasure);
    // Only days that are over ever expire.
    if (!erased.ok) throw new Error(erased.error.sentence);
  }
  return { erased: erasable, kept };
} // prettier-ignore

async function isNeeded(
  { database: { intake } }: RetentionWorld,
  retentionClass: RetentionClass,
  day: Day,
): Promise<boolean> {
  return (
    (await store.isHeld(intake, { retentionClass, day })) ||
    (await store.hasOpenParcel(intake, { day, closedStages: CLOSED_STAGES })) ||
    hasOpenOrder(intake, day)
  );
}

type Facts = { readonly orderNumbers?: readonly string[] };

/** An order that was told before its parcel was known stands in the journal apart from it. */
async function hasOpenOrder(on: Database['intake'], day: Day): Promise<boolean> {
  for (let after = -1n, isLast = false; !isLast;) {
    const page = await store.readOrderStatements(on, { day, after, limit: STATEMENTS_PER_PAGE });
    const orders = page
      .flatMap(({ facts }) => parseOwn<Facts>(facts).orderNumbers ?? [])
      .map((order) => ({ shard: shardOf(order), order }));
    if (orders.length > 0 && (await store.hasOpenParcelOf(on, orders, CLOSED_STAGES))) return true;
    after = page.at(-1)?.statementId ?? after;
    isLast = page.length < STATEMENTS_PER_PAGE;
  }
  return false;
}

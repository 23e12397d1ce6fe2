/** The work queue of the desk: lines in the order they are due, counts, changes, and the flights of the day. */
import type { ChargesSummary, ParcelEvent } from '../../domain/parcel-state.ts';
import { readState } from '../../domain/parcel-state.ts';
import type { Lane } from '../../domain/kernel/lane.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { readFacts } from '../../domain/advance-data/statement-text.ts';
import type { RiskAssessed } from '../../domain/risk/events.ts';
import type { Transaction } from '../db/transaction.ts';
import { countryName } from '../place-names.ts';
import { clockText, colleague, deskSight, lawOf, read, readColleagues, type Desk, type Names } from './desk.ts'; // prettier-ignore
import { goodsLine } from './goods-line.ts';
import { firstReason, showReasons } from './reasons-shown.ts';
import { OVERDUE_WORDS } from './words.ts';
import * as queue from './queue-store.ts';
import * as store from './store.ts';

export type QueueQuestion = Omit<queue.WorkQuestion, 'person' | 'after'> & {
  readonly after: string | null;
};

/** A page of the queue; `version` is the latest change it knows of. */
export function readQueue(desk: Desk, question: QueueQuestion): Promise<object> {
  const { person } = desk.officer;
  return read(desk, async (transaction) => {
    const { latest } = await queue.countChanges(transaction, 0);
    const asked = { ...question, person, after: readPlace(question.after), limit: question.limit + 1 }; // prettier-ignore
    const found = await queue.readWork(transaction, asked);
    const rows = found.slice(0, question.limit);
    const { total, ...counts } = await queue.countWork(transaction, person);
    const last = rows.at(-1);
    return {
      rows: await linesOf(desk, transaction, rows),
      counts: { ...counts, all: total },
      ...(found.length > rows.length && last !== undefined ? { next: writePlace(last) } : {}),
      version: latest?.epochMilliseconds ?? 0,
      now: clockText(desk, desk.platform.now()),
    };
  });
}

/** What came to the queue, or changed in it, after a version; a change whose batch is not yet committed shows with the next. */
export function readChanges(desk: Desk, since: number): Promise<object> {
  return read(desk, async (transaction) => {
    const { parcels, latest } = await queue.countChanges(transaction, since);
    return {
      new: parcels,
      version: latest?.epochMilliseconds ?? since,
      now: clockText(desk, desk.platform.now()),
    };
  });
}

/** `next` is opaque to callers: the due time and the id of the last parcel. */
const writePlace = ({ dueAt, parcelId }: store.WorkRow): string =>
  `${dueAt === null ? '' : String(dueAt.epochMilliseconds)}.${parcelId.toString(36)}`;

const PLACE = /^([0-9]{0,15})\.([0-9a-z]{1,13})$/;

function readPlace(text: string | null): queue.WorkPlace | null {
  const match = text === null ? null : PLACE.exec(text);
  if (match === null) return null;
  const [, due = '', id = ''] = match;
  let parcelId = 0n;
  for (const digit of id) parcelId = parcelId * 36n + BigInt(parseInt(digit, 36));
  return { dueAt: due === '' ? null : Number(due), parcelId };
}

/** Lines for parcels, with what is in them and why they are looked at; a handful of look-ups by key for all together. */
export async function linesOf(
  desk: Desk,
  transaction: Transaction,
  rows: readonly store.WorkRow[],
): Promise<readonly object[]> {
  if (rows.length === 0) return [];
  const states = rows.map((row) => readState(row.state));
  const goods = await store.readGoods(transaction, states.flatMap(goodsAddress));
  const facts = new Map(goods.map((row) => [row.statementId.toString(), row.facts]));
  const assessments = await store.readAssessments(transaction, rows);
  const assessed = new Map(assessments.map(({ parcelId, body }) => [parcelId, assessedIn(body)]));
  const names = await readColleagues(transaction);
  return rows.map((row, index) => {
    const state = states[index] ?? readState(row.state);
    const stated = facts.get(state.facts?.itemsFrom ?? '');
    return lineOf(desk, {
      row,
      state,
      names,
      what: goodsLine(stated === undefined ? [] : readFacts(stated).items),
      assessed: assessed.get(row.parcelId) ?? null,
    });
  });
}

type State = ReturnType<typeof readState>;

function goodsAddress({ facts, statements }: State): { shard: number; statement: string }[] {
  const statement = facts?.itemsFrom ?? null;
  const address = statements.find(([id]) => id === statement);
  return address === undefined ? [] : [{ statement: address[0], shard: address[1] }];
}

const assessedIn = (body: string): RiskAssessed | null =>
  parseOwn<{ events: readonly ParcelEvent[] }>(body).events.findLast(isRiskAssessed) ?? null;

export const isRiskAssessed = (event: ParcelEvent): event is RiskAssessed =>
  event.type === 'risk-assessed';

type Line = {
  readonly row: store.WorkRow;
  readonly state: State;
  readonly names: Names;
  readonly what: string;
  readonly assessed: RiskAssessed | null;
};

function lineOf(desk: Desk, { row, state, names, what, assessed }: Line): object {
  const { custody, facts, charges } = state;
  const shown = showReasons(assessed, lawOf(desk, state).rules, deskSight(desk));
  const holds = custody.holds.map(({ reason }) => reason);
  const since = clockText(desk, row.updatedAt.epochMilliseconds);
  return {
    parcel: { scheme: row.scheme, number: row.number },
    ...laneOf(row, state),
    stage: row.stage,
    dueAt: row.dueAt === null ? null : clockText(desk, row.dueAt.epochMilliseconds),
    what,
    from: fromText(desk, facts?.from ?? null),
    firstReason:
      overdueReason(custody) ?? firstReason(shown, custody.decision?.because ?? [], holds),
    claimedBy: row.claimedBy === null ? null : colleague(desk, names, row.claimedBy),
    value: valueOf(charges),
    means: row.means,
    since,
    proposal: proposalOf(desk, names, { custody, since }),
  };
}

/** What is overdue comes before why it was asked. */
function overdueReason({ overdue }: State['custody']): string | null {
  const latest = overdue.at(-1);
  return latest === undefined ? null : `${OVERDUE_WORDS[latest.step]}.`;
}

/** The lane and the hold shown beside it; what came without any data has no lane yet. */
export function laneOf(
  { lane }: Pick<store.WorkRow, 'lane'>,
  { custody }: State,
): { readonly lane: Lane; readonly hold: string | null } {
  const [hold] = custody.holds;
  return {
    lane: lane ?? (hold === undefined ? 'refer' : 'hold'),
    // Who was let go ahead of its arrival will not be held for what the engine saw in it.
    hold: hold?.reason ?? (custody.confirmed === null ? (custody.decision?.hold ?? null) : null),
  };
}

function proposalOf(
  desk: Desk,
  names: Names,
  { custody, since }: Pick<State, 'custody'> & { readonly since: string },
): object | null {
  if (custody.proposal === null) return null;
  const { person } = custody.proposal.by;
  return { by: colleague(desk, names, person), at: since, you: person === desk.officer.person };
}

export const fromText = ({ platform }: Desk, country: string | null): string =>
  country === null ? 'not stated' : countryName(platform.pack, country);

/** The value of the goods, when all of it is known. */
export const valueOf = (charges: ChargesSummary | null): object | null =>
  charges === null ? null : { amount: charges.intrinsicValue, currency: charges.currency };

const HOUR = 3_600_000;
const SHOWN_MAX = 40;

/** Flights and trucks from twelve hours ago to a day ahead, the nearest first. Their numbers are sums, never a scan of parcels. */
export function readMeansOfTheDay(desk: Desk): Promise<readonly object[]> {
  const now = desk.platform.now();
  const window = { from: now - 12 * HOUR, until: now + 24 * HOUR };
  return read(desk, async (transaction) => {
    const means = mergeByDay(desk, await queue.readMeans(transaction, window));
    for (const row of await queue.readMeansWork(transaction, window)) {
      const found = means.get(keyOf(desk, row.means, row.dueAt.epochMilliseconds));
      if (found === undefined) continue;
      found.waiting += row.waiting;
      found.toLookAt += row.toLookAt;
    }
    const distance = ({ arrivalAt }: Summary): number => Math.abs(arrivalAt - now);
    return [...means.values()]
      .sort((left, right) => distance(left) - distance(right))
      .slice(0, SHOWN_MAX)
      .map(({ largest: _largest, arrivalAt, ...summary }) => ({
        ...summary,
        arrivalAt: clockText(desk, arrivalAt),
        cleared: Math.max(0, summary.parcels - summary.toLookAt - summary.waiting),
      }));
  });
}

type Summary = {
  means: string;
  arrivalAt: Moment;
  /** Parcels that state this arrival; senders may state different ones, and most of them are believed. */
  largest: number;
  parcels: number;
  toLookAt: number;
  waiting: number;
};

const keyOf = ({ platform }: Desk, means: string, at: Moment): string =>
  `${means} ${String(platform.law.dayAt(at))}`;

function mergeByDay(desk: Desk, rows: readonly queue.MeansRow[]): Map<string, Summary> {
  const merged = new Map<string, Summary>();
  for (const { means, arrivalAt, parcels } of rows) {
    const at = arrivalAt.epochMilliseconds;
    const key = keyOf(desk, means, at);
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { means, arrivalAt: at, largest: parcels, parcels, toLookAt: 0, waiting: 0 });
      continue;
    }
    known.parcels += parcels;
    if (parcels > known.largest) Object.assign(known, { arrivalAt: at, largest: parcels });
  }
  return merged;
}

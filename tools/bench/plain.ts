/** The plain stack: the same checks and the same rows as the path, but one message at a time, one transaction each, with ordinary inserts. */
import { dayAt } from '../../platform/src/domain/kernel/instant.ts';
import { present } from '../../platform/src/domain/kernel/invariant.ts';
import { writeDay } from '../../platform/src/domain/kernel/day.ts';
import { fieldName, quoted, type Table } from '../../platform/src/server/db/table.ts';
import { inTransaction, type Transaction } from '../../platform/src/server/db/transaction.ts';
import { readWire } from '../../platform/src/server/gateways/json/read-wire.ts';
import { assembleRows } from '../../platform/src/server/intake/assemble.ts';
import { NO_QUOTES } from '../../platform/src/server/intake/known-quotes.ts';
import type { Batch } from '../../platform/src/server/intake/batch.ts';
import { loadBatch } from '../../platform/src/server/intake/load.ts';
import { prepare, type Prepared } from '../../platform/src/server/intake/prepare.ts';
import { sortOut } from '../../platform/src/server/intake/sort-out.ts';
import type { BatchRows } from '../../platform/src/server/intake/store.ts';
import * as intake from '../../platform/src/server/intake/tables.ts';
import { takeMessage } from '../../platform/src/server/intake/take-message.ts';
import { wantedBy } from '../../platform/src/server/intake/wanted.ts';
import { openGuarantees } from '../../platform/src/server/intake/guarantees.ts';
import { openWorkingSet } from '../../platform/src/server/intake/working-set.ts';
import { createSegmentBuilder } from '../../platform/src/server/journal/segment.ts';
import * as journal from '../../platform/src/server/journal/tables.ts';
import type { Platform } from '../../platform/src/server/world.ts';
import type { MessageMaker } from './messages.ts';

export const PLAIN_CONNECTIONS = [8, 16] as const;

export type PlainStack = {
  readonly platform: Platform;
  readonly maker: MessageMaker;
  readonly sender: string;
  serial: number;
};

export type PlainRun = { readonly connections: number; readonly seconds: number };

/** Parcels a second, from the bytes of the message to the commit; HTTP is left out, which is in the plain stack's favour. */
export async function runPlain(
  stack: PlainStack,
  { connections, seconds }: PlainRun,
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  let done = 0;
  async function work(): Promise<void> {
    while (performance.now() < until) {
      await takeOne(stack, stack.serial++);
      done += 1;
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  return done / ((performance.now() - began) / 1_000);
}

async function takeOne({ platform, maker, sender }: PlainStack, serial: number): Promise<void> {
  const { tools, parties } = platform;
  const raw = maker.message(serial);
  const reading = readWire(raw);
  if ('findings' in reading) throw new Error('A message of the measurement was refused.');
  const owner = present(parties.byCode(sender), 'the sender is registered');
  const at = tools.now();
  const prepared = prepare({ owner, wire: reading.wire, raw, receivedAt: at }, tools.context);
  const day = dayAt(at, tools.context.zoneOffsetMinutes);
  await tools.ready(day);
  await inTransaction(tools.pool, async (transaction) => {
    const rows = await decideOne(platform, transaction, { prepared, at, day });
    await insertAll(transaction, rows);
  });
}

type One = { readonly prepared: Prepared; readonly at: number; readonly day: number };

async function decideOne(
  { tools }: Platform,
  transaction: Transaction,
  { prepared, at, day }: One,
): Promise<BatchRows> {
  const loaded = await loadBatch(transaction, wantedBy([prepared], day));
  if (sortOut([prepared], loaded).fresh.length !== 1) throw new Error('A message came twice.');
  const { context, signer } = tools;
  const batch: Batch = {
    context,
    working: openWorkingSet(loaded),
    partyDays: new Map(Object.entries(loaded.partyDays)),
    quotes: NO_QUOTES,
    guarantees: openGuarantees(loaded),
    at,
    ...{ statements: [], entries: [], links: [], undo: [] },
  };
  const taken = takeMessage(batch, prepared, 0);
  if (taken.status !== 'recorded') throw new Error('A message of the measurement was refused.');
  const batchId = context.nextId();
  const segment = createSegmentBuilder(batchId, await tools.dataKey(day));
  const recorded = [{ prepared, taken, message: 0 }];
  const { rows } = await assembleRows(batch, recorded, { batchId, segment, signer, day });
  return rows;
}

/** One insert a table, prepared once a connection; several rows of a table share it. */
async function insertAll(transaction: Transaction, rows: BatchRows): Promise<void> {
  await insert(transaction, intake.submissionTable, rows.submissions);
  await insert(transaction, intake.parcelReferenceTable, rows.references);
  await insert(transaction, intake.parcelTable, rows.newParcels);
  await insert(transaction, intake.statementTable, rows.statements);
  await insert(transaction, intake.partyTable, rows.parties);
  await insert(transaction, intake.parcelSpeakerTable, rows.speakers);
  await insert(transaction, intake.orderLinkTable, rows.links);
  await insert(transaction, intake.itemTable, rows.items);
  await insert(transaction, intake.pieceTable, rows.pieces);
  await insert(transaction, intake.tallyTable, rows.tallies);
  await insert(transaction, intake.postingTable, rows.postings);
  await insert(transaction, intake.postingSumTable, rows.postingSums);
  await insert(transaction, journal.journalTable, rows.journal);
  await insert(transaction, journal.segmentTable, [rows.segment]);
  await insert(transaction, journal.receiptBatchTable, [rows.receipts]);
  const counts = [...rows.partyCounts].sort(([left], [right]) => (left < right ? -1 : 1));
  for (const [key, parcels] of counts)
    await transaction.query({
      name: 'plain-party-day',
      text: `insert into party_day (day, party_key, writer, parcels) values ($1, $2, pg_backend_pid(), $3)
on conflict (day, party_key, writer) do update set parcels = party_day.parcels + excluded.parcels`,
      values: [writeDay(rows.day), String(key), parcels],
    });
}

async function insert(
  transaction: Transaction,
  into: Table,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = into.columns.map(({ name }) => quoted(name)).join(', ');
  const width = into.columns.length;
  const places = rows.map((_, row) => `(${into.columns.map((__, column) => `$${row * width + column + 1}`).join(', ')})`); // prettier-ignore
  await transaction.query({
    name: `plain-${into.name}-${rows.length}`,
    text: `insert into ${quoted(into.name)} (${columns}) values ${places.join(', ')}`,
    values: rows.flatMap((row) => into.columns.map((column) => parameterOf(column.type, Reflect.get(row, fieldName(column.name))))), // prettier-ignore
  });
}

/** As an ordinary program hands values to pg. */
function parameterOf(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value.toString();
  if (type === 'date') return writeDay(Number(value));
  if (type === 'timestamptz')
    return value instanceof Temporal.Instant
      ? value.toString()
      : Temporal.Instant.fromEpochMilliseconds(Number(value)).toString();
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}

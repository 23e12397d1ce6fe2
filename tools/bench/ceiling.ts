/** The ceiling: binary COPY of the very rows that the path wrote, into a second database with the same tables and indexes, and nothing else. */
import type { Client, Database, DatabaseAddress } from '../../platform/src/server/db/connect.ts';
import { openDatabase } from '../../platform/src/server/db/connect.ts';
import { migrationsDirectory, prepareEmbedded } from '../../platform/src/server/db/bring-up.ts';
import { copyAll } from '../../platform/src/server/db/copy.ts';
import type { Connection } from '../../platform/src/server/db/embedded.ts';
import { migrate } from '../../platform/src/server/db/migrate.ts';
import { quoted, table, type Table } from '../../platform/src/server/db/table.ts';
import { inTransaction } from '../../platform/src/server/db/transaction.ts';
import * as intake from '../../platform/src/server/intake/tables.ts';
import { partitionDays } from '../../platform/src/server/journal/jobs.ts';
import { ensurePartitions } from '../../platform/src/server/journal/store.ts';
import * as journal from '../../platform/src/server/journal/tables.ts';
import { copyOut } from './copy-out.ts';
import { loadOf, readTuples, rowsOf, type Tuples } from './tuples.ts';

const partyDayTable = table('party_day', [
  { name: 'day', type: 'date' },
  { name: 'party_key', type: 'int8' },
  { name: 'parcels', type: 'int4' },
]);

/** Every table that a batch writes, in its order, with the column that tells when a row was written. */
const WRITTEN: readonly (readonly [Table, string])[] = [
  [intake.submissionTable, 'submission_id'],
  [intake.parcelReferenceTable, 'parcel_id'],
  [intake.parcelTable, 'parcel_id'],
  [intake.statementTable, 'statement_id'],
  [intake.partyTable, 'statement_id'],
  [intake.parcelSpeakerTable, 'parcel_id'],
  [intake.orderLinkTable, 'target_id'],
  [intake.itemTable, 'parcel_id'],
  [intake.pieceTable, 'parcel_id'],
  [intake.postingTable, 'posting_id'],
  [journal.journalTable, 'entry_id'],
  [journal.segmentTable, 'segment_id'],
  [journal.receiptBatchTable, 'batch_id'],
];

/** Opens a database beside the platform's, on the same server, migrated and partitioned as it is. */
export async function openTwin(
  connection: Connection,
  name: string,
  connections: number,
): Promise<{ readonly database: Database; readonly address: DatabaseAddress }> {
  const address = await prepareEmbedded(
    { connection, pid: () => 0, stop: () => Promise.resolve() },
    name,
  );
  const database = openDatabase(address, { intake: connections });
  await migrate(database, migrationsDirectory);
  const now = Temporal.Now.instant().epochMilliseconds;
  // A day more on each side: whatever the zone of the jurisdiction, the day of the measurement has its partitions.
  const { from, to } = partitionDays(now, 0);
  await ensurePartitions(database.owner, { from: from - 1, to: to + 1 });
  return { database, address };
}

/** The rows that the path wrote in one slice. */
export type SliceRows = {
  readonly consignments: number;
  readonly tables: readonly { readonly statement: string; readonly tuples: Tuples }[];
};

/** Reads the rows with ids above `after` in the order in which they lie, and the counters of parties not read before. */
export async function readSlice(
  on: Client,
  { after, partiesRead }: { readonly after: bigint; readonly partiesRead: Set<string> },
): Promise<SliceRows> {
  // A scan that begins in the middle of a table would change the order of the rows.
  await on.query('set synchronize_seqscans = off');
  const tables: { statement: string; tuples: Tuples }[] = [];
  let consignments = 0;
  for (const [written, key] of WRITTEN) {
    const tuples = await readRows(on, written, `where ${key} > ${after}`);
    if (written === intake.parcelTable) consignments = rowsOf(tuples);
    tables.push({ statement: statementFor(written), tuples });
  }
  const parties = await readRows(on, partyDayTable, '');
  tables.push({ statement: statementFor(partyDayTable), tuples: notYetRead(parties, partiesRead) });
  return { consignments, tables };
}

const columnsOf = (of: Table): string => of.columns.map(({ name }) => quoted(name)).join(', ');

const statementFor = (into: Table): string =>
  `copy ${quoted(into.name)} (${columnsOf(into)}) from stdin (format binary)`;

async function readRows(on: Client, from: Table, where: string): Promise<Tuples> {
  const select = `select ${columnsOf(from)} from ${quoted(from.name)} ${where}`;
  return readTuples(await copyOut(on, `copy (${select}) to stdout (format binary)`));
}

/** The key of a counter: its first two fields, day and party. */
const PARTY_KEY_BYTES = 2 + 4 + 4 + 4 + 8;

/** The path updates a counter that is there; COPY can only insert, and so takes each counter once. */
function notYetRead({ bytes, starts }: Tuples, known: Set<string>): Tuples {
  const pieces: Buffer[] = [bytes.subarray(0, starts[0])];
  for (let row = 0; row < starts.length - 1; row++) {
    const start = starts[row] ?? 0;
    const key = bytes.toString('latin1', start, start + PARTY_KEY_BYTES);
    if (known.has(key)) continue;
    known.add(key);
    pieces.push(bytes.subarray(start, starts[row + 1]));
  }
  pieces.push(Buffer.from([0xff, 0xff]));
  return readTuples(Buffer.concat(pieces));
}

export type Combination = { readonly batch: number; readonly connections: number };

export const COMBINATIONS: readonly Combination[] = [
  { batch: 500, connections: 1 },
  { batch: 1_000, connections: 1 },
  { batch: 500, connections: 2 },
  { batch: 1_000, connections: 2 },
];

/** Consignments a second of each combination; each writes a part of the slice, so that every row is written once. */
export async function runCeiling(
  database: Database,
  slice: SliceRows,
  first: number,
): Promise<readonly number[]> {
  const rates: number[] = COMBINATIONS.map(() => 0);
  for (let turn = 0; turn < COMBINATIONS.length; turn++) {
    // Each slice begins with another combination, so that no one always comes first after the path.
    const index = (turn + first) % COMBINATIONS.length;
    const combination = COMBINATIONS[index];
    if (combination === undefined) continue;
    const share = [turn / COMBINATIONS.length, (turn + 1) / COMBINATIONS.length] as const;
    rates[index] = await runCombination(database, slice, { ...combination, share });
  }
  return rates;
}

type Part = Combination & { readonly share: readonly [number, number] };

async function runCombination(
  database: Database,
  slice: SliceRows,
  { batch, connections, share }: Part,
): Promise<number> {
  const [from, to] = share;
  const consignments = slice.consignments * (to - from);
  const batches = Math.max(1, Math.round(consignments / batch));
  const began = performance.now();
  let next = 0;
  async function work(): Promise<void> {
    while (next < batches) {
      const start = from + ((to - from) * next) / batches;
      const end = from + ((to - from) * (next + 1)) / batches;
      next += 1;
      await inTransaction(
        database.intake,
        (transaction) =>
        copyAll(transaction, slice.tables.map(({ statement, tuples }) => loadOf(statement, tuples, rangeOf(tuples, start, end)))), // prettier-ignore
      );
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  return consignments / ((performance.now() - began) / 1_000);
}

/** Shares of a table's rows meet without a gap: each row belongs to one batch. */
const rangeOf = (tuples: Tuples, start: number, end: number): readonly [number, number] => [
  Math.floor(rowsOf(tuples) * start),
  Math.floor(rowsOf(tuples) * end),
];

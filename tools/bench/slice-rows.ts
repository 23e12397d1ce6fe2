/** Reads back the very rows that the path wrote in one slice, table by table, for its ceiling to write them again. */
import type { Client } from '../../platform/src/server/db/connect.ts';
import { identifier, query, sql } from '../../platform/src/server/db/sql.ts';
import { quoted, table, type Table } from '../../platform/src/server/db/table.ts';
import * as intake from '../../platform/src/server/intake/tables.ts';
import * as journal from '../../platform/src/server/journal/tables.ts';
import { copyOut } from './copy-out.ts';
import { readTuples, rowsOf, type Tuples } from './tuples.ts';

const partyDayTable = table('party_day', [
  { name: 'day', type: 'date' },
  { name: 'party_key', type: 'int8' },
  { name: 'writer', type: 'int4' },
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
  [intake.tallyTable, 'tally_id'],
  [intake.postingTable, 'posting_id'],
  [intake.postingSumTable, 'sum_id'],
  [journal.journalTable, 'entry_id'],
  [journal.segmentTable, 'segment_id'],
  [journal.receiptBatchTable, 'batch_id'],
];

/** The rows that the path wrote in one slice. */
export type SliceRows = {
  readonly consignments: number;
  readonly tables: readonly { readonly statement: string; readonly tuples: Tuples }[];
};

/** The highest id so far of each slot of ids: a process makes ids in a slot of its own, and those of what it writes later are greater. */
export type Marks = ReadonlyMap<bigint, bigint>;

/** Ids of one slot of one day begin with the same bits. */
const SLOT_SHIFT = 28;

export async function readMarks(on: Client): Promise<Marks> {
  const last = new Map<bigint, bigint>();
  for (const [{ name }, key] of WRITTEN) {
    const rows = await query<{ slot: bigint; last: bigint }>(
      on,
      sql`
select ${identifier(key)} >> ${SLOT_SHIFT}::integer as slot, max(${identifier(key)}) as last
from ${identifier(name)}
group by slot
order by slot`,
    );
    for (const row of rows) {
      const known = last.get(row.slot);
      if (known === undefined || known < row.last) last.set(row.slot, row.last);
    }
  }
  return last;
}

function isAfter(key: string, marks: Marks): string {
  if (marks.size === 0) return 'true';
  const cases = [...marks].map(([slot, last]) => `when ${slot} then ${key} > ${last}`);
  return `case ${key} >> ${SLOT_SHIFT} ${cases.join(' ')} else true end`;
}

/** Reads the rows with ids above the marks in the order in which they lie, and the counters of parties not read before. */
export async function readSlice(
  on: Client,
  { after, partiesRead }: { readonly after: Marks; readonly partiesRead: Set<string> },
): Promise<SliceRows> {
  // A scan that begins in the middle of a table would change the order of the rows.
  await on.query('set synchronize_seqscans = off');
  const tables: { statement: string; tuples: Tuples }[] = [];
  let consignments = 0;
  for (const [written, key] of WRITTEN) {
    const tuples = await readRows(on, written, `where ${isAfter(key, after)}`);
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

/** The key of a counter: the number of fields, then the first three with their lengths: day, party and writer. */
const PARTY_KEY_BYTES = 2 + (4 + 4) + (4 + 8) + (4 + 4);

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

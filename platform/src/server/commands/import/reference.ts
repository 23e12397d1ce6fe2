/** Imports a publication into the database: reads the file as a stream, makes it one revision, and says what became of it. */
import { basename, extname } from 'node:path';
import { writeDay, type Day } from '../../../domain/kernel/day.ts';
import type { Pool } from '../../db/connect.ts';
import { revise, type FileRead, type Revised, type Staged } from '../../reference/revise.ts';
import type { ReferenceRow } from '../../reference/tables.ts';
import type { Progress } from '../progress.ts';
import { detect } from './detect.ts';
import type { ImportVerb, Opened } from './file-kind.ts';
import { openTable, type NumberedRow, type OpenTable } from './numbered-rows.ts';
import { UNPARSED_LISTED, type ReferenceReport, type UnparsedRow } from './report.ts';

export type ReferenceImport = {
  readonly verb: ImportVerb;
  readonly file: string;
  readonly on: Day;
  readonly mayReplace: boolean;
  readonly openProgress: (bytes: number) => Progress;
  readonly stop: AbortSignal;
};

type Tally = {
  rows: number;
  refused: number;
  unparsedCount: number;
  readonly byKind: Map<string, number>;
  readonly unparsed: UnparsedRow[];
};

const newTally = (): Tally => ({
  rows: 0,
  refused: 0,
  unparsedCount: 0,
  byKind: new Map(),
  unparsed: [],
});

export async function importReference(
  pool: () => Promise<Pool>,
  asked: ReferenceImport,
): Promise<ReferenceReport> {
  const started = performance.now();
  const tally = newTally();
  const table = await openTable(asked.file, asked.openProgress);
  const { progress } = table;
  try {
    const kind = detect(asked.verb, table.header);
    if (!('open' in kind)) return notTaken(asked, table, kind);
    const name = basename(asked.file, extname(asked.file));
    const opened = kind.open({ header: table.header, name, on: asked.on });
    if ('missing' in opened)
      return notTaken(asked, table, { reason: opened.missing, fix: 'rename the file' });
    const reading = { asked, table, opened, tally, progress };
    const revised = await revise(
      await pool(),
      {
        kind: asked.verb,
        publication: opened.publication,
        table: opened.table,
        manner: opened.manner,
        on: asked.on,
        fileName: basename(asked.file),
        mayReplace: asked.mayReplace,
      },
      (stage) => readInto(stage, reading),
    );
    tell(tally, revised);
    return reportOf(reading, revised, { what: kind.what, started });
  } finally {
    progress.done();
  }
}

type Reading = {
  readonly asked: ReferenceImport;
  readonly table: OpenTable;
  readonly opened: Opened;
  readonly tally: Tally;
  readonly progress: Progress;
};

/** Rows sent to the database at once: a few megabytes. */
const ROWS_AT_ONCE = 2_000;

async function readInto(
  stage: (rows: readonly Staged[]) => Promise<void>,
  { asked, table, opened, tally, progress }: Reading,
): Promise<FileRead> {
  let batch: Staged[] = [];
  const send = async (): Promise<void> => {
    await stage(batch);
    batch = [];
  };
  let last = 0;
  for await (const row of table.rows) {
    asked.stop.throwIfAborted();
    tally.rows++;
    progress.messages++;
    last = row.line;
    // Once a row is refused nothing will be written; the others are still read, to name all that is wrong.
    const rows = takeRow(row, opened, tally);
    if (tally.refused === 0) for (const each of rows) batch.push({ ...each, line: row.line });
    if (batch.length >= ROWS_AT_ONCE) await send();
  }
  for (const each of opened.end?.() ?? []) batch.push({ ...each, line: last });
  await send();
  return { rows: tally.rows, refused: tally.refused, digest: table.digest() };
}

function takeRow({ line, cells, wrong }: NumberedRow, { read }: Opened, tally: Tally): readonly ReferenceRow[] {
  if (wrong !== null) {
    const text = Object.values(cells).join(',').slice(0, TEXT_LETTERS);
    refuse(tally, { line, text, reason: wrong, fix: 'write every row with the cells of the header, in UTF-8' });
    return [];
  }
  const reading = read(cells);
  if ('refusal' in reading) {
    refuse(tally, { line, ...reading.refusal });
    return [];
  }
  for (const kind of reading.kinds) tally.byKind.set(kind, (tally.byKind.get(kind) ?? 0) + 1);
  for (const doubt of reading.doubts ?? []) note(tally, { line, ...doubt });
  return reading.rows;
} // prettier-ignore

const TEXT_LETTERS = 200;

function refuse(tally: Tally, row: UnparsedRow): void {
  tally.refused++;
  note(tally, row);
}

function note(tally: Tally, row: UnparsedRow): void {
  tally.unparsedCount++;
  if (tally.unparsed.length < UNPARSED_LISTED) tally.unparsed.push(row);
}

/** What the database found wrong of the file as a whole. */
function tell(tally: Tally, revised: Revised): void {
  switch (revised.kind) {
    case 'revised':
    case 'refused':
      return;
    case 'contradictory':
      for (const { line, first } of revised.rows)
        refuse(tally, {
          line,
          text: '',
          reason: `the row says something else of the same code and day than line ${String(first)}`,
          fix: 'leave one of the two',
        });
      return;
    case 'too-early':
      refuse(tally, {
        line: 1,
        text: '',
        reason: `a state of ${writeDay(revised.latest)} was imported already, and this one is of an earlier day`,
        fix: `import states in the order of their days, or name a day with --on`,
      });
      return;
    case 'ends-too-much':
      refuse(tally, {
        line: 1,
        text: '',
        reason: `the file would end ${String(revised.ended)} of the ${String(revised.standing)} rows that hold`,
        fix: 'bring the whole publication; or say --replace where so much has ended indeed',
      });
  }
}

type Told = { readonly what: string; readonly started: number };

function reportOf(
  { asked, opened, tally }: Reading,
  revised: Revised,
  { what, started }: Told,
): ReferenceReport {
  const done = revised.kind === 'revised' ? revised : NOTHING;
  return {
    kind: asked.verb,
    rows: tally.rows,
    added: done.added,
    changed: done.changed,
    ended: done.ended,
    unchanged: done.unchanged,
    repeated: done.repeated,
    refused: tally.refused,
    byKind: Object.fromEntries([...tally.byKind].sort(([left], [right]) => (left < right ? -1 : 1))),
    unparsed: tally.unparsed,
    unparsedCount: tally.unparsedCount,
    seconds: Math.round(performance.now() - started) / 1_000,
    file: what,
    publication: opened.publication,
    on: writeDay(asked.on),
    takes: opened.takes,
    revision: done.revision,
  };
} // prettier-ignore

const NOTHING = { added: 0, changed: 0, ended: 0, unchanged: 0, repeated: 0, revision: null };

const notTaken = (
  asked: ReferenceImport,
  { header }: OpenTable,
  { reason, fix }: { readonly reason: string; readonly fix: string },
): ReferenceReport => ({
  kind: asked.verb,
  ...NOTHING,
  rows: 0,
  refused: 1,
  byKind: {},
  unparsed: [{ line: 1, text: header.join(',').slice(0, TEXT_LETTERS), reason, fix }],
  unparsedCount: 1,
  seconds: 0,
  file: '',
  publication: '',
  on: writeDay(asked.on),
  takes: [],
});

/** Converts a file of Korea Customs' published declarations as a stream, without a database. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { WireSubmission } from '../../../domain/advance-data/wire.ts';
import { exitCodes, Fault, fileFault, systemErrorCode } from '../../fault.ts';
import { columnNamed, type Column } from '../../gateways/table/columns.ts';
import { csvLine, rowsOf } from '../../gateways/table/write-table.ts';
import { KCS_COLUMNS, readKcsRow, type KcsRow } from './kcs-row.ts';
import { UNPARSED_LISTED, type ImportReport, type UnparsedRow } from './report.ts';

export type Conversion = {
  readonly file: string;
  readonly rows: number;
  readonly on: Temporal.PlainDate;
  readonly to: 'ndjson' | 'csv';
  readonly output: string;
  readonly stop: AbortSignal;
};

type Counts = { rows: number; added: number; refused: number; readonly unparsed: UnparsedRow[] };

export async function convertKcs(conversion: Conversion): Promise<ImportReport> {
  const started = performance.now();
  const counts: Counts = { rows: 0, added: 0, refused: 0, unparsed: [] };
  const half = `${conversion.output}.partial`;
  try {
    await write(half, convertedLines(conversion, counts), conversion.stop);
    await rename(half, conversion.output);
  } catch (error) {
    await rm(half, { force: true });
    throw error instanceof Fault ? error : readFault(conversion, error);
  }
  return {
    kind: 'kcs',
    rows: counts.rows,
    added: counts.added,
    changed: 0,
    unchanged: 0,
    refused: counts.refused,
    byKind: { declaration: counts.added },
    unparsed: counts.unparsed,
    seconds: Math.round(performance.now() - started) / 1_000,
  };
}

/** Writes text in large pieces, waiting whenever the disk is behind. */
async function write(path: string, lines: AsyncIterable<string>, stop: AbortSignal): Promise<void> {
  const target = createWriteStream(path);
  await once(target, 'open');
  await pipeline(inPieces(lines), target, { signal: stop });
}

const PIECE_CHARACTERS = 262_144;

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function* convertedLines(conversion: Conversion, counts: Counts): AsyncGenerator<string> {
  const write = conversion.to === 'csv' ? csvOf : ndjsonOf;
  if (conversion.to === 'csv') yield csvLine(COLUMNS.map(({ name }) => name));
  for await (const { row, line } of kcsRows(conversion.file)) {
    if (counts.rows === conversion.rows) return;
    counts.rows++;
    const read = readKcsRow(row, conversion.on);
    if ('submission' in read) {
      counts.added++;
      yield write(read.submission);
    } else refuse(counts, { line, text: Object.values(row).join(','), reason: read.reason });
  }
}

function refuse(counts: Counts, row: UnparsedRow): void {
  counts.refused++;
  if (counts.unparsed.length < UNPARSED_LISTED) counts.unparsed.push(row);
}

const ndjsonOf = (submission: WireSubmission): string => `${JSON.stringify(submission)}\n`;
const csvOf = (submission: WireSubmission): string =>
  rowsOf(submission, COLUMNS).map(csvLine).join('');

/** The columns that these rows can fill. */
const COLUMNS: readonly Column[] = ['messageId', 'sender', 'kind', 'profile', 'preparedAt', 'houseReference.scheme', 'houseReference.number', 'direction', 'mode', 'channel', 'countryOfDispatch', 'transport.arrivalAt', 'seller.identifiers', 'importer.identifiers', 'declarant.identifiers', 'carrier.identifiers', 'item.commodityCode', 'item.origin', 'item.massNet.value', 'item.massNet.unit', 'item.value.amount', 'item.value.currency'].flatMap((name) => columnNamed(name) ?? []); // prettier-ignore

type Numbered = { readonly row: KcsRow; readonly line: number };

async function* kcsRows(file: string): AsyncGenerator<Numbered> {
  const source = createReadStream(file);
  await once(source, 'open');
  const parser = source.pipe(
    parse({
      bom: true,
      columns: checkedHeader,
      on_record: (row: KcsRow, { lines }): Numbered => ({ row, line: lines }),
    }),
  );
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* parser as AsyncIterable<Numbered>;
  } finally {
    source.destroy();
  }
}

function checkedHeader(header: readonly string[]): string[] {
  const missing = KCS_COLUMNS.find((column) => !header.includes(column));
  if (missing === undefined) return [...header];
  throw new Fault({
    code: 'file-not-kcs',
    sentence: `The file has no column "${missing}", so it is not the publication of Korea Customs.`,
    exitCode: exitCodes.inputRefused,
  });
}

function readFault({ file, output }: Conversion, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === 'ENOENT' || code === 'EISDIR')
    return new Fault({
      code: 'file-unreadable',
      sentence: `There is no file to read at ${file}, or no folder to write ${output} in.`,
      exitCode: exitCodes.wrongUsage,
    });
  if (code?.startsWith('CSV_') === true)
    return new Fault({
      code: 'file-not-kcs',
      sentence: `${file} is not well-formed CSV: ${error instanceof Error ? error.message : code}.`,
      exitCode: exitCodes.inputRefused,
    });
  return fileFault(output, error);
}

/** Reads a table of a file as a stream: CSV, or a JSON list of flat objects; each row with its line and the bytes read so far. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse';
import { exitCodes, Fault, systemErrorCode } from '../../fault.ts';
import type { Progress } from '../progress.ts';
import type { Cells } from './file-kind.ts';

/** `wrong` is why the row is none: too few cells, or text that is not UTF-8. */
export type NumberedRow = {
  readonly line: number;
  readonly cells: Cells;
  readonly wrong: string | null;
};

export type OpenTable = {
  readonly progress: Progress;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<NumberedRow>;
  /** Of the whole file; known when the rows are read. */
  readonly digest: () => Uint8Array;
};

/** Bytes of one row; the longest honest description of goods has a few thousand. */
const ROW_BYTES_MAX = 1_048_576;
/** A JSON list is held in memory; those that are published as such are small. */
const JSON_BYTES_MAX = 16_777_216;

export async function openTable(
  file: string,
  openProgress: (bytes: number) => Progress,
): Promise<OpenTable> {
  const size = await sizeOf(file);
  if (extname(file).toLowerCase() === '.json') return openJson(file, size, openProgress);
  return openCsv(file, size, openProgress);
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT' && systemErrorCode(error) !== 'ENOTDIR') throw error;
  }
  throw unreadable(file, 'there is no such file');
}

const unreadable = (file: string, why: string): Fault =>
  new Fault({
    code: 'file-unreadable',
    sentence: `${file} cannot be imported: ${why}.`,
    exitCode: exitCodes.wrongUsage,
  });

/** `lines` is the line on which the row ends. */
type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function openCsv(
  file: string,
  bytes: number,
  openProgress: (bytes: number) => Progress,
): Promise<OpenTable> {
  const hash = createHash('sha256');
  const progress = openProgress(bytes);
  const source = createReadStream(file, { highWaterMark: 262_144 });
  source.on('data', (chunk) => {
    hash.update(chunk);
    progress.add(chunk.length);
  });
  const parser = source.pipe(
    parse({
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: ROW_BYTES_MAX,
      info: true,
    }),
  );
  source.on('error', (error) => parser.destroy(error));
  const records = (parser as AsyncIterable<CsvRecord>)[Symbol.asyncIterator]();
  const first = await nextRecord(file, records);
  const header = (first?.record ?? []).map((name) => name.trim());
  return {
    progress,
    header,
    rows: numbered(file, records, { header, ended: first?.info.lines ?? 0 }),
    digest: () => hash.digest(),
  };
}

async function nextRecord(
  file: string,
  records: AsyncIterator<CsvRecord>,
): Promise<CsvRecord | undefined> {
  try {
    const next = await records.next();
    return next.done === true ? undefined : next.value;
  } catch (error) {
    throw csvFault(file, error);
  }
}

function csvFault(file: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code?.startsWith('CSV_') !== true) return error;
  const why = error instanceof Error ? error.message : code;
  return new Fault({
    code: 'file-not-csv',
    sentence: `${file} is not well-formed CSV, and nothing of it was imported: ${why}.`,
    exitCode: exitCodes.inputRefused,
  });
}

async function* numbered(
  file: string,
  records: AsyncIterator<CsvRecord>,
  start: { readonly header: readonly string[]; readonly ended: number },
): AsyncGenerator<NumberedRow> {
  let { ended } = start;
  try {
    for (;;) {
      const next = await nextRecord(file, records);
      if (next === undefined) return;
      // A row begins on the line after the one on which the row before it ended.
      yield numberedRow(next.record, start.header, ended + 1);
      ended = next.info.lines;
    }
  } finally {
    await records.return?.();
  }
}

/** What a reader puts in place of bytes that are no UTF-8. */
const REPLACED = '\uFFFD';

function numberedRow(
  record: readonly string[],
  header: readonly string[],
  line: number,
): NumberedRow {
  const cells: Record<string, string> = {};
  header.forEach((name, index) => (cells[name] = record[index] ?? ''));
  if (record.length !== header.length) {
    const wrong = `the row has ${String(record.length)} cells where the header has ${String(header.length)}`;
    return { line, cells, wrong };
  }
  const isText = record.every((text) => !text.includes(REPLACED) && !text.includes('\0'));
  return { line, cells, wrong: isText ? null : 'the row is not text in UTF-8' };
}

async function openJson(
  file: string,
  bytes: number,
  openProgress: (bytes: number) => Progress,
): Promise<OpenTable> {
  if (bytes > JSON_BYTES_MAX)
    throw unreadable(file, `a JSON list may have ${String(JSON_BYTES_MAX)} bytes`);
  const content = await readFile(file);
  const progress = openProgress(bytes);
  progress.add(content.length);
  const list = listIn(file, content.toString());
  const header = [...new Set(list.flatMap((each) => Object.keys(each)))];
  return {
    progress,
    header,
    rows: entries(list),
    digest: () => createHash('sha256').update(content).digest(),
  };
}

function listIn(file: string, text: string): readonly object[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Fault({
      code: 'file-not-json',
      sentence: `${file} is not well-formed JSON: ${error instanceof Error ? error.message : ''}.`,
      exitCode: exitCodes.inputRefused,
    });
  }
  if (Array.isArray(parsed) && parsed.every((each) => typeof each === 'object' && each !== null))
    return parsed as readonly object[];
  throw new Fault({
    code: 'file-not-a-list',
    sentence: `${file} is JSON, but no list of objects such as [{"code":"AED","en":"UAE Dirham"}].`,
    exitCode: exitCodes.inputRefused,
  });
}

/** A JSON file has no rows of lines: entries are counted from one. */
async function* entries(list: readonly object[]): AsyncGenerator<NumberedRow> {
  for (const [index, each] of list.entries()) {
    const cells: Record<string, string> = {};
    for (const [name, value] of Object.entries(each as Record<string, unknown>))
      cells[name] = typeof value === 'string' ? value : JSON.stringify(value);
    yield { line: index + 1, cells, wrong: null };
  }
}

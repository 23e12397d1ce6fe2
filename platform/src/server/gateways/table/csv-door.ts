/** Reads CSV by the published template, strictly and as a stream; a file that breaks is refused from the break on. */
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { parse } from 'csv-parse';
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import type { Bytes, DoorResult } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placeParameters } from '../finding-place.ts';
import { peek } from '../peek.ts';
import { utf8Fault } from '../utf8.ts';
import { unguarded } from './cells.ts';
import type { Break, Row } from './row.ts';
import { readTable } from './table-door.ts';

export async function* readCsv(source: Bytes): AsyncGenerator<DoorResult> {
  const { head, rest } = await peek(source);
  yield* readTable(csvRows(rest, separatorOf(head)));
}

/** The separator that stands most often in the first line; a comma when none does. */
function separatorOf(head: Uint8Array): string {
  const text = Buffer.from(head).toString('latin1');
  const [header = ''] = text.split(/[\r\n]/, 1);
  const count = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

async function* csvRows(source: Bytes, separator: string): AsyncGenerator<Row | Break> {
  const reading = newReading(separator);
  for await (const part of strictUtf8(source)) {
    if ('offset' in part) {
      yield* reading.rows.splice(0);
      yield cutShort(reading.lines() + 1, encodingFault(part.offset, reading.lines() + 1));
      return;
    }
    await reading.write(part.bytes);
    yield* reading.rows.splice(0);
    const failure = reading.failure();
    if (failure !== undefined) {
      yield brokenBy(failure, reading.lines());
      return;
    }
  }
  await reading.end();
  yield* reading.rows.splice(0);
  const failure = reading.failure();
  if (failure !== undefined) yield brokenBy(failure, reading.lines());
}

type Reading = {
  /** Rows read and not yet taken. */
  readonly rows: Row[];
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly lines: () => number;
  readonly failure: () => Error | undefined;
};

/** The parser gives its rows to us as it reads, so that those before a break are not lost with it. */
function newReading(separator: string): Reading {
  const rows: Row[] = [];
  let failure: Error | undefined;
  let lines = 0;
  const parser = parse({
    bom: true,
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.submissionBytesMax,
    on_record: (cells: string[], context) => {
      lines = context.lines;
      rows.push({ line: lines - linesWithin(cells), cells: cells.map(unguarded) });
      return null;
    },
  });
  parser.on('error', (error) => (failure = error));
  parser.resume();
  return {
    rows,
    failure: () => failure,
    lines: () => lines,
    write: (bytes) =>
      new Promise((resolve) => {
        parser.write(bytes, () => {
          resolve();
        });
      }),
    end: async () => {
      const ended = once(parser, 'end').catch(() => undefined);
      parser.end();
      await ended;
    },
  };
}

/** Line ends inside quoted cells. */
const linesWithin = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

function brokenBy(error: Error, lines: number): Break {
  const line = lines + 1;
  const place = placeParameters({ line, column: 1 });
  if ('code' in error && error.code === 'CSV_MAX_RECORD_SIZE')
    return cutShort(line, finding('line-too-long', '', { bytesMax: String(limits.submissionBytesMax), ...place })); // prettier-ignore
  return cutShort(line, finding('csv-quote-open', '', place));
}

const cutShort = (line: number, because: Finding): Break => ({
  line,
  broken: [because, finding('file-cut-short', '', placeParameters({ line, column: 1 }))],
});

const encodingFault = (offset: number, line: number): Finding =>
  finding('encoding-invalid', '', {
    encoding: 'UTF-8',
    offset: String(offset),
    ...placeParameters({ line, column: 1 }),
  });

type Strict = { readonly bytes: Uint8Array } | { readonly offset: number };

/** The same bytes in whole characters, up to the first fault. */
async function* strictUtf8(source: Bytes): AsyncGenerator<Strict> {
  let carried: Uint8Array = new Uint8Array();
  let offset = 0;
  for await (const chunk of source) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const fault = isUtf8(bytes) ? undefined : utf8Fault(bytes);
    yield { bytes: bytes.subarray(0, fault?.offset) };
    if (fault !== undefined && !fault.cutOff) {
      yield { offset: offset + fault.offset };
      return;
    }
    carried = fault === undefined ? new Uint8Array() : bytes.subarray(fault.offset);
    offset += bytes.length - carried.length;
  }
  if (carried.length > 0) yield { offset };
}

/** Inserts many rows at once by binary COPY: all tables of a batch in one write to the server and one answer. */
import type { Connection as PgConnection, Submittable } from 'pg';
import { invariant } from '../../domain/kernel/invariant.ts';
import type { Client } from './connect.ts';
import { newSink, reserve, rowEncoder, type RowEncoder, type Sink } from './copy-encoder.ts';
import { quoted, type RowOf, type Table } from './table.ts';

/** Rows for one table, to be sent together with others by `copyAll`. */
export type CopyLoad = Readonly<{ statement: string; rows: number; encode: (sink: Sink) => void }>;

/** The rows of one table; their encoder is compiled at the first use of its description. */
export function copyOf<Each extends Table>(into: Each, rows: readonly RowOf<Each>[]): CopyLoad {
  const { statement, encodeRow } = compiledFor(into);
  return { statement, rows: rows.length, encode: (sink) => encodeRows(sink, encodeRow, rows) };
}

export async function copyRows<Each extends Table>(
  client: Client,
  into: Each,
  rows: readonly RowOf<Each>[],
): Promise<void> {
  await copyAll(client, [copyOf(into, rows)]);
}

/**
 * Sends every load in one go. The server reads them in the order given; the first error ends the whole (inside a transaction the caller
 * rolls back, outside one PostgreSQL takes the loads as one transaction). A value that its column cannot hold throws before anything is sent.
 * `last` are statements that the server runs after the rows without waiting for a word of ours; values stand in their text.
 */
export async function copyAll(
  client: Client,
  loads: readonly CopyLoad[],
  last: readonly string[] = [],
): Promise<void> {
  const filled = loads.filter(({ rows }) => rows > 0);
  if (filled.length === 0 && last.length === 0) return;
  const sink = spareSinks.pop() ?? newSink();
  sink.at = 0;
  writeQuery(sink, [...filled.map(({ statement }) => statement), ...last].join(';'));
  for (const load of filled) {
    load.encode(sink);
    writeMessage(sink, COPY_DONE);
  }
  const copied = await send(client, sink);
  // A failed send keeps its buffer: the socket may still be reading from it.
  if (sink.bytes.length <= SPARE_BYTES_MAX && spareSinks.length < SPARES_MAX) spareSinks.push(sink);
  const expected = filled.reduce((sum, { rows }) => sum + rows, 0);
  invariant(copied === expected, `PostgreSQL copied ${copied} rows of ${expected}.`);
}

/** Grown buffers are kept for the next batch: a batch of 500 parcels takes a few hundred kilobytes. */
const spareSinks: Sink[] = [];
const SPARES_MAX = 4;
const SPARE_BYTES_MAX = 16 * 1024 * 1024;

type Compiled = Readonly<{ statement: string; encodeRow: RowEncoder }>;

const compiled = new WeakMap<Table, Compiled>();

function compiledFor(into: Table): Compiled {
  const known = compiled.get(into);
  if (known !== undefined) return known;
  const columns = into.columns.map(({ name }) => quoted(name)).join(', ');
  const statement = `copy ${quoted(into.name)} (${columns}) from stdin (format binary)`;
  const made = { statement, encodeRow: rowEncoder(into.columns) };
  compiled.set(into, made);
  return made;
}

const QUERY = 0x51;
const COPY_DATA = 0x64;
const COPY_DONE = 0x63;

/** `PGCOPY`, its guard bytes, no flags, no extension. */
const COPY_HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const COPY_TRAILER = -1;

/** The server keeps a whole message in memory, so that a large load is cut into several; each holds whole rows. */
const FRAME_BYTES = 256 * 1024;

function writeQuery(sink: Sink, text: string): void {
  const start = startMessage(sink, QUERY);
  reserve(sink, text.length * 3 + 1);
  sink.at += sink.bytes.write(text, sink.at, 'utf8');
  sink.bytes[sink.at] = 0;
  sink.at += 1;
  endMessage(sink, start);
}

function writeMessage(sink: Sink, kind: number): void {
  endMessage(sink, startMessage(sink, kind));
}

function startMessage(sink: Sink, kind: number): number {
  reserve(sink, 5);
  sink.bytes[sink.at] = kind;
  sink.at += 5;
  return sink.at - 4;
}

/** The length counts itself but not the message's kind. */
function endMessage(sink: Sink, start: number): void {
  sink.view.setInt32(start, sink.at - start);
}

function encodeRows(sink: Sink, encodeRow: RowEncoder, rows: readonly object[]): void {
  let start = startMessage(sink, COPY_DATA);
  reserve(sink, COPY_HEADER.length);
  sink.bytes.set(COPY_HEADER, sink.at);
  sink.at += COPY_HEADER.length;
  for (const row of rows) {
    if (sink.at - start > FRAME_BYTES) {
      endMessage(sink, start);
      start = startMessage(sink, COPY_DATA);
    }
    encodeRow(sink, row as Readonly<Record<string, unknown>>);
  }
  reserve(sink, 2);
  sink.view.setInt16(sink.at, COPY_TRAILER);
  sink.at += 2;
  endMessage(sink, start);
}

/** How the server tells of each load, with its rows. */
const COPIED = 'COPY ';

/** What pg's client calls of a query; it knows more of them than its types say. */
type CopyExchange = Submittable &
  Readonly<{
    handleCopyInResponse: () => void;
    handleCommandComplete: (message: Readonly<{ text: string }>) => void;
    handleError: (error: unknown) => void;
    handleReadyForQuery: () => void;
  }>;

/**
 * pg-copy-streams waits for the server's word before each table's rows and copies every chunk. The protocol lets the rows follow the
 * statement at once: a server that refused the statement ignores them. Resolves to the number of rows the server says it took.
 */
function send(client: Client, sink: Sink): Promise<number> {
  return new Promise((resolve, reject) => {
    let copied = 0;
    let hasFailed = false;
    const exchange: CopyExchange = {
      submit: ({ stream }: PgConnection) => void stream.write(sink.bytes.subarray(0, sink.at)),
      handleCopyInResponse: () => undefined,
      handleCommandComplete: ({ text }) => {
        if (text.startsWith(COPIED)) copied += Number(text.slice(COPIED.length));
      },
      handleError: (error) => {
        hasFailed = true;
        reject(error instanceof Error ? error : new Error(String(error)));
      },
      handleReadyForQuery: () => {
        if (!hasFailed) resolve(copied);
      },
    };
    client.query(exchange);
  });
}

/** Writes rows in PostgreSQL's binary COPY format into one growing buffer, with nothing allocated per row. */
import { fieldName, type Column, type ColumnType } from './table.ts';

/**
 * Where the bytes go; `at` is the next free byte. `slack` bytes are kept free beyond every reservation: what the fields of fixed length
 * in a row take together, so that only those of variable length have to ask.
 */
export type Sink = { bytes: Buffer; view: DataView; at: number; slack: number };

type Row = Readonly<Record<string, unknown>>;

/** Writes one field of a row, with its length before it. */
type WriteField = (sink: Sink, row: Row) => void;

export type RowEncoder = (sink: Sink, row: Row) => void;

const FIRST_BYTES = 64 * 1024;

export function newSink(): Sink {
  const bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  return { bytes, view: viewOf(bytes), at: 0, slack: 0 };
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Makes room for `count` more bytes; what is written already moves along. */
export function reserve(sink: Sink, count: number): void {
  const needed = sink.at + count + sink.slack;
  if (needed <= sink.bytes.length) return;
  const grown = Buffer.allocUnsafeSlow(Math.max(needed, sink.bytes.length * 2));
  sink.bytes.copy(grown, 0, 0, sink.at);
  sink.bytes = grown;
  sink.view = viewOf(grown);
}

/** One closure per column, chosen once per table: the loop over the rows then asks nothing about types. */
export function rowEncoder(columns: readonly Column[]): RowEncoder {
  const writers = columns.map((column) => fieldWriter(column));
  const fixedBytes = 2 + columns.reduce((sum, { type }) => sum + 4 + (fixedLengths[type] ?? 0), 0);
  return (sink, row) => {
    sink.slack = fixedBytes;
    reserve(sink, 0);
    sink.view.setInt16(sink.at, writers.length);
    sink.at += 2;
    for (const write of writers) write(sink, row);
  };
}

/** Types of a fixed length; their room is reserved once for the whole row. */
const fixedLengths: Partial<Record<ColumnType, number>> = {
  int2: 2,
  int4: 4,
  int8: 8,
  float8: 8,
  bool: 1,
  timestamptz: 8,
  date: 4,
};

const NULL_LENGTH = -1;

function fieldWriter(column: Column): WriteField {
  const field = fieldName(column.name);
  const write = valueWriters[column.type];
  const isNullable = column.nullable === true;
  return (sink, row) => {
    const value = row[field];
    if (value !== null && value !== undefined) {
      write(sink, value, column);
      return;
    }
    if (!isNullable) refuse(column, value);
    sink.view.setInt32(sink.at, NULL_LENGTH);
    sink.at += 4;
  };
}

function refuse(column: Column, value: unknown): never {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value);
  throw new TypeError(`Column ${column.name} (${column.type}) cannot hold ${shown}.`);
}

type WriteValue = (sink: Sink, value: unknown, column: Column) => void;

function length(sink: Sink, bytes: number): void {
  sink.view.setInt32(sink.at, bytes);
  sink.at += 4;
}

const writeInt2: WriteValue = (sink, value, column) => {
  if (typeof value !== 'number' || (value << 16) >> 16 !== value) refuse(column, value);
  length(sink, 2);
  sink.view.setInt16(sink.at, value);
  sink.at += 2;
};

const writeInt4: WriteValue = (sink, value, column) => {
  if (typeof value !== 'number' || (value | 0) !== value) refuse(column, value);
  length(sink, 4);
  sink.view.setInt32(sink.at, value);
  sink.at += 4;
};

const writeInt8: WriteValue = (sink, value, column) => {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) refuse(column, value);
    length(sink, 8);
    writeSafeInteger(sink, value);
    return;
  }
  if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) refuse(column, value);
  length(sink, 8);
  sink.view.setBigInt64(sink.at, value);
  sink.at += 8;
};

const TWO_TO_32 = 4_294_967_296;

/** Two halves are cheaper than making a bigint of a number. */
function writeSafeInteger(sink: Sink, value: number): void {
  const high = Math.floor(value / TWO_TO_32);
  sink.view.setInt32(sink.at, high);
  sink.view.setUint32(sink.at + 4, value - high * TWO_TO_32);
  sink.at += 8;
}

const writeFloat8: WriteValue = (sink, value, column) => {
  if (typeof value !== 'number') refuse(column, value);
  length(sink, 8);
  sink.view.setFloat64(sink.at, value);
  sink.at += 8;
};

const writeBool: WriteValue = (sink, value, column) => {
  if (typeof value !== 'boolean') refuse(column, value);
  length(sink, 1);
  sink.view.setUint8(sink.at, value ? 1 : 0);
  sink.at += 1;
};

/** PostgreSQL counts from 2000-01-01. */
const EPOCH_DAYS = 10_957;
const EPOCH_MICROSECONDS = EPOCH_DAYS * 86_400_000_000;

const writeDate: WriteValue = (sink, value, column) => {
  if (typeof value !== 'number' || (value | 0) !== value) refuse(column, value);
  length(sink, 4);
  sink.view.setInt32(sink.at, value - EPOCH_DAYS);
  sink.at += 4;
};

const writeTimestamptz: WriteValue = (sink, value, column) => {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(column, value);
    length(sink, 8);
    writeMoment(sink, value);
    return;
  }
  if (!(value instanceof Temporal.Instant)) refuse(column, value);
  length(sink, 8);
  sink.view.setBigInt64(sink.at, value.epochNanoseconds / 1000n - BigInt(EPOCH_MICROSECONDS));
  sink.at += 8;
};

/** Microseconds pass 2^53 in the year 2285, and `9999-12-31` is a common way to say for ever. */
function writeMoment(sink: Sink, milliseconds: number): void {
  const whole = Math.floor(milliseconds);
  const microseconds = whole * 1000 + Math.round((milliseconds - whole) * 1000);
  if (Number.isSafeInteger(microseconds)) {
    writeSafeInteger(sink, microseconds - EPOCH_MICROSECONDS);
    return;
  }
  sink.view.setBigInt64(sink.at, BigInt(whole) * 1000n - BigInt(EPOCH_MICROSECONDS));
  sink.at += 8;
}

/** Below this a loop over the characters beats the call into the runtime (measured on codes, references and names). */
const SHORT_TEXT = 24;

const writeText: WriteValue = (sink, value, column) => {
  if (typeof value !== 'string') refuse(column, value);
  const start = sink.at;
  reserve(sink, 4 + value.length * 3);
  sink.at = start + 4;
  if (value.length > SHORT_TEXT || !wroteAscii(sink, value)) {
    // PostgreSQL stores no NUL, and would refuse the whole batch for it.
    if (value.includes('\0')) refuse(column, value);
    sink.at = start + 4 + sink.bytes.write(value, start + 4, 'utf8');
  }
  sink.view.setInt32(start, sink.at - start - 4);
};

/** False, with `at` where it was, when a character is not plain ASCII (or is NUL). */
function wroteAscii(sink: Sink, value: string): boolean {
  const { bytes, at } = sink;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code > 127 || code === 0) return false;
    bytes[at + index] = code;
  }
  sink.at = at + value.length;
  return true;
}

const writeBytea: WriteValue = (sink, value, column) => {
  if (!(value instanceof Uint8Array)) refuse(column, value);
  reserve(sink, 4 + value.length);
  length(sink, value.length);
  sink.bytes.set(value, sink.at);
  sink.at += value.length;
};

const JSONB_VERSION = 1;

const writeJsonb: WriteValue = (sink, value, column) => {
  if (typeof value !== 'string') refuse(column, value);
  const start = sink.at;
  reserve(sink, 5 + value.length * 3);
  sink.bytes[start + 4] = JSONB_VERSION;
  sink.at = start + 5 + sink.bytes.write(value, start + 5, 'utf8');
  sink.view.setInt32(start, sink.at - start - 4);
};

const valueWriters: Readonly<Record<ColumnType, WriteValue>> = {
  int2: writeInt2,
  int4: writeInt4,
  int8: writeInt8,
  float8: writeFloat8,
  bool: writeBool,
  text: writeText,
  char: writeText,
  bytea: writeBytea,
  timestamptz: writeTimestamptz,
  date: writeDate,
  json: writeText,
  jsonb: writeJsonb,
};

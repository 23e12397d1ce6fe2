/** Rows as one JSON parameter, for `insert ... select ... on conflict` and joins: nearly the speed of COPY. */
import { writeDay } from '../../domain/kernel/day.ts';
import {
  quoted,
  fieldName,
  type Column,
  type ColumnType,
  type RowOf,
  type Table,
} from './table.ts';
import { sql, type Sql } from './sql.ts';

/** performance.md 1d measured json_populate_recordset at 92 us a consignment against 77 for binary COPY and 209 for unnest. */
const compiled = new WeakMap<Table, Compiled>();

type Compiled = Readonly<{ definition: string; writeRow: (row: Row) => string }>;
type Row = Readonly<Record<string, unknown>>;

/** Stands in a `from`: `insert into quota (...) select r.quota_id, ... from ${recordset(quotaUse, rows, 'r')} on conflict ...`. */
export function recordset<Each extends Table>(
  shape: Each,
  rows: readonly RowOf<Each>[],
  alias: string,
): Sql {
  const { definition, writeRow } = compiledFor(shape);
  const text = `[${rows.map((row) => writeRow(row)).join(',')}]`;
  const tail = ` as ${quoted(alias)} (${definition})`;
  const { values } = sql`${{ kind: 'json', text }}`;
  return { kind: 'sql', chunks: ['json_to_recordset(', `::json)${tail}`], values };
}

function compiledFor(shape: Table): Compiled {
  const known = compiled.get(shape);
  if (known !== undefined) return known;
  const writers = shape.columns.map((column) => fieldWriter(column));
  const made = {
    definition: shape.columns
      .map(({ name, type }) => `${quoted(name)} ${typeNames[type]}`)
      .join(', '),
    writeRow: (row: Row) => `{${writers.map((write) => write(row)).join(',')}}`,
  };
  compiled.set(shape, made);
  return made;
}

function fieldWriter(column: Column): (row: Row) => string {
  const field = fieldName(column.name);
  const start = `${JSON.stringify(column.name)}:`;
  const write = valueWriters[column.type];
  return (row) => {
    const value = row[field];
    if (value !== null && value !== undefined) return `${start}${write(value)}`;
    if (column.nullable === true) return `${start}null`;
    throw new TypeError(`Column ${column.name} (${column.type}) cannot be null.`);
  };
}

/** `bpchar` is char of any length, which the target column then pads. */
const typeNames: Readonly<Record<ColumnType, string>> = {
  int2: 'int2',
  int4: 'int4',
  int8: 'int8',
  float8: 'float8',
  bool: 'bool',
  text: 'text',
  char: 'bpchar',
  bytea: 'bytea',
  timestamptz: 'timestamptz',
  date: 'date',
  json: 'json',
  jsonb: 'jsonb',
};

type WriteValue = (value: unknown) => string;

const plain: WriteValue = (value) => String(value);
const asString: WriteValue = (value) => JSON.stringify(value);

const valueWriters: Readonly<Record<ColumnType, WriteValue>> = {
  int2: plain,
  int4: plain,
  int8: plain,
  float8: plain,
  bool: plain,
  text: asString,
  char: asString,
  bytea: (value) => `"\\\\x${bytesOf(value).toString('hex')}"`,
  timestamptz: (value) => `"${instantText(value)}"`,
  date: (value) => `"${writeDay(Number(value))}"`,
  json: plain,
  jsonb: plain,
};

function bytesOf(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new TypeError('A bytea column needs bytes.');
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

const DAY_MILLISECONDS = 86_400_000;

/** Our own arithmetic: making a Temporal.Instant only to print it took two thirds of the time of a row (measured). */
function instantText(value: unknown): string {
  if (value instanceof Temporal.Instant) return value.toString();
  const milliseconds = Math.floor(Number(value));
  const microseconds = Math.round((Number(value) - milliseconds) * 1000);
  const day = Math.floor(milliseconds / DAY_MILLISECONDS);
  const inDay = milliseconds - day * DAY_MILLISECONDS;
  const hours = twoDigits(Math.floor(inDay / 3_600_000));
  const minutes = twoDigits(Math.floor(inDay / 60_000) % 60);
  const seconds = twoDigits(Math.floor(inDay / 1000) % 60);
  // The last microsecond of a second may round up into the next.
  const fraction = (inDay % 1000) * 1000 + microseconds;
  return fraction < 1_000_000
    ? `${writeDay(day)}T${hours}:${minutes}:${seconds}.${String(fraction).padStart(6, '0')}Z`
    : instantText(milliseconds + 1);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

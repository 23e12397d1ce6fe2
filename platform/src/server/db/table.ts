/** Describes a table's columns once, so that rows are typed, and COPY and recordsets are encoded from the same list. */
import type { Day } from '../../domain/kernel/day.ts';
import type { Moment } from '../../domain/kernel/instant.ts';

/** What a row holds for each PostgreSQL type. */
export type ColumnValues = {
  int2: number;
  int4: number;
  /** A number too, for counters and identifiers far below 2^53. */
  int8: bigint | number;
  float8: number;
  bool: boolean;
  text: string;
  /** Padded by the server. */
  char: string;
  bytea: Uint8Array;
  /** A number is milliseconds since 1970, as everywhere in the domain; its fraction is kept to the microsecond. */
  timestamptz: Temporal.Instant | Moment;
  /** Days since 1970-01-01. */
  date: Day;
  /** JSON text, already written. */
  json: string;
  jsonb: string;
};

export type ColumnType = keyof ColumnValues;

export type Column = Readonly<{ name: string; type: ColumnType; nullable?: boolean }>;

export type Table<Columns extends readonly Column[] = readonly Column[]> = Readonly<{
  name: string;
  columns: Columns;
}>;

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type ValueOf<Each extends Column> =
  ColumnValues[Each['type']] | (Each extends { nullable: true } ? null : never);

/** One row: a column `parcel_id` is the field `parcelId`. */
export type RowOf<Each extends Table> = {
  readonly [Name in Each['columns'][number] as CamelCase<Name['name']>]: ValueOf<Name>;
};

/** Keeps the literal names and types of the columns, which `RowOf` reads. */
export function table<const Columns extends readonly Column[]>(
  name: string,
  columns: Columns,
): Table<Columns> {
  return { name, columns };
}

/** The field of a row that holds a column. */
export function fieldName(columnName: string): string {
  return columnName.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

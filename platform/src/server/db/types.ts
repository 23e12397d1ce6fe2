/** How PostgreSQL values become ours: int8 is bigint, timestamptz Temporal.Instant, date Temporal.PlainDate, numeric its text. */
import pg from 'pg';

type Parser = (text: string) => unknown;

/** Object identifiers of pg_type; they are fixed in PostgreSQL's catalogue. */
const oid = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  int8Array: 1016,
  dateArray: 1182,
  timestamptzArray: 1185,
} as const;

/** PostgreSQL writes `2026-08-01 12:00:00.5+00`; both Temporal and we want it in ISO 8601. */
function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'));
}

const scalars: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [oid.int8, BigInt],
  [oid.date, (text) => Temporal.PlainDate.from(text)],
  [oid.timestamp, (text) => Temporal.PlainDateTime.from(text.replace(' ', 'T'))],
  [oid.timestamptz, instantOf],
]);

const arrays: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [oid.int8Array, (text) => arrayOf(text, BigInt)],
  [oid.dateArray, (text) => arrayOf(text, (each) => Temporal.PlainDate.from(each))],
  [oid.timestamptzArray, (text) => arrayOf(text, instantOf)],
]);

/** One dimension; none of these elements can hold a comma or a quote, so that the literal needs no full parser. */
function arrayOf(text: string, parse: Parser): readonly unknown[] {
  if (text === '{}') return [];
  const elements = text.slice(1, -1).replaceAll('"', '').split(',');
  return elements.map((each) => (each === 'NULL' ? null : parse(each)));
}

type GetParser = (id: number, format: 'text' | 'binary' | undefined) => Parser;

/** pg types its object identifiers as an enum of the built-in ones; any number is asked of it all the same. */
const pgParser = pg.types.getTypeParser as GetParser;

/** Handed to every pool; nothing is registered globally, so that a library beside us sees pg's defaults. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : (scalars.get(id) ?? arrays.get(id))) ?? pgParser(id, format),
};

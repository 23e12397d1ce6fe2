/** SQL as text with parameters: a tagged template whose values never become text, and the three ways to run it. */
import { createHash } from 'node:crypto';
import type { QueryResult, QueryResultRow } from 'pg';

/** What may stand in `${}`: a parameter, an array of parameters for `= any(...)`, or another piece of SQL. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | Temporal.Instant
  | Temporal.PlainDate
  | readonly (string | number | bigint | boolean | null | Temporal.Instant | Temporal.PlainDate)[]
  | Json
  | Sql;

/** A finished piece: `chunks` has one element more than `values`. */
export type Sql = Readonly<{
  kind: 'sql';
  chunks: readonly string[];
  values: readonly unknown[];
  /** Set by `prepare`: the server parses and plans such a statement once per connection. */
  isPrepared?: boolean;
}>;

type Json = Readonly<{ kind: 'json'; text: string }>;

/** A pool, or the connection of a running transaction. */
export type Queryable = Readonly<{
  query: (statement: {
    text: string;
    values: unknown[];
    name?: string;
    rowMode: 'array';
  }) => Promise<QueryResult<unknown[]>>;
}>;

export function sql(strings: TemplateStringsArray, ...inserted: readonly SqlValue[]): Sql {
  const draft = startDraft();
  strings.forEach((text, index) => {
    if (index > 0) addValue(draft, inserted[index - 1] ?? null);
    addText(draft, text);
  });
  return { kind: 'sql', ...draft };
}

type Draft = { chunks: string[]; values: unknown[] };

function startDraft(): Draft {
  return { chunks: [''], values: [] };
}

function addText({ chunks }: Draft, text: string): void {
  chunks.push(`${chunks.pop() ?? ''}${text}`);
}

function addValue(draft: Draft, value: SqlValue): void {
  if (isSql(value)) {
    addPiece(draft, value);
    return;
  }
  draft.values.push(parameterOf(value));
  draft.chunks.push('');
}

function addPiece(draft: Draft, piece: Sql): void {
  addText(draft, piece.chunks[0] ?? '');
  draft.chunks.push(...piece.chunks.slice(1));
  draft.values.push(...piece.values);
}

function isSql(value: SqlValue): value is Sql {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'sql';
}

function isJson(value: SqlValue): value is Json {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'json';
}

/** Parameters travel as text; a Date or an object by accident would be a silent fault, so only known kinds pass. */
function parameterOf(value: Exclude<SqlValue, Sql>): unknown {
  if (isJson(value)) return value.text;
  if (Array.isArray(value)) return value.map(scalarOf);
  return scalarOf(value);
}

function scalarOf(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) {
    return value.toString();
  }
  if (value instanceof Uint8Array && !Buffer.isBuffer(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return typeof value === 'bigint' ? value.toString() : value;
}

/** A json or jsonb parameter; bigint becomes a decimal string, as on the wire. */
export function json(value: unknown): Json {
  const text = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint' ? each.toString() : each,
  );
  return { kind: 'json', text };
}

/** An identifier that is computed, such as a partition's name; quoted. */
export function identifier(name: string): Sql {
  return { kind: 'sql', chunks: [`"${name.replaceAll('"', '""')}"`], values: [] };
}

/**
 * Marks a statement of the hot path: each connection keeps its parsed form and plan. The text must not vary from call to call, or the
 * server collects plans without end.
 */
export function prepare(statement: Sql): Sql {
  return { ...statement, isPrepared: true };
}

/** Every row; a column `parcel_id` arrives as `parcelId`, so that no row type and no query has to rename. */
export async function query<Row extends QueryResultRow>(
  on: Queryable,
  statement: Sql,
): Promise<readonly Row[]> {
  const { fields, rows } = await on.query(queryConfig(statement));
  const names = fields.map((field) => camelCase(field.name));
  // The door of the database: the store that wrote the statement asserts here, once, what its columns are.
  return rows.map((row) => rowOf(names, row) as Row);
}

/** The one row that must be there. */
export async function one<Row extends QueryResultRow>(on: Queryable, statement: Sql): Promise<Row> {
  const row = await maybeOne<Row>(on, statement);
  if (row === undefined) throw new Error(`A row was expected of: ${statement.chunks.join('?')}`);
  return row;
}

/** The row, or undefined; two rows are a fault of the statement. */
export async function maybeOne<Row extends QueryResultRow>(
  on: Queryable,
  statement: Sql,
): Promise<Row | undefined> {
  const rows = await query<Row>(on, statement);
  if (rows.length > 1) throw new Error(`One row was expected of: ${statement.chunks.join('?')}`);
  return rows[0];
}

/** Runs a statement for its effect; the number of rows it touched. */
export async function execute(on: Queryable, statement: Sql): Promise<number> {
  const { rowCount } = await on.query(queryConfig(statement));
  return rowCount ?? 0;
}

function queryConfig(statement: Sql): Parameters<Queryable['query']>[0] {
  const text = textOf(statement);
  const query = { text, values: [...statement.values], rowMode: 'array' as const };
  return statement.isPrepared === true ? { ...query, name: nameOf(text) } : query;
}

export function textOf(statement: Sql): string {
  return statement.chunks.reduce((text, chunk, index) => `${text}$${index}${chunk}`);
}

const statementNames = new Map<string, string>();

function nameOf(text: string): string {
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  const name = `luxor_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  statementNames.set(text, name);
  return name;
}

const camelNames = new Map<string, string>();

function camelCase(name: string): string {
  const known = camelNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
  camelNames.set(name, made);
  return made;
}

function rowOf(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  names.forEach((name, index) => (row[name] = values[index]));
  return row;
}

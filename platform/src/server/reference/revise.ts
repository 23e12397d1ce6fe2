/** Makes an import one revision: stages the rows of a file, compares them with what holds, and writes only what differs, all or nothing. */
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { copyRows } from '../db/copy.ts';
import type { Pool } from '../db/connect.ts';
import { execute, maybeOne, one, query, sql, type Sql } from '../db/sql.ts';
import { quoted, type Column, type Table } from '../db/table.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import type { ReferenceRow, ReferenceTable } from './tables.ts';

/**
 * `dated`: each row says itself from and until when it holds. `snapshot`: the file is what holds from a day on, and says nothing of
 * the time before or of an end.
 */
export type Manner = 'dated' | 'snapshot';

export type Revision = {
  readonly kind: string;
  readonly publication: string;
  readonly table: ReferenceTable;
  readonly manner: Manner;
  readonly on: Day;
  readonly fileName: string;
  /** More than half of what holds may end. */
  readonly mayReplace: boolean;
};

export type Staged = ReferenceRow & { readonly line: number };

/** What the reader of the file says when its last row was given; refused rows, and nothing is written. */
export type FileRead = {
  readonly rows: number;
  readonly refused: number;
  readonly digest: Uint8Array;
};

export type Counts = {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
};

/** Rows that say again what an earlier row of the file said. */
type Repeats = { readonly repeated: number };

export type Contradiction = { readonly line: number; readonly first: number };

export type Revised =
  | ({ readonly kind: 'revised'; readonly revision: number | null } & Counts & Repeats)
  | { readonly kind: 'refused' }
  | { readonly kind: 'contradictory'; readonly rows: readonly Contradiction[] }
  /** Rows hold from a later day: a file of an earlier one can no longer be put under them. */
  | { readonly kind: 'too-early'; readonly latest: Day }
  | { readonly kind: 'ends-too-much'; readonly standing: number; readonly ended: number };

/** Thrown to roll back, and caught at once. */
type RolledBack = { readonly rolledBack: Revised };

/** Stages what `fill` gives, in as many pieces as it likes; null from `fill` never happens: a refused file says so by its count. */
export async function revise(
  pool: Pool,
  revision: Revision,
  fill: (stage: (rows: readonly Staged[]) => Promise<void>) => Promise<FileRead>,
): Promise<Revised> {
  try {
    return await inTransaction(pool, async (transaction) => {
      // Imports come one after the other, so that revisions are dense and are committed in their order.
      await execute(transaction, sql`lock table reference_import in share row exclusive mode`);
      await openStage(transaction, revision.table);
      const stage = stageOf(revision.table);
      const read = await fill((rows) => copyRows(transaction, stage, rows));
      return await settle(transaction, revision, read);
    });
  } catch (error) {
    if (isRolledBack(error)) return error.rolledBack;
    throw error;
  }
}

const isRolledBack = (error: unknown): error is RolledBack =>
  typeof error === 'object' && error !== null && 'rolledBack' in error;

/** Undoes everything, also the stage, and answers. */
function rollBack(answer: Revised): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- A transaction is left without commit only by a throw.
  throw { rolledBack: answer } satisfies RolledBack;
}

type Stage = Table<readonly (Column & { readonly nullable: true })[]>;

/** Nothing is required here; the tables themselves require it. */
const stageOf = ({ columns }: ReferenceTable): Stage => ({
  name: 'staged_row',
  columns: [...columns, { name: 'line', type: 'int4' } as const].map((column) => ({
    ...column,
    nullable: true,
  })),
});

async function openStage(transaction: Transaction, { name, columns }: ReferenceTable): Promise<void> {
  const names = listOf(columns.map((column) => column.name));
  await execute(
    transaction,
    sql`create temporary table staged_row on commit drop as select ${names}, 0 as line from ${text(quoted(name))} with no data`,
  );
} // prettier-ignore

async function settle(
  transaction: Transaction,
  revision: Revision,
  read: FileRead,
): Promise<Revised> {
  if (read.refused > 0) rollBack({ kind: 'refused' });
  await execute(transaction, sql`analyze staged_row`);
  const rows = await contradictions(transaction, revision.table);
  if (rows.length > 0) rollBack({ kind: 'contradictory', rows });
  const repeated = await execute(transaction, dropRepeats(revision.table));
  const latest = await laterThan(transaction, revision);
  if (latest !== null) rollBack({ kind: 'too-early', latest });
  await execute(transaction, pairUp(revision));
  const { standing, ...counts } = await countPairs(transaction, revision);
  if (!revision.mayReplace && counts.ended * 2 > standing)
    rollBack({ kind: 'ends-too-much', standing, ended: counts.ended });
  const isNew = counts.added + counts.changed + counts.ended > 0;
  const number = isNew ? await write(transaction, revision, { ...read, ...counts }) : null;
  return { kind: 'revised', revision: number, repeated, ...counts };
}

const CONTRADICTIONS_LISTED = 1_000;

/** Lines that say something else of the same thing and day than an earlier line. */
const contradictions = (
  transaction: Transaction,
  { key, content }: ReferenceTable,
): Promise<readonly Contradiction[]> => {
  const identity = [...key, 'from_day'];
  const says = [...content, 'until_day'];
  return query<Contradiction>(
    transaction,
    sql`
select other.line, earliest.line as first
from staged_row other
join (
  select distinct on (${listOf(identity)}) * from staged_row order by ${listOf(identity)}, line
) earliest on ${equal('other', 'earliest', identity)}
where other.line > earliest.line and ${differs('other', 'earliest', says)}
order by other.line
limit ${CONTRADICTIONS_LISTED}`,
  );
};

const dropRepeats = ({ key }: ReferenceTable): Sql => sql`
delete from staged_row other
using staged_row earlier
where ${equal('other', 'earlier', [...key, 'from_day'])} and other.line > earlier.line`;

/** A snapshot is put on top of what holds, never under it. */
async function laterThan(
  transaction: Transaction,
  { table, publication, manner, on }: Revision,
): Promise<Day | null> {
  if (manner === 'dated') return null;
  const row = await maybeOne<{ latest: Day | null }>(
    transaction,
    sql`
select max(from_day) - date '1970-01-01' as latest
from ${text(quoted(table.name))}
where publication = ${publication} and removed_in is null and from_day > ${dateOf(on)}`,
  );
  return row?.latest ?? null;
}

/** Each staged row beside the row that stands for the same thing: both, or one of them alone. */
function pairUp({ table, publication, manner, on }: Revision): Sql {
  const identity = manner === 'dated' ? [...table.key, 'from_day'] : table.key;
  const stands = manner === 'dated' ? sql`true` : sql`from_day <= ${dateOf(on)} and (until_day is null or until_day > ${dateOf(on)})`; // prettier-ignore
  return sql`
create temporary table paired_row on commit drop as
select staged.ctid as staged, standing.place as standing,
  standing.from_day as standing_from, standing.until_day as standing_until,
  staged.ctid is not null and standing.place is not null
    and not ${differs('staged', 'standing', [...table.content, 'until_day'])} as is_same
from staged_row staged
full join (
  select ctid as place, * from ${text(quoted(table.name))}
  where publication = ${publication} and removed_in is null and ${stands}
) standing on ${equal('staged', 'standing', identity)}`;
}

/** What stands and is in the file no more ends, unless it has ended already. */
const ends = (on: Day): Sql =>
  sql`staged is null and (standing_until is null or standing_until > ${dateOf(on)})`;

async function countPairs(
  transaction: Transaction,
  { on }: Revision,
): Promise<Counts & { readonly standing: number }> {
  const row = await one<Record<keyof Counts | 'standing', bigint>>(
    transaction,
    sql`
select count(*) filter (where standing is null) as added,
  count(*) filter (where staged is not null and standing is not null and not is_same) as changed,
  count(*) filter (where ${ends(on)}) as ended,
  count(*) filter (where is_same) as unchanged,
  count(*) filter (where standing is not null and (standing_until is null or standing_until > ${dateOf(on)})) as standing
from paired_row`,
  );
  const number = (name: keyof typeof row): number => Number(row[name]);
  return {
    added: number('added'),
    changed: number('changed'),
    ended: number('ended'),
    unchanged: number('unchanged'),
    standing: number('standing'),
  };
}

async function write(
  transaction: Transaction,
  revision: Revision,
  { rows, digest, added, changed, ended, unchanged }: FileRead & Counts,
): Promise<number> {
  const { kind, publication, fileName, table, on } = revision;
  const { number } = await one<{ number: number }>(
    transaction,
    sql`
insert into reference_import (revision, kind, publication, file_name, file_digest, on_day, rows, added, changed, ended, unchanged)
select coalesce(max(revision), 0) + 1, ${kind}, ${publication}, ${fileName}, ${digest}, ${dateOf(on)}, ${rows}, ${added}, ${changed}, ${ended}, ${unchanged}
from reference_import
returning revision as number`,
  );
  await execute(transaction, shorten(revision));
  await execute(
    transaction,
    sql`
update ${text(quoted(table.name))} set removed_in = ${number}
where ctid in (
  select standing from paired_row
  where standing is not null and not is_same and (staged is not null or ${ends(on)})
)`,
  );
  const names = listOf(table.columns.map(({ name }) => name));
  await execute(
    transaction,
    sql`
insert into ${text(quoted(table.name))} (${names}, added_in)
select ${names}, ${number}::integer from shortened_row
union all
select ${names}, ${number}::integer
from staged_row
where ctid in (select staged from paired_row where staged is not null and not is_same)`,
  );
  return present(number, 'a revision has a number');
}

/** What held before the day goes on having held until it. */
function shorten({ table, manner, on }: Revision): Sql {
  const names = table.columns.map(({ name }) => name);
  const chosen = names.map((name) => (name === 'until_day' ? sql`${dateOf(on)}::date as until_day` : text(`standing.${quoted(name)}`))); // prettier-ignore
  const isReplaced = manner === 'snapshot' ? sql`staged is not null` : sql`false`;
  return sql`
create temporary table shortened_row on commit drop as
select ${joined(chosen, ', ')}
from paired_row
join ${text(quoted(table.name))} standing on standing.ctid = paired_row.standing
where not is_same and (${isReplaced} or (${ends(on)})) and standing_from < ${dateOf(on)}`;
}

const dateOf = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(writeDay(day));

/** Text of ours: names of tables and columns. */
const text = (piece: string): Sql => ({ kind: 'sql', chunks: [piece], values: [] });

const listOf = (names: readonly string[]): Sql => text(names.map(quoted).join(', '));

const equal = (left: string, right: string, names: readonly string[]): Sql =>
  text(names.map((name) => `${left}.${quoted(name)} = ${right}.${quoted(name)}`).join(' and '));

function differs(left: string, right: string, names: readonly string[]): Sql {
  const row = (side: string) => names.map((name) => `${side}.${quoted(name)}`).join(', ');
  return text(`(row(${row(left)}) is distinct from row(${row(right)}))`);
}

const joined = (pieces: readonly Sql[], between: string): Sql =>
  pieces.reduce((sum, piece) => sql`${sum}${text(between)}${piece}`);

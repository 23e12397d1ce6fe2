/** Brings the schema forward by the plain SQL files of a folder, and refuses a database that is not ours to change. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Client, Database } from './connect.ts';
import { execute, maybeOne, one, query, sql } from './sql.ts';

export type Migration = Readonly<{ number: number; name: string; text: string; digest: string }>;

type Recorded = Readonly<{ number: number; name: string; digest: string }>;

/** Any fixed number will do, as long as no other advisory lock of ours uses it. */
const ADVISORY_LOCK = 4_600_001n;
const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/**
 * Applies what is missing, each file in its own transaction as luxor_owner; returns the names of those applied. A file with a lower number
 * than the last one recorded is applied too, because rooms number their files in ranges of their own.
 */
export async function migrate(
  database: Pick<Database, 'owner'>,
  migrationsDirectory: string,
): Promise<readonly string[]> {
  const migrations = readMigrations(migrationsDirectory);
  const client = await database.owner.connect();
  try {
    await execute(client, sql`select pg_advisory_lock(${ADVISORY_LOCK})`);
    const recorded = await recordedMigrations(client);
    refuseForeignHistory(migrations, recorded);
    const missing = migrations.filter(({ number }) =>
      recorded.every((each) => each.number !== number),
    );
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // Closing the connection frees the lock even where the connection is what failed.
    client.release(true);
  }
}

/** The migrations of a folder in their order; two files of one number are a fault of ours. */
export function readMigrations(directory: string): readonly Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  const migrations = names.map((name) => readMigration(directory, name));
  migrations.sort((left, right) => left.number - right.number);
  migrations.forEach(({ number, name }, index) => {
    if (migrations[index + 1]?.number !== number) return;
    const sentence = `Two migrations have the number ${number}; one of them is ${name}.`;
    throw new Fault({ code: 'migration-number-taken', sentence });
  });
  return migrations;
}

function readMigration(directory: string, name: string): Migration {
  const number = FILE_NAME.exec(name)?.[1];
  if (number === undefined) {
    const sentence = `The migration ${name} is not named NNNN-name.sql.`;
    throw new Fault({ code: 'migration-misnamed', sentence });
  }
  // A checkout with other line endings is the same migration.
  const text = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
  const digest = createHash('sha256').update(text).digest('hex');
  return { number: Number(number), name, text, digest };
}

async function recordedMigrations(client: Client): Promise<readonly Recorded[]> {
  const { table } = await one<{ table: string | null }>(
    client,
    sql`select to_regclass('public.luxor_migration')::text as table`,
  );
  if (table === null) {
    await refuseForeignTables(client);
    await execute(client, createRecord);
  }
  return query<Recorded>(
    client,
    sql`select number, name, digest from public.luxor_migration order by number`,
  );
}

const createRecord = sql`
  create table public.luxor_migration (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default now()
  )`;

/** An extension's own tables (postgis, pg_stat_statements) do not make a database somebody else's. */
async function refuseForeignTables(client: Client): Promise<void> {
  const foreign = await maybeOne<{ name: string; database: string }>(
    client,
    sql`select c.relname as name, current_database() as database
        from pg_class c
        where c.relnamespace = 'public'::regnamespace
          and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and not exists (
            select from pg_depend d
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
          )
        order by c.relname
        limit 1`,
  );
  if (foreign === undefined) return;
  const sentence = `The database ${foreign.database} holds tables that are not Luxor's (such as ${foreign.name}): give Luxor an empty database.`;
  throw new Fault({ code: 'schema-foreign', sentence });
}

function refuseForeignHistory(
  migrations: readonly Migration[],
  recorded: readonly Recorded[],
): void {
  const byNumber = new Map(migrations.map((each) => [each.number, each]));
  const unknown = recorded.find(({ number }) => !byNumber.has(number));
  if (unknown !== undefined) {
    const sentence = `The database was migrated by a newer Luxor (${unknown.name} is unknown here): start that version, or restore a backup made before it.`;
    throw new Fault({ code: 'schema-newer', sentence });
  }
  const edited = recorded.find(({ number, digest }) => byNumber.get(number)?.digest !== digest);
  if (edited === undefined) return;
  const sentence = `The migration ${edited.name} was changed after this database had run it: put it back and write a new one.`;
  throw new Fault({ code: 'migration-edited', sentence });
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.text);
    await execute(
      client,
      sql`insert into public.luxor_migration (number, name, digest)
          values (${migration.number}, ${migration.name}, ${migration.digest})`,
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    const why = cause instanceof Error ? cause.message : String(cause);
    const sentence = `The migration ${migration.name} failed and changed nothing: ${why}.`;
    throw new Fault({ code: 'migration-failed', sentence, cause });
  }
}

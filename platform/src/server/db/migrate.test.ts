/** Migrations go forward once, and a database that is not ours to change is refused with its own sentence. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { freshDatabase } from '../../../test/support/database.ts';
import { connectAsLogin, databaseRoles, type DatabaseAddress } from './connect.ts';
import { migrate } from './migrate.ts';
import { ensureRoles } from './roles.ts';
import { one, query, sql } from './sql.ts';

/** A folder with these files, by name. */
function folderWith(context: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'luxor-migrations-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const first = { '0001-parcel.sql': 'create table parcel (parcel_id bigint primary key);' };
const second = { '0002-weight.sql': 'alter table parcel add weight_grams bigint;' };

/** A database with the first migration applied. */
async function migratedOnce(context: TestContext) {
  return freshDatabase(context, { migrations: folderWith(context, first) });
}

test('migrations run in their order, once, as luxor_owner', async (context) => {
  const { database } = await migratedOnce(context);
  const folder = folderWith(context, { ...second, ...first });
  assert.deepEqual(await migrate(database, folder), ['0002-weight.sql']);
  assert.deepEqual(await migrate(database, folder), []);
  const owner = await one(
    database.owner,
    sql`select tableowner from pg_tables where tablename = 'parcel'`,
  );
  assert.deepEqual(owner, { tableowner: 'luxor_owner' });
});

test('two processes that migrate at the same moment apply each migration once', async (context) => {
  const { database } = await migratedOnce(context);
  const folder = folderWith(context, { ...first, ...second });
  const applied = await Promise.all([migrate(database, folder), migrate(database, folder)]);
  assert.deepEqual(applied.flat(), ['0002-weight.sql']);
});

test('a migration that fails changes nothing and is named', async (context) => {
  const { database } = await migratedOnce(context);
  const broken = { '0002-weight.sql': `${second['0002-weight.sql']} select no_such_column;` };
  await assert.rejects(migrate(database, folderWith(context, { ...first, ...broken })), {
    code: 'migration-failed',
    exitCode: 3,
    sentence: /0002-weight\.sql failed and changed nothing: column "no_such_column" does not exist/,
  });
  assert.deepEqual(await migrate(database, folderWith(context, { ...first, ...second })), [
    '0002-weight.sql',
  ]);
});

test('a database with tables of somebody else is refused', async (context) => {
  const { database } = await freshDatabase(context, { migrations: folderWith(context, {}) });
  await database.owner.query('drop table luxor_migration; create table invoice (number integer)');
  await assert.rejects(migrate(database, folderWith(context, first)), {
    code: 'schema-foreign',
    sentence: /such as invoice/,
  });
});

test('tables of an extension do not make a database somebody else’s', async (context) => {
  const { database, admin } = await freshDatabase(context, { migrations: folderWith(context, {}) });
  await database.owner.query('drop table luxor_migration');
  await withLogin(admin, (client) => client.query('create extension pg_stat_statements'));
  assert.deepEqual(await migrate(database, folderWith(context, first)), ['0001-parcel.sql']);
});

test('a database of a newer Luxor is refused', async (context) => {
  const { database } = await freshDatabase(context, {
    migrations: folderWith(context, { ...first, ...second }),
  });
  await assert.rejects(migrate(database, folderWith(context, first)), {
    code: 'schema-newer',
    sentence: /0002-weight\.sql is unknown here/,
  });
});

test('a migration that was edited after it ran is refused, other line endings are not', async (context) => {
  const { database } = await freshDatabase(context, {
    migrations: folderWith(context, {
      '0001-parcel.sql': 'create table parcel (\n  parcel_id bigint\n);',
    }),
  });
  const windows = folderWith(context, {
    '0001-parcel.sql': 'create table parcel (\r\n  parcel_id bigint\r\n);',
  });
  assert.deepEqual(await migrate(database, windows), []);
  await assert.rejects(migrate(database, folderWith(context, first)), { code: 'migration-edited' });
});

test('two migrations of one number, or a misnamed one, are a fault before anything runs', async (context) => {
  const { database } = await migratedOnce(context);
  await assert.rejects(migrate(database, folderWith(context, { ...first, '0001-other.sql': '' })), {
    code: 'migration-number-taken',
  });
  await assert.rejects(migrate(database, folderWith(context, { ...first, 'later.sql': '' })), {
    code: 'migration-misnamed',
  });
});

test('the five roles exist, and only intake passes row-level security', async (context) => {
  const { database } = await migratedOnce(context);
  const roles = await query(
    database.owner,
    sql`select rolname, rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = any(${Object.values(databaseRoles)}) order by rolname`,
  );
  const plain = { rolsuper: false, rolcanlogin: false };
  assert.deepEqual(roles, [
    { rolname: 'luxor_intake', rolbypassrls: true, ...plain },
    { rolname: 'luxor_officer', rolbypassrls: false, ...plain },
    { rolname: 'luxor_owner', rolbypassrls: false, ...plain },
    { rolname: 'luxor_public', rolbypassrls: false, ...plain },
    { rolname: 'luxor_trader', rolbypassrls: false, ...plain },
  ]);
});

test('a login that may not give the roles is told what an administrator has to run', async (context) => {
  const { admin } = await migratedOnce(context);
  const name = `clerk_${process.pid}`;
  await withLogin(admin, async (client) => {
    await client.query(`create role ${name}; set role ${name}`);
    try {
      await assert.rejects(ensureRoles(client, name), {
        code: 'database-roles-missing',
        sentence: new RegExp(`create role luxor_intake nologin bypassrls;.* grant .* to ${name};`),
      });
    } finally {
      await client.query(`reset role; drop role ${name}`);
    }
  });
});

async function withLogin(
  address: DatabaseAddress,
  work: (client: Awaited<ReturnType<typeof connectAsLogin>>) => Promise<unknown>,
): Promise<void> {
  const client = await connectAsLogin(address);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

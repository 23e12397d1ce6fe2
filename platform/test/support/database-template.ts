/** Keeps one migrated template per set of migrations on a server, and clones it for each test. */
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { connectAsLogin, openDatabase, type DatabaseAddress } from '../../src/server/db/connect.ts';
import { migrate, readMigrations } from '../../src/server/db/migrate.ts';
import { ensureRoles } from '../../src/server/db/roles.ts';
import { execute, identifier, maybeOne, one, query, sql } from '../../src/server/db/sql.ts';

/** A server on which the tests may make databases: `admin` makes them, `login` owns and uses them. */
export type TestServer = Readonly<{
  admin: DatabaseAddress;
  login: string;
  addressOf: (database: string) => Readonly<{ admin: DatabaseAddress; login: DatabaseAddress }>;
}>;

const TEMPLATE = 'luxor_template_';
const CLONE = 'luxor_test_';
const TEMPLATES_KEPT = 4;
/** Two processes must not make the same template at once; any number will do. */
const ADVISORY_LOCK = 4_600_002n;

/** The name of a new database with the schema of these migrations. */
export async function cloneOf(server: TestServer, migrations: string): Promise<string> {
  const admin = await connectAsLogin(server.admin);
  try {
    const template = await templateFor(server, admin, migrations);
    const name = `${CLONE}${epochSeconds()}_${randomBytes(6).toString('hex')}`;
    await execute(
      admin,
      sql`create database ${identifier(name)} template ${identifier(template)}
          strategy file_copy owner ${identifier(server.login)}`,
    );
    return name;
  } finally {
    await admin.end();
  }
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  const admin = await connectAsLogin(server.admin);
  try {
    await execute(admin, sql`drop database if exists ${identifier(name)} with (force)`);
  } finally {
    await admin.end();
  }
}

/** What killed tests left, and templates of older schemas. */
export async function dropLeftovers(admin: pg.Client, olderThanSeconds: number): Promise<void> {
  const names = await query<{ datname: string }>(
    admin,
    sql`select datname from pg_database
        where datname like ${`${CLONE.replaceAll('_', '\\_')}%`}
          and split_part(datname, '_', 3)::bigint < ${epochSeconds() - olderThanSeconds}
        order by datname
        limit 1000`,
  );
  const templates = await query<{ datname: string }>(
    admin,
    sql`select datname from pg_database
        where datname like ${`${TEMPLATE.replaceAll('_', '\\_')}%`}
        order by oid desc
        limit 1000 offset ${TEMPLATES_KEPT}`,
  );
  for (const { datname } of templates) await unmark(admin, datname);
  for (const { datname } of [...names, ...templates]) {
    await execute(admin, sql`drop database if exists ${identifier(datname)} with (force)`);
  }
}

async function unmark(admin: pg.Client, template: string): Promise<void> {
  await execute(admin, sql`alter database ${identifier(template)} is_template false`);
}

function epochSeconds(): number {
  return Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
}

async function templateFor(
  server: TestServer,
  admin: pg.Client,
  migrations: string,
): Promise<string> {
  const digests = readMigrations(migrations).map(({ digest }) => digest);
  const digest = createHash('sha256').update(digests.join()).digest('hex').slice(0, 12);
  const name = `${TEMPLATE}${digest}`;
  if (await isFinished(admin, name)) return name;
  await execute(admin, sql`select pg_advisory_lock(${ADVISORY_LOCK})`);
  try {
    if (!(await isFinished(admin, name))) await makeTemplate({ server, admin, name }, migrations);
    return name;
  } finally {
    await execute(admin, sql`select pg_advisory_unlock(${ADVISORY_LOCK})`);
  }
}

/** Being marked as a template is the last step of making one, so that a half one is never used. */
async function isFinished(admin: pg.Client, name: string): Promise<boolean> {
  const found = await maybeOne<{ datistemplate: boolean }>(
    admin,
    sql`select datistemplate from pg_database where datname = ${name}`,
  );
  return found?.datistemplate === true;
}

type Making = Readonly<{ server: TestServer; admin: pg.Client; name: string }>;

async function makeTemplate({ server, admin, name }: Making, migrations: string): Promise<void> {
  await dropLeftovers(admin, 3600);
  await execute(admin, sql`drop database if exists ${identifier(name)} with (force)`);
  await execute(
    admin,
    sql`create database ${identifier(name)} owner ${identifier(server.login)} encoding 'UTF8' template template0`,
  );
  const addresses = server.addressOf(name);
  const inside = await connectAsLogin(addresses.admin);
  await ensureRoles(inside, server.login);
  await inside.end();
  const database = openDatabase(addresses.login);
  try {
    await migrate(database, migrations);
  } finally {
    await database.close();
  }
  // A template somebody is connected to cannot be cloned.
  await execute(admin, sql`alter database ${identifier(name)} allow_connections false`);
  await execute(admin, sql`alter database ${identifier(name)} is_template true`);
}

/** The server that LUXOR_DATABASE_URL names; its login must be allowed to create databases. */
export async function externalServer(url: string): Promise<TestServer> {
  const admin = { url };
  const client = await connectAsLogin(admin);
  const { login } = await one<{ login: string }>(client, sql`select session_user::text as login`);
  await client.end();
  const addressOf = (database: string) => {
    const address = new URL(url);
    address.pathname = `/${database}`;
    return { admin: { url: address.href }, login: { url: address.href } };
  };
  return { admin, login, addressOf };
}

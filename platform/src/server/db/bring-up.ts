/** From nothing to a migrated database with its pools: our own PostgreSQL, or the one LUXOR_DATABASE_URL names. */
import { join } from 'node:path';
import { connectAsLogin, openDatabase, type Database, type DatabaseAddress } from './connect.ts';
import { startEmbedded, type EmbeddedServer } from './embedded.ts';
import { migrate } from './migrate.ts';
import { ensureRoles } from './roles.ts';
import { execute, identifier, maybeOne, one, sql } from './sql.ts';

export type DatabaseOptions = Readonly<{
  /** The value of LUXOR_DATABASE_URL; undefined or empty means our own PostgreSQL. */
  url: string | undefined;
  /** Where our own PostgreSQL keeps its data, in the subfolder `postgres`. */
  dataDirectory: string;
  /** The plain SQL files; `migrationsDirectory` for ours. */
  migrations?: string;
  /** Called when our own PostgreSQL died and could not be brought back. */
  onLost?: (fault: unknown) => void;
}>;

/** `server` is there when the PostgreSQL is our own; `stop` closes the pools and then that server. */
export type RunningDatabase = Readonly<{
  database: Database;
  address: DatabaseAddress;
  server: EmbeddedServer | undefined;
  applied: readonly string[];
  stop: () => Promise<void>;
}>;

/** `platform/db/migrations` beside the source, wherever the repository lies. */
export const migrationsDirectory = join(import.meta.dirname, '../../../db/migrations');

/** The login and the database of our own PostgreSQL; the login is no superuser. */
const EMBEDDED_NAME = 'luxor';

export async function bringUpDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  const { server, address } = await serverFor(options);
  try {
    return await migrated(options, server, address);
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function serverFor(
  options: DatabaseOptions,
): Promise<{ server: EmbeddedServer | undefined; address: DatabaseAddress }> {
  const { url, dataDirectory, onLost } = options;
  if (url !== undefined && url !== '') {
    const address = { url };
    await prepareExternal(address);
    return { server: undefined, address };
  }
  const server = await startEmbedded({
    directory: join(dataDirectory, 'postgres'),
    ...(onLost === undefined ? {} : { onLost }),
  });
  try {
    return { server, address: await prepareEmbedded(server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function migrated(
  options: DatabaseOptions,
  server: EmbeddedServer | undefined,
  address: DatabaseAddress,
): Promise<RunningDatabase> {
  const database = openDatabase(address);
  const stop = async () => {
    await database.close();
    await server?.stop();
  };
  try {
    const applied = await migrate(database, options.migrations ?? migrationsDirectory);
    return { database, address, server, applied, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** On a server of the operator's: the login makes the roles, or the fault says what an administrator has to run. */
export async function prepareExternal(address: DatabaseAddress): Promise<void> {
  const client = await connectAsLogin(address);
  try {
    const { login } = await one<{ login: string }>(client, sql`select session_user::text as login`);
    await ensureRoles(client, login);
  } finally {
    await client.end();
  }
}

/** On our own server: the superuser makes a login without its powers, the database and the roles. */
export async function prepareEmbedded(
  server: EmbeddedServer,
  database = EMBEDDED_NAME,
): Promise<DatabaseAddress> {
  const { connection } = server;
  await asSuperuser(connection, async (client) => {
    const login = await maybeOne(
      client,
      sql`select from pg_roles where rolname = ${EMBEDDED_NAME}`,
    );
    if (login === undefined) await client.query(createLogin(connection.password));
    const found = await maybeOne(client, sql`select from pg_database where datname = ${database}`);
    if (found === undefined) {
      await execute(
        client,
        sql`create database ${identifier(database)} owner ${identifier(EMBEDDED_NAME)}`,
      );
    }
  });
  await asSuperuser({ ...connection, database }, (client) => ensureRoles(client, EMBEDDED_NAME));
  return { ...connection, user: EMBEDDED_NAME, database };
}

/** Utility statements take no parameters; the password is base64url and so cannot hold a quote. */
function createLogin(password: string): string {
  if (!/^[\w-]+$/.test(password)) throw new Error('The password holds a character to be quoted.');
  return `create role ${EMBEDDED_NAME} login password '${password}'`;
}

export async function asSuperuser(
  address: DatabaseAddress,
  work: (client: Awaited<ReturnType<typeof connectAsLogin>>) => Promise<void>,
): Promise<void> {
  const client = await connectAsLogin(address);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Gives a test a database of its own: a clone of the migrated template on one PostgreSQL that all test processes share. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { migrationsDirectory } from '../../src/server/db/bring-up.ts';
import {
  connectAsLogin,
  openDatabase,
  type Database,
  type DatabaseAddress,
} from '../../src/server/db/connect.ts';
import type { Connection } from '../../src/server/db/embedded.ts';
import { takeFileLock } from '../../src/server/db/file-lock.ts';
import { cloneOf, dropDatabase, externalServer, type TestServer } from './database-template.ts';

/** `admin` is the superuser (or the login of LUXOR_DATABASE_URL) on the same database. */
export type TestDatabase = Readonly<{
  database: Database;
  address: DatabaseAddress;
  admin: DatabaseAddress;
  name: string;
  drop: () => Promise<void>;
}>;

export type FreshOptions = Readonly<{
  /** A folder of migrations other than the platform's. */
  migrations?: string;
}>;

const testDirectory = join(import.meta.dirname, '../../../.luxor/test-postgres');
const READY_WITHIN_MS = 60_000;
const POLL_MS = 25;

/** For one test: closed and dropped when it has ended. */
export async function freshDatabase(
  context: Pick<TestContext, 'after'>,
  options: FreshOptions = {},
): Promise<TestDatabase> {
  const opened = await openFreshDatabase(options);
  context.after(opened.drop);
  return opened;
}

/** For a suite: opened in its `before`, and `drop` is called in its `after`. */
export async function openFreshDatabase({
  migrations = migrationsDirectory,
}: FreshOptions = {}): Promise<TestDatabase> {
  const server = await testServer();
  const name = await cloneOf(server, migrations);
  const { admin, login } = server.addressOf(name);
  const database = openDatabase(login, { owner: 3, intake: 3, trader: 3, officer: 3 });
  const drop = async () => {
    await database.close();
    await dropDatabase(server, name);
  };
  return { database, address: login, admin, name, drop };
}

let known: Promise<TestServer> | undefined;

/** One look-up per process. */
export function testServer(): Promise<TestServer> {
  const url = process.env['LUXOR_DATABASE_URL'];
  known ??= url === undefined || url === '' ? sharedServer() : externalServer(url);
  return known;
}

async function sharedServer(): Promise<TestServer> {
  mkdirSync(testDirectory, { recursive: true });
  // Held until this process ends: while anybody holds it, the keeper keeps the server running.
  const use = takeFileLock(join(testDirectory, 'users'), 'shared', READY_WITHIN_MS);
  if (use === undefined) throw new Error('The test server is being stopped and does not end.');
  const admin = await runningServer();
  const addressOf = (database: string) => ({
    admin: { ...admin, database },
    login: { ...admin, user: 'luxor', database },
  });
  return { admin, login: 'luxor', addressOf };
}

async function runningServer(): Promise<Connection> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += POLL_MS) {
    const address = await reachableAddress();
    if (address !== undefined) return address;
    await startKeeper();
    await pause(POLL_MS);
  }
  throw new Error(`The test server did not start; see ${join(testDirectory, 'postgres/log')}.`);
}

async function reachableAddress(): Promise<Connection | undefined> {
  try {
    const path = join(testDirectory, 'address.json');
    const address = JSON.parse(readFileSync(path, 'utf8')) as Connection;
    const client = await connectAsLogin(address);
    await client.end();
    return address;
  } catch {
    return undefined;
  }
}

/** One process at a time starts a keeper and waits for it; the others look on. */
async function startKeeper(): Promise<void> {
  const lock = takeFileLock(join(testDirectory, 'starting'), 'exclusive');
  if (lock === undefined) return;
  try {
    if ((await reachableAddress()) !== undefined) return;
    const program = join(import.meta.dirname, 'database-keeper.ts');
    const keeper = spawn(process.execPath, [program, testDirectory], {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
    });
    keeper.unref();
    for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += POLL_MS) {
      if ((await reachableAddress()) !== undefined || keeper.exitCode !== null) return;
      await pause(POLL_MS);
    }
  } finally {
    lock.release();
  }
}

/** Opens the database that a platform has written: the one that runs, or the one that lies in the data folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readConfig, type Config } from '../config.ts';
import { bringUpDatabase } from '../db/bring-up.ts';
import {
  connectAsLogin,
  openDatabase,
  type Database,
  type DatabaseAddress,
} from '../db/connect.ts';
import { Fault } from '../fault.ts';

export type StoredDatabase = {
  readonly database: Database;
  readonly close: () => Promise<void>;
};

export type StoredPlace = {
  /** LUXOR_DATABASE_URL. */
  readonly url: string | undefined;
  readonly dataDirectory: string;
};

/** Where to look: a data folder that is named wins over a server that is set. */
export function placeOf(folder: string | undefined): Pick<Config, 'databaseUrl' | 'dataDirectory'> {
  const { databaseUrl, dataDirectory } = readConfig(process.env);
  return folder === undefined
    ? { databaseUrl, dataDirectory }
    : { databaseUrl: undefined, dataDirectory: folder };
}

/** A server that runs is joined, so that the platform need not stop; null when nothing was ever written there. */
export async function openStored({
  url,
  dataDirectory,
}: StoredPlace): Promise<StoredDatabase | null> {
  const running =
    url === undefined ? await runningAddress(dataDirectory) : await reachable({ url });
  if (running !== null) {
    const database = openDatabase(running);
    return { database, close: () => database.close() };
  }
  if (!existsSync(join(dataDirectory, 'postgres', 'cluster'))) return null;
  const { database, stop } = await bringUpDatabase({ url: undefined, dataDirectory });
  return { database, close: stop };
}

/** The database of a platform that runs on the folder at this moment; null when none does. */
export async function runningDatabase(dataDirectory: string): Promise<StoredDatabase | null> {
  const running = await runningAddress(dataDirectory);
  if (running === null) return null;
  const database = openDatabase(running);
  return { database, close: () => database.close() };
}

async function reachable(address: DatabaseAddress): Promise<DatabaseAddress> {
  const client = await connectAsLogin(address);
  await client.end();
  return address;
}

/** Lines of postmaster.pid, in the order that PostgreSQL writes them. */
const PORT_LINE = 3;
const SOCKET_LINE = 4;

/** The address of our own PostgreSQL while a platform keeps it running; null when none does. */
async function runningAddress(dataDirectory: string): Promise<DatabaseAddress | null> {
  const folder = join(dataDirectory, 'postgres');
  const [written, password] = [
    textOf(join(folder, 'cluster', 'postmaster.pid')),
    textOf(join(folder, 'password')),
  ];
  if (written === null || password === null) return null;
  const lines = written.split('\n').map((line) => line.trim());
  const socket = lines[SOCKET_LINE] ?? '';
  const address = {
    host: socket === '' ? '127.0.0.1' : socket,
    port: Number(lines[PORT_LINE]),
    user: 'luxor',
    password: password.trim(),
    database: 'luxor',
  };
  try {
    return await reachable(address);
  } catch (error) {
    // A killed server leaves its file behind: then nothing runs, and the folder is ours to open.
    if (error instanceof Fault && error.code === 'database-unreachable') return null;
    throw error;
  }
}

const textOf = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, 'utf8') : null;

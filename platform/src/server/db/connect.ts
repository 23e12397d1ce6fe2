/** Opens the database: one pool per database role, all over one login, on our own PostgreSQL or the operator's. */
import pg from 'pg';
import { Fault } from '../fault.ts';
import type { Connection } from './embedded.ts';
import { typeParsers } from './types.ts';

/** The five roles every table is granted to; what each may do is said in the migrations. */
export const databaseRoles = {
  owner: 'luxor_owner',
  intake: 'luxor_intake',
  trader: 'luxor_trader',
  officer: 'luxor_officer',
  public: 'luxor_public',
} as const;

export type DatabaseRole = keyof typeof databaseRoles;

export type Pool = pg.Pool;

/** A connection on loan: to be used by one flow of control at a time. */
export type Client = pg.PoolClient;

export type Database = Readonly<Record<DatabaseRole, Pool>> &
  Readonly<{ close: () => Promise<void> }>;

/** The public reads views of the schema "outside" under the names of our tables, and nothing it asks for takes long. */
const PUBLIC_SETTINGS =
  ' -c search_path=outside -c statement_timeout=3000 -c default_transaction_read_only=on';

export type DatabaseAddress = Connection | Readonly<{ url: string }>;

export type PoolSizes = Readonly<Record<DatabaseRole, number>>;

/** Few: a connection is a process of the server, and two busy ones already fill a core. */
const poolSizes: PoolSizes = { owner: 4, intake: 6, trader: 8, officer: 8, public: 3 };

/** Past this a request should be refused rather than wait on. */
const CONNECT_WITHIN_MS = 10_000;

export function openDatabase(address: DatabaseAddress, sizes: Partial<PoolSizes> = {}): Database {
  const open = (role: DatabaseRole) => openPool(address, role, sizes[role] ?? poolSizes[role]);
  const pools = {
    owner: open('owner'),
    intake: open('intake'),
    trader: open('trader'),
    officer: open('officer'),
    public: open('public'),
  };
  const close = async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  };
  return { ...pools, close };
}

function openPool(address: DatabaseAddress, role: DatabaseRole, max: number): Pool {
  const pool = new pg.Pool({
    ...clientConfig(address),
    application_name: `luxor-${role}`,
    // The server sets the role before the first statement; `reset role` comes back to it.
    options: `-c role=${databaseRoles[role]}${role === 'public' ? PUBLIC_SETTINGS : ''}`,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** One connection as the login itself, for setting up; close it with `end()`. */
export async function connectAsLogin(address: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client({
    ...clientConfig(address),
    application_name: 'luxor-setup',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw connectionFault(address, error);
  }
}

function clientConfig(address: DatabaseAddress): pg.ClientConfig {
  const where = 'url' in address ? { connectionString: parsedUrl(address.url).href } : address;
  return { ...where, types: typeParsers, keepAlive: true };
}

function parsedUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && ['postgres:', 'postgresql:'].includes(parsed.protocol)) return parsed;
  throw new Fault({
    code: 'database-url-malformed',
    sentence:
      'LUXOR_DATABASE_URL is not of the form postgresql://user:password@host:port/database.',
    exitCode: 2,
  });
}

/** The address without its password, for sentences and logs. */
export function addressName(address: DatabaseAddress): string {
  if (!('url' in address)) return `${address.host}/${address.database}`;
  const { host, pathname } = parsedUrl(address.url);
  return `${host}${pathname}`;
}

const INVALID_PASSWORD_CLASS = '28';
const NO_SUCH_DATABASE = '3D000';

function connectionFault(address: DatabaseAddress, cause: unknown): Fault {
  const place = addressName(address);
  const state = cause instanceof pg.DatabaseError ? (cause.code ?? '') : '';
  if (state.startsWith(INVALID_PASSWORD_CLASS)) {
    const sentence = `The database at ${place} refuses the login: check the user and the password.`;
    return new Fault({ code: 'database-login-refused', sentence, cause });
  }
  if (state === NO_SUCH_DATABASE) {
    const sentence = `There is no such database as ${place}: create it first.`;
    return new Fault({ code: 'database-missing', sentence, cause });
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  const sentence = `The database at ${place} cannot be reached (${why}).`;
  return new Fault({ code: 'database-unreachable', sentence, cause });
}

/** Starts the platform as a process of its own, kills it or its PostgreSQL without a word, and starts it again on the same data. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { present } from '../../src/domain/kernel/invariant.ts';
import { newSecret } from '../../src/server/access/store.ts';
import { openDatabase, type Database } from '../../src/server/db/connect.ts';
import { SENDERS } from '../support/submissions.ts';
import type { Started } from './server.ts';

export const KILLS = ['server', 'postgres', 'both'] as const;
export type Kill = (typeof KILLS)[number];

export type Victim = {
  /** API keys by party code. */
  readonly keys: ReadonlyMap<string, string>;
  readonly address: () => string;
  readonly start: () => Promise<void>;
  readonly kill: (what: Kill) => Promise<void>;
  readonly isRunning: () => boolean;
  readonly openDatabase: () => Database;
  readonly stop: () => Promise<void>;
};

export function createVictim(dataDirectory: string): Victim {
  const keys = new Map(SENDERS.map(({ code }) => [code as string, newSecret('lx_key')]));
  let child: ChildProcess | null = null;
  let started: Started | null = null;

  async function start(): Promise<void> {
    [child, started] = await launch(dataDirectory, keys);
  }

  async function kill(what: Kill): Promise<void> {
    const server = present(child, 'the platform was started');
    // The server first where both die, so that it has no time to bring PostgreSQL back.
    if (what !== 'postgres') await killProcess(server);
    if (what !== 'server') killPostgres(join(dataDirectory, 'postgres', 'cluster'));
  }

  return {
    keys,
    start,
    kill,
    address: () => present(started, 'the platform was started').address,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    openDatabase: () => {
      const { connection } = present(started, 'the platform was started');
      return openDatabase({ ...connection, user: 'luxor', database: 'luxor' }, { intake: 1 });
    },
    stop: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function launch(
  dataDirectory: string,
  keys: ReadonlyMap<string, string>,
): Promise<[ChildProcess, Started]> {
  const program = join(import.meta.dirname, 'server.ts');
  const written = JSON.stringify(Object.fromEntries(keys));
  const child = spawn(process.execPath, [program, dataDirectory, written], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The platform ended with ${String(code)} before it listened.`);
  });
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  // From here on its end is what the test is about.
  ended.catch(() => undefined);
  return [child, JSON.parse(line) as Started];
}

async function killProcess(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** The postmaster first, so that it cannot end its backends in good order; then they, in the middle of what they do. */
function killPostgres(cluster: string): void {
  const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const backends = readdirSync('/proc').map(Number).filter((pid) => pid !== postmaster && isPostgresIn(cluster, pid)); // prettier-ignore
  for (const pid of [postmaster, ...backends]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended since it was listed.
    }
  }
}

function isPostgresIn(cluster: string, pid: number): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** Starts the platform as a process of its own, kills it or its PostgreSQL without a word, and starts it again on the same data. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { present } from '../../src/domain/kernel/invariant.ts';
import { newSecret } from '../../src/server/access/store.ts';
import { openDatabase, type Database } from '../../src/server/db/connect.ts';
import { SENDERS } from '../support/submissions.ts';
import type { Started } from './server.ts';

/** `first` and `both` are started again from outside; the platform itself brings back one serving process, and its PostgreSQL. */
export const KILLS = ['first', 'serving', 'postgres', 'both'] as const;
export type Kill = (typeof KILLS)[number];

/** One can die while the other goes on. */
export const SERVING_PROCESSES = 2;

export type Victim = {
  /** API keys by party code. */
  readonly keys: ReadonlyMap<string, string>;
  readonly address: () => string;
  readonly start: () => Promise<void>;
  readonly kill: (what: Kill) => Promise<void>;
  /** The processes that serve at this moment. */
  readonly servingProcesses: () => readonly number[];
  readonly isRunning: () => boolean;
  readonly openDatabase: () => Database;
  /** Gives the exit code. */
  readonly stop: () => Promise<number | null>;
};

export function createVictim(dataDirectory: string): Victim {
  const keys = new Map(SENDERS.map(({ code }) => [code as string, newSecret('lx_key')]));
  let child: ChildProcess | null = null;
  let started: Started | null = null;

  async function start(): Promise<void> {
    [child, started] = await launch(dataDirectory, keys);
  }

  const first = (): ChildProcess => present(child, 'the platform was started');
  const servingProcesses = (): readonly number[] => childrenOf(first().pid ?? 0, 'serving.ts');

  async function kill(what: Kill): Promise<void> {
    const serving = servingProcesses();
    if (what === 'serving') {
      killNow(present(serving.at(Math.floor(Math.random() * serving.length)), 'a process serves'));
      return;
    }
    // The server first where both die, so that it has no time to bring PostgreSQL back.
    if (what !== 'postgres') {
      await killProcess(first());
      await untilGone(serving);
    }
    if (what !== 'first') killPostgres(join(dataDirectory, 'postgres', 'cluster'));
  }

  return {
    keys,
    start,
    kill,
    servingProcesses,
    address: () => present(started, 'the platform was started').address,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    openDatabase: () => {
      const { connection } = present(started, 'the platform was started');
      return openDatabase({ ...connection, user: 'luxor', database: 'luxor' }, { intake: 1 });
    },
    stop: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return null;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

async function launch(
  dataDirectory: string,
  keys: ReadonlyMap<string, string>,
): Promise<[ChildProcess, Started]> {
  const program = join(import.meta.dirname, 'server.ts');
  const written = JSON.stringify(Object.fromEntries(keys));
  const child = spawn(
    process.execPath,
    [program, dataDirectory, written, String(SERVING_PROCESSES)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
    },
  );
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
  for (const pid of [postmaster, ...backends]) killNow(pid);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended since it was listed.
  }
}

/** A serving process whose first process has vanished ends by itself, at once. */
const GONE_WITHIN_MILLISECONDS = 3_000;

async function untilGone(pids: readonly number[]): Promise<void> {
  const until = performance.now() + GONE_WITHIN_MILLISECONDS;
  while (pids.some(isRunning)) {
    assert.ok(performance.now() < until, 'a serving process ends when its first process is killed');
    await pause(10);
  }
}

function childrenOf(parent: number, program: string): readonly number[] {
  return readdirSync('/proc').map(Number).filter((pid) => pid > 0 && parentOf(pid) === parent && textOf(`/proc/${String(pid)}/cmdline`).includes(program)); // prettier-ignore
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** State and parent stand behind the name, which may hold blanks and brackets. */
const statusOf = (pid: number): readonly string[] => {
  const stat = textOf(`/proc/${String(pid)}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const parentOf = (pid: number): number => Number(statusOf(pid)[1]);

/** A zombie has ended; only its parent has not asked yet. */
const isRunning = (pid: number): boolean => !['', 'Z'].includes(statusOf(pid)[0] ?? '');

function isPostgresIn(cluster: string, pid: number): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** Starts, watches and stops one PostgreSQL server process, and ends what an earlier one of ours left behind. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import type { Binaries } from './binaries.ts';
import type { Account } from './run-as.ts';

export type Cluster = Readonly<{
  directory: string;
  logPath: string;
  binaries: Binaries;
  account: Account | undefined;
}>;

/** `ended` resolves when the process is gone, for whatever reason. */
export type Postmaster = Readonly<{ pid: number; ended: Promise<void>; stop: () => Promise<void> }>;

/** Recovery after a crash replays at most max_wal_size; five minutes is far above what 8 GB of WAL take. */
const READY_WITHIN_MS = 300_000;
const POLL_MS = 10;
/** A fast shutdown writes a checkpoint; past this the WAL is trusted to recover instead. */
const FAST_SHUTDOWN_MS = 20_000;
const IMMEDIATE_SHUTDOWN_MS = 3_000;

/**
 * The folder as PostgreSQL is told it. On Linux a process may always enter its own working directory, even below a folder it may not
 * traverse (a clone in root's mode-700 home): so the server is started in the cluster's folder and told that name for it. PostgreSQL
 * never leaves that folder, and no capability and no copy of the data is needed.
 */
export function nameForPostgres(cluster: Pick<Cluster, 'directory' | 'account'>): string {
  return process.platform === 'linux' && cluster.account !== undefined
    ? '/proc/self/cwd'
    : cluster.directory;
}

/** Only what PostgreSQL needs: a PGDATA or LD_LIBRARY_PATH of the person's own must not reach it. */
export const postgresEnvironment: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
  ...(process.env['SystemRoot'] === undefined
    ? {}
    : {
        SystemRoot: process.env['SystemRoot'],
        TEMP: process.env['TEMP'],
        TMP: process.env['TMP'],
      }),
};

/** Resolves once the server takes connections; a server that ends before that is a fault with its own last words. */
export async function startPostmaster(cluster: Cluster, log: number): Promise<Postmaster> {
  return process.platform === 'win32' ? startWithControl(cluster) : startDirectly(cluster, log);
}

async function startDirectly(cluster: Cluster, log: number): Promise<Postmaster> {
  const child = spawn(cluster.binaries.postgres, ['-D', nameForPostgres(cluster)], {
    cwd: cluster.directory,
    env: postgresEnvironment,
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C in the terminal must reach us first, so that we stop before our database does.
    detached: true,
    ...cluster.account,
  });
  const ended = endOf(child);
  const { pid } = child;
  if (pid === undefined) {
    await ended;
    return startFault(cluster);
  }
  const guard = guardAgainstOurDeath(pid);
  void ended.then(() => guard.kill('SIGKILL'));
  await readiness(cluster, pid, ended);
  return { pid, ended, stop: () => stopProcess(pid, ended) };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/**
 * Stops PostgreSQL when we die without a word (kill -9, out of memory): the shell reads from a pipe that only we hold open, and the
 * kernel closes it with us. What the guard could not stop, the next start does.
 */
function guardAgainstOurDeath(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.unref();
  // The pipe must not keep our process alive; Node makes it a socket, which can be told so.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

/** PostgreSQL writes its readiness into the last line of postmaster.pid. */
async function readiness(cluster: Cluster, pid: number, ended: Promise<void>): Promise<void> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += POLL_MS) {
    const written = readPidFile(cluster.directory);
    if (written?.pid === pid && written.isReady) return;
    if (await endsWithin(ended, POLL_MS)) startFault(cluster);
  }
  await stopProcess(pid, ended);
  startFault(cluster);
}

async function endsWithin(ended: Promise<void>, patienceMs: number): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(patienceMs, false, { signal: timer.signal }).catch(() => false);
  const isGone = await Promise.race([ended.then(() => true), late]);
  timer.abort();
  return isGone;
}

function startFault(cluster: Cluster): never {
  const words = lastWords(cluster.logPath);
  if (words.includes('No space left on device')) {
    throw new Fault({
      code: 'disk-full',
      sentence: `The disk that holds ${cluster.directory} is full: make room and start again.`,
      cause: words,
    });
  }
  if (words.includes('Address already in use')) {
    throw new Fault({
      code: 'database-address-in-use',
      sentence: 'Another program took the address of the database: start again.',
      cause: words,
    });
  }
  const fatal =
    words.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? 'it left no message';
  throw new Fault({
    code: 'postgresql-did-not-start',
    sentence: `PostgreSQL did not start (${fatal.trim()}); its log is ${cluster.logPath}.`,
    cause: words,
  });
}

const LAST_WORDS_CHARACTERS = 4_000;

function lastWords(logPath: string): string {
  try {
    return readFileSync(logPath, 'utf8').slice(-LAST_WORDS_CHARACTERS);
  } catch {
    return '';
  }
}

/** Fast first (it writes a checkpoint), then immediate (the WAL is trusted to recover), then none asked. */
const escalation = [
  ['SIGINT', FAST_SHUTDOWN_MS],
  ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
  ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
] as const;

/** A start must be back within ten seconds, so that it waits less for a clean end. */
const leftoverEscalation = [
  ['SIGINT', 5_000],
  ['SIGQUIT', 1_500],
  ['SIGKILL', 1_000],
] as const;

async function stopProcess(pid: number, ended: Promise<void>): Promise<void> {
  for (const [signal, patienceMs] of escalation) {
    sendSignal(pid, signal);
    if (await endsWithin(ended, patienceMs)) return;
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** What a start needs to know of postmaster.pid, or undefined when there is none. */
function readPidFile(directory: string): Readonly<{ pid: number; isReady: boolean }> | undefined {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends a server and its backends that a killed Luxor left in this cluster. The caller holds the lock on the folder, so nothing that
 * runs here has a living owner. A backend outlives its killed postmaster until its query ends, and a new server would refuse to start
 * beside it.
 */
export async function endLeftovers(cluster: Cluster): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.directory, '-m', 'fast', '-w'], {
      env: postgresEnvironment,
    });
    return;
  }
  const postmaster = readPidFile(cluster.directory)?.pid;
  const running = () => processesIn(cluster.directory, postmaster);
  const hasPostmaster = () => postmaster !== undefined && running().includes(postmaster);
  for (const [signal, patienceMs] of leftoverEscalation) {
    if (postmaster === undefined || !hasPostmaster()) break;
    sendSignal(postmaster, signal);
    await untilNot(hasPostmaster, patienceMs);
  }
  // A postmaster ends after its backends; those of a killed one nobody stops, and no checkpoint is to be had any more.
  for (const pid of running()) sendSignal(pid, 'SIGKILL');
  await untilNot(() => running().length > 0, IMMEDIATE_SHUTDOWN_MS);
  // A process id in the file may meanwhile belong to a stranger; PostgreSQL would take it for a living server.
  rmSync(join(cluster.directory, 'postmaster.pid'), { force: true });
}

async function untilNot(isSo: () => boolean, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until && isSo()) await pause(POLL_MS);
}

function processesIn(directory: string, postmaster: number | undefined): readonly number[] {
  if (process.platform !== 'linux')
    return postmaster !== undefined && isPostgres(postmaster) ? [postmaster] : [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isPostgresIn(directory, name))
    .map(Number);
}

/** By its name too: a person's shell may stand in the folder. */
function isPostgresIn(directory: string, pid: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== directory) return false;
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

function isPostgres(pid: number): boolean {
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.includes('postgres');
}

/** Windows: pg_ctl drops an administrator's rights, which PostgreSQL demands, and a stop there is an event, not a signal. */
async function startWithControl(cluster: Cluster): Promise<Postmaster> {
  const control = (...words: readonly string[]) =>
    spawnSync(cluster.binaries.pgCtl, [...words, '-D', cluster.directory, '-w'], {
      env: postgresEnvironment,
    });
  const started = control('start', '-l', cluster.logPath, '-t', String(READY_WITHIN_MS / 1000));
  const pid = readPidFile(cluster.directory)?.pid;
  if (started.status !== 0 || pid === undefined) startFault(cluster);
  let tellEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (tellEnded = resolve));
  const stop = async () => {
    control('stop', '-m', 'fast');
    tellEnded();
  };
  return { pid, ended, stop };
}

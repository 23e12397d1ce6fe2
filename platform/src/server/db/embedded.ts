/** Runs the PostgreSQL that comes with npm: one call brings it up on a data folder, whatever happened to the last one. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault, fileFault } from '../fault.ts';
import { runnableBinaries } from './binaries.ts';
import {
  chooseListening,
  configureCluster,
  initialiseCluster,
  makePrivateFolder,
  readOrMakePassword,
  replacePrivateFolder,
  SUPERUSER,
} from './cluster.ts';
import { takeFileLock, type FileLock } from './file-lock.ts';
import { endLeftovers, startPostmaster, type Cluster, type Postmaster } from './postmaster.ts';
import type { Durability, Listening } from './postgres-settings.ts';
import { accountFor, ownerOf } from './run-as.ts';

export type Connection = Readonly<{
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}>;

export type EmbeddedOptions = Readonly<{
  /** Holds the cluster, its lock, its log and its password; made when missing. */
  directory: string;
  durability?: Durability;
  /** A socket where the platform has one; tests may ask for loopback TCP, which is what Windows uses. */
  transport?: Listening['transport'];
  /** Called when the server died and could not be brought back. */
  onLost?: (fault: unknown) => void;
}>;

export type EmbeddedServer = Readonly<{
  /** The superuser on the maintenance database; it sets up roles and databases and serves no request. */
  connection: Connection;
  /** Changes when the server had to be restarted. */
  pid: () => number;
  /** Fast shutdown; resolves when nothing runs any more and the folder may be used by another process. */
  stop: () => Promise<void>;
}>;

const LOG_BYTES_MAX = 10 * 1024 * 1024;
/** Another process may just be stopping on the same folder. */
const LOCK_WAIT_MS = 300;
const DEATHS_MAX = 5;
const DEATHS_FORGOTTEN_AFTER_MS = 60_000;

/** Starts the server, taking over whatever a killed predecessor left. One process owns a folder at a time. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const directory = resolve(options.directory);
  const lock = ownFolder(directory);
  try {
    return await startOwned(options, directory, lock);
  } catch (error) {
    lock.release();
    throw fileFault(directory, error);
  }
}

function ownFolder(directory: string): FileLock {
  try {
    mkdirSync(directory, { recursive: true });
    const lock = takeFileLock(join(directory, 'lock'), 'exclusive', LOCK_WAIT_MS);
    if (lock === undefined) throw inUse(directory);
    writeFileSync(join(directory, 'owner'), String(process.pid));
    return lock;
  } catch (error) {
    throw fileFault(
      directory,
      isUnopenable(error) ? Object.assign(new Error('lock'), { code: 'EACCES' }) : error,
    );
  }
}

/** SQLite answers SQLITE_CANTOPEN or SQLITE_READONLY where the folder may not be written. */
function isUnopenable(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && (error.errcode === 14 || error.errcode === 8)
  );
}

function inUse(directory: string): Fault {
  const owner = existsSync(join(directory, 'owner'))
    ? readFileSync(join(directory, 'owner'), 'utf8')
    : 'unknown';
  return new Fault({
    code: 'data-in-use',
    sentence: `Another Luxor (process ${owner}) is using the data in ${directory}: stop it, or name another folder.`,
  });
}

async function startOwned(
  options: EmbeddedOptions,
  directory: string,
  lock: FileLock,
): Promise<EmbeddedServer> {
  const clusterDirectory = join(directory, 'cluster');
  refuseForeignOwner(clusterDirectory);
  const account = accountFor(clusterDirectory);
  const binaries = runnableBinaries(account, join(directory, 'binaries'));
  const cluster: Cluster = {
    directory: clusterDirectory,
    logPath: join(directory, 'log'),
    binaries,
    account,
  };
  const privateFolder = makePrivateFolder(cluster);
  try {
    const password = readOrMakePassword(directory);
    if (existsSync(clusterDirectory)) await endLeftovers(cluster);
    else
      initialiseCluster(cluster, {
        password,
        privateFolder,
        durability: options.durability ?? 'durable',
      });
    replacePrivateFolder(directory, privateFolder);
    const listening = await chooseListening(options.transport, privateFolder);
    configureCluster(cluster, options.durability ?? 'durable', listening);
    const address =
      listening.transport === 'socket'
        ? { host: listening.directory, port: 5432 }
        : { host: '127.0.0.1', port: listening.port };
    const keeper = await keepRunning(cluster, options.onLost);
    const stop = async () => {
      await keeper.stop();
      rmSync(privateFolder, { recursive: true, force: true });
      lock.release();
    };
    return {
      connection: { ...address, user: SUPERUSER, password, database: 'postgres' },
      pid: keeper.pid,
      stop,
    };
  } catch (error) {
    rmSync(privateFolder, { recursive: true, force: true });
    throw error;
  }
}

function refuseForeignOwner(clusterDirectory: string): void {
  const owner = ownerOf(clusterDirectory);
  if (
    owner === undefined ||
    process.getuid === undefined ||
    process.getuid() === 0 ||
    process.getuid() === owner.uid
  )
    return;
  throw new Fault({
    code: 'data-owned-by-another',
    sentence: `The data in ${clusterDirectory} belongs to user id ${owner.uid}: start Luxor as that user or as root, or name another folder.`,
  });
}

type Keeper = Readonly<{ pid: () => number; stop: () => Promise<void> }>;

/** Brings the server back when it dies under us, on the same address, so that the pools only have to reconnect. */
async function keepRunning(cluster: Cluster, onLost: EmbeddedOptions['onLost']): Promise<Keeper> {
  const state = { current: await startLogged(cluster), isStopping: false };
  const watching = watch(cluster, state).catch((fault: unknown) => onLost?.(fault));
  return {
    pid: () => state.current.pid,
    stop: async () => {
      state.isStopping = true;
      await state.current.stop();
      await watching;
    },
  };
}

type KeeperState = { current: Postmaster; isStopping: boolean };

async function watch(cluster: Cluster, state: KeeperState): Promise<void> {
  let deaths: readonly number[] = [];
  for (;;) {
    await state.current.ended;
    if (state.isStopping) return;
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < DEATHS_FORGOTTEN_AFTER_MS), now];
    if (deaths.length > DEATHS_MAX) {
      const sentence = `PostgreSQL died ${deaths.length} times within a minute; its log is ${cluster.logPath}.`;
      throw new Fault({ code: 'postgresql-keeps-dying', sentence });
    }
    await endLeftovers(cluster);
    state.current = await startLogged(cluster);
    await stopIfAsked(state);
  }
}

/** Somebody may have asked for the stop while the server was being brought back. */
async function stopIfAsked({ current, isStopping }: KeeperState): Promise<void> {
  if (isStopping) await current.stop();
}

async function startLogged(cluster: Cluster): Promise<Postmaster> {
  if ((statSync(cluster.logPath, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX)
    truncateSync(cluster.logPath);
  const log = openSync(cluster.logPath, 'a', 0o600);
  try {
    return await startPostmaster(cluster, log);
  } finally {
    closeSync(log);
  }
}

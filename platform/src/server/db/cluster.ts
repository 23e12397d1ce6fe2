/** Makes and configures the data folder of the embedded PostgreSQL, and the private folder of its socket. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { nameForPostgres, postgresEnvironment, type Cluster } from './postmaster.ts';
import {
  hostBasedAccess,
  settingsText,
  type Durability,
  type Listening,
} from './postgres-settings.ts';

export const SUPERUSER = 'postgres';

/** sun_path holds 108 bytes with its final zero, and the socket has a name too. */
const SOCKET_FOLDER_BYTES_MAX = 107 - '/.s.PGSQL.5432'.length;

/** A short path that only the database's account and we may enter: the socket lives here, and for a moment the first password. */
export function makePrivateFolder(cluster: Cluster): string {
  const parent = [tmpdir(), '/tmp'].find(
    (each) =>
      Buffer.byteLength(each) + '/luxor-XXXXXX'.length <= SOCKET_FOLDER_BYTES_MAX &&
      isOpenTo(each, cluster),
  );
  const folder = mkdtempSync(join(parent ?? tmpdir(), 'luxor-'));
  if (cluster.account !== undefined) chownSync(folder, cluster.account.uid, cluster.account.gid);
  return folder;
}

/** Removes the socket folder of a start that was killed, once nothing runs in it any more, and notes the new one. */
export function replacePrivateFolder(directory: string, privateFolder: string): void {
  const note = join(directory, 'socket-folder');
  const old = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (/luxor-[^/\\]{6}$/.test(old)) rmSync(old, { recursive: true, force: true });
  writeFileSync(note, privateFolder);
}

/** Root's own TMPDIR may be closed to the account that the database runs under. */
function isOpenTo(folder: string, { account }: Cluster): boolean {
  if (account === undefined) return existsSync(folder);
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' }).status === 0;
}

/** Only our account may read it; PostgreSQL has its SCRAM verifier. */
export function readOrMakePassword(directory: string): string {
  const path = join(directory, 'password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const password = randomBytes(32).toString('base64url');
  writeFileSync(path, password, { mode: 0o600 });
  return password;
}

type Initialisation = Readonly<{ password: string; privateFolder: string; durability: Durability }>;

/** Made beside and renamed into place: a start that was interrupted leaves no half cluster that looks whole. */
export function initialiseCluster(
  cluster: Cluster,
  { password, privateFolder, durability }: Initialisation,
): void {
  const draft = `${cluster.directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordPath = join(privateFolder, 'password');
  writeFileSync(passwordPath, password, { mode: 0o600 });
  if (cluster.account !== undefined)
    for (const path of [draft, passwordPath])
      chownSync(path, cluster.account.uid, cluster.account.gid);
  const inDraft = { ...cluster, directory: draft };
  const words = [
    '-D',
    nameForPostgres(inDraft),
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--auth=scram-sha-256',
    `--username=${SUPERUSER}`,
  ];
  const options = [
    `--pwfile=${passwordPath}`,
    '--set',
    'scram_iterations=1',
    '--set',
    'timezone=UTC',
    ...(durability === 'throwaway' ? ['--no-sync'] : []),
  ];
  const made = spawnSync(cluster.binaries.initdb, [...words, ...options], {
    cwd: draft,
    env: postgresEnvironment,
    encoding: 'utf8',
    ...cluster.account,
  });
  rmSync(passwordPath);
  if (made.status !== 0)
    throw initialisationFault(cluster, `${made.stderr}${made.error?.message ?? ''}`);
  renameSync(draft, cluster.directory);
}

function initialisationFault(cluster: Cluster, words: string): Fault {
  if (words.includes('No space left on device')) {
    return new Fault({
      code: 'disk-full',
      sentence: `The disk that holds ${cluster.directory} is full: make room and start again.`,
      cause: words,
    });
  }
  const line =
    words
      .trim()
      .split('\n')
      .find((each) => each.includes('error:')) ?? words.trim();
  return new Fault({
    code: 'database-not-made',
    sentence: `PostgreSQL could not make its data folder ${cluster.directory} (${line}).`,
    cause: words,
  });
}

/** A socket where the platform has one, which needs no port; otherwise a free port on the loopback address. */
export async function chooseListening(
  wanted: Listening['transport'] | undefined,
  privateFolder: string,
): Promise<Listening> {
  const transport = wanted ?? (process.platform === 'win32' ? 'tcp' : 'socket');
  if (transport === 'socket') return { transport, directory: privateFolder };
  return { transport, port: await freePort() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export function configureCluster(
  cluster: Cluster,
  durability: Durability,
  listening: Listening,
): void {
  const files = {
    'postgresql.conf': settingsText(cluster.directory, durability, listening),
    'pg_hba.conf': hostBasedAccess,
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(cluster.directory, name);
    writeFileSync(path, text);
    chmodSync(path, 0o600);
    if (cluster.account !== undefined) chownSync(path, cluster.account.uid, cluster.account.gid);
  }
}

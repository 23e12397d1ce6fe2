/** Chooses the account that the embedded PostgreSQL runs under, because PostgreSQL refuses to run as root. */
import { readFileSync, statSync } from 'node:fs';

/** Numeric, because spawn takes numbers only. */
export type Account = Readonly<{ uid: number; gid: number }>;

/** Linux gives the last pair to nobody when /etc/passwd has no line for it. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/**
 * Undefined means: as ourselves. Root uses the account that already owns the cluster, so that data stays readable whoever starts it
 * next; else the person behind sudo, else `postgres`, else `nobody`.
 */
export function accountFor(clusterDirectory: string): Account | undefined {
  if (process.getuid === undefined || process.getuid() !== 0) return undefined;
  return (
    ownerOf(clusterDirectory) ??
    sudoAccount() ??
    namedAccount('postgres') ??
    namedAccount('nobody') ??
    NOBODY
  );
}

/** The account that owns the folder, unless it is root or the folder is missing. */
export function ownerOf(directory: string): Account | undefined {
  const found = statSync(directory, { throwIfNoEntry: false });
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

function sudoAccount(): Account | undefined {
  const uid = Number(process.env['SUDO_UID']);
  const gid = Number(process.env['SUDO_GID']);
  return Number.isInteger(uid) && uid > 0 && Number.isInteger(gid) ? { uid, gid } : undefined;
}

function namedAccount(name: string): Account | undefined {
  const line = passwordLines().find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined || uid === '0'
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}

function passwordLines(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

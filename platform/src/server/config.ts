/** Every setting of the platform: its variable, its default and its form; an unknown one of ours stops the start. */
import { join } from 'node:path';
import { Fault } from './fault.ts';

export type Config = {
  /** PostgreSQL server to use; undefined brings our own. LUXOR_DATABASE_URL */
  readonly databaseUrl: string | undefined;
  /** Folder of our own PostgreSQL, of keys and of addresses.json. LUXOR_DATA, default `.luxor` in the repository. */
  readonly dataDirectory: string;
  /** Pack this installation serves. LUXOR_JURISDICTION, default xm-meridia. */
  readonly jurisdiction: string;
  /** Where packs lie. LUXOR_PACKS, default `packs` in the repository. */
  readonly packsDirectory: string;
  /** Port on 127.0.0.1. LUXOR_PORT, default 4600. */
  readonly port: number;
  /** Processes that serve; undefined takes as many as fit the machine. LUXOR_PROCESSES */
  readonly processes?: number | undefined;
  /** 32 bytes in base64. LUXOR_MASTER_KEY, default a file in the data folder. */
  readonly masterKey: string | undefined;
  /** What people type to reach the public pages, without scheme. LUXOR_PUBLIC_ADDRESS, default localhost and the port. */
  readonly publicAddress?: string | undefined;
  /** Whether decisions bind people: no row of the law may be unverified. Said on the command line (--production). */
  readonly production?: boolean | undefined;
  /** fatal, error, warn, info, debug. LUXOR_LOG_LEVEL, default info. */
  readonly logLevel: string;
};

/** Settings read elsewhere, and why they are no part of Config. */
const KNOWN_ELSEWHERE = new Set(['LUXOR_SHARED', 'LUXOR_URL', 'LUXOR_KEY', 'LUXOR_TEST_CHROMIUM']);
const KNOWN = new Set(['LUXOR_DATABASE_URL', 'LUXOR_DATA', 'LUXOR_JURISDICTION', 'LUXOR_PACKS', 'LUXOR_PORT', 'LUXOR_PROCESSES', 'LUXOR_MASTER_KEY', 'LUXOR_PUBLIC_ADDRESS', 'LUXOR_LOG_LEVEL']); // prettier-ignore
const LOG_LEVELS = new Set(['fatal', 'error', 'warn', 'info', 'debug']);

/** The root of the repository, wherever it lies. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(environment: Environment): Config {
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('LUXOR_') && !KNOWN.has(name) && !KNOWN_ELSEWHERE.has(name),
  );
  if (unknown !== undefined)
    throw wrong(
      'setting-unknown',
      `There is no setting ${unknown}; known are ${[...KNOWN].join(', ')}.`,
    );
  const text = (name: string): string | undefined =>
    environment[name] === '' ? undefined : environment[name];
  return {
    databaseUrl: text('LUXOR_DATABASE_URL'),
    dataDirectory: text('LUXOR_DATA') ?? join(repositoryRoot, '.luxor'),
    jurisdiction: text('LUXOR_JURISDICTION') ?? 'xm-meridia',
    packsDirectory: text('LUXOR_PACKS') ?? join(repositoryRoot, 'packs'),
    port: readPort(text('LUXOR_PORT') ?? '4600'),
    processes: readProcesses(text('LUXOR_PROCESSES')),
    masterKey: text('LUXOR_MASTER_KEY'),
    publicAddress: text('LUXOR_PUBLIC_ADDRESS'),
    logLevel: readLogLevel(text('LUXOR_LOG_LEVEL') ?? 'info'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw wrong(
    'port-malformed',
    `LUXOR_PORT must be a whole number from 0 to 65535, not "${text}".`,
  );
}

/** More would not find a machine. */
export const PROCESSES_MAX = 64;

function readProcesses(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= PROCESSES_MAX) return count;
  throw wrong(
    'processes-malformed',
    `LUXOR_PROCESSES must be a whole number from 1 to ${String(PROCESSES_MAX)}, not "${text}".`,
  );
}

function readLogLevel(text: string): string {
  if (LOG_LEVELS.has(text)) return text;
  throw wrong(
    'log-level-unknown',
    `LUXOR_LOG_LEVEL must be one of ${[...LOG_LEVELS].join(', ')}, not "${text}".`,
  );
}

const wrong = (code: string, sentence: string): Fault => new Fault({ code, sentence, exitCode: 2 });

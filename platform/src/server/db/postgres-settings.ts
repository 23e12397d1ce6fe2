/** The settings of the embedded PostgreSQL: throughput with nothing given away in durability. */
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** `durable` keeps every promise; `throwaway` is for tests, whose rows need not outlive the machine. */
export type Durability = 'durable' | 'throwaway';

export type Listening =
  | Readonly<{ transport: 'socket'; directory: string }>
  | Readonly<{ transport: 'tcp'; port: number }>;

const MIB = 1024 * 1024;

/** The text of postgresql.conf; it is written anew at every start, so that a better value reaches old installations too. */
export function settingsText(
  clusterDirectory: string,
  durability: Durability,
  listening: Listening,
): string {
  const settings = {
    ...listeningSettings(listening),
    ...settingsAlways,
    ...(durability === 'durable' ? durableSettings(clusterDirectory) : throwawaySettings),
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  return ['# Written by Luxor at every start; changes are lost.', ...lines, ''].join('\n');
}

/** Passwords everywhere: even on the private socket, another process of the same account must not enter. */
export const hostBasedAccess = [
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  '',
].join('\n');

function listeningSettings(listening: Listening): Record<string, string> {
  return listening.transport === 'socket'
    ? {
        listen_addresses: '',
        unix_socket_directories: listening.directory,
        unix_socket_permissions: '0700',
        port: '5432',
      }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(listening.port) };
}

const settingsAlways: Record<string, string> = {
  max_connections: '120',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  client_encoding: 'UTF8',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] %u@%d ',
  log_checkpoints: 'off',
  log_statement: 'none',
  // The bundled build has no LLVM; asking for it costs a failed look-up per backend.
  jit: 'off',
  random_page_cost: '1.1',
  // A job that reads much must not take the processors that intake answers with.
  max_parallel_workers_per_gather: '0',
  password_encryption: 'scram-sha-256',
  // The password is 256 random bits, so that stretching it would only slow every connection down.
  scram_iterations: '1',
};

/** shared_buffers a quarter of the memory up to 2 GB, WAL up to an eighth of the free disk: performance.md 1d measured with these. */
function durableSettings(clusterDirectory: string): Record<string, string> {
  const memoryMib = usableMemoryBytes() / MIB;
  const walMib = clamp(freeDiskBytes(clusterDirectory) / MIB / 8, 1024, 8192);
  return {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_compression: 'pglz',
    shared_buffers: mebibytes(clamp(memoryMib / 4, 128, 2048)),
    effective_cache_size: mebibytes(clamp(memoryMib / 2, 256, 65_536)),
    maintenance_work_mem: mebibytes(clamp(memoryMib / 32, 64, 512)),
    work_mem: mebibytes(clamp(memoryMib / 512, 4, 32)),
    wal_buffers: '64MB',
    max_wal_size: mebibytes(walMib),
    min_wal_size: mebibytes(walMib / 8),
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    idle_in_transaction_session_timeout: '5min',
  };
}

const throwawaySettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
};

/** What the container may use, where there is one; the machine's memory otherwise. */
function usableMemoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

function freeDiskBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high));
}

function mebibytes(value: number): string {
  return `${Math.round(value)}MB`;
}

/** Locks between processes that the operating system frees when their holder dies, so that none is ever stale. */
import { DatabaseSync } from 'node:sqlite';

/**
 * Node has no flock; SQLite, which is built in, takes the same kernel locks on Linux, macOS and Windows. The file holds no rows.
 * Nothing else in the process may open the file: closing any descriptor on it would drop the lock on POSIX systems.
 */
export type FileLock = Readonly<{ release: () => void }>;

export type LockMode =
  /** One holder, nobody beside. */
  | 'exclusive'
  /** Any number of holders, no exclusive one: a reference count that survives kill -9. */
  | 'shared';

const SQLITE_BUSY = 5;

/** Keeps the handles reachable: a collected handle would drop its lock while its holder believes to have it. */
const held = new Set<DatabaseSync>();

/** Takes the lock, waiting at most `waitMs` (and blocking the process for that long); undefined when somebody else holds it. */
export function takeFileLock(path: string, mode: LockMode, waitMs = 0): FileLock | undefined {
  const file = new DatabaseSync(path, { timeout: waitMs });
  try {
    file.exec('pragma journal_mode = memory');
    file.exec(
      mode === 'exclusive' ? 'begin exclusive' : 'begin; select count(*) from sqlite_schema',
    );
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  held.add(file);
  return {
    release: () => {
      if (held.delete(file)) file.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

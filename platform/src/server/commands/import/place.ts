/** The database that an import goes into: a named folder or server, the platform that runs here, or one that is thrown away at the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readConfig } from '../../config.ts';
import { bringUpDatabase } from '../../db/bring-up.ts';
import type { Pool } from '../../db/connect.ts';
import { openStored, runningDatabase } from '../stored-database.ts';

export type Place = {
  /** The pool of the owner; opened at the first call. */
  readonly open: () => Promise<Pool>;
  readonly close: () => Promise<void>;
};

type Opened = { readonly pool: Pool; readonly close: () => Promise<void> };

export function placeFor(folder: string | undefined): Place {
  let opened: Opened | undefined;
  return {
    open: async () => {
      opened ??= await openPlace(folder === undefined ? undefined : path.resolve(folder));
      return opened.pool;
    },
    close: async () => opened?.close(),
  };
}

async function openPlace(folder: string | undefined): Promise<Opened> {
  const { databaseUrl, dataDirectory } = readConfig(process.env);
  if (folder === undefined && databaseUrl === undefined) {
    const running = await runningDatabase(dataDirectory);
    return running === null ? throwAway() : { pool: running.database.owner, close: running.close };
  }
  const stored =
    folder === undefined ? null : await openStored({ url: undefined, dataDirectory: folder });
  if (stored !== null) return { pool: stored.database.owner, close: stored.close };
  return bringUp({ url: folder === undefined ? databaseUrl : undefined, dataDirectory: folder ?? dataDirectory }); // prettier-ignore
}

async function bringUp(place: Parameters<typeof bringUpDatabase>[0]): Promise<Opened> {
  const { database, stop } = await bringUpDatabase(place);
  return { pool: database.owner, close: stop };
}

async function throwAway(): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-import-'));
  const leave = (): Promise<void> => rm(folder, { recursive: true, force: true });
  process.stderr.write('No platform runs here: the import is tried out and thrown away; --data DIR keeps it.\n'); // prettier-ignore
  try {
    const { pool, close } = await bringUp({ url: undefined, dataDirectory: folder });
    return {
      pool,
      close: async () => {
        await close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

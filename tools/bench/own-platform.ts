/** Opens the world inside the measuring process, on a database that is up already: for the plain stack and for the stages. */
import { mkdirSync } from 'node:fs';
import type { Database, DatabaseAddress } from '../../platform/src/server/db/connect.ts';
import { openPlatform, type Platform } from '../../platform/src/server/world.ts';
import { JURISDICTION } from './pack.ts';
import { PLATFORM, SENDERS } from './messages.ts';

export type OwnPlace = {
  readonly database: Database;
  readonly address: DatabaseAddress;
  /** Holds the master key: a database is opened with the one it was written with. */
  readonly dataDirectory: string;
  readonly packsDirectory: string;
};

export async function openOwnPlatform(place: OwnPlace): Promise<Platform> {
  const { database, address, dataDirectory, packsDirectory } = place;
  mkdirSync(dataDirectory, { recursive: true });
  const platform = await openPlatform({
    config: {
      databaseUrl: undefined,
      dataDirectory,
      jurisdiction: JURISDICTION,
      packsDirectory,
      port: 0,
      masterKey: undefined,
      logLevel: 'error',
    },
    running: {
      database,
      address,
      server: undefined,
      applied: [],
      stop: () => database.close(),
    },
  });
  await platform.parties.register([
    ...SENDERS,
    { ...PLATFORM, collectorNumbers: [...PLATFORM.collectorNumbers] },
  ]);
  return platform;
}

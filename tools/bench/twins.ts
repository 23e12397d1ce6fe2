/** Databases beside the platform's on the same server, with the same tables: what the ceiling and the plain stack write into. */
import {
  asSuperuser,
  migrationsDirectory,
  prepareEmbedded,
} from '../../platform/src/server/db/bring-up.ts';
import {
  openDatabase,
  type Database,
  type DatabaseAddress,
} from '../../platform/src/server/db/connect.ts';
import type { Connection } from '../../platform/src/server/db/embedded.ts';
import { migrate } from '../../platform/src/server/db/migrate.ts';
import { execute, identifier, sql } from '../../platform/src/server/db/sql.ts';
import { partitionDays } from '../../platform/src/server/journal/jobs.ts';
import { ensurePartitions } from '../../platform/src/server/journal/store.ts';

export const CEILING = 'luxor_ceiling';
export const PLAIN = 'luxor_plain';

/** Opens a database beside the platform's, on the same server, migrated and partitioned as it is. */
export async function openTwin(
  connection: Connection,
  name: string,
  connections: number,
): Promise<{ readonly database: Database; readonly address: DatabaseAddress }> {
  const address = await prepareEmbedded(
    { connection, pid: () => 0, stop: () => Promise.resolve() },
    name,
  );
  const database = openDatabase(address, { intake: connections });
  await migrate(database, migrationsDirectory);
  const now = Temporal.Now.instant().epochMilliseconds;
  // A day more on each side: whatever the zone of the jurisdiction, the day of the measurement has its partitions.
  const { from, to } = partitionDays(now, 0);
  await ensurePartitions(database.owner, { from: from - 1, to: to + 1 });
  return { database, address };
}

/** Drops the databases, and writes down what is theirs: their pages and their vacuum are not the platform's to pay for. */
export async function dropTwins(connection: Connection): Promise<void> {
  await asSuperuser(connection, async (client) => {
    for (const name of [CEILING, PLAIN])
      await execute(client, sql`drop database ${identifier(name)} with (force)`);
    await client.query('checkpoint');
  });
}

/** The same work however often it is asked for. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

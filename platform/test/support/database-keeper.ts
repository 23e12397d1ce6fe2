/** The process that runs the tests' PostgreSQL: started by the first test that needs it, gone when none has for a while. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareEmbedded } from '../../src/server/db/bring-up.ts';
import { connectAsLogin } from '../../src/server/db/connect.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/server/db/embedded.ts';
import { takeFileLock } from '../../src/server/db/file-lock.ts';
import { Fault } from '../../src/server/fault.ts';
import { dropLeftovers } from './database-template.ts';

const LOOK_EVERY_MS = 2_000;
const STOP_AFTER_IDLE_MS = 30_000;

const directory = process.argv[2];
if (directory === undefined) throw new Error('The keeper needs the folder of the test server.');
await keep(directory);

async function keep(folder: string): Promise<void> {
  const server = await startOrStartAnew(folder);
  if (server === undefined) return;
  const addressPath = join(folder, 'address.json');
  await prepareEmbedded(server);
  const admin = await connectAsLogin(server.connection);
  await dropLeftovers(admin, 0);
  await admin.end();
  writeFileSync(addressPath, JSON.stringify(server.connection), { mode: 0o600 });
  await untilUnused(join(folder, 'users'), async () => {
    rmSync(addressPath, { force: true });
    await server.stop();
  });
}

/** Undefined when another keeper was quicker. The server does not sync, so that a machine that lost power may leave ruins. */
async function startOrStartAnew(folder: string): Promise<EmbeddedServer | undefined> {
  const postgres = join(folder, 'postgres');
  try {
    return await startEmbedded({ directory: postgres, durability: 'throwaway' });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'data-in-use') return undefined;
    rmSync(join(postgres, 'cluster'), { recursive: true, force: true });
    return startEmbedded({ directory: postgres, durability: 'throwaway' });
  }
}

/** Every test process holds the lock shared while it lives; who gets it alone knows that nobody is there. */
async function untilUnused(lockPath: string, stop: () => Promise<void>): Promise<void> {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      asked.abort();
    });
  }
  for (let idleMs = 0; ; idleMs += LOOK_EVERY_MS) {
    const lock = takeFileLock(lockPath, 'exclusive');
    if (lock === undefined) idleMs = 0;
    if (asked.signal.aborted || idleMs > STOP_AFTER_IDLE_MS) {
      // While nobody can come in: the next test process waits for the lock and then starts a keeper of its own.
      await stop();
      lock?.release();
      return;
    }
    lock?.release();
    await pause(LOOK_EVERY_MS, undefined, { signal: asked.signal }).catch(() => undefined);
  }
}

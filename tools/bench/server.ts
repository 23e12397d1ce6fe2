/** The platform of a measurement in processes of its own, as `luxor serve` runs it: told where by its arguments, answers by messages. */
import process from 'node:process';
import type { PartyDraft } from '../../platform/src/server/parties/store.ts';
import { insertCredential, newSecret } from '../../platform/src/server/access/store.ts';
import type { Connection } from '../../platform/src/server/db/embedded.ts';
import { createLog } from '../../platform/src/server/log.ts';
import { serveBy } from '../../platform/src/server/processes/first.ts';
import type { Serving } from '../../platform/src/server/serve.ts';
import { JURISDICTION } from './pack.ts';
import { PLATFORM, SENDERS } from './messages.ts';

/** What the server tells once it listens. */
export type Ready = {
  readonly address: string;
  /** API keys in the order of SENDERS. */
  readonly keys: readonly string[];
  /** The superuser of its PostgreSQL. */
  readonly connection: Connection;
  readonly postmaster: number;
  /** Of Node: the first process and those that serve. */
  readonly processIds: readonly number[];
};

/** Who measures has gone: so do we, and our PostgreSQL with us. */
const orphaned = (): void => process.exit(1);

async function main([
  dataDirectory = '',
  packsDirectory = '',
  processes = '',
]: readonly string[]): Promise<void> {
  process.on('disconnect', orphaned);
  const serving = await serveBy(
    processes === '' ? undefined : Number(processes),
    {
      databaseUrl: undefined,
      dataDirectory,
      jurisdiction: JURISDICTION,
      packsDirectory,
      port: 0,
      masterKey: undefined,
      logLevel: 'error',
    },
    createLog('error'),
  );
  const keys = await openDoors(serving);
  const server = serving.platform.running.server;
  if (server === undefined) throw new Error('The measured platform runs its own PostgreSQL.');
  tell({
    ...{ address: serving.address, keys },
    ...{
      connection: server.connection,
      postmaster: server.pid(),
      processIds: serving.processIds(),
    },
  });
  process.on('message', () => void stop(serving));
  process.off('disconnect', orphaned);
  process.on('disconnect', () => void stop(serving));
}

async function openDoors({ platform }: Serving): Promise<readonly string[]> {
  const drafts: readonly PartyDraft[] = [...SENDERS, { ...PLATFORM, collectorNumbers: [...PLATFORM.collectorNumbers] }]; // prettier-ignore
  await platform.parties.register(drafts);
  const keys: string[] = [];
  for (const { code } of SENDERS) {
    const key = newSecret('lx_key');
    const party = platform.parties.byCode(code);
    if (party === undefined) throw new Error(`${code} was registered.`);
    const credential = { partyId: party.partyId, key, label: 'bench', scopes: ['submit'] };
    await insertCredential(platform.database.intake, credential);
    keys.push(key);
  }
  return keys;
}

async function stop(serving: Serving): Promise<void> {
  await serving.stop();
  process.exit(0);
}

const tell = (message: Ready): void => void process.send?.(message);

await main(process.argv.slice(2));

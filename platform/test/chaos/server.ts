/** The platform that is going to be killed: `luxor serve` with several processes on a data folder, and registered senders whose API keys are given. */
import process from 'node:process';
import { present } from '../../src/domain/kernel/invariant.ts';
import { insertCredential } from '../../src/server/access/store.ts';
import { readConfig } from '../../src/server/config.ts';
import type { Connection } from '../../src/server/db/embedded.ts';
import { createLog } from '../../src/server/log.ts';
import { serveInProcesses } from '../../src/server/processes/first.ts';
import { SENDERS } from '../support/submissions.ts';

/** What it says on stdout, one line of JSON, once it listens. */
export type Started = {
  readonly address: string;
  readonly connection: Connection;
};

const [dataDirectory = '', keys = '{}', processes = '2'] = process.argv.slice(2);
const serving = await serveInProcesses(
  readConfig({ LUXOR_DATA: dataDirectory, LUXOR_PORT: '0', LUXOR_LOG_LEVEL: 'fatal' }),
  createLog('fatal'),
  { processes: Number(processes) },
);
const { platform } = serving;
await platform.parties.register(SENDERS);
for (const [code, key] of Object.entries(JSON.parse(keys) as Record<string, string>)) {
  const { partyId } = present(platform.parties.byCode(code), `${code} is registered`);
  const credential = { partyId, key, label: 'chaos', scopes: ['submit'] };
  await insertCredential(platform.database.intake, credential);
}
const { connection } = present(platform.running.server, 'the platform runs its own PostgreSQL');
const started: Started = { address: serving.address, connection };
process.stdout.write(`${JSON.stringify(started)}\n`);
process.on('SIGTERM', () => void serving.stop().then(() => process.exit(0)));

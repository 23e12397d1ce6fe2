/** Measures what a quote costs on the server, over HTTP and with its row written: `node tools/measure/quotes.ts [--json]`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { insertCredential, newSecret } from '../../platform/src/server/access/store.ts';
import { createLog } from '../../platform/src/server/log.ts';
import { serve } from '../../platform/src/server/serve.ts';

const QUOTES = 1_500;
const WARM_UP = 200;
/** Open loop: one starts each so many milliseconds, whether or not those before are answered. */
const EVERY_MILLISECONDS = 20;

const CODES = ['610910', '640399', '851830', '950300', '420222', '620342'];

/** Another question each time, so that each one is worked out, signed and written. */
const requestOf = (index: number): string =>
  JSON.stringify({
    to: 'XM',
    from: ['CN', 'XO', 'TR'][index % 3],
    mode: ['post', 'air'][index % 2],
    goods: [
      {
        commodityCode: CODES[index % CODES.length],
        value: { amount: (10 + index * 0.37).toFixed(2), currency: 'XMC' },
      },
    ],
  });

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;

const dataDirectory = await mkdtemp(join(tmpdir(), 'luxor-quotes-'));
const serving = await serve(
  {
    databaseUrl: undefined,
    dataDirectory,
    jurisdiction: 'xm-meridia',
    packsDirectory: resolve(import.meta.dirname, '../../packs'),
    port: 0,
    masterKey: undefined,
    logLevel: 'error',
  },
  createLog('error'),
);
try {
  const { platform, address } = serving;
  await platform.parties.register([{ code: 'SHOP', name: 'Shop', kind: 'platform' }]);
  const key = newSecret('lx_key');
  const partyId = platform.parties.byCode('SHOP')?.partyId ?? 0;
  await insertCredential(platform.database.intake, { partyId, key, label: 'measure', scopes: ['submit'] }); // prettier-ignore
  let binding = 0;
  const ask = async (index: number): Promise<number> => {
    const started = performance.now();
    const answer = await fetch(`${address}/v1/quotes`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: requestOf(index) }); // prettier-ignore
    const quote: unknown = await answer.json();
    const taken = performance.now() - started;
    if (JSON.stringify(quote).includes('"status":"binding"')) binding += 1;
    return taken;
  };
  for (let index = 0; index < WARM_UP; index++) await ask(100_000 + index);
  binding = 0;
  const asked: Promise<number>[] = [];
  for (let index = 0; index < QUOTES; index++) {
    asked.push(ask(index));
    await pause(EVERY_MILLISECONDS);
  }
  const times = (await Promise.all(asked)).toSorted((left, right) => left - right);
  const figures = {
    quotes: QUOTES,
    binding,
    ratePerSecond: 1_000 / EVERY_MILLISECONDS,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await serving.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}

/** Shows that whoever holds a receipt gets it and its proof, that others get nothing, and that all of it verifies offline. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify from 'fastify';
import { journalWorld, TEST_ORIGIN } from '../../../test/support/journal.ts';
import { readCheckpoint } from './checkpoint.ts';
import { verifyConsistency } from './merkle.ts';
import { verifierKeys, type PublishedKey } from './published-keys.ts';
import { journalRoutes } from './routes.ts';
import type { ReceiptProof } from './proof.ts';
import type { Receipt } from './receipts.ts';
import { verifyFiles } from './verify.ts';

async function served(context: Parameters<typeof journalWorld>[0]) {
  const world = await journalWorld(context);
  const app = Fastify();
  journalRoutes(app, { ...world, pack: { id: 'xm-meridia' } });
  const get = async (url: string) => {
    const { statusCode, body, headers } = await app.inject(url);
    return { statusCode, body, headers, json: () => JSON.parse(body) as unknown };
  };
  const seal = async (): Promise<void> => {
    while ((await world.sealer.round()).kind !== 'sealed') await pause(10);
  };
  const keys = async () =>
    verifierKeys(((await get('/v1/public/keys')).json() as { keys: PublishedKey[] }).keys);
  return { ...world, get, seal, keys };
}

test('a receipt and its proof are given to whoever knows its id, and verify with the published keys alone', async (context) => {
  const world = await served(context);
  const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
  const { receipts } = await world.writeBatch(
    texts.map((text, index) => ({ parcel: BigInt(index + 1), text })),
  );
  const known = receipts[7]!;

  const again = await world.get(`/v1/receipts/${known.id}`);
  assert.deepEqual([again.statusCode, again.json()], [200, known]);
  const early = await world.get(`/v1/receipts/${known.id}/proof`);
  assert.deepEqual([early.statusCode, early.headers['retry-after']], [404, '2']);
  await world.seal();
  const proof = (await world.get(`/v1/receipts/${known.id}/proof`)).json() as ReceiptProof;
  const keys = await world.keys();
  const receipt = again.json() as Receipt;
  assert.deepEqual(
    verifyFiles({ keys, receipt, proof, message: Buffer.from(texts[7]!) }).problems,
    [],
  );
  assert.equal(verifyFiles({ keys, receipt: receipts[8]!, proof }).ok, false);
  assert.equal(verifyFiles({ keys: verifierKeys([]), receipt, proof }).ok, false);
});

test('an id that is not the one that was given opens nothing', async (context) => {
  const world = await served(context);
  const { receipts } = await world.writeBatch([{ parcel: 1n, text: 'mine' }]);
  const { id } = receipts[0]!;
  const [batch, index, digest] = id.split('-') as [string, string, string];
  const others = [
    `${batch}-${index}-${'0'.repeat(16)}`,
    `${batch}-1-${digest}`,
    `1-${index}-${digest}`,
    batch,
    '..%2f..',
    'x'.repeat(99),
  ];
  for (const other of others) {
    for (const path of ['', '/proof'])
      assert.equal((await world.get(`/v1/receipts/${other}${path}`)).statusCode, 404);
  }
});

test('who kept a checkpoint gets proof that the log only grew since', async (context) => {
  const world = await served(context);
  assert.equal((await world.get('/v1/public/log/checkpoint')).statusCode, 404);
  await world.writeBatch([{ parcel: 1n, text: 'first' }]);
  await world.seal();
  const [key] = (await world.keys()).noteKeys;
  const kept = readCheckpoint((await world.get('/v1/public/log/checkpoint')).body, key!)!;
  assert.equal(kept.origin, TEST_ORIGIN);
  await world.writeBatch([
    { parcel: 2n, text: 'second' },
    { parcel: 3n, text: 'third' },
  ]);
  await world.seal();
  const answer = (await world.get(`/v1/public/log/consistency?from=${kept.size}`)).json() as {
    path: string[];
    checkpoint: string;
  };
  const now = readCheckpoint(answer.checkpoint, key!)!;
  const path = answer.path.map((step) => Buffer.from(step, 'base64url'));
  assert.ok(
    verifyConsistency(
      { from: kept.size, to: now.size },
      { path, oldRoot: kept.root, root: now.root },
    ),
  );
  assert.ok(
    !verifyConsistency(
      { from: kept.size, to: now.size },
      { path, oldRoot: now.root, root: now.root },
    ),
  );
  assert.equal((await world.get('/v1/public/log/consistency?from=99')).statusCode, 404);
  assert.equal((await world.get('/v1/public/log/consistency?from=-1')).statusCode, 400);
});

/** Shows that an honest database verifies, and that whatever a thorough insider changes in it is found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  journalWorld,
  TEST_DAY,
  TEST_ORIGIN,
  type JournalWorld,
} from '../../../test/support/journal.ts';
import { execute, one, sql, type Sql } from '../db/sql.ts';
import { signCheckpoint } from './checkpoint.ts';
import { createDataKeys, eraseKeys } from './keys.ts';
import { readPublicKeys } from './key-store.ts';
import { readLatestCheckpoint } from './log-store.ts';
import { leafHash } from './merkle.ts';
import { proveReceipt } from './proof.ts';
import { publishKey, verifierKeys, type PublishedKey } from './published-keys.ts';
import { createSegmentReader } from './segment-reader.ts';
import { makeSigningKey, signerOf } from './signing.ts';
import { readReceiptBatch } from './store.ts';
import { verifyDatabase, verifyFiles } from './verify.ts';

async function sealedWorld(context: Parameters<typeof journalWorld>[0]) {
  const world = await journalWorld(context);
  const batches = [];
  for (const [from, count] of [
    [100, 5],
    [100, 5],
    [300, 400],
  ] as const) {
    batches.push(await world.writeBatch(messages(from, count)));
    await sealAll(world);
  }
  return { ...world, batches };
}

const messages = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    parcel: BigInt(from + index),
    text: `message ${from + index}`,
  }));

async function publicKeysOf({ database }: JournalWorld): Promise<readonly PublishedKey[]> {
  return (await readPublicKeys(database.intake)).map((row) => publishKey(row, TEST_ORIGIN));
}

async function sealAll(world: JournalWorld): Promise<void> {
  while ((await world.sealer.round()).kind !== 'sealed') await pause(10);
}

/** What the owner of the tables can do once the guards are off. */
async function tamper(world: JournalWorld, ...statements: readonly Sql[]): Promise<void> {
  const { owner } = world.database;
  for (const table of [
    sql`journal`,
    sql`log_tile`,
    sql`log_checkpoint`,
    sql`log_transaction`,
    sql`receipt_batch`,
  ]) {
    await execute(owner, sql`alter table ${table} disable trigger user`);
  }
  for (const statement of statements) assert.notEqual(await execute(owner, statement), 0);
}

async function codesOf(world: JournalWorld): Promise<readonly string[]> {
  const report = await verifyDatabase(world.database);
  assert.equal(report.ok, report.problems.length === 0);
  return [...new Set(report.problems.map(({ code }) => code))].sort();
}

/** The third entry of the second batch. */
const victim = ({ batches }: Awaited<ReturnType<typeof sealedWorld>>) => batches[1]!.entries[2]!;

test('an honest database verifies, with what is not sealed yet counted apart', async (context) => {
  const world = await sealedWorld(context);
  await world.writeBatch(messages(900, 3));
  assert.deepEqual(await verifyDatabase(world.database), {
    ok: true,
    entries: 417,
    checkpoints: 3,
    receipts: 413,
    unsealed: 4,
    problemCount: 0,
    problems: [],
  });
});

test('an edited body is found, even when its leaf was edited with it', async (context) => {
  const world = await sealedWorld(context);
  const { entryId, body } = victim(world);
  const edited = body.replace('judged', 'judgex');
  await tamper(world, sql`update journal set body = ${edited} where entry_id = ${entryId}`);
  assert.deepEqual(await codesOf(world), ['entry-altered']);
  const [before, after] = [leafHash(Buffer.from(body)), leafHash(Buffer.from(edited))];
  await tamper(
    world,
    sql`update log_tile
        set hashes = overlay(hashes placing ${after} from position(${before}::bytea in hashes))
        where level = 0 and position(${before}::bytea in hashes) > 0`,
  );
  assert.deepEqual(await codesOf(world), ['checkpoint-root', 'tile-altered']);
});

test('an edited column is found although its body is not touched', async (context) => {
  const world = await sealedWorld(context);
  await tamper(
    world,
    sql`update journal set actor = 'party:other' where entry_id = ${victim(world).entryId}`,
  );
  assert.deepEqual(await codesOf(world), ['columns-differ']);
});

test('a deleted row is found, and so is a whole transaction deleted with its place in the log', async (context) => {
  const world = await sealedWorld(context);
  const { entryId } = world.batches[0]!.entries[2]!;
  const { transaction } = await one<{ transaction: string }>(
    world.database.owner,
    sql`select transaction_id::text as transaction from journal where entry_id = ${entryId}`,
  );
  await tamper(world, sql`delete from journal where entry_id = ${entryId}`);
  assert.deepEqual(await codesOf(world), ['entry-missing', 'sequence-broken']);
  await tamper(
    world,
    sql`delete from journal where journal.transaction_id = ${transaction}::xid8`,
    sql`delete from log_transaction where transaction_id = ${transaction}::xid8`,
    sql`delete from receipt_batch where transaction_id = ${transaction}::xid8`,
  );
  assert.deepEqual(await codesOf(world), ['entry-missing', 'sequence-broken']);
});

test('two entries in each other’s place are found', async (context) => {
  const world = await sealedWorld(context);
  const [left, right] = world.batches[1]!.entries;
  await tamper(
    world,
    sql`update journal
        set body = case entry_id when ${left!.entryId} then ${right!.body} else ${left!.body} end
        where entry_id in (${left!.entryId}, ${right!.entryId})`,
  );
  assert.deepEqual(await codesOf(world), ['columns-differ', 'entry-moved']);
});

test('an entry slipped in under an old transaction is found', async (context) => {
  const world = await sealedWorld(context);
  const { entryId } = victim(world);
  await tamper(
    world,
    sql`insert into journal (shard_key, parcel_id, sequence, entry_id, transaction_id, at, kind, actor, body)
        select shard_key, parcel_id + 5000, 1, entry_id + 1000000, ${'3'}::xid8, at, kind, actor, body
        from journal
        where entry_id = ${entryId}`,
  );
  assert.deepEqual(await codesOf(world), ['columns-differ', 'entry-outside-log']);
});

test('a forged checkpoint is found: signed by a stranger, or with the right key over another root', async (context) => {
  const world = await sealedWorld(context);
  const stranger = makeSigningKey();
  const root = leafHash(Buffer.from('another history'));
  const forged = { origin: TEST_ORIGIN, size: 6, root };
  const byStranger = signCheckpoint(forged, signerOf(stranger.seed, stranger.publicKey));
  await tamper(
    world,
    sql`update log_checkpoint set note = ${byStranger}, root = ${root} where size = 6`,
  );
  assert.deepEqual(await codesOf(world), ['checkpoint-signature']);
  const byLog = signCheckpoint(forged, world.signers.checkpoint);
  await tamper(
    world,
    sql`update log_checkpoint set note = ${byLog}, root = ${root} where size = 6`,
  );
  assert.deepEqual(await codesOf(world), ['checkpoint-root']);
});

test('a log that was cut back or made anew agrees with itself but not with a checkpoint that somebody kept', async (context) => {
  const world = await sealedWorld(context);
  const kept = (await readLatestCheckpoint(world.database.intake))!.note;
  const other = await sealedWorld(context);
  // The forger has keys that are taken for ours, and a log that agrees with itself.
  const [ours, forgers] = [await publicKeysOf(world), await publicKeysOf(other)];
  const keys = verifierKeys([...ours, ...forgers]);
  assert.equal((await verifyDatabase(other.database, { keys })).ok, true);
  const forked = await verifyDatabase(other.database, { keys, checkpoints: [kept] });
  assert.deepEqual(
    forked.problems.map(({ code }) => code),
    ['log-forked'],
  );
  const short = await journalWorld(context);
  const cut = await verifyDatabase(short.database, { keys, checkpoints: [kept] });
  assert.deepEqual(
    cut.problems.map(({ code }) => code),
    ['log-truncated'],
  );
  assert.equal((await verifyDatabase(world.database, { keys, checkpoints: [kept] })).ok, true);
});

test('a receipt batch that was altered or removed is found', async (context) => {
  const world = await sealedWorld(context);
  await tamper(
    world,
    sql`update receipt_batch set at = at + interval '1 second' where octet_length(digests) > 1000`,
  );
  assert.deepEqual(await codesOf(world), ['receipts-invalid']);
  await tamper(world, sql`delete from receipt_batch where octet_length(digests) > 1000`);
  assert.deepEqual(await codesOf(world), ['receipts-altered']);
});

test('once keys are erased the content is unreadable, while every receipt, proof and the whole log still verify', async (context) => {
  const world = await sealedWorld(context);
  const { database, keys } = world;
  const receipt = world.batches[1]!.receipts[3]!;
  const batchId = BigInt(receipt.batch);
  const batch = (await readReceiptBatch(database.intake, batchId))!;
  const proof = (await proveReceipt(database, batch, receipt))!;
  const publicKeys = verifierKeys(await publicKeysOf(world));
  const reader = createSegmentReader(database, keys);
  const message = Buffer.from('message 103');
  const reading = await reader.frame(batchId, 3);
  assert.ok(reading.kind === 'open' && Buffer.from(reading.frame).equals(message));

  const erasure = { retentionClass: 'submission', actor: 'job:erasure', entryId: world.ids.next() };
  const at = (TEST_DAY + 400) * 86_400_000;
  const tooEarly = await eraseKeys(database, { ...erasure, days: [TEST_DAY + 400], at });
  assert.equal(!tooEarly.ok && tooEarly.error.code, 'erasure-of-keys-in-use');
  assert.deepEqual(await eraseKeys(database, { ...erasure, days: [TEST_DAY], at }), {
    ok: true,
    value: 1,
  });

  assert.deepEqual(await reader.frame(batchId, 3), { kind: 'erased' });
  assert.deepEqual(await createSegmentReader(database, keys).frame(batchId, 3), { kind: 'erased' });
  await assert.rejects(
    async () => createDataKeys(database, world.master).forWriting('submission', TEST_DAY),
    {
      code: 'data-key-erased',
    },
  );
  await sealAll(world);
  const after = await verifyDatabase(database, { keys: publicKeys });
  assert.deepEqual([after.ok, after.unsealed, after.entries], [true, 0, 414]);
  assert.equal(verifyFiles({ keys: publicKeys, receipt, proof, message }).ok, true);
  assert.equal(
    verifyFiles({ keys: publicKeys, receipt, proof, message: Buffer.from('message 104') }).ok,
    false,
  );
  const later = await proveReceipt(database, batch, receipt);
  assert.equal(verifyFiles({ keys: publicKeys, receipt, proof: later! }).ok, true);
});

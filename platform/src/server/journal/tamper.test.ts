/** Shows by chance what verify.test.ts shows by name: no change of a sealed entry passes, and no erasure breaks a proof. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import {
  journalWorld,
  TEST_DAY,
  TEST_ORIGIN,
  type JournalWorld,
} from '../../../test/support/journal.ts';
import { execute, query, sql, type Sql } from '../db/sql.ts';
import { eraseKeys } from './keys.ts';
import { readPublicKeys } from './key-store.ts';
import { proveReceipt } from './proof.ts';
import { publishKey, verifierKeys } from './published-keys.ts';
import { createSegmentReader } from './segment-reader.ts';
import { readReceiptBatch, type StoredEntry } from './store.ts';
import { verifyDatabase, verifyFiles } from './verify.ts';

const messages = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    parcel: BigInt(from + index),
    text: `message ${from + index}`,
  }));

async function sealAll(world: JournalWorld): Promise<void> {
  while ((await world.sealer.round()).kind !== 'sealed') await pause(10);
}

/** The entries in the order of the log. */
const readAll = ({ database }: JournalWorld): Promise<readonly StoredEntry[]> =>
  query<StoredEntry>(
    database.owner,
    sql`select shard_key, parcel_id, sequence, entry_id, transaction_id::text as transaction_id, at, kind, actor, body
        from journal
        order by journal.transaction_id, entry_id`,
  );

/** One thing that somebody with every right might do to an entry; `dice` chooses where. */
type Change = (entry: StoredEntry, other: StoredEntry, dice: number) => Sql;

const changes: Readonly<Record<string, Change>> = {
  'a bit of the body': ({ entryId, body }, _other, dice) => {
    const at = dice % body.length;
    const altered =
      body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1);
    return sql`update journal set body = ${altered} where entry_id = ${entryId}`;
  },
  'white space in the body': ({ entryId, body }) =>
    sql`update journal set body = ${`${body} `} where entry_id = ${entryId}`,
  'the body of another entry': ({ entryId }, other) =>
    sql`update journal set body = ${other.body} where entry_id = ${entryId}`,
  'the moment': ({ entryId }) =>
    sql`update journal set at = at - interval '1 millisecond' where entry_id = ${entryId}`,
  'the parcel': ({ entryId }) =>
    sql`update journal set parcel_id = parcel_id + 1000000 where entry_id = ${entryId}`,
  'the sequence': ({ entryId }) =>
    sql`update journal set sequence = sequence + 1 where entry_id = ${entryId}`,
  'the actor': ({ entryId }) =>
    sql`update journal set actor = 'somebody else' where entry_id = ${entryId}`,
  'the kind': ({ entryId }) => sql`update journal set kind = 'other' where entry_id = ${entryId}`,
  'the entry, deleted': ({ entryId }) => sql`delete from journal where entry_id = ${entryId}`,
  'the transaction': ({ entryId }, other) =>
    sql`update journal set transaction_id = ${`${BigInt(other.transactionId) + 1n}`}::xid8 where entry_id = ${entryId}`,
  'its place': ({ entryId }, other) =>
    sql`update journal set entry_id = ${other.entryId + 1_000_000n} where entry_id = ${entryId}`,
};

test('no change of a sealed entry passes, whichever it is and wherever', async (context) => {
  const world = await journalWorld(context);
  for (const count of [1, 7, 30]) {
    await world.writeBatch(messages(count * 100, count));
    await sealAll(world);
  }
  const { owner } = world.database;
  const entries = await readAll(world);
  await execute(owner, sql`alter table journal disable trigger user`);
  const place = fc.nat(entries.length - 1);
  const tampering = fc.record({
    name: fc.constantFrom(...Object.keys(changes)),
    at: place,
    with: place,
    dice: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(tampering, async ({ name, at, with: by, dice }) => {
      fc.pre(at !== by);
      const [entry, other] = [entries[at]!, entries[by]!];
      assert.equal(await execute(owner, changes[name]!(entry, other, dice)), 1);
      const { ok } = await verifyDatabase(world.database);
      const moved = other.entryId + 1_000_000n;
      await execute(owner, sql`delete from journal where entry_id in (${entry.entryId}, ${moved})`);
      await restore(world, entry);
      assert.equal(ok, false, `${name} passed`);
    }),
    { numRuns: 60 },
  );
  assert.equal((await verifyDatabase(world.database)).ok, true);
});

async function restore({ database }: JournalWorld, entry: StoredEntry): Promise<void> {
  await execute(
    database.owner,
    sql`insert into journal (shard_key, parcel_id, sequence, entry_id, transaction_id, at, kind, actor, body)
        values (${entry.shardKey}, ${entry.parcelId}, ${entry.sequence}, ${entry.entryId}, ${entry.transactionId}::xid8,
                ${entry.at}, ${entry.kind}, ${entry.actor}, ${entry.body})`,
  );
}

test('whichever days are erased, exactly their content is gone and every receipt still proves its message', async (context) => {
  const world = await journalWorld(context);
  const { database, keys } = world;
  const days = [0, 1, 2, 3].map((later) => TEST_DAY + later);
  const written = [];
  for (const day of days) {
    world.clock.day = day;
    const texts = messages(day, 3);
    const { receipts } = await world.writeBatch(texts);
    written.push(
      ...receipts.map((receipt, index) => ({
        day,
        receipt,
        message: Buffer.from(texts[index]!.text),
      })),
    );
    await sealAll(world);
  }
  const at = (TEST_DAY + 1_000) * 86_400_000;
  const published = (await readPublicKeys(database.intake)).map((row) =>
    publishKey(row, TEST_ORIGIN),
  );
  const publicKeys = verifierKeys(published);
  let erasedBefore = 0;
  for (const before of [TEST_DAY + 1, TEST_DAY + 3, TEST_DAY + 2, TEST_DAY + 9]) {
    const erasure = {
      retentionClass: 'submission',
      days: days.filter((day) => day < before),
      actor: 'job:erasure',
      at,
      entryId: world.ids.next(),
    };
    const expected = days.filter((day) => day >= erasedBefore && day < before).length;
    assert.deepEqual(await eraseKeys(database, erasure), { ok: true, value: expected });
    erasedBefore = Math.max(erasedBefore, before);
    if (expected > 0) await sealAll(world);
    const reader = createSegmentReader(database, keys);
    for (const { day, receipt, message } of written) {
      const reading = await reader.frame(BigInt(receipt.batch), receipt.index);
      assert.equal(reading.kind, day < erasedBefore ? 'erased' : 'open');
      const batch = (await readReceiptBatch(database.intake, BigInt(receipt.batch)))!;
      const proof = (await proveReceipt(database, batch, receipt))!;
      assert.equal(verifyFiles({ keys: publicKeys, receipt, proof, message }).ok, true);
    }
    assert.equal((await verifyDatabase(database, { keys: publicKeys })).ok, true);
  }
});

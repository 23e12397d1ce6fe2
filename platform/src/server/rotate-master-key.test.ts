/** Shows that a master key is replaced wholly or not at all, that nothing is lost, and that the old one is good for nothing after. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journalWorld, TEST_DAY } from '../../test/support/journal.ts';
import { launchLuxor } from '../../test/support/launch-luxor.ts';
import { bringUpDatabase } from './db/bring-up.ts';
import { one, query, sql } from './db/sql.ts';
import { createDataKeys, loadSigner, masterKeyOf, readMasterKey } from './journal/keys.ts';
import { createSegmentReader } from './journal/segment-reader.ts';
import { bindSelectionDays, createSelector } from './risk/selection-keys.ts';
import { recordHandOver } from './risk/selection-store.ts';
import { rotateMasterKey } from './rotate-master-key.ts';

const at = TEST_DAY * 86_400_000;

async function filledWorld(context: Parameters<typeof journalWorld>[0]) {
  const world = await journalWorld(context);
  const { receipts } = await world.writeBatch([{ parcel: 1n, text: 'message 1' }]);
  const selection = { ...world, now: () => at, offsetMinutes: 0 };
  await bindSelectionDays(selection, { from: TEST_DAY, to: TEST_DAY + 1 });
  const to = masterKeyOf(randomBytes(32));
  const rotate = (from = world.master, next = to) =>
    rotateMasterKey(world.database, { from, to: next, at, entryId: world.ids.next() });
  const mastersOf = async () =>
    (await query<{ masterId: string }>(world.database.owner, sql`select master_id from data_key union select master_id from signing_key union select master_id from selection_key order by 1 limit 10`)).map(({ masterId }) => masterId); // prettier-ignore
  return { ...world, selection, batchId: BigInt(receipts[0]!.batch), to, rotate, mastersOf };
}

test('all keys open with the new master key, and what they protect is what it was', async (context) => {
  const world = await filledWorld(context);
  const { database, master, to, batchId } = world;
  const old = createSelector(world.selection);
  await old.prepare(TEST_DAY);
  const draw = old.draw('s10:RR123456785XM', TEST_DAY, 'standard');
  // One data key, two signing keys, two days of selection.
  assert.deepEqual(await world.rotate(), { from: master.id, to: to.id, keys: 5 });
  assert.deepEqual(await world.mastersOf(), [to.id]);
  const keys = createDataKeys(database, to);
  const reading = await createSegmentReader(database, keys).frame(batchId, 0);
  assert.ok(reading.kind === 'open' && Buffer.from(reading.frame).toString() === 'message 1');
  const signer = await loadSigner(database, to, 'receipt');
  assert.equal(signer.keyId, world.signers.receipt.keyId);
  const selector = createSelector({ ...world.selection, master: to });
  await selector.prepare(TEST_DAY);
  assert.equal(selector.draw('s10:RR123456785XM', TEST_DAY, 'standard'), draw);
  const handOver = { day: TEST_DAY, to: 'yusuf', at: Temporal.Instant.fromEpochMilliseconds(at) };
  assert.equal(await recordHandOver(database.intake, handOver), true);
  const { body } = await one<{ body: string }>(database.intake, sql`select body from journal where kind = 'rotate-master-key'`); // prettier-ignore
  assert.ok(body.includes(to.id) && body.includes(master.id));
});

test('the old master key starts nothing, opens nothing and wraps nothing any more', async (context) => {
  const world = await filledWorld(context);
  const { database, master, keys } = world;
  await world.rotate();
  await assert.rejects(loadSigner(database, master, 'receipt'), { code: 'master-key-retired' });
  // A process that went on with the old key in memory.
  await assert.rejects(async () => createDataKeys(database, master).forReading('submission', TEST_DAY), { code: 'master-key-wrong' }); // prettier-ignore
  await assert.rejects(async () => keys.forWriting('submission', TEST_DAY + 1), /was replaced/);
  await assert.rejects(bindSelectionDays(world.selection, { from: TEST_DAY + 2, to: TEST_DAY + 2 }), /was replaced/); // prettier-ignore
});

test('a run that fails changes nothing, one that is repeated adds nothing, and a retired key never comes back', async (context) => {
  const world = await filledWorld(context);
  const { master, to } = world;
  const [wrong, third] = [masterKeyOf(randomBytes(32)), masterKeyOf(randomBytes(32))];
  await assert.rejects(world.rotate(wrong), { code: 'master-key-wrong' });
  await assert.rejects(world.rotate(master, master), { code: 'master-key-unchanged' });
  let wrapped = 0;
  const dying = { ...to, wrap: (...key: Parameters<typeof to.wrap>) => { if (++wrapped === 4) throw new Error('power cut'); return to.wrap(...key); } }; // prettier-ignore
  await assert.rejects(world.rotate(master, dying), /power cut/);
  assert.deepEqual(await world.mastersOf(), [master.id]);
  const both = await Promise.all([world.rotate(), world.rotate()]);
  assert.deepEqual(both.map(({ keys }) => keys).sort(), [0, 5]);
  assert.equal((await world.rotate()).keys, 0);
  await assert.rejects(world.rotate(master, third), { code: 'master-key-retired' });
  assert.equal((await world.rotate(to, third)).keys, 5);
  await assert.rejects(world.rotate(third, master), { code: 'master-key-used-before' });
  assert.deepEqual(await world.mastersOf(), [third.id]);
});

test('the verb refuses beside a running platform, and replaces the file of one that is stopped', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'luxor-rotate-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'master-key');
  const running = await bringUpDatabase({ url: undefined, dataDirectory: folder });
  const master = readMasterKey({ setting: undefined, file });
  await loadSigner(running.database, master, 'receipt');
  const before = readFileSync(file, 'utf8');
  const beside = await launchLuxor('keys', 'rotate', '--data', folder);
  assert.deepEqual([beside.code, beside.stdout], [2, '']);
  assert.match(beside.stderr, /stop every process/);
  await running.stop();
  assert.equal(readFileSync(file, 'utf8'), before);

  const rotated = await launchLuxor('keys', 'rotate', '--json', '--data', folder);
  assert.equal(rotated.code, 0, rotated.stderr);
  assert.equal((JSON.parse(rotated.stdout) as { from: string }).from, master.id);
  assert.notEqual(readFileSync(file, 'utf8'), before);
  assert.equal(readFileSync(`${file}.retired.${master.id}`, 'utf8'), before);
  assert.ok(!existsSync(`${file}.next`), readdirSync(folder).join());
  assert.deepEqual((await launchLuxor('keys')).code, 2);
});

/** Shows luxor verify as its users meet it: on kept files, on a platform that runs, on one that is stopped, and called wrongly. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { journalWorld, TEST_ORIGIN } from '../../../test/support/journal.ts';
import { launchLuxor as luxor } from '../../../test/support/launch-luxor.ts';
import { bringUpDatabase } from '../db/bring-up.ts';
import { journalRow } from '../journal/entry.ts';
import { readPublicKeys } from '../journal/key-store.ts';
import { proveReceipt } from '../journal/proof.ts';
import { publishKey } from '../journal/published-keys.ts';
import { appendEntry, readReceiptBatch } from '../journal/store.ts';

function folderOf(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'luxor-verify-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a sender verifies receipt, message and proof from files alone, and learns what does not hold', async (context) => {
  const world = await journalWorld(context);
  const folder = folderOf(context);
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const { receipts } = await world.writeBatch(
    [1n, 2n].map((parcel) => ({ parcel, text: `message ${parcel}` })),
  );
  while ((await world.sealer.round()).kind !== 'sealed') await pause(10);
  const [receipt, other] = [receipts[1]!, receipts[0]!];
  const batch = (await readReceiptBatch(world.database.intake, BigInt(receipt.batch)))!;
  const proof = await proveReceipt(world.database, batch, receipt);
  const keys = (await readPublicKeys(world.database.intake)).map((row) =>
    publishKey(row, TEST_ORIGIN),
  );
  const kept = [
    ...['--key', file('keys.json', JSON.stringify({ keys }))],
    // The answer to a submission holds the receipt.
    ...['--receipt', file('answer.json', JSON.stringify({ status: 'accepted', receipt }))],
    ...['--proof', file('proof.json', JSON.stringify(proof))],
  ];
  const message = file('message', 'message 2');

  const held = await luxor('verify', '--json', ...kept, '--message', message);
  const report = { entries: 1, checkpoints: 1, receipts: 1, unsealed: 0 };
  assert.deepEqual(JSON.parse(held.stdout), { ok: true, ...report, problemCount: 0, problems: [] });
  assert.equal(held.code, 0);

  const wrong = await luxor('verify', ...kept, '--message', file('altered', 'message 3'));
  assert.equal(wrong.code, 1);
  assert.match(
    wrong.stdout,
    /The message is not the one that the receipt was given for\.\n1 problem: /,
  );
  const mixed = await luxor(
    'verify',
    '--json',
    ...kept,
    '--receipt',
    file('other.json', JSON.stringify(other)),
  );
  assert.equal(mixed.code, 1);

  for (const args of [
    kept.slice(2),
    [...kept, '--nonsense'],
    [...kept.slice(0, 2), '--receipt', message],
  ]) {
    const misused = await luxor('verify', ...args);
    assert.deepEqual([misused.code, misused.stdout], [2, '']);
  }
});

test('a platform that runs is joined, and one that is stopped is opened from its data folder', async (context) => {
  const folder = folderOf(context);
  const nothing = await luxor('verify', '--json', '--data', folder);
  assert.equal((JSON.parse(nothing.stdout) as { entries: number }).entries, 0);
  assert.match(nothing.stderr, /Nothing was ever recorded/);

  const running = await bringUpDatabase({ url: undefined, dataDirectory: folder });
  const place = { shardKey: 0, parcelId: 0n, sequence: 0, entryId: 1n, at: 1_788_480_000_000 };
  const content = {
    actor: 'job:test',
    command: 'note',
    versions: '{}',
    input: null,
    commitments: [],
  };
  await appendEntry(running.database.intake, journalRow({ ...place, ...content, events: '[]' }));
  const joined = await luxor('verify', '--json', '--data', folder);
  await running.stop();
  const opened = await luxor('verify', '--json', '--data', folder);
  for (const { code, stdout } of [joined, opened]) {
    const { ok, entries, unsealed } = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual([code, ok, entries, unsealed], [0, true, 1, 1]);
  }
});

/** Shows that a replay decides from the input record alone, finds the first difference, and says what it could not read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideAgain, journalWorld, TEST_DAY } from '../../../test/support/journal.ts';
import { canonicalJson, type Json } from '../../domain/kernel/canonical-json.ts';
import { execute, sql } from '../db/sql.ts';
import { eraseKeys } from './keys.ts';
import { firstDifference, replayDay } from './replay.ts';
import { createSegmentReader } from './segment-reader.ts';

async function replayWorld(context: Parameters<typeof journalWorld>[0]) {
  const world = await journalWorld(context);
  const messages = Array.from({ length: 30 }, (_, index) => ({
    parcel: BigInt(index + 1),
    text: `text ${index}`,
  }));
  await world.writeBatch(messages.slice(0, 20));
  await world.writeBatch(messages.slice(20));
  world.clock.day += 1;
  await world.writeBatch([{ parcel: 99n, text: 'of the next day' }]);
  const reader = createSegmentReader(world.database, world.keys);
  return { ...world, reader, decideAgain };
}

test('the same law decides every parcel of the day again byte by byte', async (context) => {
  const world = await replayWorld(context);
  const day = '2026-09-04';
  assert.deepEqual(await replayDay(world, TEST_DAY), {
    day,
    decisions: 30,
    identical: 30,
    erased: 0,
    different: [],
  });
  assert.equal((await replayDay(world, TEST_DAY + 1)).decisions, 1);
});

test('another law shows in each parcel that it decides otherwise, by the pointer of its first difference', async (context) => {
  const world = await replayWorld(context);
  const otherLaw = (input: string): string =>
    input.includes('text 7') ? canonicalJson([{ type: 'judged', length: 0 }]) : decideAgain(input);
  const report = await replayDay({ ...world, decideAgain: otherLaw }, TEST_DAY);
  assert.equal(report.identical, 29);
  assert.deepEqual(report.different, [{ parcel: '8', first: '/0/length' }]);
  const broken = (): string => assert.fail('no law');
  const failed = await replayDay({ ...world, decideAgain: broken }, TEST_DAY);
  assert.deepEqual([failed.identical, failed.different.length], [0, 30]);
});

test('an input record that was exchanged, or whose key was erased, is not taken for the one of the decision', async (context) => {
  const world = await replayWorld(context);
  const { owner } = world.database;
  await execute(owner, sql`alter table journal disable trigger user`);
  await execute(
    owner,
    sql`update journal set body = replace(body, '"frame":21,"segment"', '"frame":20,"segment"') where parcel_id = 2`,
  );
  const report = await replayDay(world, TEST_DAY);
  const first = 'the input record is not the one that the journal was written with';
  assert.deepEqual([report.identical, report.different], [29, [{ parcel: '2', first }]]);

  const at = (TEST_DAY + 500) * 86_400_000;
  await eraseKeys(world.database, {
    retentionClass: 'submission',
    days: [TEST_DAY],
    actor: 'job:erasure',
    at,
    entryId: world.ids.next(),
  });
  const erased = await replayDay(world, TEST_DAY);
  assert.deepEqual([erased.decisions, erased.identical, erased.erased], [30, 0, 30]);
});

test('two records differ at a pointer exactly when their canonical spellings differ', () => {
  const value = fc.jsonValue({ maxDepth: 3 }).map((each) => each as Json);
  fc.assert(
    fc.property(value, value, (left, right) => {
      assert.equal(firstDifference(left, left), null);
      assert.equal(
        firstDifference(left, right) === null,
        canonicalJson(left) === canonicalJson(right),
      );
    }),
  );
});

/** What a sender and a court can prove of a real day: receipts, the log, every decision made again; and what erasure leaves of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { decideAgain } from '../../src/domain/journey-record.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { dayAt } from '../../src/domain/kernel/instant.ts';
import { identifier, one, query, sql } from '../../src/server/db/sql.ts';
import { eraseKeys, loadSigner } from '../../src/server/journal/keys.ts';
import type { ReceiptProof } from '../../src/server/journal/proof.ts';
import { verifierKeys, type PublishedKey } from '../../src/server/journal/published-keys.ts';
import { replayDay } from '../../src/server/journal/replay.ts';
import { logOrigin } from '../../src/server/journal/routes.ts';
import { createSealer } from '../../src/server/journal/sealer.ts';
import { verifyDatabase, verifyFiles } from '../../src/server/journal/verify.ts';
import { openTestPlatform, type TestPlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, s10, SENDERS } from '../support/submissions.ts';

const PARCELS = 12;

/** A day with declarations and arrivals, sealed to the last entry. */
async function sealedDay(context: Parameters<typeof openTestPlatform>[0]) {
  const opened = await openTestPlatform(context);
  const { platform, clock, register, submit } = opened;
  await register(...SENDERS);
  const numbers = Array.from({ length: PARCELS }, (_, index) => s10(index + 1));
  const declarations = numbers.map((number) => declarationOf(number));
  const answers = await submit(...declarations);
  clock.at = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds + 10_000;
  await submit(...numbers.map((number) => arrivalOf(number, FLIGHT.arrivalAt)));
  await sealAll(opened);
  return {
    ...opened,
    declarations,
    answers,
    day: dayAt(clock.at, platform.pack.zoneOffsetMinutes),
  };
}

async function sealAll({ platform }: TestPlatform): Promise<void> {
  const { database, master, pack } = platform;
  const signer = await loadSigner(database, master, 'checkpoint');
  const sealer = createSealer({ database, signer, origin: logOrigin(pack.id) });
  for (;;) {
    await sealer.round();
    const { unsealed } = await verifyDatabase(database);
    if (unsealed === 0) break;
    await pause(10);
  }
  await sealer.release();
}

const replayWorld = ({ platform }: TestPlatform) => ({
  database: platform.database,
  reader: platform.segments,
  decideAgain: (record: string) => decideAgain(record, () => platform.law),
});

test('Every sender proves its message by the published keys alone, and the whole record verifies', async (context) => {
  const { app, answers, declarations, platform } = await sealedDay(context);
  const get = async <Body>(url: string): Promise<Body> => (await app.inject(url)).json<Body>();
  const keys = verifierKeys((await get<{ keys: PublishedKey[] }>('/v1/public/keys')).keys);
  for (const [index, answer] of answers.entries()) {
    const receipt = present(answer.receipt(), 'what is accepted has a receipt');
    assert.deepEqual(await get(`/v1/receipts/${receipt.id}`), receipt);
    const proof = await get<ReceiptProof>(`/v1/receipts/${receipt.id}/proof`);
    const message = Buffer.from(JSON.stringify(declarations[index]));
    assert.deepEqual(verifyFiles({ keys, receipt, proof, message }).problems, []);
  }
  const { problems, receipts, entries, unsealed } = await verifyDatabase(platform.database, {
    keys,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual([receipts, unsealed], [2 * PARCELS, 0]);
  assert.ok(entries >= 2 * PARCELS);
});

test('Every decision of the day is the same when it is made again from its input record', async (context) => {
  const world = await sealedDay(context);
  const { decisions, identical, different } = await replayDay(replayWorld(world), world.day);
  assert.deepEqual(different, []);
  assert.ok(decisions >= 2 * PARCELS, `${decisions} decisions`);
  assert.equal(identical, decisions);
});

test('What a person wrote of a person stands in no table, and is gone for good when its key is erased', async (context) => {
  const world = await sealedDay(context);
  const { platform, declarations, answers, day, clock } = world;
  const { database, ids } = platform;
  const personal = (declarations[0]?.consignments[0]?.parties ?? []).flatMap((party) => [
    ...(party.name === undefined ? [] : [party.name]),
    ...(party.address?.lines ?? []),
  ]);
  assert.ok(personal.length >= 2);
  assert.deepEqual(await columnsHolding(world, personal), []);

  const receipt = present(answers[0]?.receipt(), 'what is accepted has a receipt');
  const place = [BigInt(receipt.batch), receipt.index] as const;
  const before = await platform.segments.frame(...place);
  assert.ok(
    before.kind === 'open' && personal.every((text) => Buffer.from(before.frame).includes(text)),
  );

  const { retentionClass } = await one<{ retentionClass: string }>(
    database.owner,
    sql`select retention_class from segment where segment_id = ${place[0]}`,
  );
  const at = clock.at + 400 * 86_400_000;
  const erasure = {
    retentionClass,
    days: [day],
    actor: 'job:erasure',
    at,
    entryId: ids.next(),
  };
  const erased = await eraseKeys(database, erasure);
  assert.ok(erased.ok && erased.value > 0);
  assert.deepEqual(await platform.segments.frame(...place), { kind: 'erased' });
  const replayed = await replayDay(replayWorld(world), day);
  assert.deepEqual([replayed.identical, replayed.erased], [0, replayed.decisions]);
  await sealAll(world);
  assert.deepEqual((await verifyDatabase(database)).problems, []);
});

/** Every text column of the database that holds one of the texts. */
async function columnsHolding(
  { platform }: TestPlatform,
  texts: readonly string[],
): Promise<readonly string[]> {
  const { owner } = platform.database;
  const columns = await query<{ table: string; column: string }>(
    owner,
    sql`select c.table_name as table, c.column_name as column
        from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = 'public'
          and t.table_type = 'BASE TABLE'
          and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY')
        order by 1, 2
        limit 10000`,
  );
  const patterns = texts.map((text) => `%${text}%`);
  const holding: string[] = [];
  for (const { table, column } of columns) {
    const { holds } = await one<{ holds: boolean }>(
      owner,
      sql`select exists (select from ${identifier(table)} where ${identifier(column)}::text like any(${patterns})) as holds`,
    );
    if (holds) holding.push(`${table}.${column}`);
  }
  return holding;
}

/** The public as the database knows it: it sees what its pages show, to who names it, and not a byte of anything else. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { present } from '../../src/domain/kernel/invariant.ts';
import { limits } from '../../src/domain/kernel/limits.ts';
import { parseOwn } from '../../src/domain/kernel/parse-own.ts';
import { shardOf } from '../../src/domain/kernel/shard.ts';
import { foldEntry, type ParcelEvent, type ParcelState } from '../../src/domain/parcel-state.ts';
import { outsideOf } from '../../src/domain/release/custody.ts';
import { query, sql } from '../../src/server/db/sql.ts';
import { withReceiptBatch } from '../../src/server/db/transaction.ts';
import { followNumber } from '../../src/server/outreach/following.ts';
import { readToldBefore } from '../../src/server/outreach/store.ts';
import { AMINA } from '../support/people.ts';
import { openSuitePlatform, TEST_NOW } from '../support/platform.ts';
import { arrivalOf, declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

const CELLS = { description: 'flashlight with 18650 cells', commodityCode: '851310', value: { amount: '484.00', currency: 'XMC' } }; // prettier-ignore
const dull = s10(301);
const targeted = s10(302);
const later = s10(303);
const MINUTE = 60_000;

suite('The public', () => {
  let opened: Opened;
  let receiptBatch = 0n;
  let foreignBatch = 0n;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    const [first] = await opened.submit(declarationOf(dull));
    const [second] = await opened.submit(declarationOf(targeted, { item: CELLS }));
    const batchOf = (answer: typeof first): bigint =>
      BigInt(answer !== undefined && answer.status === 'accepted' ? (answer.receipt()?.batch ?? '') : ''); // prettier-ignore
    [receiptBatch, foreignBatch] = [batchOf(first), batchOf(second)];
  });
  after(() => opened.drop());

  const attempt = async (text: string): Promise<string> => {
    try {
      const { rows } = await opened.platform.database.public.query(text);
      return `${rows.length.toString()} rows`;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  };

  test('gets an answer up to its rate, then 429 with when to come again, as a page and as a problem, each client for itself', async () => {
    const from = (remoteAddress: string, url: string, headers = {}) =>
      opened.app.inject({ url, remoteAddress, headers });
    const codesFrom = async (times: number, address: string) => {
      const seen = new Set<number>();
      for (let time = 0; time < times; time++) seen.add((await from(address, '/about')).statusCode);
      return [...seen];
    };
    assert.deepEqual(await codesFrom(limits.publicRequestsBurst, '192.0.2.1'), [200]);
    await codesFrom(20, '192.0.2.1');
    const page = await from('192.0.2.1', '/track?number=1&language=ar');
    assert.equal(page.statusCode, 429);
    assert.match(String(page.headers['content-type']), /^text\/html/);
    assert.match(page.body, /<html lang="ar" dir="rtl">[\s\S]*طلبات كثيرة/);
    const problem = await from('192.0.2.1', '/v1/public/keys');
    assert.equal(problem.statusCode, 429); assert.match(String(problem.headers['content-type']), /^application\/problem\+json/);
    assert.equal(problem.json<{ code: string }>().code, 'too-many-requests');
    for (const { headers } of [page, problem]) assert.match(String(headers['retry-after']), /^[1-9][0-9]*$/);
    // Files, health, traders and officers are not of this rate, nor is anybody else.
    for (const url of ['/public.css', '/health']) assert.equal((await from('192.0.2.1', url)).statusCode, 200, url);
    assert.equal((await from('192.0.2.1', '/v1/officer/queue')).statusCode, 401);
    assert.equal((await from('192.0.2.2', '/about')).statusCode, 200);
    // A proxy on this machine names its client; a client that names another one is not believed.
    const behind = { 'x-forwarded-for': '198.51.100.7, 192.0.2.1' };
    assert.equal((await from('127.0.0.1', '/about', behind)).statusCode, 429);
    assert.equal((await from('127.0.0.1', '/about', { 'x-forwarded-for': '192.0.2.1, 192.0.2.3' })).statusCode, 200);
    assert.equal((await from('192.0.2.1', '/about', { 'x-forwarded-for': '192.0.2.4' })).statusCode, 429);
  }); // prettier-ignore

  test('may read no table of ours, write nothing, and become nobody else', async () => {
    const tables = await query<{ name: string }>(opened.platform.database.owner, sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' union select format('%I.%I', schemaname, viewname) from pg_views where schemaname = 'public' order by 1 limit 1000`); // prettier-ignore
    assert.ok(tables.length > 40);
    for (const { name } of tables)
      assert.equal(await attempt(`select from ${name} limit 1`), '42501', name);
    const views = await query<{ name: string }>(opened.platform.database.owner, sql`select format('%I.%I', schemaname, viewname) as name from pg_views where schemaname = 'outside' order by 1 limit 100`); // prettier-ignore
    assert.equal(views.length, 13);
    for (const { name } of views)
      for (const change of [`delete from ${name}`, `update ${name} set ctid = ctid`])
        assert.notEqual(await attempt(change), '0 rows', change);
    for (const act of ['create table outside.x ()', 'create temporary table x ()', 'select first_id_of(1) from parcel'])
      assert.match(await attempt(act), /^(?:25006|42501|42P01)$/, act);
    assert.equal(await attempt('select pg_sleep(10)'), '57014', 'nothing that it asks takes long');
  }); // prettier-ignore

  test('finds receipts, segments and keys by their batch alone', async () => {
    const kinds = ['receipt_batch', 'segment', 'data_key', 'log_transaction', 'journal'];
    for (const kind of kinds)
      assert.equal(await attempt(`select from outside.${kind}`), '0 rows', kind);
    await withReceiptBatch(opened.platform.database, receiptBatch, async (transaction) => {
      for (const [kind, column] of [['receipt_batch', 'batch_id'], ['segment', 'segment_id']] as const) {
        const { rows } = await transaction.query({ text: `select ${column}::text from ${kind}`, rowMode: 'array' });
        assert.deepEqual(rows, [[receiptBatch.toString()]], kind);
      }
      const { rows } = await transaction.query<{ kind: string }>('select distinct kind from journal');
      assert.deepEqual(rows, [{ kind: 'issue-receipts' }]);
      const foreign = await transaction.query('select from receipt_batch where batch_id = $1', [foreignBatch.toString()]);
      assert.equal(foreign.rows.length, 0);
    });
    assert.equal(await attempt('select from outside.receipt_batch'), '0 rows', 'and nothing is left of it after');
  }); // prettier-ignore

  test('learns kinds and times of a parcel that it names, and never why, how much or where', async () => {
    opened.clock.at = TEST_NOW + MINUTE;
    const arrived = Temporal.Instant.fromEpochMilliseconds(opened.clock.at).toString();
    await opened.submit(arrivalOf(targeted, arrived), arrivalOf(dull, arrived));
    opened.clock.at += 2 * MINUTE;
    const rows = await readToldBefore(opened.platform.database.public, [targeted], opened.clock.at);
    assert.ok(rows.length >= 2);
    assert.doesNotMatch(JSON.stringify(rows), /XMLHXP|851310|lithium|risk|lane|held|484|target|amina/i); // prettier-ignore
    for (const { told } of rows)
      for (const event of told)
        assert.deepEqual(Object.keys(event).sort(), ['at', 'standing', 'type']);
    assert.deepEqual(await readToldBefore(opened.platform.database.public, [s10(399)], opened.clock.at), []); // prettier-ignore
    const all = await opened.platform.database.public.query('select from follow_parcel($1, $2, $3, now())', [[shardOf('%')], ['%'], ['s10']]); // prettier-ignore
    assert.equal(all.rows.length, 0);
  });

  test('is told of every parcel, at every minute, what the whole record comes to', async () => {
    await opened.submit(declarationOf(later, { item: { value: CELLS.value } }));
    const officer = await opened.officerHeaders(AMINA);
    for (const act of [{ act: 'claim' }, { act: 'hold', reasonCode: 'risk' }])
      await opened.app.inject({ method: 'POST', url: `/v1/officer/parcels/s10/${later}/acts`, headers: officer, body: act }); // prettier-ignore
    opened.clock.at += MINUTE / 2;
    await opened.submit(declarationOf(later, { submission: { messageId: 'again', function: 'cancellation' } as object })); // prettier-ignore
    const end = opened.clock.at + 3 * MINUTE;
    let compared = 0;
    for (let tick = TEST_NOW - (TEST_NOW % MINUTE); tick <= end; tick += MINUTE)
      for (const number of [dull, targeted, later]) {
        const told = await followNumber(opened.platform.database.public, number, tick);
        const whole = await wholeRecord(number, tick);
        assert.deepEqual(told, whole, `${number} at ${tick.toString()}`);
        if (whole.current !== null) compared += 1;
      }
    assert.ok(compared > 10);
  });

  /** As the page reckoned it while it read everything. */
  async function wholeRecord(number: string, tick: number) {
    const rows = await query<{ at: Temporal.Instant; body: string }>(opened.platform.database.intake, sql`select entry.at, entry.body from journal entry join parcel using (shard_key, parcel_id) where parcel.number = ${number} and entry.at < ${Temporal.Instant.fromEpochMilliseconds(tick)} order by entry.sequence limit 1000`); // prettier-ignore
    let state: ParcelState | null = null;
    let delivered: number | null = null;
    for (const { at, body } of rows) {
      const { events } = parseOwn<{ events: readonly ParcelEvent[] }>(body);
      state = foldEntry(state, events, at.epochMilliseconds);
      if (events.some(({ type }) => type === 'delivered')) delivered = at.epochMilliseconds;
    }
    const nothing = { told: null, 'under-way': null, 'with-us': null, 'handed-over': null, delivered }; // prettier-ignore
    if (state === null) return { reached: nothing, current: null, next: 'unknown' };
    const { departedAt, arrivedAt, releasedAt } = state.custody;
    const told = present(rows[0], 'there is a first entry').at.epochMilliseconds;
    const reached = { told, 'under-way': departedAt, 'with-us': arrivedAt, 'handed-over': releasedAt, delivered }; // prettier-ignore
    const names = ['told', 'under-way', 'with-us', 'handed-over', 'delivered'] as const;
    const current = names.findLast((name) => reached[name] !== null) ?? 'told';
    const owed = arrivedAt === null ? 'payment-later' : 'payment';
    const waiting = state.debt.standing === 'owed' ? owed : 'nothing';
    const next = { accepted: waiting, waiting, cleared: 'done', question: 'question', 'do-not-load': 'not-loaded', refused: 'refused' }; // prettier-ignore
    return { reached, current, next: next[outsideOf(state.custody)] };
  }
});

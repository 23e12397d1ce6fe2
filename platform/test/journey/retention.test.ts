/** The end of what was stated: kept while the law, an open parcel or a case wants it, then unreadable, with every proof intact. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { CLOSED_STAGES } from '../../src/domain/decision/stage.ts';
import { readDay } from '../../src/domain/kernel/day.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { execute, one, query, sql } from '../../src/server/db/sql.ts';
import { eraseKeys } from '../../src/server/journal/keys.ts';
import { verifyDatabase } from '../../src/server/journal/verify.ts';
import { eraseExpired, type RetentionWorld } from '../../src/server/retention/erase-expired.ts';
import { HoldsSchema } from '../../src/server/retention/routes.ts';
import { sealBacklog } from '../../src/server/sealing.ts';
import { ask } from '../support/contract.ts';
import { AMINA, LEILA, YUSUF } from '../support/people.ts';
import { openSuitePlatform, TEST_NOW } from '../support/platform.ts';
import { declarationOf, orderOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

const DAY_MILLISECONDS = 86_400_000;
/** Midnight of the first of January 2032 in Meridia: five years after the year of the test have ended. */
const ENDED = Temporal.Instant.from('2031-12-31T21:00:00Z').epochMilliseconds;
const sold = s10(91);

suite('What was stated', () => {
  let opened: Opened;
  let world: RetentionWorld;
  let day = 0;

  before(async () => {
    opened = await openSuitePlatform();
    world = opened.platform;
    day = opened.platform.law.dayAt(TEST_NOW);
    await opened.register(...SENDERS);
    await opened.submit(orderOf(sold));
    opened.clock.at = TEST_NOW + 2 * DAY_MILLISECONDS;
    await opened.submit(declarationOf(sold));
  });
  after(() => opened.drop());

  const run = async (changes: Partial<RetentionWorld> = {}) =>
    present((await eraseExpired({ ...world, ...changes }, new AbortController().signal)).get('declaration'), 'the class is known'); // prettier-ignore
  const setStage = (stage: string) =>
    execute(opened.platform.database.intake, sql`update parcel set stage = ${stage}`);
  const placed = { retentionClass: 'declaration', firstDay: '2026-11-01', lastDay: '2026-11-24', case: 'AUD 2031/7' }; // prettier-ignore
  const post = async (person: typeof LEILA, url: string, body: object) => {
    const headers = await opened.officerHeaders(person);
    const answer = await opened.app.inject({ method: 'POST', url, headers, body });
    return { status: answer.statusCode, ...answer.json<{ code?: string; hold?: number }>() };
  };

  test('is kept to the last moment of its period', async () => {
    opened.clock.at = ENDED - 1;
    assert.deepEqual(await run(), { erased: [], kept: [] });
    opened.clock.at = ENDED;
    const unverified = world.pack.retentions.map((row) => ({ ...row, verified: false }));
    const pack = { ...world.pack, retentions: unverified };
    assert.deepEqual(await run({ pack }), { erased: [], kept: [] });
    assert.deepEqual(await run({ pack: { ...pack, retentions: [] } }), { erased: [], kept: [] });
  });

  test('is kept while its parcel is open, the order of a parcel that came days later too', async () => {
    const kept = await run();
    assert.deepEqual(kept, { erased: [], kept: [day, day + 2] });
    for (const stage of ['held', 'announced', 'release-proposed']) {
      await setStage(stage);
      assert.deepEqual(await run(), kept, stage);
    }
  });

  test('is kept under a legal hold, which two persons end, even from a program that does not ask', async () => {
    await setStage('released');
    assert.equal((await post(AMINA, '/v1/officer/legal-holds', placed)).code, 'role-missing');
    assert.equal((await post(LEILA, '/v1/officer/legal-holds', { ...placed, lastDay: '2026-10-31' })).code, 'legal-hold-days-reversed'); // prettier-ignore
    assert.equal((await post(LEILA, '/v1/officer/legal-holds', { ...placed, lastDay: '2026-11-31' })).code, 'legal-hold-day-unknown'); // prettier-ignore
    for (const wrong of [{ case: 'x'.repeat(41) }, { case: '' }, { retentionClass: 'party-fingerprints' }])
      assert.equal((await post(LEILA, '/v1/officer/legal-holds', { ...placed, ...wrong })).status, 400, JSON.stringify(wrong)); // prettier-ignore
    const { hold = 0 } = await post(LEILA, '/v1/officer/legal-holds', placed);
    assert.deepEqual(await run(), { erased: [day + 2], kept: [day] });
    const erasure = { retentionClass: 'declaration', days: [day], actor: 'x', at: ENDED, entryId: 1n };
    await assert.rejects(eraseKeys(opened.platform.database, erasure), /under a legal hold/);
    const lift = `/v1/officer/legal-holds/${hold}/lift`;
    assert.equal((await post(LEILA, lift, {})).code, 'legal-hold-own');
    assert.equal((await post(YUSUF, '/v1/officer/legal-holds/999/lift', {})).status, 404);
    assert.equal((await post(YUSUF, lift, {})).status, 200);
    assert.equal((await post(YUSUF, lift, {})).code, 'legal-hold-lifted');
    await assert.rejects(execute(opened.platform.database.owner, sql`update legal_hold set lifted_by = null, lifted_at = null`), { code: '23000' }); // prettier-ignore
    const headers = await opened.officerHeaders(YUSUF);
    const { holds } = await ask(opened.app, { url: '/v1/officer/legal-holds', headers }, HoldsSchema);
    assert.deepEqual(holds.map(({ placedBy, liftedBy }) => [placedBy, liftedBy]), [['leila', 'yusuf']]);
  }); // prettier-ignore

  test('is unreadable after that, once and in the record, while every proof holds and other keys stay', async () => {
    const { database, segments } = opened.platform;
    assert.deepEqual(await run(), { erased: [day], kept: [] });
    assert.deepEqual(await run(), { erased: [], kept: [] });
    const rows = await query<{ segmentId: bigint }>(database.intake, sql`select segment_id from segment order by segment_id limit 10`); // prettier-ignore
    assert.equal(rows.length, 2);
    for (const { segmentId } of rows)
      assert.deepEqual(await segments.frame(segmentId, 0), { kind: 'erased' });
    const { found } = await one<{ found: bigint }>(database.intake, sql`select count(*) as found from journal where kind = 'erase-keys' and actor = 'job:retention'`); // prettier-ignore
    assert.equal(found, 2n);
    const { left } = await one<{ left: bigint }>(database.intake, sql`select count(*) as left from data_key where wrapped is not null and retention_class <> 'declaration'`); // prettier-ignore
    assert.ok(left > 0n, 'fingerprints of parties are kept');
    await sealBacklog(opened.platform);
    assert.deepEqual((await verifyDatabase(database)).problems, []);
  });
});

test('every stage that ends a parcel is one that erasing may rely on', () => {
  assert.ok(CLOSED_STAGES.includes('released') && !CLOSED_STAGES.includes('held'));
  assert.equal(readDay('2032-01-01'), 22_645);
});

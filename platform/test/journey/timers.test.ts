/** A question that nobody answers becomes an officer's matter at its time, by an entry of the journal, and never more than that. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ParcelPageSchema } from '../../src/server/desk/schema.ts';
import { query, sql } from '../../src/server/db/sql.ts';
import { noteOverdue } from '../../src/server/intake/overdue-job.ts';
import { UnpaidSchema } from '../../src/server/revenue/parcel-ledger-routes.ts';
import { ask } from '../support/contract.ts';
import { foldDifferences } from '../support/fold.ts';
import { AMINA, FARID } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
const landed = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;
const DAY = 86_400_000;
const unknown = s10(401);
const owing = s10(402);

suite('Timers', () => {
  let opened: Opened;
  let amina: Record<string, string>;

  before(async () => {
    opened = await openSuitePlatform({ at: landed + 30_000 });
    await opened.register(...SENDERS);
    amina = await opened.officerHeaders(AMINA);
    await opened.submit(arrivalOf(unknown, FLIGHT.arrivalAt, 'presented'));
    await opened.submit(declarationOf(owing, { item: { value: { amount: '80.00', currency: 'XMC' } } })); // prettier-ignore
    await opened.submit(arrivalOf(owing, FLIGHT.arrivalAt, 'presented'));
  });
  after(() => opened.drop());

  const page = (number: string) =>
    ask(opened.app, { url: `/v1/officer/parcels/s10/${number}`, headers: amina }, ParcelPageSchema);
  const titles = async (number: string): Promise<readonly string[]> =>
    (await page(number)).story.map(({ title }) => title);
  const columns = async (number: string) => {
    const [row] = await query<{ watchAt: Temporal.Instant | null; outside: string; stage: string; needsOfficer: boolean; version: number }>(opened.platform.database.intake, sql`select watch_at, outside, stage, needs_officer, version from parcel where number = ${number}`); // prettier-ignore
    assert.ok(row !== undefined);
    return row;
  };

  test('a parcel that came without data is asked about by the time the law sets', async () => {
    const { watchAt, outside } = await columns(unknown);
    assert.equal(watchAt?.epochMilliseconds, landed + 30_000 + DAY, 'answer-information: 1,440 minutes after the notice'); // prettier-ignore
    assert.equal(outside, 'question');
  });

  test('before its time nothing is noted', async () => {
    opened.clock.at = landed + 30_000 + DAY - 1;
    assert.equal(await noteOverdue(opened.platform), 0);
  });

  test('at its time it is noted once, and the parcel stays where it is and as it is to the outside', async () => {
    const before = await columns(unknown);
    opened.clock.at = landed + 30_000 + DAY;
    assert.equal(await noteOverdue(opened.platform), 1);
    assert.equal(await noteOverdue(opened.platform), 0);
    const now = await columns(unknown);
    assert.deepEqual([now.stage, now.outside], [before.stage, before.outside]);
    assert.equal(now.version, before.version + 1);
    assert.ok((await titles(unknown)).includes('No answer came in time'));
  });

  test('silence and unpaid charges come to an officer when the law says, and nothing is sent back by itself', async () => {
    assert.equal((await columns(owing)).needsOfficer, false, 'a debt alone waits for money');
    opened.clock.at = landed + 11 * DAY;
    assert.equal(await noteOverdue(opened.platform), 2);
    const told = await titles(unknown);
    assert.ok(told.includes('Still no answer: a second notice is due'));
    assert.ok(told.includes('Silence has lasted as long as the law allows'));
    assert.equal((await columns(owing)).needsOfficer, true);
    assert.equal((await columns(owing)).watchAt, null);
    assert.equal((await columns(unknown)).stage, 'held', 'nothing was sent back');
  });

  test('finance still sees who has not paid, and the payment takes the parcel off every list', async () => {
    const headers = await opened.officerHeaders(FARID);
    const unpaid = await ask(opened.app, { url: '/v1/officer/unpaid', headers }, UnpaidSchema);
    const row = unpaid.parcels.find(({ parcel }) => parcel.number === owing);
    assert.ok(row !== undefined);
    const body = { ...row.owed, reference: 'TILL-9' };
    const paid = await opened.app.inject({ method: 'POST', url: `/v1/officer/parcels/s10/${owing}/payments`, headers, body }); // prettier-ignore
    assert.equal(paid.statusCode, 200, paid.body);
    const { stage, needsOfficer, watchAt } = await columns(owing);
    assert.deepEqual([stage, needsOfficer, watchAt], ['released', false, null]);
  });

  test('an answer that comes late ends what was overdue', async () => {
    await opened.submit(declarationOf(unknown));
    assert.equal((await columns(unknown)).watchAt, null);
    assert.equal(await noteOverdue(opened.platform), 0);
  });

  test('the tables are the fold of the journal, timers included', async () => {
    assert.deepEqual(await foldDifferences(opened.platform.database.intake), []);
  });
});

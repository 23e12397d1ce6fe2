/** A targeted parcel on the officers' desk: found in the queue, read, acted on, and released by two people. */
import assert from 'node:assert/strict';
import type { Static } from 'typebox';
import { after, before, suite, test } from 'node:test';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import * as schema from '../../src/server/desk/schema.ts';
import { ask } from '../support/contract.ts';
import { AMINA, FARID, JONAS, SAMI, TOMAS } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, orderOf, paymentOf, s10, SENDERS } from '../support/submissions.ts'; // prettier-ignore

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Headers = Record<string, string>;
type Page = Static<typeof schema.ParcelPageSchema>;

const CELLS = { description: 'flashlight with 18650 cells', commodityCode: '851310', value: { amount: '84.00', currency: 'XMC' } }; // prettier-ignore
const targeted = s10(11);
const dull = s10(12);
const PAGE = `/v1/officer/parcels/s10/${targeted}`;

suite('The desk', () => {
  let opened: Opened;
  let amina: Headers;
  let jonas: Headers;
  let tomas: Headers;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    amina = await opened.officerHeaders(AMINA);
    jonas = await opened.officerHeaders(JONAS);
    tomas = await opened.officerHeaders(TOMAS);
    await opened.submit(orderOf(targeted, { item: { ...CELLS, description: 'camping lamp' } }));
    await opened.submit(paymentOf(targeted, '489.00'));
    await opened.submit(declarationOf(targeted, { item: CELLS }), declarationOf(dull));
  });
  after(() => opened.drop());

  const page = (headers: Headers, url = PAGE): Promise<Page> =>
    ask(opened.app, { url, headers }, schema.ParcelPageSchema);
  const request = (headers: Headers, body: object, status: number) =>
    ({ method: 'POST', url: `${PAGE}/acts`, headers, body, status }) as const;
  const act = (headers: Headers, body: object): Promise<Page> =>
    ask(opened.app, request(headers, body, 200), schema.ParcelPageSchema);
  const refused = (headers: Headers, body: object, status: number) =>
    ask(opened.app, request(headers, body, status), ProblemSchema);

  test('lists what people have to look at, with the heaviest reason in words', async () => {
    const queue = await ask(opened.app, { url: '/v1/officer/queue', headers: amina }, schema.QueueSchema); // prettier-ignore
    assert.deepEqual(queue.counts, { mine: 0, unclaimed: 1, waiting: 0, all: 1 });
    const row = queue.rows[0]!;
    assert.equal(row.parcel.number, targeted);
    assert.equal(row.lane, 'examine');
    assert.equal(row.what, CELLS.description);
    assert.equal(row.dueAt, '2026-11-24T16:40:00+03:00');
    assert.match(row.firstReason, /lithium/);
    assert.deepEqual(row.value, { amount: '84.00', currency: 'XMC' });
  });

  test('sums the parcels of a flight without counting them one by one', async () => {
    const means = await ask(opened.app, { url: '/v1/officer/means', headers: amina }, schema.MeansSchema); // prettier-ignore
    assert.deepEqual(means, [
      { means: FLIGHT.means, arrivalAt: '2026-11-24T16:40:00+03:00', parcels: 2, cleared: 1, toLookAt: 1, waiting: 0 },
    ]); // prettier-ignore
  });

  test('shows who said what, opens the names, and names each disagreement', async () => {
    const { facts, story, judgement } = await page(amina);
    const cellsOf = (element: string) => facts.rows.find((each) => each.element === element)!.cells;
    assert.equal(cellsOf('parties.consignee')['declaration']?.text, 'Darya Kestrel, Lahira');
    assert.equal(cellsOf('items')['declaration']?.inUse, true);
    const { payment, declaration } = cellsOf('totalValue');
    assert.equal(payment?.disagrees, true);
    assert.equal(payment.note, 'the order says 84.00 XMC');
    assert.equal(declaration?.text, '84.00 XMC');
    const declared = story.find((line) => line.title.startsWith('Declared by'));
    assert.match(declared?.receipt ?? '', /^[0-9a-z]+-\d+-[0-9a-f]{16}$/); // prettier-ignore
    assert.equal(judgement.charges?.standing, 'owed');
    assert.ok(judgement.charges.lines.every((line) => line.steps.length > 0));
    assert.ok(judgement.conditions.unmet.includes('Decision of an officer'));
  });

  test('opens no name for a preview, and records whoever opens one', async () => {
    const { database } = opened.platform;
    const count = async (): Promise<number> => {
      const { rows } = await database.owner.query<{ entries: number }>("select count(*)::integer as entries from journal where kind = 'open-parties'"); // prettier-ignore
      return rows[0]!.entries;
    };
    const earlier = await count();
    const peek = await page(jonas, `${PAGE}?peek=true`);
    assert.doesNotMatch(JSON.stringify(peek), /Darya|Kestrel|Ampere/);
    assert.equal(peek.parcel.lastLookedAt, null);
    assert.equal(await count(), earlier);
    await page(jonas);
    assert.equal(await count(), earlier + 1);
  });

  test('tells a front officer no rule, weight or score, and a targeter all of them', async () => {
    const seen = await page(amina);
    assert.doesNotMatch(JSON.stringify(seen), /lithium-undeclared|"weight"|"score"|shadow/);
    assert.equal(seen.judgement.pieces[0]?.band, 'D');
    const [piece] = (await page(tomas)).judgement.pieces;
    assert.equal(piece?.rule, 'lithium-undeclared');
    assert.equal(piece.weight, 0.65);
  });

  test('is closed to those who only keep the machines, and to anybody without the token', async () => {
    const sami = await opened.officerHeaders(SAMI);
    await ask(opened.app, { url: PAGE, headers: sami, status: 403 }, ProblemSchema);
    const farid = await opened.officerHeaders(FARID);
    const { judgement } = await page(farid);
    assert.deepEqual(judgement.pieces, [], 'finance sees charges, not targeting');
    const { cookie = '' } = amina;
    await refused({ cookie }, { act: 'claim' }, 403);
  });

  test('offers each act with the refusal that it would get', async () => {
    const { actions } = (await page(amina)).judgement;
    const [claim, seize] = ['claim', 'seize'].map((act) =>
      actions.find((each) => each.act === act),
    );
    assert.equal(claim?.enabled, true);
    assert.equal(seize?.enabled, false);
    assert.match(seize.because ?? '', /stage/);
    const told = await refused(amina, { act: 'seize', reasonCode: 'counterfeit', legalGround: 'xm:customs-act-61' }, 409); // prettier-ignore
    assert.equal(told.detail, seize.because);
    const missing = await refused(amina, { act: 'hold' }, 422);
    assert.equal(missing.code, 'reason-missing');
    assert.equal(missing.detail, 'Choose a reason from the list.');
  });

  test('refuses an act on a parcel that has changed meanwhile', async () => {
    const stale = await refused(amina, { act: 'claim', expectedVersion: 0 }, 409);
    assert.equal(stale.code, 'parcel-changed');
  });

  test('lets a targeted parcel go only when a second person confirms', async () => {
    const claimed = await act(amina, { act: 'claim' });
    assert.equal(claimed.parcel.claimedBy?.you, true);
    await refused(jonas, { act: 'hold', reasonCode: 'agency' }, 409);
    opened.clock.at = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds + 60_000;
    await opened.submit(arrivalOf(targeted, FLIGHT.arrivalAt), arrivalOf(dull, FLIGHT.arrivalAt));
    await act(amina, { act: 'examine' });
    opened.clock.at += 12 * 60_000;
    const examined = await act(amina, { act: 'record-examination', result: 'conforms', note: 'Two cells, in their boxes.' }); // prettier-ignore
    assert.match(examined.story.at(-1)?.detail ?? '', /“Two cells, in their boxes.”/);
    const proposed = await act(amina, { act: 'propose-release', reasonCode: 'examined-conforms' });
    assert.equal(proposed.judgement.proposal?.you, true);
    assert.equal(proposed.parcel.stage, 'release-proposed');
    const own = await refused(
      amina,
      { act: 'confirm-release', reasonCode: 'examined-conforms' },
      403,
    );
    assert.equal(own.code, 'role-missing');
    const confirmed = await act(jonas, { act: 'confirm-release', reasonCode: 'examined-conforms' });
    assert.equal(confirmed.recorded?.by, 'Jonas Osei');
    assert.deepEqual(confirmed.judgement.conditions.unmet, ['Payment or security of the charges', 'End of the hold']); // prettier-ignore
  });

  test('keeps the words of an officer out of the journal', async () => {
    const { rows } = await opened.platform.database.owner.query<{ found: number }>("select count(*)::integer as found from journal where body like '%in their boxes%'"); // prettier-ignore
    assert.equal(rows[0]?.found, 0);
  });

  test('tells what changed since somebody looked', async () => {
    const { changes } = await page(tomas);
    assert.ok(changes >= 6, `${changes} lines changed`);
    assert.equal((await page(tomas)).changes, 0);
  });

  test('finds any parcel by its number however it is typed, and by its order', async () => {
    const find = async (words: string): Promise<string[]> => {
      const url = `/v1/officer/search?q=${encodeURIComponent(words)}`;
      const { parcels } = await ask(opened.app, { url, headers: amina }, schema.SearchSchema);
      return parcels.map((row) => row.parcel.number);
    };
    const spaced = dull.toLowerCase().replace(/(.{4})/g, '$1 ');
    assert.deepEqual(await find(spaced), [dull]);
    assert.deepEqual(await find(`O-${targeted}`), [targeted]);
    assert.deepEqual(await find('nothing-like-it'), []);
  });
});

/** Goods that another agency must see leave with its word and not without it, whatever officers of Customs agree on. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Officer } from '../../src/domain/decision/officer.ts';
import { decideAgain } from '../../src/domain/journey-record.ts';
import { query, sql } from '../../src/server/db/sql.ts';
import { AgencyWordSchema, AwaitedSchema } from '../../src/server/desk/agency-routes.ts';
import { ParcelPageSchema } from '../../src/server/desk/schema.ts';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { replayDay } from '../../src/server/journal/replay.ts';
import { ask } from '../support/contract.ts';
import { foldDifferences } from '../support/fold.ts';
import { AMINA, JONAS } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Headers = Record<string, string>;
const landed = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;

const agencyOfficer = (person: string, office: string): Officer => ({ person, name: person, roles: ['agency-officer'], office }); // prettier-ignore
const [toy, unsafe, renamed, belt] = [s10(501), s10(502), s10(503), s10(504)];
const MAGNETS = { description: 'Magnetic balls, toy set of 216', commodityCode: '950300' };
const BELT = { description: 'Belt of python skin', commodityCode: '420330' };

suite('Other agencies', () => {
  let opened: Opened;
  let market: Headers;
  let environment: Headers;
  let amina: Headers;
  let jonas: Headers;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    market = await opened.officerHeaders(agencyOfficer('hana', 'Market Surveillance'));
    environment = await opened.officerHeaders(agencyOfficer('olof', 'Environment Agency'));
    amina = await opened.officerHeaders(AMINA);
    jonas = await opened.officerHeaders(JONAS);
    await opened.submit(...[toy, unsafe, renamed].map((number) => declarationOf(number, { item: MAGNETS }))); // prettier-ignore
    await opened.submit(declarationOf(belt, { item: BELT }));
    opened.clock.at = landed + 30_000;
    await opened.submit(...[toy, unsafe, renamed, belt].map((number) => arrivalOf(number, FLIGHT.arrivalAt, 'presented'))); // prettier-ignore
  });
  after(() => opened.drop());

  const listed = (headers: Headers) => ask(opened.app, { url: '/v1/agency/parcels', headers }, AwaitedSchema); // prettier-ignore
  const numbers = async (headers: Headers): Promise<readonly string[]> =>
    (await listed(headers)).parcels.map(({ parcel }) => parcel.number).sort();
  const answering = (number: string, headers: Headers, body: object) => ({ method: 'POST', url: `/v1/agency/parcels/s10/${number}/answer`, headers, body }) as const; // prettier-ignore
  const say = (number: string, headers: Headers, body: { answer: string; reasonCode: string }) =>
    ask(opened.app, answering(number, headers, body), AgencyWordSchema);
  const doing = (number: string, headers: Headers, body: object) =>
    ask(opened.app, { method: 'POST', url: `/v1/officer/parcels/s10/${number}/acts`, headers, body }, ParcelPageSchema); // prettier-ignore
  const stageOf = async (number: string): Promise<string> => {
    const [row] = await query<{ stage: string }>(opened.platform.database.intake, sql`select stage from parcel where number = ${number}`); // prettier-ignore
    return row?.stage ?? 'none';
  };
  /** Two people of Customs let it go. */
  const letGo = async (number: string): Promise<void> => {
    await doing(number, amina, { act: 'propose-release', reasonCode: 'documents-sufficient' });
    await doing(number, jonas, { act: 'confirm-release', reasonCode: 'documents-sufficient' });
  };

  test('an agency sees the goods that the law asks it about, nobody’s name, and no other agency’s parcels', async () => {
    assert.deepEqual(await numbers(market), [toy, unsafe, renamed].sort());
    assert.deepEqual(await numbers(environment), [belt]);
    const [first] = (await listed(environment)).parcels;
    assert.equal(first?.goods[0]?.description, BELT.description);
    assert.deepEqual(first.rows, [{ row: 'species', category: 'CITES', licence: 'CITES', source: 'xm:prohibitions-act-6', sourceTitle: 'Prohibitions Act 2017, Article 6 and schedule: goods and agencies', answer: 'waiting' }]); // prettier-ignore
    assert.deepEqual([first.means, first.since, first.isHere], ['XM214', '2026-11-24T11:00:00+03:00', true]); // prettier-ignore
    assert.doesNotMatch(JSON.stringify(first), /Darya|Kestrel|Harbour|lane|score|targeted/);
  });

  test('its doors are for people of an agency that the law names', async () => {
    await ask(opened.app, { url: '/v1/agency/parcels', headers: amina, status: 403 }, ProblemSchema); // prettier-ignore
    const stranger = await opened.officerHeaders(agencyOfficer('mallory', 'Ministry of Parcels'));
    await ask(opened.app, { url: '/v1/agency/parcels', headers: stranger, status: 403 }, ProblemSchema); // prettier-ignore
    const agreed = { answer: 'agreed', reasonCode: 'goods-permitted' };
    await ask(opened.app, { ...answering(toy, environment, agreed), status: 409 }, ProblemSchema);
    await ask(opened.app, { ...answering(toy, market, { ...agreed, answer: 'refused' }), status: 409 }, ProblemSchema); // prettier-ignore
  });

  test('two officers of Customs do not release what an agency has not agreed to; its word does', async () => {
    await letGo(toy);
    assert.equal(await stageOf(toy), 'held');
    const word = await say(toy, market, { answer: 'agreed', reasonCode: 'goods-permitted' });
    assert.deepEqual(word.outstanding, []);
    assert.equal(await stageOf(toy), 'released');
    assert.ok(!(await numbers(market)).includes(toy));
  });

  test('a refusal of an agency hurts nobody by itself, and it may change its mind', async () => {
    await say(unsafe, market, { answer: 'refused', reasonCode: 'goods-unsafe' });
    await letGo(unsafe);
    assert.equal(await stageOf(unsafe), 'held');
    const page = await ask(opened.app, { url: `/v1/officer/parcels/s10/${unsafe}`, headers: amina }, ParcelPageSchema); // prettier-ignore
    assert.ok(page.judgement.because.includes('Market Surveillance did not agree.'));
    assert.ok(page.story.some(({ title, detail }) => title === 'Market Surveillance did not agree' && detail === 'The goods are unsafe')); // prettier-ignore
    assert.ok((await numbers(market)).includes(unsafe), 'it finds again what it refused');
    await say(unsafe, market, { answer: 'agreed', reasonCode: 'goods-permitted' });
    assert.equal(await stageOf(unsafe), 'released');
  });

  test('new words for the same goods do not talk an agency away, and its word about others does not count for them', async () => {
    const again = (description: string, messageId: string) => declarationOf(renamed, { item: { ...MAGNETS, description }, submission: { messageId, function: 'replace' } }); // prettier-ignore
    await opened.submit(again('Office toy of steel balls', 'renamed-1'));
    assert.ok((await numbers(market)).includes(renamed), 'still asked');
    await say(renamed, market, { answer: 'agreed', reasonCode: 'goods-permitted' });
    await opened.submit(again('Magnetic balls, toy set of 1000', 'renamed-2'));
    assert.ok((await numbers(market)).includes(renamed), 'asked again about other goods');
    assert.equal(await stageOf(renamed), 'held');
  });

  test('an agency asks the sender in its own name, whoever has claimed the parcel, and its word ends the question', async () => {
    const asking = (about: string, headers = environment) => ({ method: 'POST', url: `/v1/agency/parcels/s10/${belt}/questions`, headers, body: { about } }) as const; // prettier-ignore
    await doing(belt, amina, { act: 'claim' });
    await ask(opened.app, asking('items.licences'), AgencyWordSchema);
    const [shown] = (await listed(environment)).parcels;
    assert.deepEqual(shown?.asked.map(({ about, dueAt }) => [about, dueAt]), [['items.licences', '2026-11-25T16:40:30+03:00']]); // prettier-ignore
    const page = await ask(opened.app, { url: `/v1/officer/parcels/s10/${belt}?peek=true`, headers: amina }, ParcelPageSchema); // prettier-ignore
    assert.equal(page.parcel.outside, 'question');
    assert.ok(page.story.some(({ title }) => title === 'Environment Agency asked: Send the licence or permit that the goods need.')); // prettier-ignore
    await doing(belt, amina, { act: 'ask', reasonCode: 'items.commodityCode' });
    await ask(opened.app, { ...asking('items.commodityCode'), status: 409 }, ProblemSchema);
    await ask(opened.app, { ...asking('items.value'), status: 400 }, ProblemSchema);
    await ask(opened.app, { ...asking('items.licences', market), status: 409 }, ProblemSchema);
    await say(belt, environment, { answer: 'refused', reasonCode: 'permit-missing' });
    const [answered] = (await listed(environment)).parcels;
    assert.deepEqual(answered?.asked, []);
    await doing(belt, amina, { act: 'close-question', reasonCode: 'items.commodityCode' });
    await doing(belt, amina, { act: 'unclaim' });
  });

  test('with the agency’s word goods without a licence are the officers’ to judge', async () => {
    await say(belt, environment, { answer: 'agreed', reasonCode: 'permit-valid' });
    assert.equal(await stageOf(belt), 'held');
    await letGo(belt);
    assert.equal(await stageOf(belt), 'released');
  });

  test('the tables are the fold of the journal, and every decision is made again as it was', async () => {
    const { database, segments, law } = opened.platform;
    assert.deepEqual(await foldDifferences(database.intake), []);
    const report = await replayDay(
      { database, reader: segments, decideAgain: (record) => decideAgain(record, () => law) },
      opened.platform.law.dayAt(landed),
    );
    assert.deepEqual(report.different, []);
    assert.ok(report.decisions >= 10);
  });
});

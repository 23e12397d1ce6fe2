/** Every door, tried with every other kind of key: no trader reads a byte of another, no trader is an officer, and the reverse. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { listRoutes } from '../../src/server/http/route-list.ts';
import { ROOMS } from '../../src/server/serve.ts';
import { JONAS } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Headers = Record<string, string>;

const theirs = s10(41);
/** Stands in everything the other trader said, and nowhere else. */
const MARK = 'ZEBRA';
const MESSAGE = `${MARK}-1`;

const all = await listRoutes(ROOMS);
const inZone = (zone: string) => all.filter(({ config }) => config?.access?.zone === zone);
const isRead = ({ method }: (typeof all)[number]): boolean => method === 'GET';

suite('Every door', () => {
  let opened: Opened;
  let app: FastifyInstance;
  let owner: Headers;
  let rival: Headers;
  let officer: Headers;
  let receipt = '';

  before(async () => {
    opened = await openSuitePlatform();
    app = opened.app;
    await opened.register(...SENDERS);
    owner = await opened.traderHeaders('QANA-POST');
    rival = await opened.traderHeaders('RIVAL-POST');
    officer = await opened.officerHeaders(JONAS);
    const [answer] = await opened.submit(
      declarationOf(theirs, {
        submission: { messageId: MESSAGE },
        item: { description: `${MARK} shirt of cotton` },
        consignment: { orderNumbers: [`${MARK}-O`] },
      }),
    );
    assert.ok(answer !== undefined && answer.status === 'accepted');
    receipt = answer.receipt()?.id ?? '';
  });
  after(() => opened.drop());

  /** The address with the other trader's own identifiers in it; a new kind of identifier needs a line here. */
  const addressOf = (url: string): string => {
    const known: Record<string, string> = { scheme: 's10', number: theirs, messageId: MESSAGE, id: receipt, code: 'QANA-POST', day: '2026-08-24', hold: '1', account: 'account:XT100017', entity: '1', version: '0123456789abcdef' }; // prettier-ignore
    return url.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
      assert.ok(known[name] !== undefined, `the test knows an identifier for :${name}`);
      return encodeURIComponent(known[name]);
    });
  };
  const knock = (route: (typeof all)[number], headers: Headers) =>
    app.inject({
      method: route.method as 'GET',
      url: addressOf(route.url),
      headers: { 'content-type': 'application/json', ...headers },
      ...(isRead(route) ? {} : { body: '{}' }),
    });

  test('of a trader tells another trader no byte of it', async () => {
    const reads = inZone('trader').filter(isRead);
    assert.ok(reads.length >= 2);
    for (const route of reads) {
      const own = await knock(route, owner);
      assert.equal(own.statusCode, 200, `${route.url} answers its owner: ${own.body}`);
      const foreign = await knock(route, rival);
      // An address that names nothing answers each trader about itself.
      const wanted = route.url.includes(':') ? 404 : 200;
      assert.equal(foreign.statusCode, wanted, `${route.url}: ${foreign.body}`);
      assert.ok(!foreign.body.includes(MARK), route.url);
      assert.ok(!foreign.body.includes(theirs), route.url);
    }
  });

  test('takes no message in the name of another trader, and tells nothing of his', async () => {
    const body = JSON.stringify(declarationOf(theirs, { submission: { messageId: MESSAGE } }));
    for (const url of ['/v1/submissions', '/v1/submissions/batch']) {
      const type = url.endsWith('batch') ? 'application/x-ndjson' : 'application/json';
      const answer = await app.inject({ method: 'POST', url, headers: { ...rival, 'content-type': type }, body }); // prettier-ignore
      assert.match(answer.body, /sender-not-yours/);
      assert.ok(!answer.body.includes(MARK), url);
    }
  });

  test('of officers is shut to traders and to nobody', async () => {
    for (const route of inZone('officer'))
      for (const headers of [owner, rival, {}]) {
        const answer = await knock(route, headers);
        assert.equal(answer.statusCode, 401, `${route.url}: ${answer.body}`);
        assert.ok(!answer.body.includes(MARK), route.url);
      }
  });

  test('of traders is shut to officers and to nobody', async () => {
    for (const route of inZone('trader'))
      for (const headers of [officer, {}]) {
        const answer = await knock(route, headers);
        assert.equal(answer.statusCode, 401, `${route.url}: ${answer.body}`);
        assert.ok(!answer.body.includes(MARK), route.url);
      }
  });

  test('that changes something for an officer wants the token of the session', async () => {
    const { cookie = '' } = officer;
    for (const route of inZone('officer').filter((each) => !isRead(each))) {
      const answer = await knock(route, { cookie });
      assert.equal(answer.statusCode, 403, `${route.url}: ${answer.body}`);
    }
  });

  test('that is open to all tells nothing of goods or senders', async () => {
    for (const route of inZone('public').filter(isRead)) {
      if (route.url.includes('*')) continue;
      const answer = await knock(route, {});
      assert.ok(answer.statusCode < 500, `${route.url}: ${answer.body}`);
      assert.ok(!answer.body.includes(MARK), route.url);
    }
  });

  test('shows rows to nobody who comes without a name, even inside the database', async () => {
    for (const role of ['trader', 'officer'] as const)
      for (const table of ['statement', 'submission', 'parcel', 'party', 'parcel_speaker']) {
        const { rows } = await opened.platform.database[role].query(`select 1 from ${table} limit 1`); // prettier-ignore
        assert.deepEqual(rows, [], `${role} sees ${table}`);
      }
  });
});

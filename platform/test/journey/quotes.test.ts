/** A binding quote from its question to the parcel that is charged by it, and everything that keeps one from binding. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { canonicalJson } from '../../src/domain/kernel/canonical-json.ts';
import { parseOwn } from '../../src/domain/kernel/parse-own.ts';
import { limits } from '../../src/domain/kernel/limits.ts';
import { decideAgain } from '../../src/domain/journey-record.ts';
import { dayAt } from '../../src/domain/kernel/instant.ts';
import { query, sql } from '../../src/server/db/sql.ts';
import { asTrader } from '../../src/server/db/transaction.ts';
import { replayDay } from '../../src/server/journal/replay.ts';
import { fromBase64Url } from '../../src/server/journal/base64.ts';
import { KEY_BYTES } from '../../src/server/journal/signing.ts';
import type { QuoteDocument } from '../../src/server/quotes/answer-schema.ts';
import { quoteProblems } from '../../src/server/quotes/signed-quote.ts';
import { JONAS } from '../support/people.ts';
import { openSuitePlatform, TEST_NOW } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Problem = {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly fix: string; readonly message: string }[];
}; // prettier-ignore

const SHIRT = {
  to: 'XM',
  from: 'XQ',
  mode: 'post',
  goods: [
    { description: 'shirt', commodityCode: '620520', value: { amount: '90.00', currency: 'XMC' } },
  ],
} as const;

suite('A quote', () => {
  let opened: Opened;
  const post = async (request: unknown, headers: Record<string, string> = {}) =>
    opened.app.inject({
      method: 'POST',
      url: '/v1/quotes',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof request === 'string' ? request : JSON.stringify(request),
    });
  const ask = async (request: unknown, headers?: Record<string, string>): Promise<QuoteDocument> => {
    const answer = await post(request, headers);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<QuoteDocument>();
  }; // prettier-ignore
  /** Declares the shirt at a price under the number of a quote, and gives the answer about its one parcel. */
  const ship = async (serial: number, quote: string | null, price = '90.00') => {
    const [answer] = await opened.submit(
      declarationOf(s10(serial), {
        item: { value: { amount: price, currency: 'XMC' } },
        consignment: { transport: {}, fiscal: { quote: quote ?? '' } },
      }),
    );
    assert.ok(answer?.status === 'accepted', JSON.stringify(answer?.findings));
    return { ...answer.consignments[0], findings: answer.findings };
  };

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
  });
  after(() => opened.drop());

  test('that binds has a number, its law, its days, and a signature that nothing in it survives a change of', async () => {
    const quote = await ask(SHIRT);
    assert.deepEqual([quote.status, quote.because, quote.pack, quote.currency], ['binding', [], 'xm-meridia', 'XMC']); // prettier-ignore
    assert.match(quote.quote ?? '', /^Q[0-9A-Z]{24}$/);
    assert.deepEqual([quote.validFrom, quote.validUntil], ['2026-11-24', '2027-01-08']);
    assert.equal(quote.total, quote.lines.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)); // prettier-ignore
    for (const line of quote.lines) assert.match(line.permalink, /^https:/);
    const published = await opened.app.inject('/v1/public/keys');
    const { keys } = published.json<{
      keys: { keyId: string; purpose: string; publicKey: string }[];
    }>();
    const keyOf = (id: string) => {
      const key = keys.find(({ keyId, purpose }) => keyId === id && purpose === 'quote');
      return key === undefined ? null : fromBase64Url(key.publicKey, KEY_BYTES);
    };
    assert.deepEqual(quoteProblems(quote, keyOf), []);
    for (const changed of [
      { total: '0.00' },
      { validUntil: '2029-01-01' },
      { facts: {} },
      { lines: [] },
    ])
      // prettier-ignore
      assert.notDeepEqual(quoteProblems({ ...quote, ...changed }, keyOf), []);
    assert.notDeepEqual(
      quoteProblems(quote, () => null),
      [],
    );
  });

  test('is the same when it is asked twice, is shown again to who names it, and is another for another party', async () => {
    const [one, other] = [await ask(SHIRT), await ask(SHIRT)];
    assert.equal(canonicalJson(one), canonicalJson(other));
    const again = await opened.app.inject(`/v1/quotes/${one.quote?.toLowerCase() ?? ''}`);
    assert.equal(canonicalJson(again.json<QuoteDocument>()), canonicalJson(one));
    assert.equal((await opened.app.inject(`/v1/quotes/Q${'0'.repeat(24)}`)).statusCode, 404);
    const platform = await ask(SHIRT, await opened.traderHeaders('SOUQLINE'));
    assert.notEqual(platform.quote, one.quote);
    const seenBy = async (code: string) => {
      const party = opened.platform.parties.byCode(code);
      return asTrader(opened.platform.database, String(party?.partyId), (transaction) =>
        query<{ id: string }>(transaction, sql`select quote_id as id from quote order by 1 limit 10`),
      );
    }; // prettier-ignore
    assert.deepEqual(await seenBy('SOUQLINE'), [{ id: platform.quote }]);
    assert.deepEqual(await seenBy('RIVAL-POST'), []);
    assert.equal((await post(SHIRT, { authorization: 'Bearer lx_key_invented' })).statusCode, 401);
  });

  test('is what its parcel owes, weeks later and at other rates of exchange, and replay says the same', async () => {
    const request = { ...SHIRT, goods: [{ ...SHIRT.goods[0], value: { amount: '40.00', currency: 'USD' } }] }; // prettier-ignore
    const quote = await ask(request);
    const [answer] = await opened.submit(
      declarationOf(s10(701), {
        item: { value: { amount: '40.00', currency: 'USD' } },
        consignment: { fiscal: { quote: quote.quote ?? '' } },
      }),
    );
    assert.ok(answer?.status === 'accepted');
    const told = answer.consignments[0]?.quote;
    assert.ok(told !== undefined);
    assert.deepEqual(told.outcome, { quote: quote.quote, honoured: true });
    assert.deepEqual([told.total, told.payable], [quote.total, quote.atDelivery]);
    assert.ok(answer.findings.some(({ code }) => code === 'quote-honoured'));
    const { quote: earlier } = await ask(SHIRT);
    opened.clock.at = TEST_NOW + 20 * 86_400_000;
    const later = await ship(702, earlier);
    assert.equal(later.quote?.outcome.honoured, true);
    opened.clock.at = TEST_NOW;
    const { database, segments, law, pack } = opened.platform;
    const world = { database, reader: segments, decideAgain: (input: string) => decideAgain(input, () => law) }; // prettier-ignore
    const report = await replayDay(world, dayAt(TEST_NOW, pack.zoneOffsetMinutes));
    assert.deepEqual([report.different, report.identical], [[], report.decisions]);
    assert.ok(report.decisions > 0);
  });

  test('does not hold for a parcel that is another, which is told what differs and both figures', async () => {
    const { quote, total } = await ask(SHIRT);
    const dearer = await ship(703, quote, '120.00');
    assert.ok(dearer.quote?.outcome.honoured === false);
    assert.deepEqual(dearer.quote.outcome.differences, [
      { fact: '/goods/0/value', quoted: '90.00 XMC', shipped: '120.00 XMC' },
    ]);
    assert.equal(dearer.quote.outcome.quoted?.total, total);
    assert.notEqual(dearer.quote.total, total);
    assert.ok(dearer.findings.some(({ code }) => code === 'quote-facts-differ'));
    const unknown = await ship(704, `Q${'1'.repeat(24)}`);
    assert.equal(unknown.quote?.outcome.honoured === false && unknown.quote.outcome.because, 'unknown'); // prettier-ignore
    const officer = await opened.officerHeaders(JONAS);
    const page = await opened.app.inject({ url: `/v1/officer/parcels/s10/${s10(703)}`, headers: officer }); // prettier-ignore
    assert.match(
      page.body,
      /Quote not honoured[^"]*","detail":"[^"]*quoted [\d.]+ XMC · \/goods\/0\/value 90\.00 XMC → 120\.00 XMC/,
    );
  });

  test('of the day before it ends holds, and of the day itself no more', async () => {
    const { quote, validUntil } = await ask(SHIRT);
    const end = Temporal.PlainDate.from(validUntil).toZonedDateTime('Etc/GMT-3').epochMilliseconds;
    const outcomes = [];
    for (const [serial, at] of [
      [705, end - 1],
      [706, end],
    ] as const) {
      opened.clock.at = at;
      const [answer] = await opened.submit(declarationOf(s10(serial), { item: { value: { amount: '90.00', currency: 'XMC' } }, consignment: { transport: {}, fiscal: { quote: quote ?? '' } } })); // prettier-ignore
      const outcome = answer?.status === 'accepted' ? answer.consignments[0]?.quote?.outcome : undefined; // prettier-ignore
      outcomes.push(outcome?.honoured === false ? outcome.because : outcome?.honoured);
    }
    opened.clock.at = TEST_NOW;
    assert.deepEqual(outcomes, [true, 'not-its-day']);
  });

  test('is an estimate without number and signature wherever anything is open, and says why', async () => {
    const reasons = async (change: object): Promise<readonly string[]> => {
      const quote = await ask({ ...SHIRT, ...change });
      assert.deepEqual([quote.status, quote.quote, quote.signature], ['estimate', null, null]);
      return quote.because;
    };
    const goods = (change: object) => ({ goods: [{ ...SHIRT.goods[0], ...change }] });
    assert.deepEqual(await reasons({ on: '2026-11-23' }), ['day-past']);
    assert.deepEqual(await reasons({ on: '2027-06-01' }), ['day-far']);
    assert.deepEqual(await reasons({ mode: undefined }), ['way-uncertain']);
    assert.deepEqual(await reasons(goods({ commodityCode: undefined, commodityCodes: ['620520', '640411'] })), ['goods-uncertain']); // prettier-ignore
    assert.deepEqual(await reasons(goods({ commodityCode: '360410', description: 'fireworks' })), ['goods-prohibited']); // prettier-ignore
    const { because, unverified } = await ask({ ...SHIRT, to: 'NZ', ...goods({ value: { amount: '2000.00', currency: 'NZD' } }) }); // prettier-ignore
    assert.deepEqual(because, ['rows-unverified', 'incomplete', 'elsewhere']);
    assert.ok(unverified.includes('tariff-garments-footwear'));
  });

  test('shows how far the figures may lie apart, and the fact that would settle it', async () => {
    const codes = { ...SHIRT.goods[0], value: { amount: '400.00', currency: 'XMC' }, commodityCode: undefined, commodityCodes: ['620520', '490199'] }; // prettier-ignore
    const { range, total } = await ask({ ...SHIRT, freight: { amount: '5.00', currency: 'XMC' }, goods: [codes] }); // prettier-ignore
    assert.ok(range !== null);
    assert.deepEqual(range.settledBy.map(({ fact }) => fact), ['/goods/0/commodityCode']); // prettier-ignore
    assert.ok(Number(range.low) < Number(range.high));
    assert.deepEqual([range.settledBy[0]?.options[0]?.total, range.high], [total, total]);
  });

  test('refuses what is malformed, huge, unknown, negative or of another time, each with place and fix', async () => {
    const problems = async (request: unknown, status = 422): Promise<readonly string[]> => {
      const answer = await post(request);
      assert.equal(answer.statusCode, status, answer.body);
      const { code, errors = [] } = parseOwn<Problem>(answer.body);
      for (const { fix, message } of errors) assert.ok(fix !== '' && !/[{}]/.test(message), fix);
      return errors.length === 0 ? [code] : errors.map((each) => `${each.pointer} ${each.code}`);
    };
    const goods = (change: object) => ({ ...SHIRT, goods: [{ ...SHIRT.goods[0], ...change }] });
    assert.deepEqual(await problems('{"to":"XM",'), [' json-malformed']);
    assert.deepEqual(await problems('{"to":"XM","to":"NZ"}'), [' json-malformed']);
    assert.deepEqual(await problems(''), [' message-empty']);
    assert.deepEqual(await problems({ ...SHIRT, formm: 'XQ' }), ['/formm unknown-element']);
    assert.deepEqual(await problems({ ...SHIRT, from: 'QQ' }), ['/from country-unknown']);
    assert.deepEqual(await problems({ ...SHIRT, to: 'BR' }), ['/to destination-without-law']);
    assert.deepEqual(await problems({ ...SHIRT, on: '2026-02-30' }), ['/on value-malformed']);
    assert.deepEqual(await problems({ ...SHIRT, on: '2019-12-31' }), ['/on day-before-law']);
    assert.deepEqual(await problems({ ...SHIRT, goods: [] }), ['/goods list-too-short']);
    assert.deepEqual(await problems(goods({ value: { amount: '-5.00', currency: 'XMC' } })), ['/goods/0/value/amount value-negative']); // prettier-ignore
    assert.deepEqual(await problems(goods({ value: { amount: '0.00', currency: 'XMC' } })), ['/goods/0/value value-zero']); // prettier-ignore
    assert.deepEqual(await problems(goods({ value: { amount: '5.001', currency: 'XMC' } })), ['/goods/0/value/amount value-malformed']); // prettier-ignore
    assert.deepEqual(await problems(goods({ value: { amount: '5', currency: 'QQQ' } })), ['/goods/0/value/currency currency-without-rate']); // prettier-ignore
    assert.deepEqual(await problems(goods({ commodityCode: '999999' })), ['/goods/0/commodityCode commodity-code-unknown']); // prettier-ignore
    assert.deepEqual(await problems(goods({ commodityCode: undefined, description: 'xyzzy' })), ['/goods/0/commodityCode goods-not-recognised']); // prettier-ignore
    assert.deepEqual(await problems({ ...SHIRT, collector: 'IM1' }), ['/collector value-malformed']); // prettier-ignore
    assert.deepEqual(await problems(`"${' '.repeat(limits.quoteBytesMax)}"`, 413), ['message-too-large']); // prettier-ignore
    assert.deepEqual(await problems({ ...SHIRT, goods: Array.from({ length: 100 }, () => SHIRT.goods[0]) }), ['/goods list-too-long']); // prettier-ignore
  });
});

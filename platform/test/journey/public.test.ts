/** The public pages as a citizen gets them: what a parcel costs, where it is, and nothing of what Customs thinks of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import { assessCharges } from '../../src/domain/charges/assess-charges.ts';
import type { ChargeAssessment } from '../../src/domain/charges/charge.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { writeAmount } from '../../src/domain/kernel/money.ts';
import { repositoryRoot } from '../../src/server/config.ts';
import { KNOWN_GOODS, goodsNamed } from '../../src/server/quotes/known-goods.ts';
import { typedFields } from '../../src/server/outreach/estimate-form.ts';
import { estimate } from '../../src/server/outreach/estimating.ts';
import { calculate } from '../../src/server/quotes/issue.ts';
import { loadPacks } from '../../src/server/packs/load.ts';
import { readCase } from '../../src/server/packs/case-file.ts';
import { lawInForce } from '../../src/domain/jurisdiction/in-force.ts';
import { openSuitePlatform, TEST_NOW } from '../support/platform.ts';
import { arrivalOf, declarationOf, orderOf, paymentOf, s10, SENDERS } from '../support/submissions.ts'; // prettier-ignore

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

const CELLS = { description: 'flashlight with 18650 cells', commodityCode: '851310', value: { amount: '84.00', currency: 'XMC' } }; // prettier-ignore
const dull = s10(41);
const targeted = s10(42);
/** Worth as much as the targeted one, and nobody wants to see it. */
const dear = s10(44);
const nobodys = s10(49);
const COURIER = 'LX-55/00 1131a';

/** What no page may ever say: the words of targeting, and the codes of states that tell why a parcel waits. */
const SECRET = /\b(?:lane|score|risk|target|targeted|targeting|selected|selection|examin\w*|scan|scanned|inspect\w*|suspic\w*|held|hold|do-not-load|refer|officer's|stage|outside)\b|851310-|lithium/i; // prettier-ignore

/** An assessment with its steps worked out, to be compared. */
const shown = (charges: ChargeAssessment) => ({
  ...charges,
  lines: charges.lines.map((line) => ({ ...line, steps: line.steps() })),
});

suite('The public pages', () => {
  let opened: Opened;
  const get = async (url: string) => opened.app.inject({ url });
  const page = async (url: string, status = 200): Promise<string> => {
    const answer = await get(url);
    assert.equal(answer.statusCode, status, `${url}: ${answer.body.slice(0, 300)}`);
    return answer.body;
  };

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    await opened.submit(orderOf(targeted, { item: CELLS }), paymentOf(targeted, '489.00'));
    await opened.submit(declarationOf(targeted, { item: CELLS }), declarationOf(dull));
    await opened.submit(declarationOf(dear, { item: { value: CELLS.value } }));
    const houseReference = { scheme: 'courier', number: COURIER.replace(' ', '') } as const;
    await opened.submit(declarationOf(s10(43), { consignment: { houseReference } }));
    opened.clock.at = TEST_NOW + 60_000;
  });
  after(() => opened.drop());

  test('tell a receipt of ours from one that somebody made up', async () => {
    const [answer] = await opened.submit(declarationOf(s10(45)));
    assert.ok(answer !== undefined && answer.status === 'accepted');
    const id = answer.receipt()?.id ?? '';
    assert.match(await page(`/receipts/${id}`), /Yes\. We gave this receipt on 24 November 2026/);
    const flipped = id.endsWith('0') ? '1' : '0';
    for (const foreign of [`${id.slice(0, -1)}${flipped}`, '1-0-0123456789abcdef', '%3Cb%3E'])
      assert.match(await page(`/receipts/${foreign}`, 404), /We gave no receipt under this number/);
    assert.match(await page(`/receipts/${id}?language=ar`), /<html lang="ar" dir="rtl">/);
  });

  test('ask two questions in plain words, and have them in Arabic from right to left', async () => {
    const english = await page('/');
    assert.match(english, /What will it cost to bring in\?[\s\S]*Where is my parcel\?/);
    assert.match(english, /<html lang="en" dir="ltr">/);
    const arabic = await page('/?language=ar');
    assert.match(arabic, /<html lang="ar" dir="rtl">/);
    assert.match(arabic, /كم ستدفع لإدخاله؟[\s\S]*أين طردي؟/);
    assert.match(arabic, /href="\/estimate\?language=ar"/);
    assert.match(arabic, /href="\/"[^>]*>English/);
  });

  test('hold no script and no style of their own, and answer HEAD', async () => {
    for (const url of ['/', '/track', `/track?number=${dull}`, '/estimate', '/about', '/estimate?what=watch&from=CN&price=300&currency=XMC&by=post']) {
      const body = await page(url);
      assert.doesNotMatch(body, /<script|<style|\sstyle=|\son\w+=/, url);
      const head = await opened.app.inject({ method: 'HEAD', url });
      assert.deepEqual([head.statusCode, head.body], [200, ''], url);
    } // prettier-ignore
  });

  test('serve style and typefaces from here, to be kept for a year', async () => {
    const style = await get('/public.css');
    const fonts = [...style.body.matchAll(/url\(['"](?<url>[^'"]+)['"]\)/g)].map((match) => match.groups!['url']!); // prettier-ignore
    assert.equal(fonts.length, 5);
    for (const url of fonts) {
      const font = await get(url);
      assert.equal(font.statusCode, 200, url);
      assert.equal(font.rawPayload.subarray(0, 4).toString(), 'wOF2', url);
      assert.match(String(font.headers['cache-control']), /immutable/);
    }
    const tracked = await get(`/track?number=${dull}`);
    assert.equal(tracked.headers['cache-control'], 'no-store');
  });

  test('find a parcel under any scheme, typed with spaces and small letters', async () => {
    const spaced = `${dull.slice(0, 2)} ${dull.slice(2, 6)}  ${dull.slice(6)} `.toLowerCase();
    for (const number of [dull, spaced, COURIER]) {
      const body = await page(`/track?number=${encodeURIComponent(number)}`);
      assert.match(
        body,
        /class="current" aria-current="step"[\s\S]*Told to us by the shop/,
        number,
      );
      assert.match(body, /24 November at 11:00/, number);
    }
  });

  test('say the same of a parcel that people want to see as of one that just goes', async () => {
    const words = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/RB[\d ]+XQ/g, '#').replaceAll(/\s+/g, ' '); // prettier-ignore
    const one = await page(`/track?number=${targeted}`);
    const other = await page(`/track?number=${dear}`);
    assert.equal(words(one), words(other));
    for (const body of [one, other]) assert.doesNotMatch(words(body), SECRET);
  });

  test('give an unknown number the same page, of the same length and no sooner', async () => {
    const shape = (body: string): string => body.replaceAll(/>[^<]*</g, '><').replaceAll(/ aria-current="step"|class="(?:done|current|not-yet)"|<span class="time"><bdi dir="ltr"><\/bdi><\/span>|href="[^"]*"/g, '').replaceAll(/\s+/g, ''); // prettier-ignore
    const started = performance.now();
    const unknown = await page(`/track?number=${nobodys}`);
    assert.ok(performance.now() - started >= 59, 'an unknown number is not told by haste');
    const known = await page(`/track?number=${dull}`);
    assert.equal(shape(unknown), shape(known));
    assert.equal(Buffer.byteLength(unknown), Buffer.byteLength(known));
    assert.match(unknown, /Nothing for now/);
  });

  test('tell a change from the next full minute on, and not a moment sooner', async () => {
    const minute = TEST_NOW + 10 * 60_000;
    opened.clock.at = minute + 5_000;
    const isHere = async (): Promise<boolean> =>
      /class="current" aria-current="step">[^<]*<span[^>]*><\/span[^>]*>\s*<span[^>]*>\s*Told to us/.test(await page(`/track?number=${dull}`)); // prettier-ignore
    assert.equal(await isHere(), true);
    await opened.submit(arrivalOf(dull, Temporal.Instant.fromEpochMilliseconds(minute).toString()));
    opened.clock.at = minute + 59_999;
    assert.equal(await isHere(), true, 'the scan is known here, and not yet told');
    opened.clock.at = minute + 60_000;
    assert.equal(await isHere(), false);
    assert.match(await page(`/track?number=${dull}`), /As of <bdi dir="ltr">24 November at 11:11/);
  });

  test('ask for money when the parcel is here, and not before', async () => {
    const number = s10(46);
    await opened.submit(declarationOf(number, { item: { value: { amount: '80.00', currency: 'XMC' } } })); // prettier-ignore
    opened.clock.at += 60_000;
    assert.match(await page(`/track?number=${number}`), /<p class="answer">Nothing yet<\/p>/);
    await opened.submit(arrivalOf(number, Temporal.Instant.fromEpochMilliseconds(opened.clock.at).toString())); // prettier-ignore
    opened.clock.at += 60_000;
    assert.match(await page(`/track?number=${number}`), /<p class="answer">Pay the charges<\/p>/);
  });

  test('show hostile input as text and never fail over it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('number', 'what', 'code', 'from', 'price', 'currency', 'by', 'freight', 'weight', 'language'),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('<script>alert(1)</script>', `"'><img src=x onerror=alert(1)>`, '\u0000', '\u202Eabc', "'; drop table parcel; --", '%00', '٣٫٥')),
        async (field, text) => {
          const path = field === 'number' ? '/track' : '/estimate';
          const answer = await get(`${path}?${new URLSearchParams({ what: 'watch', [field]: text }).toString()}`);
          assert.ok(answer.statusCode === 200 || answer.statusCode === 422, `${answer.statusCode}: ${answer.body}`);
          assert.doesNotMatch(answer.body, /<script|<img|\u202E/);
          assert.ok(!answer.body.includes('\u0000'));
        },
      ),
      { numRuns: 60 },
    );
    const twice = await get('/track?number=a&number=%3Cb%3E');
    assert.equal(twice.statusCode, 200);
  }); // prettier-ignore

  test('name each fault of the form at its field, with its mend', async () => {
    const body = await page('/estimate?what=zzz&from=&price=-1&currency=QQQ&by=mule&freight=x&weight=y&code=12', 422); // prettier-ignore
    for (const field of ['from', 'currency', 'by', 'freight', 'weight', 'code']) {
      assert.match(body, new RegExp(`id="${field}-fault"`), field);
      assert.match(body, new RegExp(`href="#${field}"`), field);
      assert.match(body, new RegExp(`id="${field}"`), field);
    }
    assert.match(await page('/estimate?what=&price=10&currency=XMC&from=CN&by=post', 422), /id="what-fault"[^>]*>\s*Say what it is/); // prettier-ignore
    assert.match(await page('/estimate?what=red+wine&price=20&currency=XMC&from=CN&by=post', 422), /id="weight-fault"/); // prettier-ignore
    assert.match(await page('/track?number=+', 422), /id="number-fault"/);
  });

  test('put money first, open each charge to its steps and its law, and offer to promise it', async () => {
    const body = await page('/estimate?what=T-shirt&from=CN&price=220&currency=XMC&by=post&freight=12,50'); // prettier-ignore
    const order = ['id="sum"', '66.95 XMC', 'Duty, ', 'Fee of Customs', 'VAT, ', 'You pay at the door', 'estimate for today’s law']; // prettier-ignore
    const places = order.map((part) => body.indexOf(part));
    assert.ok(
      places.every((place) => place > 0),
      JSON.stringify(places),
    );
    assert.deepEqual(places.toSorted((a, b) => a - b), places); // prettier-ignore
    assert.match(body, /<details class="line">[\s\S]*Tariff Act 2019, Article 9/);
    assert.match(body, /Value Added Tax Act 2018, Article 5/);
    assert.match(body, /action="\/quotes" method="post"[\s\S]*Make it a quote that binds us/);
    assert.doesNotMatch(body.replaceAll(/<[^>]+>/g, ' '), SECRET);
    const taxed = await page('/estimate?what=puzzle&from=CN&price=30&currency=XMC&by=express&taxed=yes'); // prettier-ignore
    assert.match(taxed, /You pay the shop at checkout[\s\S]*4\.50[\s\S]*You pay at the door[\s\S]*0\.00/); // prettier-ignore
  });

  test('make an estimate a quote by a post alone, show it to who names it, and tell one that was made up', async () => {
    const typed = { what: 'cotton t-shirt', from: 'CN', price: '90', currency: 'XMC', by: 'post' };
    const post = (fields: Record<string, string>) =>
      opened.app.inject({ method: 'POST', url: '/quotes', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() }); // prettier-ignore
    const made = await post(typed);
    assert.equal(made.statusCode, 303, made.body);
    const where = String(made.headers.location);
    assert.match(where, /^\/quotes\/Q[0-9A-Z]{24}$/);
    const shownAgain = await page(where);
    assert.match(shownAgain, /id="sum">\s*<bdi dir="ltr">\s*[\d.]+ XMC[\s\S]*We promise this sum/);
    assert.doesNotMatch(shownAgain, /<script|<style|\sstyle=/);
    assert.match(await page(`${where}?language=ar`), /dir="rtl"[\s\S]*عرضك الملزِم/);
    assert.match(
      await page(`/quotes/Q${'2'.repeat(24)}`, 404),
      /We gave no quote under this number/,
    );
    for (const wrong of [{}, { ...typed, price: '-4' }, { ...typed, what: 'fireworks', code: '360410' }]) assert.equal((await post(wrong)).statusCode, 422); // prettier-ignore
  });

  test('may be framed by shops in one page of their own, and in no other', async () => {
    const widget = await get('/widget?what=cotton+t-shirt&from=CN&price=90&currency=XMC&by=post');
    assert.equal(widget.statusCode, 200);
    assert.match(String(widget.headers['content-security-policy']), /frame-ancestors \*/);
    assert.match(widget.body, /id="sum">[\s\S]*XMC[\s\S]*target="_blank" rel="noopener"/);
    assert.doesNotMatch(widget.body, /<script|\son\w+=/);
    assert.equal(widget.headers['set-cookie'], undefined);
    const framed = await get('/estimate');
    assert.match(String(framed.headers['content-security-policy']), /frame-ancestors 'none'/);
  });

  test('compute what the law of today computes, in figures of the worked cases', async () => {
    const folder = join(repositoryRoot, 'packs/xm-meridia/cases');
    const { law } = opened.platform.law.on(opened.platform.law.dayAt(opened.platform.now()));
    let compared = 0;
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      const worked = present(readCase(name, text, 'XMC').worked, 'the case is well formed');
      const { facts, expect } = worked;
      const [item] = facts.items;
      const { channel, nature } = facts;
      if (worked.on !== law.on || text.includes('"earlier"') || facts.items.length !== 1) continue;
      if (item?.value === undefined || facts.insurance !== undefined || facts.direction !== 'import') continue; // prettier-ignore
      if ((channel !== 'post' && channel !== 'express') || facts.mode !== 'air') continue;
      if ((nature !== 'sale' && nature !== 'gift') || facts.procedure !== undefined || item.massNet !== undefined || facts.fiscal !== undefined) continue; // prettier-ignore
      const typed = typedFields({
        what: 'as in the case', code: item.commodityCode, from: item.origin, by: channel,
        price: writeAmount(item.value), currency: item.value.currency, ...(nature === 'gift' ? { gift: 'yes' } : {}),
        ...(facts.freight === undefined ? {} : { freight: writeAmount(facts.freight) }),
      }); // prettier-ignore
      const found = estimate(typed, law, (request) => calculate(opened.platform, request));
      const { charges } = present(found.answer, `${name} can be estimated`).quote;
      assert.equal(writeAmount(charges.total), expect['total'], name);
      assert.deepEqual(shown(charges).lines, shown(assessCharges(facts, law)).lines, name);
      const body = await page(`/estimate?${new URLSearchParams(typed).toString()}`);
      const sum = charges.total.minor === 0n ? 'Nothing' : `${writeAmount(charges.total)} XMC`;
      assert.match(body, new RegExp(`id="sum">\\s*(?:<bdi dir="ltr">)?${sum}`), name);
      compared += 1;
    }
    assert.ok(compared >= 8, `only ${compared} worked cases fit the form`);
  });

  test('tell how to see that a message is real, with the address to type and no link', async () => {
    const body = await page('/about');
    assert.match(body, /class="address"[\s\S]*localhost:0\//);
    assert.match(body, /never contain a link[\s\S]*Your rights/);
    assert.doesNotMatch(body, /https?:/);
    assert.doesNotMatch(body.replaceAll(/<[^>]+>/g, ' '), SECRET);
  });
});

test('every common good has a code that the law of each pack knows today, and is found by its own words', () => {
  assert.ok(KNOWN_GOODS.length >= 30);
  for (const [id, { pack }] of loadPacks(join(repositoryRoot, 'packs'))) {
    const law = lawInForce(present(pack, `${id} is sound`), 20_781);
    // A pack without a list of codes vouches for none of them.
    if (pack?.commodityCodes.length === 0) continue;
    for (const { code, name } of KNOWN_GOODS) {
      assert.ok(law.knowsCommodityCode(code), `${id} knows ${code}, ${name.en}`);
      assert.equal(goodsNamed(`one ${name.en}, red`, KNOWN_GOODS)?.code, code, name.en);
      assert.equal(goodsNamed(name.ar, KNOWN_GOODS)?.code, code, name.ar);
    }
  }
  assert.equal(goodsNamed('sneakerssss', KNOWN_GOODS), undefined);
});

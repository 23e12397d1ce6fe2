/** A filer learns what is asked of it and why, and is judged by nothing it cannot see. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { RegisterSchema } from '../../src/server/gateways/api/elements-route.ts';
import { ParcelPageSchema } from '../../src/server/desk/schema.ts';
import { inTransaction } from '../../src/server/db/transaction.ts';
import { countQuality } from '../../src/server/validation/store.ts';
import { QualityTrendSchema } from '../../src/server/validation/routes.ts';
import { ask } from '../support/contract.ts';
import { AMINA } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, orderOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

suite('A filer', () => {
  let opened: Opened;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
  });
  after(() => opened.drop());

  test('reads without signing in why each element is asked, and what the law in force makes of it', async () => {
    const register = await ask(opened.app, { url: '/v1/public/elements' }, RegisterSchema);
    assert.match(register.pack, /^xm-meridia@/);
    assert.equal(register.on, '2026-11-24');
    assert.deepEqual(register.kept, [{ retentionClass: 'declaration', years: 5, countedFrom: 'year-end', source: 'xm:customs-act-95' }]); // prettier-ignore
    const find = (name: string) => register.elements.find(({ element }) => element === name);
    assert.deepEqual(
      find('items.description')?.asked.filter(({ profile }) => profile === 'standard').map(({ obligation }) => obligation),
      ['M'],
    ); // prettier-ignore
    assert.deepEqual(find('items.gtin')?.asked.map(({ obligation }) => obligation), ['V']); // prettier-ignore
    const city = find('parties.address.city');
    assert.equal(city?.retention, 'message');
    assert.ok(
      city.asked.some(({ as }) => as === 'parties.consignee.address'),
      'whoever asks for an address asks for its town',
    );
  });

  test('sees the quality of its own statements over thirty days, and what lowers it most', async () => {
    const [good, round] = [s10(601), s10(602)];
    await opened.submit(declarationOf(good), orderOf(good));
    await opened.submit(declarationOf(round, { item: { value: { amount: '20000.00', currency: 'XMC' }, description: 'Shirt' } })); // prettier-ignore
    await opened.submit(arrivalOf(good, '2026-11-24T07:00:00Z'));
    const { database, law } = opened.platform;
    const today = law.dayAt(opened.clock.at);
    for (let again = 0; again < 2; again++)
      await inTransaction(database.intake, (transaction) => countQuality(transaction, today));
    const headers = await opened.traderHeaders('QANA-POST');
    const trend = await ask(opened.app, { url: '/v1/quality', headers }, QualityTrendSchema);
    assert.equal(
      trend.score?.statements,
      2,
      'counted twice, it counts once; the order is of another',
    );
    const { rows } = await database.intake.query<{ quality: number; findings: string }>(`select quality, findings from statement where kind = 'declaration' order by quality`); // prettier-ignore
    assert.equal(rows.length, 2);
    assert.equal(
      trend.score.total,
      Math.floor(rows.reduce((sum, { quality }) => sum + quality, 0) / 2),
    );
    assert.ok(trend.score.accuracy < 100, JSON.stringify(trend));
    assert.equal(trend.score.completeness, 100);
    assert.deepEqual(trend.days.map(({ day, total }) => [day, total]), [['2026-11-24', trend.score.total]]); // prettier-ignore
    const codes = new Set(rows.flatMap(({ findings }) => (JSON.parse(findings) as { code: string }[]).map(({ code }) => code))); // prettier-ignore
    assert.deepEqual(new Set(trend.findings.map(({ code }) => code)), codes);
    assert.ok(trend.findings.every(({ fix, statements }) => fix !== '' && statements === 1));
  });

  test('sees nothing of another filer, and its officer sees its score beside the parcel', async () => {
    const other = await opened.traderHeaders('SOUQLINE');
    const trend = await ask(opened.app, { url: '/v1/quality', headers: other }, QualityTrendSchema);
    assert.equal(trend.score?.statements, 1);
    const headers = await opened.officerHeaders(AMINA);
    const page = await ask(opened.app, { url: `/v1/officer/parcels/s10/${s10(601)}`, headers }, ParcelPageSchema); // prettier-ignore
    assert.equal(page.parcel.filer?.code, 'QANA-POST');
    assert.equal(page.parcel.filer.quality?.statements, 2);
    const same = await ask(opened.app, { url: '/v1/officer/filers/QANA-POST/quality', headers }, QualityTrendSchema); // prettier-ignore
    assert.equal(same.score?.total, page.parcel.filer.quality.total);
  });
});

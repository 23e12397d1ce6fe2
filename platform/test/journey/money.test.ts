/** A debt holds a parcel until it is paid, the ledger sums to zero throughout, and what is released is observed exactly once. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { FiguresSchema } from '../../src/server/desk/figures-routes.ts';
import { ParcelPageSchema } from '../../src/server/desk/schema.ts';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { inTransaction } from '../../src/server/db/transaction.ts';
import { tallyJob } from '../../src/server/intake/tally-job.ts';
import { loadSigner } from '../../src/server/journal/keys.ts';
import { createSealer } from '../../src/server/journal/sealer.ts';
import { ParcelLedgerSchema, UnpaidSchema } from '../../src/server/revenue/parcel-ledger-routes.ts';
import { LedgerSchema, PaidSchema } from '../../src/server/revenue/routes.ts';
import { observeReleases } from '../../src/server/statistics/jobs.ts';
import { CubeSchema, ReleaseTimesSchema } from '../../src/server/statistics/routes.ts';
import { ask } from '../support/contract.ts';
import { AMINA, FARID, LEILA } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
const landed = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;
const owing = s10(21);
const free = Array.from({ length: 6 }, (_, index) => s10(30 + index));
const AMOUNT = { amount: '80.00', currency: 'XMC' };
const PAGE = `/v1/officer/parcels/s10/${owing}`;

suite('Money and statistics', () => {
  let opened: Opened;
  let farid: Record<string, string>;
  let amina: Record<string, string>;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    farid = await opened.officerHeaders(FARID);
    amina = await opened.officerHeaders(AMINA);
    await opened.submit(declarationOf(owing, { item: { value: AMOUNT } }));
    await opened.submit(...free.map((number) => declarationOf(number)));
    opened.clock.at = landed + 30_000;
    await opened.submit(...[owing, ...free].map((number) => arrivalOf(number, FLIGHT.arrivalAt, 'presented'))); // prettier-ignore
  });
  after(() => opened.drop());

  const ledger = (): Promise<{ total: { currency: string; balance: string }[] }> =>
    ask(opened.app, { url: '/v1/officer/ledger/accounts', headers: farid }, LedgerSchema);
  const pay = (amount: string, headers = farid) =>
    ({
      method: 'POST',
      url: `${PAGE}/payments`,
      headers,
      body: { amount, currency: 'XMC', reference: 'TILL-7' },
    }) as const;
  const isUnsealed = async (): Promise<boolean> => {
    const { rows } = await opened.platform.database.owner.query<{ open: boolean }>('select size < (select count(*) from journal) as open from log_head'); // prettier-ignore
    return rows[0]?.open ?? true;
  };
  /** Runs the sealer and the observer, as the periodic work does. */
  const observe = async (): Promise<void> => {
    const { database, master } = opened.platform;
    const signer = await loadSigner(database, master, 'checkpoint');
    const sealer = createSealer({ database, signer, origin: 'test/journal' });
    // A transaction of another test on the same server may be older than ours: then the next round takes ours in.
    while (await isUnsealed()) await sealer.round();
    await sealer.release();
    const effect = await observeReleases(opened.platform);
    await inTransaction(database.intake, effect);
  };

  test('hold a parcel whose charges are owed, and name the amount', async () => {
    const { parcel, judgement } = await ask(opened.app, { url: PAGE, headers: amina }, ParcelPageSchema); // prettier-ignore
    assert.equal(parcel.stage, 'held');
    assert.equal(parcel.hold, 'revenue');
    assert.deepEqual(judgement.conditions.unmet, ['Payment or security of the charges', 'End of the hold']); // prettier-ignore
    assert.equal(judgement.charges?.payable, '13.40');
    assert.deepEqual((await ledger()).total, [{ currency: 'XMC', balance: '0.00' }]);
  });

  test('take the payment from nobody but finance, and not in part', async () => {
    const refused = await ask(opened.app, { ...pay('13.40', amina), status: 403 }, ProblemSchema);
    assert.equal(refused.code, 'role-missing');
    const part = await ask(opened.app, { ...pay('6.70'), status: 409 }, ProblemSchema);
    assert.equal(part.detail, 'Exactly 13.40 XMC is owed.');
  });

  const unpaid = async (): Promise<string[]> => {
    const { parcels } = await ask(opened.app, { url: '/v1/officer/unpaid', headers: farid }, UnpaidSchema); // prettier-ignore
    return parcels.map(({ parcel, owed }) => `${parcel.number} ${owed.amount}`);
  };
  const parcelLedger = () => ask(opened.app, { url: `${PAGE}/ledger`, headers: farid }, ParcelLedgerSchema); // prettier-ignore

  test('list it for finance, with its postings', async () => {
    assert.deepEqual(await unpaid(), [`${owing} 13.40`]);
    const { owed, postings } = await parcelLedger();
    assert.equal(owed.amount, '13.40');
    assert.ok(postings.every(({ reason, debit }) => reason === 'assessed' && debit.endsWith(':owed'))); // prettier-ignore
    await ask(
      opened.app,
      { url: '/v1/officer/unpaid', headers: amina, status: 403 },
      ProblemSchema,
    );
  });

  test('release it the moment it is paid, once', async () => {
    const paid = await ask(opened.app, pay('13.40'), PaidSchema);
    assert.equal(paid.standing, 'paid');
    assert.equal(paid.stage, 'released');
    assert.deepEqual((await ledger()).total, [{ currency: 'XMC', balance: '0.00' }]);
    assert.deepEqual(await unpaid(), []);
    const { owed, postings } = await parcelLedger();
    assert.equal(owed.amount, '0.00');
    const cash = postings.filter(({ debit }) => debit === 'treasury:cash');
    assert.equal(
      cash.reduce((sum, { amount }) => sum + Number(amount) * 100, 0),
      1_340,
    );
    const again = await ask(opened.app, { ...pay('13.40'), status: 409 }, ProblemSchema);
    assert.equal(again.code, 'nothing-owed');
  });

  test('observe each released item once, however often the observer runs', async () => {
    await observe();
    await observe();
    const { rows } = await opened.platform.database.owner.query<{ items: number }>('select count(*)::integer as items from observation'); // prettier-ignore
    assert.equal(rows[0]?.items, 7);
    const cells = await opened.platform.database.owner.query<{ items: number; value: string }>('select sum(items)::integer as items, sum(value_minor)::text as value from observation_cell'); // prettier-ignore
    assert.deepEqual(cells.rows, [{ items: 7, value: String(6 * 2_000 + 8_000) }]);
  });

  test('refuse a second observer of the same releases', async () => {
    const { database } = opened.platform;
    await database.owner.query("update log_reader set next_index = 0 where reader = 'statistics'");
    const [first, second] = [await observeReleases(opened.platform), await observeReleases(opened.platform)]; // prettier-ignore
    await assert.rejects(inTransaction(database.intake, first), /duplicate key/);
    await assert.rejects(inTransaction(database.intake, second), /duplicate key/);
    const { rows } = await database.owner.query<{ items: number }>('select count(*)::integer as items from observation'); // prettier-ignore
    assert.equal(rows[0]?.items, 7, 'nothing was observed twice');
    await database.owner.query("update log_reader set next_index = (select size from log_head) where reader = 'statistics'"); // prettier-ignore
  });

  test('keep sums that are those of the rows they stand for', async () => {
    const { intake } = opened.platform.database;
    const differences = await intake.query(`
      (select stage, lane, category, count(*) from parcel group by stage, lane, category
       except select stage, lane, category, sum(parcels) from tally where stage is not null group by stage, lane, category)
      union all
      (select debit, credit, null::smallint, sum(amount_minor) from posting group by debit, credit
       except select debit, credit, null::smallint, sum(amount_minor) from posting_sum group by debit, credit)`); // prettier-ignore
    assert.deepEqual(differences.rows, []);
  });

  test('publish a month when it is over, and to officers before', async () => {
    const url = '/v1/statistics/observations?month=2026-11';
    const open = await ask(opened.app, { url, status: 409 }, ProblemSchema);
    assert.equal(open.code, 'month-open');
    const officers = await ask(opened.app, { url: url.replace('/v1', '/v1/officer'), headers: amina }, CubeSchema); // prettier-ignore
    assert.equal(officers.provisional, true);
    opened.clock.at = Temporal.Instant.from('2026-12-02T00:00:00Z').epochMilliseconds;
    const { lines } = await ask(opened.app, { url }, CubeSchema);
    const shirts = lines.find((line) => line.channel === 'post');
    assert.equal(shirts?.parcels, 7);
    assert.equal(shirts.value, '200.00');
    const csv = await opened.app.inject({ url: `${url}&format=csv` });
    assert.equal(csv.body.split('\r\n').length, lines.length + 2);
    opened.clock.at = landed + 60_000;
  });

  test('tell how long release took', async () => {
    const { categories } = await ask(opened.app, { url: '/v1/statistics/release-times?day=2026-11-24' }, ReleaseTimesSchema); // prettier-ignore
    assert.deepEqual(categories, [{ category: 2, parcels: 6, p50: 30, p90: 30, p99: 30 }]);
  });

  test('show figures that are sums of the ledger and of changes, before and after the changes are folded', async () => {
    const leila = await opened.officerHeaders(LEILA);
    const figures = () =>
      ask(opened.app, { url: '/v1/officer/figures', headers: leila }, FiguresSchema);
    const earlier = await figures();
    assert.deepEqual(earlier.stages, [{ stage: 'released', parcels: 7 }]);
    assert.equal(earlier.money.assessed, '13.40');
    assert.equal(earlier.money.paid, '13.40');
    assert.equal(earlier.money.owed, '0.00');
    const job = { jobId: 1n, kind: tallyJob.kind, key: null, subject: null, attempts: 1, fencingToken: 1n }; // prettier-ignore
    const signal = new AbortController().signal;
    const effect = await tallyJob.run(job, { world: opened.platform, signal });
    await inTransaction(opened.platform.database.intake, effect);
    assert.deepEqual(await figures(), earlier);
  });
});

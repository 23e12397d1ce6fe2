/** Goods go back: who bore the charges gets them back, once, when the goods have left, and the ledger still sums to zero. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { RepayableSchema, ReturnSchema } from '../../src/server/returns/routes.ts';
import { LedgerSchema } from '../../src/server/revenue/routes.ts';
import { ask } from '../support/contract.ts';
import { foldDifferences, unbalancedCurrencies } from '../support/fold.ts';
import { AMINA, FARID } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, orderOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Headers = Record<string, string>;

const DAY = 86_400_000;
const landed = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;
const VALUE = { item: { value: { amount: '80.00', currency: 'XMC' } } };
const [atTill, onAccount, back, outbound, late] = [801, 802, 803, 804, 805].map(s10) as [string, string, string, string, string]; // prettier-ignore

const CLAIM = {
  ...{ claim: 'RMA-1', ground: 'return-unwanted', applicant: 'platform' },
  evidence: [{ kind: 'refund-of-price', reference: 'T-801-R' }],
};

suite('A return on the wire', () => {
  let opened: Opened;
  let farid: Headers;
  let amina: Headers;
  let souqline: Headers;

  before(async () => {
    opened = await openSuitePlatform();
    const accounts: Record<string, string> = { 'RIVAL-POST': 'XT100025' };
    await opened.register(
      ...SENDERS.map((sender) => ({ ...sender, account: accounts[sender.code] ?? null })),
    );
    farid = await opened.officerHeaders(FARID);
    amina = await opened.officerHeaders(AMINA);
    souqline = await opened.traderHeaders('SOUQLINE');
    for (const number of [atTill, back, late]) await opened.submit(declarationOf(number, VALUE), orderOf(number, VALUE)); // prettier-ignore
    await opened.submit(declarationOf(onAccount, { ...VALUE, submission: { sender: 'RIVAL-POST' } }), orderOf(onAccount, VALUE)); // prettier-ignore
    opened.clock.at = landed + 30_000;
    for (const number of [atTill, onAccount, back, late]) await opened.submit(arrivalOf(number, FLIGHT.arrivalAt, 'presented')); // prettier-ignore
    for (const number of [atTill, back, late]) {
      const url = `/v1/officer/parcels/s10/${number}/payments`;
      const paid = await opened.app.inject({ method: 'POST', url, headers: farid, body: { amount: '13.40', currency: 'XMC', reference: `TILL-${number}` } }); // prettier-ignore
      assert.equal(paid.statusCode, 200, paid.body);
    }
  });
  after(() => opened.drop());

  const claim = (number: string, body: object = CLAIM, headers = souqline) =>
    ({ method: 'POST', url: `/v1/parcels/s10/${number}/returns`, headers, body }) as const;
  const refused = async (request: Parameters<typeof ask>[1], status = 409): Promise<string> =>
    (await ask(opened.app, { ...request, status }, ProblemSchema)).code;
  const exit = (number: string, headers = amina) =>
    ({ method: 'POST', url: `/v1/officer/parcels/s10/${number}/returns/exit`, headers, body: { reference: 'SCAN-9' } }) as const; // prettier-ignore
  const repay = (number: string, amount: string, reference = 'OUT-1') =>
    ({ method: 'POST', url: `/v1/officer/parcels/s10/${number}/repayments`, headers: farid, body: { amount, currency: 'XMC', reference } }) as const; // prettier-ignore
  const balance = async (account: string): Promise<string | undefined> => {
    const ledger = await ask(opened.app, { url: '/v1/officer/ledger/accounts', headers: farid }, LedgerSchema); // prettier-ignore
    assert.deepEqual(ledger.total, [{ currency: 'XMC', balance: '0.00' }]);
    return ledger.accounts.find((each) => each.account === account)?.balance;
  };

  test('is refused to whoever has no part in the parcel, speaks in another’s name, or asks for more than was charged', async () => {
    const rival = await opened.traderHeaders('RIVAL-POST');
    assert.equal(await refused(claim(atTill, { ...CLAIM, applicant: 'post' }, rival), 404), 'parcel-not-found'); // prettier-ignore
    assert.equal(await refused(claim(atTill, { ...CLAIM, applicant: 'buyer' })), 'applicant-not-yours'); // prettier-ignore
    assert.equal(await refused(claim(atTill, { ...CLAIM, applicant: 'collector' })), 'applicant-not-yours'); // prettier-ignore
    assert.equal(await refused(claim(atTill, { ...CLAIM, evidence: [] })), 'evidence-missing');
    assert.equal(await refused(claim(atTill, { ...CLAIM, charges: [{ charge: 'vat', amount: '80.00' }] })), 'refund-exceeds-charged'); // prettier-ignore
    assert.equal(await refused(exit(atTill)), 'return-not-now');
  });

  test('is asked for once, however often it is told, and refunds nothing yet', async () => {
    const first = await ask(opened.app, claim(atTill), ReturnSchema);
    const again = await ask(opened.app, claim(atTill), ReturnSchema);
    assert.deepEqual([first.known, again.known, again.stage, again.refund], [false, true, 'return-requested', null]); // prettier-ignore
    assert.equal(await refused(claim(atTill, { ...CLAIM, claim: 'RMA-2' })), 'return-known');
  });

  test('refunds what was paid at the till when the goods have left, and pays it out exactly and once', async () => {
    const left = await ask(opened.app, exit(atTill), ReturnSchema);
    assert.deepEqual([left.stage, left.refund, left.toBePaidOut], ['refunded', left.toBePaidOut, left.refund]); // prettier-ignore
    const due = left.toBePaidOut?.amount ?? '';
    assert.equal(await refused(exit(atTill)), 'return-not-now');
    assert.equal(await balance('party:QANA-POST:refund'), `-${due}`);
    const waiting = await ask(opened.app, { url: '/v1/officer/repayments', headers: farid }, RepayableSchema); // prettier-ignore
    assert.deepEqual(waiting.parcels.map(({ parcel, due: wanted }) => [parcel.number, wanted.amount]), [[atTill, due]]); // prettier-ignore
    assert.equal(await refused(repay(atTill, '99.00')), 'repayment-differs');
    const [paid, again] = [await ask(opened.app, repay(atTill, due), ReturnSchema), await ask(opened.app, repay(atTill, due), ReturnSchema)]; // prettier-ignore
    assert.deepEqual([paid.known, again.known, again.toBePaidOut?.amount], [false, true, '0.00']);
    assert.equal(await refused(repay(atTill, due, 'OUT-2')), 'repaid-already');
    assert.equal(await balance('party:QANA-POST:refund'), '0.00');
    const none = await ask(opened.app, { url: '/v1/officer/repayments', headers: farid }, RepayableSchema); // prettier-ignore
    assert.deepEqual(none.parcels, []);
  });

  test('credits the account that secured the charges, with nothing to pay out', async () => {
    const before = await balance('account:XT100025');
    const claimed = { ...CLAIM, claim: 'RMA-3', charges: [{ charge: 'vat', amount: '1.00' }] };
    await ask(opened.app, claim(onAccount, claimed), ReturnSchema);
    const left = await ask(opened.app, exit(onAccount), ReturnSchema);
    assert.deepEqual([left.refund?.amount, left.toBePaidOut?.amount], ['1.00', '0.00']);
    assert.equal(Number(await balance('account:XT100025')), Number(before) - 1);
    assert.equal(await refused(repay(onAccount, '1.00')), 'nothing-to-repay');
  });

  test('needs no form where the goods are seen to leave in a parcel that says it is their return', async () => {
    const asked = { ...CLAIM, claim: 'RMA-4', outbound: { scheme: 's10', number: outbound } };
    assert.equal((await ask(opened.app, claim(back, asked), ReturnSchema)).stage, 'return-requested'); // prettier-ignore
    const outwards = { direction: 'return', countryOfDispatch: 'XM', countryOfDestination: 'XQ', returnOf: { scheme: 's10', number: back } } as const; // prettier-ignore
    await opened.submit(
      declarationOf(outbound, { consignment: { ...outwards, orderNumbers: [] } }),
    );
    assert.equal((await ask(opened.app, claim(back, asked), ReturnSchema)).known, true, 'it has not left yet'); // prettier-ignore
    await opened.submit({ messageId: 'departed-back', sender: 'MERIDIA-POST', kind: 'arrival', consignments: [{ houseReference: { scheme: 's10', number: outbound }, arrival: { event: 'departed', at: FLIGHT.arrivalAt, office: 'XMLHXP' } }] }); // prettier-ignore
    const left = await ask(opened.app, claim(back, asked), ReturnSchema);
    assert.deepEqual([left.stage, left.known], ['refunded', false]);
  });

  test('is late a day after the window, which an officer cannot mend either', async () => {
    opened.clock.at = landed + 91 * DAY;
    assert.equal(await refused(claim(late)), 'return-window-closed');
    const byOfficer = { ...claim(late, { ...CLAIM, applicant: 'buyer' }, amina), url: `/v1/officer/parcels/s10/${late}/returns` }; // prettier-ignore
    assert.equal(await refused(byOfficer), 'return-window-closed');
    opened.clock.at = landed + 90 * DAY;
    assert.equal((await ask(opened.app, byOfficer, ReturnSchema)).stage, 'return-requested');
  });

  test('leaves a ledger that sums to zero and states that are folds', async () => {
    const { intake } = opened.platform.database;
    assert.deepEqual(await unbalancedCurrencies(intake), []);
    assert.deepEqual(await foldDifferences(intake), []);
  });
});

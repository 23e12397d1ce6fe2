/** Debts stand on an account as far as its guarantee bears them; beyond it parcels wait, and go on when a payment makes room. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ParcelPageSchema } from '../../src/server/desk/schema.ts';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { AccountListSchema, AccountPaidSchema, AccountStatementSchema, BankStatementAnswerSchema, OwnStatementsSchema } from '../../src/server/revenue/account-routes.ts'; // prettier-ignore
import { LedgerSchema } from '../../src/server/revenue/routes.ts';
import { inTransaction } from '../../src/server/db/transaction.ts';
import type { Arriving } from '../../src/server/intake/arriving.ts';
import { runPass } from '../../src/server/intake/pass.ts';
import { foldPostingSums } from '../../src/server/intake/store.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { decideAgain } from '../../src/domain/journey-record.ts';
import { replayDay } from '../../src/server/journal/replay.ts';
import { ask } from '../support/contract.ts';
import { foldDifferences, unbalancedCurrencies } from '../support/fold.ts';
import { AMINA, FARID } from '../support/people.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { arrivalOf, declarationOf, FLIGHT, orderOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

/** What each parcel of 80.00 owes. */
const OWED_MINOR = 1_340n;
const ACCOUNT = 'account:XT100017';
const NUMBERS = Array.from({ length: 12 }, (_, index) => s10(700 + index));
const landed = Temporal.Instant.from(FLIGHT.arrivalAt).epochMilliseconds;
const PATH = `/v1/officer/accounts/${encodeURIComponent(ACCOUNT)}`;

suite('An account with a guarantee', () => {
  let opened: Opened;
  let farid: Record<string, string>;

  before(async () => {
    opened = await openSuitePlatform();
    const [post, ...others] = SENDERS;
    await opened.register({ ...post, account: 'XT100017' }, ...others);
    farid = await opened.officerHeaders(FARID);
  });
  after(() => opened.drop());

  const setGuarantee = (limit: string) =>
    ask(opened.app, { method: 'PUT', url: `${PATH}/guarantee`, headers: farid, body: { limit, currency: 'XMC', reason: 'bank bond 7' } }, AccountListSchema); // prettier-ignore
  const line = async () => {
    const { accounts } = await ask(opened.app, { url: '/v1/officer/accounts', headers: farid }, AccountListSchema); // prettier-ignore
    const found = accounts.find(({ account }) => account === ACCOUNT);
    assert.ok(found !== undefined);
    return found;
  };
  const pay = (amount: string, reference: string, more: Record<string, unknown> = {}) =>
    ({ method: 'POST', url: `${PATH}/payments`, headers: farid, body: { amount, currency: 'XMC', reference, paidOn: '2026-11-24', ...more } }) as const; // prettier-ignore
  const standings = async (): Promise<Record<string, number>> => {
    const { rows } = await opened.platform.database.intake.query<{ standing: string; parcels: number }>("select state::json -> 'debt' ->> 'standing' as standing, count(*)::integer as parcels from parcel group by 1 order by 1"); // prettier-ignore
    return Object.fromEntries(rows.map(({ standing, parcels }) => [standing, parcels]));
  };
  /** What the shares say is used, beside what the ledger says is owed. */
  const used = async (): Promise<readonly [string, string]> => {
    const { rows } = await opened.platform.database.intake.query<{ used: string; owed: string }>(`
      select (select coalesce(sum(used_minor), 0)::text from guarantee_share) as used,
        (select sum(case when debit = '${ACCOUNT}' then amount_minor when credit = '${ACCOUNT}' then -amount_minor else 0 end)::text from posting) as owed`); // prettier-ignore
    return [rows[0]?.used ?? '', rows[0]?.owed ?? ''];
  };

  test('secures what fits and not one parcel more, though passes run beside one another', async () => {
    await setGuarantee('70.00');
    const { tools, parties, now } = opened.platform;
    const owner = present(parties.byCode('QANA-POST'), 'the declarant is registered');
    const arriving = NUMBERS.map((number): Arriving => {
      const wire = declarationOf(number, { item: { value: { amount: '80.00', currency: 'XMC' } } });
      return { owner, wire, raw: Buffer.from(JSON.stringify(wire)), receivedAt: now() };
    });
    // What all passes need of the day is read before they take every connection.
    await opened.submit(orderOf('waits'));
    const passes = [0, 4, 8].map((first) => runPass(tools, arriving.slice(first, first + 4)));
    await Promise.all(passes);
    assert.deepEqual(await standings(), { 'beyond-guarantee': 7, secured: 5 });
    assert.deepEqual(await used(), [String(5n * OWED_MINOR), String(5n * OWED_MINOR)]);
    assert.deepEqual(await line(), { account: ACCOUNT, holder: 'QANA-POST', name: 'Qana Post', currency: 'XMC', balance: '67.00', limit: '70.00', headroom: '3.00', waiting: 7 }); // prettier-ignore
  });

  test('releases on arrival what it secures, and holds the rest and says why', async () => {
    opened.clock.at = landed + 30_000;
    await opened.submit(...NUMBERS.map((number) => arrivalOf(number, FLIGHT.arrivalAt, 'presented'))); // prettier-ignore
    const { rows } = await opened.platform.database.intake.query<{ stage: string; parcels: number; number: string }>('select stage, count(*)::integer as parcels, min(number) as number from parcel group by stage order by stage'); // prettier-ignore
    assert.deepEqual(rows.map(({ stage, parcels }) => [stage, parcels]), [['held', 7], ['released', 5]]); // prettier-ignore
    const page = await ask(opened.app, { url: `/v1/officer/parcels/s10/${rows[0]?.number ?? ''}`, headers: await opened.officerHeaders(AMINA) }, ParcelPageSchema); // prettier-ignore
    assert.ok(page.judgement.conditions.unmet.includes('Room in the guarantee of the account, or payment of the charges')); // prettier-ignore
    assert.equal(page.judgement.charges?.standing, 'beyond-guarantee');
  });

  test('takes a payment once, and lets go as many as it makes room for, the oldest first', async () => {
    const [first, again] = [await ask(opened.app, pay('26.80', 'BANK-1'), AccountPaidSchema), await ask(opened.app, pay('26.80', 'BANK-1'), AccountPaidSchema)]; // prettier-ignore
    assert.deepEqual([first, again], [{ reference: 'BANK-1', status: 'booked', secured: 2 }, { reference: 'BANK-1', status: 'known', secured: 0 }]); // prettier-ignore
    const other = await ask(opened.app, { ...pay('26.90', 'BANK-1'), status: 409 }, ProblemSchema);
    assert.equal(other.code, 'payment-reference-used');
    assert.deepEqual(await standings(), { 'beyond-guarantee': 5, secured: 7 });
    const { rows } = await opened.platform.database.intake.query<{ oldest: boolean }>('select max(parcel_id) filter (where awaits_account is null) < min(parcel_id) filter (where awaits_account is not null) as oldest from parcel'); // prettier-ignore
    assert.equal(rows[0]?.oldest, true);
    assert.deepEqual(await used(), ['6700', '6700']);
  });

  test('takes a bank’s statement line by line, each once, and names what it refuses', async () => {
    const at = (account: string, amount: string, reference: string) => ({ account, amount, currency: 'XMC', reference, paidOn: '2026-11-24' }); // prettier-ignore
    const statement = { bankStatement: 'M-2026-330', lines: [at(ACCOUNT, '26.80', 'BANK-1'), at(ACCOUNT, '13.40', 'BANK-2'), at('account:NOBODY', '5.00', 'BANK-3'), at(ACCOUNT, '0', 'BANK-4')] }; // prettier-ignore
    const send = () => ask(opened.app, { method: 'POST', url: '/v1/officer/bank-statements', headers: farid, body: statement }, BankStatementAnswerSchema); // prettier-ignore
    const first = await send();
    assert.deepEqual(first.lines.map(({ status, code }) => code ?? status), ['known', 'booked', 'account-not-found', 'amount-malformed']); // prettier-ignore
    assert.equal(first.secured, 1);
    assert.equal((await send()).booked, 0);
    assert.deepEqual(await used(), ['6700', '6700']);
  });

  test('lets a parcel be paid by itself, which uses nothing of the guarantee', async () => {
    const { rows } = await opened.platform.database.intake.query<{ number: string }>('select number from parcel where awaits_account is not null order by parcel_id limit 1'); // prettier-ignore
    const url = `/v1/officer/parcels/s10/${rows[0]?.number ?? ''}/payments`;
    const paid = await opened.app.inject({ method: 'POST', url, headers: farid, body: { amount: '13.40', currency: 'XMC', reference: 'TILL-1' } }); // prettier-ignore
    assert.equal(paid.statusCode, 200, paid.body);
    assert.deepEqual(await standings(), { 'beyond-guarantee': 3, paid: 1, secured: 8 });
    assert.deepEqual(await used(), ['6700', '6700']);
  });

  test('gives room back when a declaration is withdrawn, and takes none back when its limit is lowered', async () => {
    const number = s10(750);
    await setGuarantee('80.40');
    assert.deepEqual(await standings(), { 'beyond-guarantee': 2, paid: 1, secured: 9 });
    await setGuarantee('93.80');
    await opened.submit(declarationOf(number, { item: { value: { amount: '80.00', currency: 'XMC' } }, consignment: { transport: { means: 'XM215', arrivalAt: '2026-11-25T13:40:00Z' } } })); // prettier-ignore
    assert.deepEqual(await used(), ['9380', '9380'], 'the waiting took what there was');
    await setGuarantee('10.00');
    assert.equal((await line()).headroom, '-83.80');
    await setGuarantee('134.00');
    assert.deepEqual(await used(), ['12060', '12060']);
    await opened.submit(declarationOf(s10(751), { item: { value: { amount: '80.00', currency: 'XMC' } } })); // prettier-ignore
    assert.deepEqual(await used(), ['13400', '13400']);
    await opened.submit(declarationOf(s10(751), { submission: { messageId: 'cancel-751', function: 'cancel' } })); // prettier-ignore
    assert.deepEqual(await used(), ['12060', '12060']);
  });

  test('has a statement for the month, of the ledger’s own figures, for finance and for its holder alone', async () => {
    const url = `${PATH}/statement?month=2026-11`;
    const statement = await ask(opened.app, { url, headers: farid }, AccountStatementSchema);
    const { balance } = await line();
    assert.equal(statement.closing, balance);
    assert.equal(statement.opening, '0.00');
    assert.equal(statement.lines.filter(({ reason }) => reason === 'paid').map(({ credit }) => credit).join(), '40.20'); // prettier-ignore
    const own = (code: string) => opened.traderHeaders(code).then((headers) => ask(opened.app, { url: '/v1/accounts/statements?month=2026-11', headers }, OwnStatementsSchema)); // prettier-ignore
    const { statements } = await own('QANA-POST');
    assert.deepEqual(
      statements.find(({ account }) => account === ACCOUNT),
      statement,
    );
    const rivals = await own('RIVAL-POST');
    assert.deepEqual(
      rivals.statements.map(({ lines }) => lines.length),
      [0],
    );
    await inTransaction(opened.platform.database.intake, (transaction) => foldPostingSums(transaction, 99_999)); // prettier-ignore
    const folded = await ask(opened.app, { url, headers: farid }, AccountStatementSchema);
    assert.equal(folded.closing, statement.closing);
    assert.deepEqual([...new Set(folded.lines.map(({ on }) => on))], ['2026-11-01']);
    const next = await ask(opened.app, { url: url.replace('11', '12'), headers: farid }, AccountStatementSchema); // prettier-ignore
    assert.deepEqual([next.opening, next.closing, next.isClosed], [balance, balance, false]);
  });

  test('leaves a ledger that sums to zero, states that are folds, and decisions that replay', async () => {
    const { intake } = opened.platform.database;
    const ledger = await ask(opened.app, { url: '/v1/officer/ledger/accounts', headers: farid }, LedgerSchema); // prettier-ignore
    assert.deepEqual(ledger.total, [{ currency: 'XMC', balance: '0.00' }]);
    assert.deepEqual(await unbalancedCurrencies(intake), []);
    assert.deepEqual(await foldDifferences(intake), []);
    const { law } = opened.platform;
    const report = await replayDay(
      { database: opened.platform.database, reader: opened.platform.segments, decideAgain: (record) => decideAgain(record, () => law) }, // prettier-ignore
      law.dayAt(opened.clock.at),
    );
    assert.deepEqual(report.different, []);
    assert.ok(report.identical >= NUMBERS.length * 2);
  });
});

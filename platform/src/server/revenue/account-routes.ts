/** The doors to accounts: payments one by one or as a bank's statement, guarantees, and statements of a month. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { officerOf, traderOf, type Access } from '../access/caller.ts';
import { asOfficer, asTrader } from '../db/transaction.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { count, ProblemSchema, text, textOrNull } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { readOwnAccounts } from './account-store.ts';
import { listAccounts, monthOf, readStatement } from './account-statement.ts';
import { bookPayment, bookStatement, secureWaiting, setGuarantee } from './accounts.ts';

const TAG = 'revenue';
const finance: Access = { zone: 'officer', roles: ['finance'] };
const ledgerReaders: Access = { zone: 'officer', roles: ['finance', 'supervisor', 'auditor'] };

const AMOUNT = '^[0-9]{1,14}(\\.[0-9]{1,6})?$';
const amount = Type.String({ pattern: AMOUNT });
const currency = Type.String({ pattern: '^[A-Z]{3}$' });
const account = Type.String({ minLength: 1, maxLength: 120, description: 'As the ledger names it: account:XT100017, party:SOUQLINE:collected.' }); // prettier-ignore
const paidOn = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const reference = Type.String({ minLength: 1, maxLength: 70, description: 'Of the bank; each transfer has its own.' }); // prettier-ignore
const AccountParams = Type.Object({ account });
const month = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' });
const MonthQuery = Type.Object({
  month: Type.Optional(
    Type.Unsafe<string>({ ...month, description: 'This month, unless it says another.' }),
  ),
});

const AccountPaymentSchema = Type.Object(
  { amount, currency, reference, paidOn },
  { additionalProperties: false },
);

const BANK_LINES_MAX = 1_000;
const BankStatementSchema = Type.Object(
  {
    bankStatement: Type.String({ minLength: 1, maxLength: 70, description: 'Its number at the bank.' }), // prettier-ignore
    lines: Type.Array(
      Type.Object({ account, amount, currency, reference, paidOn }, { additionalProperties: false }), // prettier-ignore
      { minItems: 1, maxItems: BANK_LINES_MAX },
    ),
  },
  { additionalProperties: false },
);

const GuaranteeSchema = Type.Object(
  {
    limit: amount,
    currency,
    reason: Type.String({
      minLength: 1,
      maxLength: 70,
      description: 'Number of the bond or of the decision; no names.',
    }),
  },
  { additionalProperties: false },
);

export const AccountPaidSchema = Type.Object({
  reference: text,
  status: Type.Enum(['booked', 'known'], { description: 'known: it was told before, and is booked once.' }), // prettier-ignore
  secured: Type.Integer({ minimum: 0, description: 'Parcels that had waited for room and went on.' }), // prettier-ignore
});

export const BankStatementAnswerSchema = Type.Object({
  booked: count,
  known: count,
  refused: count,
  secured: count,
  lines: Type.Array(
    Type.Object({ reference: text, status: Type.Enum(['booked', 'known', 'refused']), code: textOrNull, detail: textOrNull }), // prettier-ignore
  ),
});

export const AccountListSchema = Type.Object({
  accounts: Type.Array(
    Type.Object({
      ...{ account: text, holder: text, name: text, currency: text },
      balance: Type.String({ description: 'What is owed; less than zero where more was paid.' }),
      limit: Type.Union([text, Type.Null()], { description: 'Of the guarantee; null where the account is not limited.' }), // prettier-ignore
      headroom: textOrNull,
      waiting: Type.Integer({ minimum: 0, description: 'Parcels that wait for room.' }),
    }),
  ),
  more: Type.Boolean(),
});

export const AccountStatementSchema = Type.Object({
  ...{ account: text, month: text, currency: text, isClosed: Type.Boolean() },
  ...{ opening: text, debit: text, credit: text, closing: text },
  lines: Type.Array(
    Type.Object({ on: text, charge: text, reason: text, debit: text, credit: text, postings: count }), // prettier-ignore
    { description: 'By day; months of more than two months ago have one day, their first.' },
  ),
});

export const OwnStatementsSchema = Type.Object({ statements: Type.Array(AccountStatementSchema) });

export function accountRoutes(app: FastifyInstance, platform: Platform): void {
  readingRoutes(app, platform);
  ownStatementsRoute(app, platform);
  paymentRoute(app, platform);
  bankStatementRoute(app, platform);
  guaranteeRoute(app, platform);
}

function readingRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;
  app.get(
    '/v1/officer/accounts',
    {
      config: {
        access: ledgerReaders,
        api: { summary: 'Accounts on which parties owe, with what their guarantees have left', tag: TAG, answers: { 200: AccountListSchema } }, // prettier-ignore
      },
    },
    (request) => {
      const { person, roles } = officerOf(request);
      return asOfficer(database, { personId: person, roles }, (on) => listAccounts(platform, on));
    },
  );
  app.get<{ Params: Static<typeof AccountParams>; Querystring: Static<typeof MonthQuery> }>(
    '/v1/officer/accounts/:account/statement',
    {
      schema: { params: AccountParams, querystring: MonthQuery },
      config: {
        access: ledgerReaders,
        api: { summary: 'The statement of an account for a month', tag: TAG, params: AccountParams, query: MonthQuery, answers: { 200: AccountStatementSchema, 409: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const { person, roles } = officerOf(request);
      const asked = { ...request.params, month: request.query.month ?? monthOf(platform) };
      const statement = await asOfficer(database, { personId: person, roles }, (on) =>
        readStatement(platform, on, asked),
      );
      return statement.ok ? statement.value : sendProblem(reply, refusalProblem(statement.error));
    },
  );
}

function ownStatementsRoute(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Static<typeof MonthQuery> }>(
    '/v1/accounts/statements',
    {
      schema: { querystring: MonthQuery },
      config: {
        access: { zone: 'trader' },
        api: { summary: 'The statements of your own accounts for a month', tag: TAG, query: MonthQuery, answers: { 200: OwnStatementsSchema, 409: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const { party } = traderOf(request);
      const read = await asTrader(platform.database, String(party.partyId), async (on) => {
        const statements = [];
        for (const own of await readOwnAccounts(on))
          statements.push(
            await readStatement(platform, on, {
              account: own,
              month: request.query.month ?? monthOf(platform),
            }),
          );
        return statements;
      });
      const refused = read.find((each) => !each.ok);
      if (refused?.ok === false) return sendProblem(reply, refusalProblem(refused.error));
      return { statements: read.flatMap((each) => (each.ok ? [each.value] : [])) };
    },
  );
}

function paymentRoute(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: Static<typeof AccountParams>; Body: Static<typeof AccountPaymentSchema> }>(
    '/v1/officer/accounts/:account/payments',
    {
      schema: { params: AccountParams, body: AccountPaymentSchema },
      config: {
        access: finance,
        api: { summary: 'Book a payment to an account, once', tag: TAG, params: AccountParams, body: AccountPaymentSchema, answers: { 200: AccountPaidSchema, 404: ProblemSchema, 409: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const payment = { ...request.params, ...request.body };
      const booked = await bookPayment(platform, officerOf(request), { payment, bankStatement: null }); // prettier-ignore
      if (!booked.ok) return sendProblem(reply, refusalProblem(booked.error));
      return { ...booked.value, secured: await secureWaiting(platform, payment.account) };
    },
  );
}

function bankStatementRoute(app: FastifyInstance, platform: Platform): void {
  app.post<{ Body: Static<typeof BankStatementSchema> }>(
    '/v1/officer/bank-statements',
    {
      schema: { body: BankStatementSchema },
      config: {
        access: finance,
        api: { summary: 'Book the lines of a bank’s statement, each once however often it is sent', tag: TAG, body: BankStatementSchema, answers: { 200: BankStatementAnswerSchema } }, // prettier-ignore
      },
    },
    (request) => bookStatement(platform, officerOf(request), request.body),
  );
}

function guaranteeRoute(app: FastifyInstance, platform: Platform): void {
  app.put<{ Params: Static<typeof AccountParams>; Body: Static<typeof GuaranteeSchema> }>(
    '/v1/officer/accounts/:account/guarantee',
    {
      schema: { params: AccountParams, body: GuaranteeSchema },
      config: {
        access: finance,
        api: { summary: 'Set how much may stand unpaid on a deferment account', tag: TAG, params: AccountParams, body: GuaranteeSchema, answers: { 200: AccountListSchema, 404: ProblemSchema, 409: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const asked = { ...request.params, guarantee: request.body };
      const outcome = await setGuarantee(platform, officer, asked);
      if (!outcome.ok) return sendProblem(reply, refusalProblem(outcome.error));
      await secureWaiting(platform, asked.account);
      return asOfficer(
        platform.database,
        { personId: officer.person, roles: officer.roles },
        (on) => listAccounts(platform, on),
      );
    },
  );
}

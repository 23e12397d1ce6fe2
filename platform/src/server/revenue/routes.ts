/** The doors of revenue: a payment of what is owed, and the ledger. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { officerOf, type Access } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { AmountSchema, count, ProblemSchema, ReferenceSchema, text } from '../http/schema.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import type { Platform } from '../world.ts';
import { accountRoutes } from './account-routes.ts';
import { parcelLedgerRoutes } from './parcel-ledger-routes.ts';
import { readLedger, receivePayment } from './handlers.ts';

const TAG = 'revenue';
const finance: Access = { zone: 'officer', roles: ['finance'] };
const ledgerReaders: Access = { zone: 'officer', roles: ['finance', 'supervisor', 'auditor'] };

const PaymentSchema = Type.Object(
  {
    amount: Type.String({ pattern: '^[0-9]{1,14}(\\.[0-9]{1,6})?$' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    reference: Type.String({ minLength: 1, maxLength: 70, description: 'Of the bank or the till.' }), // prettier-ignore
  },
  { additionalProperties: false },
);

export const PaidSchema = Type.Object({
  parcel: ReferenceSchema,
  standing: text,
  owed: AmountSchema,
  stage: text,
  version: Type.Integer(),
});

export const LedgerSchema = Type.Object({
  accounts: Type.Array(
    Type.Object({
      account: text,
      currency: text,
      debit: text,
      credit: text,
      balance: Type.String({ description: 'Debit less credit.' }),
      postings: count,
    }),
  ),
  total: Type.Array(Type.Object({ currency: text, balance: text }), {
    description: 'Zero in each currency, as long as every account is listed.',
  }),
  more: Type.Boolean(),
});

export function revenueRoutes(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: Static<typeof ReferenceSchema>; Body: Static<typeof PaymentSchema> }>(
    '/v1/officer/parcels/:scheme/:number/payments',
    {
      schema: { params: ReferenceSchema, body: PaymentSchema },
      config: {
        access: finance,
        api: {
          summary: 'Take a payment of what is owed at the border, in full',
          tag: TAG,
          params: ReferenceSchema,
          body: PaymentSchema,
          answers: { 200: PaidSchema, 404: ProblemSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { scheme, number } = request.params;
      const parcel = { scheme, number: tidyReference(number) };
      const outcome = await receivePayment(platform, officerOf(request), {
        parcel,
        payment: request.body,
      });
      return outcome.ok
        ? reply.send(outcome.value)
        : sendProblem(reply, refusalProblem(outcome.error));
    },
  );
  app.get(
    '/v1/officer/ledger/accounts',
    {
      config: {
        access: ledgerReaders,
        api: {
          summary: 'What stands on each account of the ledger; all of them sum to zero',
          tag: TAG,
          answers: { 200: LedgerSchema, 401: ProblemSchema },
        },
      },
    },
    (request) => readLedger(platform, officerOf(request)),
  );
  parcelLedgerRoutes(app, platform);
  accountRoutes(app, platform);
}

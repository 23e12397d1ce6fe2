/** The doors to one parcel's ledger and to what waits for money. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { officerOf, type Access } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { AmountSchema, moment, ProblemSchema, ReferenceSchema, text } from '../http/schema.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import type { Platform } from '../world.ts';
import { readParcelLedger, readUnpaid } from './parcel-ledger.ts';

const TAG = 'revenue';
const ledgerReaders: Access = { zone: 'officer', roles: ['finance', 'supervisor', 'auditor'] };

export const ParcelLedgerSchema = Type.Object({
  standing: text,
  owed: AmountSchema,
  postings: Type.Array(
    Type.Object({
      at: moment,
      reason: Type.Enum(['assessed', 'secured', 'reversed', 'paid', 'refunded', 'repaid']),
      charge: text,
      debit: text,
      credit: text,
      amount: text,
      currency: text,
      rule: text,
    }),
    { description: 'Each has two sides of one amount; the oldest first.' },
  ),
});

export const UnpaidSchema = Type.Object({
  parcels: Type.Array(Type.Object({ parcel: ReferenceSchema, since: moment, owed: AmountSchema })),
  more: Type.Boolean(),
});

export function parcelLedgerRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: Static<typeof ReferenceSchema> }>(
    '/v1/officer/parcels/:scheme/:number/ledger',
    {
      schema: { params: ReferenceSchema },
      config: {
        access: ledgerReaders,
        api: {
          summary: 'What was posted for a parcel, and what is still owed',
          tag: TAG,
          params: ReferenceSchema,
          answers: { 200: ParcelLedgerSchema, 401: ProblemSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { scheme, number } = request.params;
      const reference = { scheme, number: tidyReference(number) };
      const ledger = await readParcelLedger(platform, officerOf(request), reference);
      return ledger.ok ? reply.send(ledger.value) : sendProblem(reply, refusalProblem(ledger.error)); // prettier-ignore
    },
  );
  app.get(
    '/v1/officer/unpaid',
    {
      config: {
        access: ledgerReaders,
        api: {
          summary: 'Parcels that wait for nothing but money, the longest waiting first',
          tag: TAG,
          answers: { 200: UnpaidSchema, 401: ProblemSchema },
        },
      },
    },
    (request) => readUnpaid(platform, officerOf(request)),
  );
}

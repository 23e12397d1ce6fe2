/** The doors of returns: a claim, the word that the goods left, and the repayment of what was refunded. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import type { Refusal } from '../../domain/kernel/refusal.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { officerOf, traderOf, type Access } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { AmountSchema, amountOrNull, moment, ProblemSchema, ReferenceSchema, text, textOrNull } from '../http/schema.ts'; // prettier-ignore
import type { Platform } from '../world.ts';
import * as handlers from './handlers.ts';

const TAG = 'returns';
const takers: Access = { zone: 'officer', roles: ['front-officer', 'finance'] };
const watchers: Access = { zone: 'officer', roles: ['front-officer'] };
const finance: Access = { zone: 'officer', roles: ['finance'] };

const AMOUNT = '^[0-9]{1,14}(\\.[0-9]{1,6})?$';
const word = (description: string) => Type.String({ minLength: 1, maxLength: 70, description });
const EVIDENCE_MAX = 20;
const CHARGES_MAX = 10;

const ClaimSchema = Type.Object(
  {
    claim: word('Your own reference; the same claim sent again gets the same answer.'),
    ground: word('Id of the row of law, such as return-defective.'),
    applicant: word('In whose name, in the words of the law: buyer, platform, collector, post ...'),
    evidence: Type.Optional(
      Type.Array(Type.Object({ kind: word('In the words of the law.'), reference: word('Where it is found.') }, { additionalProperties: false }), { maxItems: EVIDENCE_MAX }), // prettier-ignore
    ),
    charges: Type.Optional(
      Type.Array(Type.Object({ charge: word('duty, vat, gst, excise or fee.'), amount: Type.String({ pattern: AMOUNT }) }, { additionalProperties: false }), { maxItems: CHARGES_MAX, uniqueItems: true, description: 'Where only part of the goods goes back; all that the law repays when left out.' }), // prettier-ignore
    ),
    outbound: Type.Optional(ReferenceSchema),
  },
  { additionalProperties: false },
);

const ExitSchema = Type.Object(
  { reference: word('Of the scan, or the number of the parcel they left in.') },
  { additionalProperties: false },
);

const RepaymentSchema = Type.Object(
  {
    amount: Type.String({ pattern: AMOUNT }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    reference: word('Of the bank.'),
  },
  { additionalProperties: false },
);

export const ReturnSchema = Type.Object({
  parcel: ReferenceSchema,
  known: Type.Boolean({ description: 'It had been told before, and was done once.' }),
  claim: textOrNull,
  stage: text,
  refund: amountOrNull,
  toBePaidOut: Type.Union([AmountSchema, Type.Null()], {
    description: 'Zero where accounts were credited, or when it was paid out.',
  }),
});

export const RepayableSchema = Type.Object({
  parcels: Type.Array(Type.Object({ parcel: ReferenceSchema, since: moment, due: AmountSchema })),
  more: Type.Boolean(),
});

const answers = { 200: ReturnSchema, 404: ProblemSchema, 409: ProblemSchema };

type Place = { Params: Static<typeof ReferenceSchema> };

const parcelOf = ({ scheme, number }: Place['Params']): HouseReference => ({
  scheme,
  number: tidyReference(number),
});

function answer(
  reply: FastifyReply,
  parcel: HouseReference,
  outcome: Result<handlers.ReturnAnswer, Refusal>,
): FastifyReply {
  return outcome.ok
    ? reply.send(handlers.writtenReturn(parcel, outcome.value))
    : sendProblem(reply, refusalProblem(outcome.error));
}

const contract = (summary: string, body: typeof ClaimSchema | typeof ExitSchema | typeof RepaymentSchema) => ({ summary, tag: TAG, params: ReferenceSchema, body, answers }); // prettier-ignore

export function returnsRoutes(app: FastifyInstance, platform: Platform): void {
  claimRoutes(app, platform);
  exitRoute(app, platform);
  repaymentRoutes(app, platform);
}

function claimRoutes(app: FastifyInstance, platform: Platform): void {
  const schema = { params: ReferenceSchema, body: ClaimSchema };
  app.post<Place & { Body: Static<typeof ClaimSchema> }>(
    '/v1/parcels/:scheme/:number/returns',
    {
      schema,
      config: {
        access: { zone: 'trader' },
        api: contract('Ask for the charges of goods that go back', ClaimSchema),
      },
    },
    async (request, reply) => {
      const parcel = parcelOf(request.params);
      const asked = { parcel, request: request.body };
      return answer(reply, parcel, await handlers.claimAsParty(platform, traderOf(request).party, asked)); // prettier-ignore
    },
  );
  app.post<Place & { Body: Static<typeof ClaimSchema> }>(
    '/v1/officer/parcels/:scheme/:number/returns',
    {
      schema,
      config: {
        access: takers,
        api: contract('Take down a claim for somebody without a connection', ClaimSchema),
      },
    },
    async (request, reply) => {
      const parcel = parcelOf(request.params);
      const asked = { parcel, request: request.body };
      return answer(reply, parcel, await handlers.claimAsOfficer(platform, officerOf(request), asked)); // prettier-ignore
    },
  );
}

function exitRoute(app: FastifyInstance, platform: Platform): void {
  app.post<Place & { Body: Static<typeof ExitSchema> }>(
    '/v1/officer/parcels/:scheme/:number/returns/exit',
    {
      schema: { params: ReferenceSchema, body: ExitSchema },
      config: {
        access: watchers,
        api: contract('Confirm that returned goods have left, which refunds them', ExitSchema),
      },
    },
    async (request, reply) => {
      const parcel = parcelOf(request.params);
      const seen = { parcel, reference: request.body.reference };
      return answer(reply, parcel, await handlers.confirmExit(platform, officerOf(request), seen));
    },
  );
}

function repaymentRoutes(app: FastifyInstance, platform: Platform): void {
  app.post<Place & { Body: Static<typeof RepaymentSchema> }>(
    '/v1/officer/parcels/:scheme/:number/repayments',
    {
      schema: { params: ReferenceSchema, body: RepaymentSchema },
      config: {
        access: finance,
        api: contract('Record that a refund was paid out, once and exactly', RepaymentSchema),
      },
    },
    async (request, reply) => {
      const parcel = parcelOf(request.params);
      const asked = { parcel, repayment: request.body };
      return answer(reply, parcel, await handlers.repayRefund(platform, officerOf(request), asked));
    },
  );
  app.get(
    '/v1/officer/repayments',
    {
      config: {
        access: finance,
        api: {
          summary: 'Refunds that are to be paid out, the longest waiting first',
          tag: TAG,
          answers: { 200: RepayableSchema },
        },
      },
    },
    (request) => handlers.listRepayable(platform, officerOf(request)),
  );
}

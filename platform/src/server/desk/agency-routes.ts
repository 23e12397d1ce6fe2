/** The doors of other agencies: the parcels that the law asks them about, their goods, and the agency's word. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { agencyOfOffice } from '../../domain/decision/agencies.ts';
import { AGENCY_REASONS } from '../../domain/decision/reasons.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import { officerOf, type Access } from '../access/caller.ts';
import { problemOf, refusalProblem, sendProblem } from '../http/problem.ts';
import { AmountSchema, moment, momentOrNull, ProblemSchema, ReferenceSchema, text, textOrNull } from '../http/schema.ts'; // prettier-ignore
import type { Platform } from '../world.ts';
import { answerAsAgency, listAwaited, type AgencyAnswerRequest } from './agency.ts';
import type { Desk } from './desk.ts';

const agencies: Access = { zone: 'officer', roles: ['agency-officer'] };
const TAG = 'agencies';
const WORDS_MAX = 2_000;

const answerWord = Type.Enum(['waiting', 'agreed', 'refused']);

export const AwaitedSchema = Type.Object({
  agency: text,
  parcels: Type.Array(
    Type.Object({
      parcel: ReferenceSchema,
      version: Type.Integer(),
      since: Type.Union([moment, Type.Null()], {
        description: 'When the goods that your agency is asked about were stated.',
      }),
      means: textOrNull,
      mode: textOrNull,
      isHere: Type.Boolean(),
      arrivalAt: momentOrNull,
      from: text,
      goods: Type.Array(
        Type.Object({
          description: textOrNull,
          commodityCode: textOrNull,
          origin: textOrNull,
          quantity: textOrNull,
          value: Type.Union([AmountSchema, Type.Null()]),
          licences: Type.Array(text),
        }),
      ),
      rows: Type.Array(
        Type.Object({
          row: text,
          category: text,
          licence: textOrNull,
          source: text,
          sourceTitle: text,
          answer: answerWord,
        }),
        { description: 'The rows of law that ask your agency, and what it said.' },
      ),
    }),
  ),
}); // prettier-ignore

const AgencyAnswerSchema = Type.Object(
  {
    answer: Type.Enum(['agreed', 'refused']),
    reasonCode: Type.Enum([...AGENCY_REASONS.agreed, ...AGENCY_REASONS.refused], {
      description: `agreed: ${AGENCY_REASONS.agreed.join(', ')}; refused: ${AGENCY_REASONS.refused.join(', ')}`,
    }),
    note: Type.Optional(
      Type.String({ maxLength: WORDS_MAX, description: 'In your own words; kept encrypted.' }),
    ),
    expectedVersion: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);

export const AgencyWordSchema = Type.Object({
  agency: text,
  answer: answerWord,
  version: Type.Integer(),
  outstanding: Type.Array(text, { description: 'Agencies whose word is still needed.' }),
});

/** The desk of a person, and the agency that the person's office is or belongs to. */
function agencyDesk(platform: Platform, request: FastifyRequest): Desk & { agency: string | null } {
  const officer = officerOf(request);
  return { platform, officer, agency: agencyOfOffice(platform.pack, officer.office) };
}

const sendNoAgency = (reply: FastifyReply): FastifyReply =>
  sendProblem(reply, {
    ...problemOf('agency-unknown', 'No agency', 'Your office speaks for no agency that the law names.'), // prettier-ignore
    status: 403,
  });

export function agencyRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/agency/parcels',
    {
      config: {
        access: agencies,
        api: {
          summary: 'Parcels that wait for the agreement of your agency, the soonest due first',
          tag: TAG,
          answers: { 200: AwaitedSchema, 401: ProblemSchema, 403: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { agency, ...desk } = agencyDesk(platform, request);
      return agency === null ? sendNoAgency(reply) : reply.send(await listAwaited(desk, agency));
    },
  );
  app.post<{ Params: Static<typeof ReferenceSchema>; Body: AgencyAnswerRequest }>(
    '/v1/agency/parcels/:scheme/:number/answer',
    {
      schema: { params: ReferenceSchema, body: AgencyAnswerSchema },
      config: {
        access: agencies,
        api: {
          summary: 'Give the word of your agency about a parcel; it may be changed until the parcel has left', // prettier-ignore
          tag: TAG,
          params: ReferenceSchema,
          body: AgencyAnswerSchema,
          answers: {
            200: AgencyWordSchema,
            403: ProblemSchema,
            404: ProblemSchema,
            409: ProblemSchema,
            422: ProblemSchema,
          },
        },
      },
    },
    async (request, reply) => {
      const { agency, ...desk } = agencyDesk(platform, request);
      if (agency === null) return sendNoAgency(reply);
      const { scheme, number } = request.params;
      const reference = { scheme, number: tidyReference(number) };
      const outcome = await answerAsAgency(desk, agency, { reference, request: request.body });
      return outcome.ok ? reply.send(outcome.value) : sendProblem(reply, refusalProblem(outcome.error)); // prettier-ignore
    },
  );
}

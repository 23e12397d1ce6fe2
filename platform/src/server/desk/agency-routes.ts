/** The doors of other agencies: the parcels that the law asks them about, their goods, the agency's word and its questions. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { agencyOfOffice } from '../../domain/decision/agencies.ts';
import { AGENCY_REASONS } from '../../domain/decision/reasons.ts';
import type { Refusal } from '../../domain/kernel/refusal.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import { officerOf, type Access } from '../access/caller.ts';
import { problemOf, refusalProblem, sendProblem } from '../http/problem.ts';
import { AmountSchema, moment, momentOrNull, ProblemSchema, ReferenceSchema, text, textOrNull } from '../http/schema.ts'; // prettier-ignore
import type { Platform } from '../world.ts';
import {
  AGENCY_QUESTIONS,
  answerAsAgency,
  askAsAgency,
  type AgencyAnswerRequest,
  type AgencyDesk,
  type AgencyQuestionRequest,
} from './agency-acting.ts';
import { listAwaited } from './agency.ts';

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
      asked: Type.Array(
        Type.Object({ about: Type.Enum([...AGENCY_QUESTIONS]), text, dueAt: momentOrNull }),
        { description: 'What your agency has asked the sender, and has not had an answer to that it took.' },
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

const saidProperties = {
  note: Type.Optional(
    Type.String({ maxLength: WORDS_MAX, description: 'In your own words; kept encrypted.' }),
  ),
  expectedVersion: Type.Optional(Type.Integer({ minimum: 0 })),
};

const AgencyAnswerSchema = Type.Object(
  {
    answer: Type.Enum(['agreed', 'refused']),
    reasonCode: Type.Enum([...AGENCY_REASONS.agreed, ...AGENCY_REASONS.refused], {
      description: `agreed: ${AGENCY_REASONS.agreed.join(', ')}; refused: ${AGENCY_REASONS.refused.join(', ')}`,
    }),
    ...saidProperties,
  },
  { additionalProperties: false },
);

export const AgencyWordSchema = Type.Object({
  agency: text,
  answer: answerWord,
  version: Type.Integer(),
  outstanding: Type.Array(text, { description: 'Agencies whose word is still needed.' }),
});

const AgencyQuestionSchema = Type.Object(
  { about: Type.Enum([...AGENCY_QUESTIONS]), ...saidProperties },
  { additionalProperties: false },
);

/** The desk of a person and the agency that the person's office is, or belongs to; null where the law names no such agency. */
function agencyDesk(platform: Platform, request: FastifyRequest): AgencyDesk | null {
  const officer = officerOf(request);
  const agency = agencyOfOffice(platform.pack, officer.office);
  return agency === null ? null : { platform, officer, agency };
}

const sendNoAgency = (reply: FastifyReply): FastifyReply =>
  sendProblem(reply, {
    ...problemOf('agency-unknown', 'No agency', 'Your office speaks for no agency that the law names.'), // prettier-ignore
    status: 403,
  });

export function agencyRoutes(app: FastifyInstance, platform: Platform): void {
  addList(app, platform);
  addAnswer(app, platform);
  addQuestions(app, platform);
}

function addList(app: FastifyInstance, platform: Platform): void {
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
      const desk = agencyDesk(platform, request);
      return desk === null ? sendNoAgency(reply) : reply.send(await listAwaited(desk, desk.agency));
    },
  );
}

/** What both commands may answer. */
const answers = {
  200: AgencyWordSchema,
  403: ProblemSchema,
  404: ProblemSchema,
  409: ProblemSchema,
  422: ProblemSchema,
};

type Parcel = { Params: Static<typeof ReferenceSchema> };

function addAnswer(app: FastifyInstance, platform: Platform): void {
  app.post<Parcel & { Body: AgencyAnswerRequest }>(
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
          answers,
        },
      },
    },
    async (request, reply) => {
      const desk = agencyDesk(platform, request);
      if (desk === null) return sendNoAgency(reply);
      return send(reply, await answerAsAgency(desk, tidied(request.params), request.body));
    },
  );
}

function addQuestions(app: FastifyInstance, platform: Platform): void {
  app.post<Parcel & { Body: AgencyQuestionRequest }>(
    '/v1/agency/parcels/:scheme/:number/questions',
    {
      schema: { params: ReferenceSchema, body: AgencyQuestionSchema },
      config: {
        access: agencies,
        api: {
          summary: 'Ask the sender about the goods; the word of your agency ends the question',
          tag: TAG,
          params: ReferenceSchema,
          body: AgencyQuestionSchema,
          answers,
        },
      },
    },
    async (request, reply) => {
      const desk = agencyDesk(platform, request);
      if (desk === null) return sendNoAgency(reply);
      return send(reply, await askAsAgency(desk, tidied(request.params), request.body));
    },
  );
}

const tidied = ({ scheme, number }: Parcel['Params']): Parcel['Params'] => ({
  scheme,
  number: tidyReference(number),
});

const send = (reply: FastifyReply, outcome: Result<object, Refusal>): FastifyReply =>
  outcome.ok ? reply.send(outcome.value) : sendProblem(reply, refusalProblem(outcome.error));

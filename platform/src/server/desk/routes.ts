/** The doors of the officer's desk: queue, flights, parcel, acts and search. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { officerOf, type Access } from '../access/caller.ts';
import type { Transaction } from '../db/transaction.ts';
import { problemOf, refusalProblem, sendProblem, type Problem } from '../http/problem.ts';
import { ProblemSchema, ReferenceSchema } from '../http/schema.ts';
import type { Refusal } from '../../domain/kernel/refusal.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import type { Platform } from '../world.ts';
import { REQUEST_REFUSALS, type ActRequest } from './act-request.ts';
import { carryOutAct } from './acting.ts';
import { agencyRoutes } from './agency-routes.ts';
import { clockText, read, type Desk } from './desk.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { filerRoutes } from './filer-routes.ts';
import { operationsRoutes } from './operations-routes.ts';
import { parcelPage } from './parcel-page.ts';
import { linesOf, readChanges, readMeansOfTheDay, readQueue } from './queue.ts';
import { reasonsOf } from './reasons.ts';
import * as schema from './schema.ts';
import { searchParcels } from './search-store.ts';
import { selectionAuditRoutes } from './selection-audit-routes.ts';
import { DESK_ROLES, QUEUE_ROLES } from './sight.ts';

const queueAccess: Access = { zone: 'officer', roles: QUEUE_ROLES };
const deskAccess: Access = { zone: 'officer', roles: DESK_ROLES };
const TAG = 'desk';

const deskOf = (platform: Platform, request: FastifyRequest): Desk => ({
  platform,
  officer: officerOf(request),
});

type Reference = Static<typeof ReferenceSchema>;

/** Numbers are typed with spaces and small letters. */
const tidied = ({ scheme, number }: Reference): Reference => ({
  scheme,
  number: tidyReference(number),
});

export function deskRoutes(app: FastifyInstance, platform: Platform): void {
  addQueue(app, platform);
  addMeans(app, platform);
  addParcel(app, platform);
  addActs(app, platform);
  addSearch(app, platform);
  evidenceRoutes(app, platform);
  selectionAuditRoutes(app, platform);
  agencyRoutes(app, platform);
  filerRoutes(app, platform);
  operationsRoutes(app, platform);
}

function addQueue(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: schema.QueueQuery }>(
    '/v1/officer/queue',
    {
      schema: { querystring: schema.QueueQuerySchema },
      config: {
        access: queueAccess,
        api: {
          summary: 'Parcels that people have to look at, the soonest due first',
          tag: TAG,
          query: schema.QueueQuerySchema,
          answers: { 200: schema.QueueSchema, 401: ProblemSchema },
        },
      },
    },
    (request) => {
      const { view, limit, means = null, lane = null, after = null } = request.query;
      return readQueue(deskOf(platform, request), { view, limit, means, lane, after });
    },
  );
  app.get<{ Querystring: Static<typeof schema.ChangesQuerySchema> }>(
    '/v1/officer/queue/changes',
    {
      schema: { querystring: schema.ChangesQuerySchema },
      config: {
        access: queueAccess,
        api: {
          summary: 'How many parcels came to the queue, or changed in it, since a version of it',
          tag: TAG,
          query: schema.ChangesQuerySchema,
          answers: { 200: schema.ChangesSchema, 401: ProblemSchema },
        },
      },
    },
    (request) => readChanges(deskOf(platform, request), request.query.since),
  );
}

function addMeans(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/officer/means',
    {
      config: {
        access: queueAccess,
        api: {
          summary: 'Flights and trucks of the day, the nearest first, with what waits in each',
          tag: TAG,
          answers: { 200: schema.MeansSchema, 401: ProblemSchema },
        },
      },
    },
    (request) => readMeansOfTheDay(deskOf(platform, request)),
  );
  app.get(
    '/v1/officer/reasons',
    {
      config: {
        access: deskAccess,
        api: {
          summary: 'What each act asks of its officer: reasons, legal grounds, results',
          tag: TAG,
          answers: { 200: schema.ReasonsSchema, 401: ProblemSchema },
        },
      },
    },
    () => reasonsOf(platform.pack),
  );
}

type ParcelRoute = {
  Params: Reference;
  Querystring: Static<typeof schema.PageQuerySchema>;
};

function addParcel(app: FastifyInstance, platform: Platform): void {
  app.get<ParcelRoute>(
    '/v1/officer/parcels/:scheme/:number',
    {
      schema: { params: ReferenceSchema, querystring: schema.PageQuerySchema },
      config: {
        access: deskAccess,
        api: {
          summary: 'A parcel on one page: story, facts and judgement; opening it is recorded',
          tag: TAG,
          params: ReferenceSchema,
          query: schema.PageQuerySchema,
          answers: { 200: schema.ParcelPageSchema, 401: ProblemSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { peek } = request.query;
      const page = await parcelPage(deskOf(platform, request), tidied(request.params), { peek });
      return page.ok ? reply.send(page.value) : sendRefusal(reply, page.error);
    },
  );
}

function addActs(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: Reference; Body: ActRequest }>(
    '/v1/officer/parcels/:scheme/:number/acts',
    {
      schema: { params: ReferenceSchema, body: schema.ActRequestSchema },
      config: {
        access: deskAccess,
        api: {
          summary: 'Carry out an act; a refusal says in its own sentence why not',
          tag: TAG,
          params: ReferenceSchema,
          body: schema.ActRequestSchema,
          answers: {
            200: schema.ParcelPageSchema,
            404: ProblemSchema,
            409: ProblemSchema,
            422: ProblemSchema,
          },
        },
      },
    },
    async (request, reply) => {
      const desk = deskOf(platform, request);
      const reference = tidied(request.params);
      const outcome = await carryOutAct(desk, reference, request.body);
      if (!outcome.ok) return sendRefusal(reply, outcome.error);
      const page = await parcelPage(desk, reference, { peek: false });
      if (!page.ok) return sendRefusal(reply, page.error);
      const recorded = {
        act: request.body.act,
        at: clockText(desk, platform.now()),
        by: desk.officer.name,
        entry: { sequence: outcome.value.version },
      };
      return reply.send({ ...page.value, recorded });
    },
  );
}

const SEARCH_MAX = 50;

function addSearch(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Static<typeof schema.SearchQuerySchema> }>(
    '/v1/officer/search',
    {
      schema: { querystring: schema.SearchQuerySchema },
      config: {
        access: deskAccess,
        api: {
          summary: 'Any parcel by its number or order; parcels in the queue also by flight, code and the start of a number', // prettier-ignore
          tag: TAG,
          query: schema.SearchQuerySchema,
          answers: { 200: schema.SearchSchema, 401: ProblemSchema },
        },
      },
    },
    async (request) => {
      const desk = deskOf(platform, request);
      return read(desk, (transaction) => search(desk, transaction, request.query.q.trim()));
    },
  );
}

async function search(desk: Desk, transaction: Transaction, words: string): Promise<object> {
  const number = tidyReference(words);
  const rows = await searchParcels(transaction, { number, order: words, limit: SEARCH_MAX + 1 });
  const parcels = await linesOf(desk, transaction, rows.slice(0, SEARCH_MAX));
  return { parcels, ...(rows.length > SEARCH_MAX ? { more: true } : {}) };
}

/** What the caller left out is 422; that the parcel or the person does not allow it is a conflict. */
function sendRefusal(reply: FastifyReply, refused: Refusal): FastifyReply {
  const problem: Problem = Object.hasOwn(REQUEST_REFUSALS, refused.code)
    ? { ...problemOf(refused.code, 'Something is missing', refused.sentence), status: 422 }
    : refusalProblem(refused);
  return sendProblem(reply, problem);
}

/** The doors of statistics: closed months for everybody, the open month for officers, and release times of a day. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import type { Access } from '../access/caller.ts';
import { officerOf } from '../access/caller.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { asOfficer } from '../db/transaction.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { count, ProblemSchema, text, textOrNull } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { isOpenMonth, readCube, readReleaseTimes, writeCsv, type CubeLine } from './handlers.ts';

const TAG = 'statistics';
const countOrNull = Type.Union([count, Type.Null()]);

const MonthQuerySchema = Type.Object(
  {
    month: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', examples: ['2026-11'] }),
    format: Type.Enum(['json', 'csv'], { default: 'json' }),
  },
  { additionalProperties: false },
);
type MonthQuery = Static<typeof MonthQuerySchema>;

export const CubeSchema = Type.Object({
  month: text,
  provisional: Type.Boolean({ description: 'The month is not over: figures will grow.' }),
  lines: Type.Array(
    Type.Object({
      direction: textOrNull,
      chapter: textOrNull,
      commodity: textOrNull,
      origin: textOrNull,
      partner: textOrNull,
      mode: textOrNull,
      channel: textOrNull,
      parcels: countOrNull,
      items: countOrNull,
      value: textOrNull,
      currency: text,
      massGrams: textOrNull,
      suppressed: Type.Boolean(),
    }),
    {
      description:
        'Cells and their totals; a total has null below its level. A figure that could be one trader’s is kept back, and with it enough others that it cannot be reckoned.',
    },
  ),
});

const DayQuerySchema = Type.Object(
  { day: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2026-11-24'] }) },
  { additionalProperties: false },
);

export const ReleaseTimesSchema = Type.Object({
  day: text,
  categories: Type.Array(
    Type.Object({
      category: Type.Integer({ minimum: 1, maximum: 4 }),
      parcels: count,
      p50: count,
      p90: count,
      p99: count,
    }),
    { description: 'Whole seconds from arrival to release.' },
  ),
});

export function statisticsRoutes(app: FastifyInstance, platform: Platform): void {
  addObservations(app, platform);
  addOpenMonth(app, platform);
  addReleaseTimes(app, platform);
}

type Cube = { readonly provisional: boolean; readonly lines: readonly CubeLine[] };

function sendCube(reply: FastifyReply, { month, format }: MonthQuery, cube: Cube): FastifyReply {
  if (format === 'json') return reply.send({ month, ...cube });
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="observations-${month}.csv"`)
    .send(writeCsv(cube.lines));
}

function addObservations(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: MonthQuery }>(
    '/v1/statistics/observations',
    {
      schema: { querystring: MonthQuerySchema },
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'What was released in a month that is over: a cube as JSON or CSV',
          tag: TAG,
          query: MonthQuerySchema,
          answers: { 200: CubeSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { month } = request.query;
      if (isOpenMonth(platform, month))
        return sendProblem(reply, problemOf('month-open', 'Not published yet', 'A month is published when it is over: until then two looks at it could tell a single parcel.')); // prettier-ignore
      const lines = await readCube(platform, platform.database.public, month);
      return sendCube(reply, request.query, { provisional: false, lines });
    },
  );
}

const officers: Access = { zone: 'officer', roles: [] };

function addOpenMonth(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: MonthQuery }>(
    '/v1/officer/statistics/observations',
    {
      schema: { querystring: MonthQuerySchema },
      config: {
        access: officers,
        api: {
          summary: 'The same cube for officers, who may see the month that is not over',
          tag: TAG,
          query: MonthQuerySchema,
          answers: { 200: CubeSchema, 401: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { person, roles } = officerOf(request);
      const { month } = request.query;
      const lines = await asOfficer(platform.database, { personId: person, roles }, (transaction) =>
        readCube(platform, transaction, month),
      );
      return sendCube(reply, request.query, { provisional: isOpenMonth(platform, month), lines });
    },
  );
}

function addReleaseTimes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Static<typeof DayQuerySchema> }>(
    '/v1/statistics/release-times',
    {
      schema: { querystring: DayQuerySchema },
      config: {
        access: { zone: 'public' },
        api: {
          summary:
            'How long release took on a day, by category: median, nine in ten, ninety-nine in a hundred',
          tag: TAG,
          query: DayQuerySchema,
          answers: { 200: ReleaseTimesSchema, 400: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const day = readDay(request.query.day);
      if (day === null)
        return sendProblem(reply, { ...problemOf('value-malformed', 'Not a date', 'The query "day" is not a date that exists.'), status: 400 }); // prettier-ignore
      const categories = await readReleaseTimes(platform.database.public, { from: day, to: day });
      return reply.send({ day: request.query.day, categories });
    },
  );
}

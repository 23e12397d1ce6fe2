/** The public door of commodity codes: find one by words or digits, as it stands on a day. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { TITLE_LANGUAGES } from '../../domain/commodity/code-search.ts';
import { lawDayAt } from '../../domain/jurisdiction/law-day.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { ProblemSchema } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { CodesAnswerSchema, searchCodes } from './answer.ts';
import { createCodeLibrary } from './library.ts';

const QuerySchema = Type.Object({
  q: Type.String({ minLength: 1, maxLength: limits.codeSearchLettersMax, examples: ['cotton t-shirt', '6109.10'] }),
  on: Type.Optional(Type.String({ examples: ['2026-08-01'], description: 'A day of law; today when left out.' })),
  language: Type.Optional(Type.Enum([...TITLE_LANGUAGES])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.codeSearchHitsMax, default: 20 })),
}); // prettier-ignore

const HITS_USUAL = 20;

export function referenceRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, pack, now } = platform;
  const library = createCodeLibrary(database.intake, pack.country);
  app.get<{ Querystring: Static<typeof QuerySchema> }>(
    '/v1/public/commodity-codes',
    {
      schema: { querystring: QuerySchema },
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'Commodity codes by words, synonyms or digits, as they stand on a day',
          tag: 'reference',
          query: QuerySchema,
          answers: { 200: CodesAnswerSchema, 400: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { q, on: written, language = 'en', limit = HITS_USUAL } = request.query;
      const on = written === undefined ? lawDayAt(pack, now()) : readDay(written);
      if (on === null)
        return sendProblem(reply, {
          ...problemOf('value-malformed', 'No such day', `"${written ?? ''}" is no day; write it as 2026-08-01.`),
          status: 400,
        });
      const answer = await searchCodes(library, { text: q, on, language, hitsMax: limit });
      return reply.header('cache-control', 'public, max-age=60').send(answer);
    },
  );
} // prettier-ignore

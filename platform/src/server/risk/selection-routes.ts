/** Publishes the commitments of random selection, so that nobody can bind a day after it began. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { readDay, writeDay } from '../../domain/kernel/day.ts';
import type { Database } from '../db/connect.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { toBase64Url } from '../journal/base64.ts';
import { readCommitments } from './selection-store.ts';
import { CommitmentsSchema } from './selection-wire.ts';

const COMMITMENTS_PER_PAGE = 100;
/** Later than any day that is bound. */
const FAR_DAY = 100_000;

const QuerySchema = Type.Object(
  {
    before: Type.Optional(
      Type.String({
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
        description: 'Days before this one.',
      }),
    ),
  },
  { additionalProperties: false },
);

export function selectionRoutes(
  app: FastifyInstance,
  platform: { readonly database: Pick<Database, 'public'> },
): void {
  app.get<{ Querystring: Static<typeof QuerySchema> }>(
    '/v1/public/selection-commitments',
    {
      schema: { querystring: QuerySchema },
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'What binds the random selection of each day, the latest first',
          tag: 'proof',
          query: QuerySchema,
          answers: { 200: CommitmentsSchema },
        },
      },
    },
    async (request, reply) => {
      const before = request.query.before === undefined ? FAR_DAY : readDay(request.query.before);
      if (before === null) {
        const problem = problemOf(
          'value-malformed',
          'Not a date',
          'The query "before" is not a date that exists.',
        );
        return sendProblem(reply, { ...problem, status: 400 });
      }
      const page = { before, limit: COMMITMENTS_PER_PAGE };
      const rows = await readCommitments(platform.database.public, page);
      const commitments = rows.map(({ day, commitment, bucketBits, committedAt, isAhead }) => ({
        day: writeDay(day),
        commitment: toBase64Url(commitment),
        bucketBits,
        committedAt: committedAt.toString(),
        ahead: isAhead,
      }));
      const isLast = rows.length < COMMITMENTS_PER_PAGE;
      return reply.send({ commitments, before: isLast ? null : (commitments.at(-1)?.day ?? null) });
    },
  );
}

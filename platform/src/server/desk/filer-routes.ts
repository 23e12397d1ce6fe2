/** The door to the data quality of any filer, for officers. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { officerOf, type Access } from '../access/caller.ts';
import { asOfficer } from '../db/transaction.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { ProblemSchema } from '../http/schema.ts';
import { trendOf } from '../validation/handlers.ts';
import { periodOf, QualityTrendSchema } from '../validation/routes.ts';
import type { Platform } from '../world.ts';
import { DESK_ROLES } from './sight.ts';

const desk: Access = { zone: 'officer', roles: DESK_ROLES };
const CODE_LETTERS_MAX = 35;

const FilerSchema = Type.Object({
  code: Type.String({ minLength: 1, maxLength: CODE_LETTERS_MAX }),
});

export function filerRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { code: string } }>(
    '/v1/officer/filers/:code/quality',
    {
      schema: { params: FilerSchema },
      config: {
        access: desk,
        api: {
          summary: 'The quality of a filer’s statements over thirty days',
          tag: 'desk',
          params: FilerSchema,
          answers: { 200: QualityTrendSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { person, roles } = officerOf(request);
      const party = platform.parties.byCode(request.params.code);
      if (party === undefined)
        return sendProblem(reply, {
          ...problemOf('filer-unknown', 'No such filer', 'No party is registered under this code.'),
          status: 404,
        });
      const trend = await asOfficer(platform.database, { personId: person, roles }, (transaction) =>
        trendOf(transaction, party.partyId, periodOf(platform)),
      );
      return reply.send(trend);
    },
  );
}

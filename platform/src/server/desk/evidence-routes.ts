/** The door to the evidence of a parcel: one file that proves itself. */
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { officerOf } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { ProblemSchema, ReferenceSchema } from '../http/schema.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import { EvidenceSchema } from '../journal/evidence.ts';
import type { Platform } from '../world.ts';
import { evidenceOf } from './evidence.ts';
import { DESK_ROLES } from './sight.ts';

export function evidenceRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: Static<typeof ReferenceSchema> }>(
    '/v1/officer/parcels/:scheme/:number/evidence',
    {
      schema: { params: ReferenceSchema },
      config: {
        access: { zone: 'officer', roles: DESK_ROLES },
        api: {
          summary: 'Everything recorded about a parcel with its proofs, as a file for a court; taking it is recorded', // prettier-ignore
          tag: 'desk',
          params: ReferenceSchema,
          answers: { 200: EvidenceSchema, 401: ProblemSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { scheme, number } = request.params;
      const reference = { scheme, number: tidyReference(number) };
      const evidence = await evidenceOf({ platform, officer: officerOf(request) }, reference);
      if (!evidence.ok) return sendProblem(reply, refusalProblem(evidence.error));
      const name = `evidence-${reference.number.replaceAll(/[^A-Za-z0-9]/g, '-')}.json`;
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(evidence.value);
    },
  );
}

/** The doors of entities: who is behind the parties of a parcel, why we think so, and the word that it is not so. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { tidyReference } from '../../domain/kernel/s10.ts';
import { officerOf, type Access } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { moment, momentOrNull, ProblemSchema, ReferenceSchema, text, textOrNull } from '../http/schema.ts'; // prettier-ignore
import type { Platform } from '../world.ts';
import { partyEntities, readEntity, separate, SEPARATION_REASONS } from './handlers.ts';

const TAG = 'parties';
const readers: Access = { zone: 'officer', roles: ['targeter', 'supervisor', 'auditor'] };
const separators: Access = { zone: 'officer', roles: ['targeter', 'supervisor'] };

const EntityParams = Type.Object({ entity: Type.String({ pattern: '^[0-9]{1,19}$' }) });
const key = Type.String({ pattern: '^[0-9a-f]{16}$', description: 'Fingerprint of a party.' });

const SeparationSchema = Type.Object(
  { party: key, reason: Type.Enum([...SEPARATION_REASONS]) },
  { additionalProperties: false },
);

export const EntitySchema = Type.Object({
  entity: text,
  parties: Type.Array(
    Type.Object({
      ...{ party: key, from: moment, until: momentOrNull },
      confidence: Type.Number({ description: 'From 0 to 1.' }),
      because: Type.Array(text, { description: 'What agrees, in sentences.' }),
      ...{ author: text, endedBy: textOrNull, endedBecause: textOrNull },
    }),
    { description: 'Those that were taken out again too.' },
  ),
});

export const PartyEntitiesSchema = Type.Object({
  parties: Type.Array(
    Type.Object({ role: text, party: key, entity: textOrNull, parties: Type.Integer({ description: 'Spellings that the entity goes by.' }) }), // prettier-ignore
  ),
});

export function entityRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: Static<typeof ReferenceSchema> }>(
    '/v1/officer/parcels/:scheme/:number/entities',
    {
      schema: { params: ReferenceSchema },
      config: {
        access: readers,
        api: { summary: 'Who we think is behind the parties of a parcel', tag: TAG, params: ReferenceSchema, answers: { 200: PartyEntitiesSchema, 404: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const { scheme, number } = request.params;
      const found = await partyEntities(platform, officerOf(request), { scheme, number: tidyReference(number) }); // prettier-ignore
      return found.ok ? found.value : sendProblem(reply, refusalProblem(found.error));
    },
  );
  app.get<{ Params: Static<typeof EntityParams> }>(
    '/v1/officer/entities/:entity',
    {
      schema: { params: EntityParams },
      config: {
        access: readers,
        api: { summary: 'The parties that are thought to be one, and why', tag: TAG, params: EntityParams, answers: { 200: EntitySchema, 404: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const found = await readEntity(platform, officerOf(request), BigInt(request.params.entity));
      return found.ok ? found.value : sendProblem(reply, refusalProblem(found.error));
    },
  );
  app.post<{ Params: Static<typeof EntityParams>; Body: Static<typeof SeparationSchema> }>(
    '/v1/officer/entities/:entity/separations',
    {
      schema: { params: EntityParams, body: SeparationSchema },
      config: {
        access: separators,
        api: { summary: 'Say that a party is somebody else', tag: TAG, params: EntityParams, body: SeparationSchema, answers: { 200: EntitySchema, 404: ProblemSchema, 409: ProblemSchema } }, // prettier-ignore
      },
    },
    async (request, reply) => {
      const entityId = BigInt(request.params.entity);
      const outcome = await separate(platform, officerOf(request), { entityId, ...request.body });
      return outcome.ok ? outcome.value : sendProblem(reply, refusalProblem(outcome.error));
    },
  );
}

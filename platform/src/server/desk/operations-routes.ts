/** The door of those who keep the platform running; it shows no parcel, no party and nothing of targeting. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { officerOf } from '../access/caller.ts';
import { count, moment, momentOrNull, ProblemSchema, text, textOrNull } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { readOperations } from './operations.ts';

const day = Type.String({ description: 'A date of law.', examples: ['2028-01-01'] });

const LawShownSchema = Type.Object({
  id: text,
  title: text,
  version: Type.String({ description: 'The digest of its files.' }),
  on: day,
  kinds: Type.Array(Type.Object({ kind: text, rows: count, unverified: count }), {
    description: 'Rows in force on the day, by kind; what says whom to look at is left out.',
  }),
  changes: Type.Array(
    Type.Object({
      on: day,
      kind: text,
      row: text,
      what: Type.Enum(['begins', 'changes', 'ends']),
      source: text,
    }),
    { description: 'The next changes of the law, the soonest first.' },
  ),
  changesMore: count,
});

export const OperationsSchema = Type.Object({
  at: moment,
  programs: Type.Object({ version: text, schema: text, pending: count }),
  law: LawShownSchema,
  work: Type.Array(
    Type.Object({
      kind: text,
      waiting: count,
      running: count,
      done: count,
      failed: count,
      doneSecondsAgo: Type.Union([count, Type.Null()]),
      lastError: textOrNull,
    }),
  ),
  broken: Type.Object(
    { messages: count, latest: Type.Array(Type.Object({ at: moment, reason: text })) },
    { description: 'Messages that no pass could carry; they are kept with their reason.' },
  ),
  record: Type.Object({
    entries: count,
    sealedAt: momentOrNull,
    keys: Type.Array(
      Type.Object({ keyId: text, purpose: text, madeAt: moment, retiredAt: momentOrNull }),
    ),
  }),
});

export function operationsRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/officer/operations',
    {
      config: {
        access: { zone: 'officer', roles: ['administrator'] },
        api: {
          summary: 'The law in force and its next changes, slow work, messages that broke, and the sealed record',
          tag: 'operations',
          answers: { 200: OperationsSchema, 401: ProblemSchema, 403: ProblemSchema },
        },
      },
    },
    (request) => readOperations({ platform, officer: officerOf(request) }),
  );
} // prettier-ignore

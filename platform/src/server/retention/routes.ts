/** The doors of legal holds: supervisors and internal audit keep what a case needs beyond its period. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { RETENTION_CLASSES } from '../../domain/jurisdiction/pack.ts';
import { readDay, writeDay } from '../../domain/kernel/day.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, type Result } from '../../domain/kernel/result.ts';
import { officerOf, type Access } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { ProblemSchema, textOrNull } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { liftLegalHold, placeLegalHold } from './legal-holds.ts';
import { readLegalHold, readLegalHolds, type LegalHold } from './store.ts';

const TAG = 'retention';
const keepers: Access = { zone: 'officer', roles: ['supervisor', 'auditor'] };
const HOLDS_PER_PAGE = 100;
const HOLDS_MAX = 2_147_483_647;

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const hold = Type.Integer({ minimum: 1, maximum: HOLDS_MAX });

const PlacingSchema = Type.Object(
  {
    retentionClass: Type.Enum([...RETENTION_CLASSES]),
    firstDay: day,
    lastDay: day,
    case: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}$', description: 'The number of the case; never a name.' }), // prettier-ignore
  },
  { additionalProperties: false },
);

const HoldSchema = Type.Object({
  hold,
  retentionClass: Type.String(),
  firstDay: day,
  lastDay: day,
  case: Type.String(),
  placedBy: Type.String(),
  placedAt: Type.String({ description: 'RFC 3339, UTC.' }),
  liftedBy: textOrNull,
  liftedAt: textOrNull,
});

export const HoldsSchema = Type.Object({
  holds: Type.Array(HoldSchema),
  before: Type.Union([hold, Type.Null()], { description: 'Ask again with it for earlier holds; null at the end.' }), // prettier-ignore
});

const HoldParamsSchema = Type.Object({ hold });
const PageQuerySchema = Type.Object(
  { before: Type.Optional(hold) },
  { additionalProperties: false },
);

export function retentionRoutes(app: FastifyInstance, platform: Platform): void {
  addList(app, platform);
  addPlacing(app, platform);
  addLifting(app, platform);
}

const written = (row: LegalHold): Static<typeof HoldSchema> => ({
  hold: row.holdId,
  retentionClass: row.retentionClass,
  firstDay: writeDay(row.firstDay),
  lastDay: writeDay(row.lastDay),
  case: row.caseNumber,
  placedBy: row.placedBy,
  placedAt: row.placedAt.toString(),
  liftedBy: row.liftedBy,
  liftedAt: row.liftedAt?.toString() ?? null,
});

async function sendHold(
  platform: Platform,
  reply: FastifyReply,
  outcome: Result<number, Refusal>,
): Promise<FastifyReply> {
  if (!outcome.ok) return sendProblem(reply, refusalProblem(outcome.error));
  const row = await readLegalHold(platform.database.intake, outcome.value);
  return row === null ? reply : reply.send(written(row));
}

function addList(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Static<typeof PageQuerySchema> }>(
    '/v1/officer/legal-holds',
    {
      schema: { querystring: PageQuerySchema },
      config: {
        access: keepers,
        api: {
          summary: 'Legal holds, the latest first, lifted ones included',
          tag: TAG,
          query: PageQuerySchema,
          answers: { 200: HoldsSchema },
        },
      },
    },
    async (request) => {
      const page = { before: request.query.before ?? HOLDS_MAX, limit: HOLDS_PER_PAGE };
      const holds = (await readLegalHolds(platform.database.intake, page)).map(written);
      const isLast = holds.length < HOLDS_PER_PAGE;
      return { holds, before: isLast ? null : (holds.at(-1)?.hold ?? null) };
    },
  );
}

function addPlacing(app: FastifyInstance, platform: Platform): void {
  app.post<{ Body: Static<typeof PlacingSchema> }>(
    '/v1/officer/legal-holds',
    {
      schema: { body: PlacingSchema },
      config: {
        access: keepers,
        api: {
          summary: 'Place a legal hold: no key of these days is erased until it is lifted',
          tag: TAG,
          body: PlacingSchema,
          answers: { 200: HoldSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { retentionClass, firstDay, lastDay, case: caseNumber } = request.body;
      const days = { firstDay: readDay(firstDay), lastDay: readDay(lastDay) };
      const outcome =
        days.firstDay === null || days.lastDay === null
          ? failure(refusal('legal-hold-day-unknown', 'One of the days is not a date that exists.'))
          : await placeLegalHold(platform, { retentionClass, caseNumber, firstDay: days.firstDay, lastDay: days.lastDay, person: officerOf(request).person }); // prettier-ignore
      return sendHold(platform, reply, outcome);
    },
  );
}

function addLifting(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: Static<typeof HoldParamsSchema> }>(
    '/v1/officer/legal-holds/:hold/lift',
    {
      schema: { params: HoldParamsSchema },
      config: {
        access: keepers,
        api: {
          summary: 'Lift a legal hold that somebody else placed',
          tag: TAG,
          params: HoldParamsSchema,
          answers: { 200: HoldSchema, 404: ProblemSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { person } = officerOf(request);
      const lifted = await liftLegalHold(platform, { holdId: request.params.hold, person });
      return sendHold(platform, reply, lifted);
    },
  );
}

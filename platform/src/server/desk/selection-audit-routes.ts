/** The doors of internal audit to random selection: the key of a day that is done with, and the proof of single draws. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { CLOSED_STAGES } from '../../domain/decision/stage.ts';
import { readDay, writeDay, type Day } from '../../domain/kernel/day.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { tidyReference } from '../../domain/kernel/s10.ts';
import { officerOf, type Access } from '../access/caller.ts';
import { problemOf, refusalProblem, sendProblem, type Problem } from '../http/problem.ts';
import { ProblemSchema, ReferenceSchema } from '../http/schema.ts';
import { toBase64Url } from '../journal/base64.ts';
import { recordedDraws } from '../risk/recorded-draw.ts';
import { handOverSelectionKey, proveSelection } from '../risk/selection-audit.ts';
import type { SelectionWorld } from '../risk/selection-keys.ts';
import { hasOpenDraw, readDrawnOf, type Bucket } from '../risk/selection-store.ts';
import { SelectionKeySchema, SelectionProofsSchema } from '../risk/selection-wire.ts';
import type { Platform } from '../world.ts';

const TAG = 'selection';
const auditors: Access = { zone: 'officer', roles: ['auditor'] };

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2026-08-24'] });
const DayParamsSchema = Type.Object({ day });
const DayQuerySchema = Type.Object({ day }, { additionalProperties: false });

export function selectionAuditRoutes(app: FastifyInstance, platform: Platform): void {
  addHandOver(app, platform);
  addProof(app, platform);
}

const selectionWorldOf = ({ database, master, ids, now, pack }: Platform): SelectionWorld => ({
  database,
  master,
  ids,
  now,
  offsetMinutes: pack.zoneOffsetMinutes,
});

const isOpen = ({ database }: Platform, wanted: Day, bucket?: Bucket): Promise<boolean> =>
  hasOpenDraw(database.intake, {
    day: wanted,
    closedStages: CLOSED_STAGES,
    ...(bucket === undefined ? {} : { bucket }),
  });

const notADate = (): Problem => ({
  ...problemOf('value-malformed', 'Not a date', 'The day is not a date that exists.'),
  status: 400,
});

function addHandOver(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: Static<typeof DayParamsSchema> }>(
    '/v1/officer/selection-keys/:day/hand-over',
    {
      schema: { params: DayParamsSchema },
      config: {
        access: auditors,
        api: {
          summary:
            'Hand over the key of random selection of a day: ninety days after it, when every parcel of it is closed; recorded',
          tag: TAG,
          params: DayParamsSchema,
          answers: { 200: SelectionKeySchema, 404: ProblemSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const wanted = readDay(request.params.day);
      if (wanted === null) return sendProblem(reply, notADate());
      const outcome = await handOverSelectionKey(selectionWorldOf(platform), {
        day: wanted,
        person: officerOf(request).person,
        role: 'auditor',
        isDayOpen: (each) => isOpen(platform, each),
      });
      if (!outcome.ok) return sendProblem(reply, refusalProblem(outcome.error));
      const { dayKey, commitment, bucketBits, isAhead } = outcome.value;
      return reply.header('cache-control', 'no-store').send({
        day: request.params.day,
        key: toBase64Url(dayKey),
        bucketBits,
        commitment: toBase64Url(commitment),
        ahead: isAhead,
      });
    },
  );
}

type ProofRoute = {
  Params: Static<typeof ReferenceSchema>;
  Querystring: Static<typeof DayQuerySchema>;
};

function addProof(app: FastifyInstance, platform: Platform): void {
  app.get<ProofRoute>(
    '/v1/officer/parcels/:scheme/:number/selection-proofs',
    {
      schema: { params: ReferenceSchema, querystring: DayQuerySchema },
      config: {
        access: auditors,
        api: {
          summary:
            'Prove what was drawn for a parcel on a day, against the commitment published before; recorded',
          tag: TAG,
          params: ReferenceSchema,
          query: DayQuerySchema,
          answers: { 200: SelectionProofsSchema, 404: ProblemSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const wanted = readDay(request.query.day);
      if (wanted === null) return sendProblem(reply, notADate());
      const { scheme, number } = request.params;
      const outcome = await proofsOf(platform, {
        day: wanted,
        scheme,
        number: tidyReference(number),
        person: officerOf(request).person,
      });
      return outcome.ok
        ? reply.header('cache-control', 'no-store').send(outcome.value)
        : sendProblem(reply, refusalProblem(outcome.error));
    },
  );
}

type Wanted = {
  readonly day: Day;
  readonly scheme: string;
  readonly number: string;
  readonly person: string;
};

/** What was drawn and what was recorded, side by side: where they differ, somebody changed the record or the draw. */
async function proofsOf(
  platform: Platform,
  wanted: Wanted,
): Promise<Result<Static<typeof SelectionProofsSchema>, Refusal>> {
  const written = writeDay(wanted.day);
  const rows = await readDrawnOf(platform.database.intake, wanted);
  const recorded = rows.flatMap(({ body }) => recordedDraws(body, written));
  if (recorded.length === 0)
    return failure(
      refusal('selection-none-drawn', 'Nothing was drawn for a parcel of this number on that day.'),
    );
  const proven = await proveSelection(selectionWorldOf(platform), {
    reference: `${wanted.scheme}:${wanted.number}`,
    day: wanted.day,
    strata: [...new Set(recorded.map(({ stratum }) => stratum))],
    person: wanted.person,
    isBucketOpen: (each, bucket) => isOpen(platform, each, bucket),
  });
  if (!proven.ok) return proven;
  return success({
    proofs: proven.value.map((proof) => ({ ...proof, path: [...proof.path] })),
    recorded: recorded.map(({ stratum, draw, threshold, selected }) => ({
      stratum,
      draw,
      threshold,
      selected,
      agrees: proven.value.some((proof) => proof.stratum === stratum && proof.draw === draw),
    })),
  });
}

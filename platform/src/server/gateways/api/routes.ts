/** The doors for advance data: one submission, a stream of them, and what a sender may read again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { REFERENCE_SCHEMES } from '../../../domain/advance-data/statement.ts';
import { tidyReference } from '../../../domain/kernel/s10.ts';
import { traderOf, type Access } from '../../access/caller.ts';
import { refusalProblem, findingsProblem, sendProblem } from '../../http/problem.ts';
import { ProblemSchema, ReferenceSchema } from '../../http/schema.ts';
import { qualityRoutes } from '../../validation/routes.ts';
import type { Platform } from '../../world.ts';
import { SubmissionSchema } from '../json/submission-schema.ts';
import { AnswerSchema, ParcelStateSchema, writtenAnswer } from './answer-schema.ts';
import { addBatch } from './batch-route.ts';
import { addElements } from './elements-route.ts';
import { receiveOne, readOwnParcel, readOwnSubmission } from './handlers.ts';

const trader: Access = { zone: 'trader' };

export function advanceDataRoutes(app: FastifyInstance, platform: Platform): void {
  void app.register((scope, _options, done) => {
    // The bytes are kept as they came: they are the evidence, and the gateway parses them once.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      (_request, body, parsed) => {
        parsed(null, body);
      },
    );
    addSubmit(scope, platform);
    done();
  });
  addBatch(app, platform);
  addReads(app, platform);
  addElements(app, platform);
  qualityRoutes(app, platform);
}

function addSubmit(app: FastifyInstance, platform: Platform): void {
  app.post<{ Body: Buffer | undefined }>(
    '/v1/submissions',
    {
      // The gateway validates the bytes with SubmissionSchema itself, to name every finding with its fix.
      config: {
        access: trader,
        api: {
          summary: 'Send one submission; the answer comes after commit, with the outside state',
          tag: 'advance data',
          body: SubmissionSchema,
          answers: { 200: AnswerSchema, 201: AnswerSchema, 422: ProblemSchema },
        },
      },
    },
    (request, reply) => submit(platform, request, reply),
  );
}

async function submit(
  platform: Platform,
  request: FastifyRequest<{ Body: Buffer | undefined }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const key = request.headers['idempotency-key'];
  const outcome = await receiveOne(platform, traderOf(request), {
    raw: request.body ?? Buffer.alloc(0),
    idempotencyKey: typeof key === 'string' ? key : null,
  });
  if (!outcome.ok) return sendProblem(reply, findingsProblem(outcome.error));
  return reply
    .code(outcome.value.status === 'duplicate' ? 200 : 201)
    .send(writtenAnswer(outcome.value));
}

type Own = { Params: { scheme: (typeof REFERENCE_SCHEMES)[number]; number: string } };

function addReads(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { messageId: string } }>(
    '/v1/submissions/:messageId',
    {
      config: {
        access: trader,
        api: {
          summary: 'The answer to one of your messages again',
          tag: 'advance data',
          answers: { 200: AnswerSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const answer = await readOwnSubmission(platform, traderOf(request), request.params.messageId);
      return answer.ok
        ? reply.send(answer.value)
        : sendProblem(reply, refusalProblem(answer.error));
    },
  );
  app.get<Own>(
    '/v1/parcels/:scheme/:number',
    {
      schema: { params: ReferenceSchema },
      config: {
        access: trader,
        api: {
          params: ReferenceSchema,
          summary: 'The outside state of a parcel you spoke about, as of the last tick',
          tag: 'advance data',
          answers: { 200: ParcelStateSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const { scheme, number } = request.params;
      const reference = { scheme, number: tidyReference(number) };
      const parcel = await readOwnParcel(platform, traderOf(request), reference);
      return parcel.ok
        ? reply.send(parcel.value)
        : sendProblem(reply, refusalProblem(parcel.error));
    },
  );
}

/** The door for many submissions at once: a stream of lines, or a table by the published template, in bounded memory. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { present } from '../../../domain/kernel/invariant.ts';
import { traderOf } from '../../access/caller.ts';
import { problemOf, sendProblem, type Problem } from '../../http/problem.ts';
import { ProblemSchema } from '../../http/schema.ts';
import type { Platform } from '../../world.ts';
import { SubmissionSchema } from '../json/submission-schema.ts';
import { AnswerSchema } from './answer-schema.ts';
import { BATCH_DOORS, createWorkbooks, NDJSON_TYPE, XLSX_TYPE, type Workbooks } from './batch-format.ts'; // prettier-ignore
import { receiveBatch } from './batch-stream.ts';

type Batch = { Body: Readable | undefined };

export function addBatch(app: FastifyInstance, platform: Platform): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // Nothing is gathered before its door reads the stream.
    for (const type of Object.keys(BATCH_DOORS))
      scope.addContentTypeParser(type, (_request, body, parsed) => {
        parsed(null, body);
      });
    addRoute(scope, platform);
    done();
  });
}

function addRoute(scope: FastifyInstance, platform: Platform): void {
  const workbooks = createWorkbooks();
  scope.post<Batch>(
    '/v1/submissions/batch',
    {
      bodyLimit: Number.MAX_SAFE_INTEGER,
      config: {
        access: { zone: 'trader' },
        api: {
          summary:
            'Send many submissions: NDJSON, one object a line, or CSV or XLSX by the published template; one answer a message comes back, in the same order',
          tag: 'advance data',
          body: SubmissionSchema,
          contentType: NDJSON_TYPE,
          otherContentTypes: Object.keys(BATCH_DOORS).filter((type) => type !== NDJSON_TYPE),
          answers: { 200: AnswerSchema, 415: ProblemSchema, 429: ProblemSchema },
        },
      },
    },
    (request, reply) => receive(platform, workbooks, { request, reply }),
  );
}

type Receiving = { readonly request: FastifyRequest<Batch>; readonly reply: FastifyReply };

/** Seconds after which a party whose workbook found no place may try again. */
const RETRY_AFTER_SECONDS = '5';

function receive(
  platform: Platform,
  workbooks: Workbooks,
  { request, reply }: Receiving,
): FastifyReply {
  const trader = traderOf(request);
  // A request without a body has no type either, and is a batch of none.
  const [named = ''] = (request.headers['content-type'] ?? NDJSON_TYPE).split(';');
  const type = named.trim().toLowerCase();
  const read = present(BATCH_DOORS[type], 'a type that has a parser has a door');
  const leave = type === XLSX_TYPE ? workbooks.enter(trader.party.partyId) : () => undefined;
  if (leave === null)
    return sendProblem(reply.header('retry-after', RETRY_AFTER_SECONDS), noPlace());
  reply.raw.once('close', leave);
  const source = request.body ?? Readable.from([]);
  const answers = receiveBatch(platform, trader, { source, read });
  return reply.type(NDJSON_TYPE).send(Readable.from(answers));
}

const noPlace = (): Problem => ({
  ...problemOf(
    'too-many-workbooks',
    'One workbook at a time',
    'Another workbook of yours, or several of others, are being read: send this one again shortly, or as CSV.',
  ),
  status: 429,
});

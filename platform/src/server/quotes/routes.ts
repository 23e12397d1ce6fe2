/** The doors of quotes: one is asked for by a citizen or a platform, and shown again to whoever names its number. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readJsonText } from '../../domain/jurisdiction/json-text.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import { tidyQuoteId } from '../../domain/quotes/quote-id.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import { decodeUtf8 } from '../gateways/utf8.ts';
import { findingsProblem, problemOf, sendProblem } from '../http/problem.ts';
import { ProblemSchema } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { QuoteSchema } from './answer-schema.ts';
import { findQuote, issueQuote } from './issue.ts';
import { createPlaces, type Places } from './places.ts';
import { QuoteRequestSchema } from './request-schema.ts';

const TAG = 'quotes';

export function quoteRoutes(app: FastifyInstance, platform: Platform): void {
  const places = createPlaces(limits.quotesAtOnceMax);
  void app.register((scope, _options, done) => {
    // A broken text is answered with its line and column, which needs the text.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    addIssue(scope, platform, places);
    done();
  });
  addRead(app, platform);
} // prettier-ignore

type Asked = FastifyRequest<{ Body: Buffer | undefined }>;

function addIssue(app: FastifyInstance, platform: Platform, places: Places): void {
  app.post<{ Body: Buffer | undefined }>(
    '/v1/quotes',
    {
      bodyLimit: limits.quoteBytesMax,
      config: {
        access: { zone: 'public', alsoTraders: true },
        api: {
          summary:
            'Ask what goods cost to bring in: a signed quote that binds, or an estimate and why it binds nobody',
          tag: TAG,
          body: QuoteRequestSchema,
          answers: { 200: QuoteSchema, 422: ProblemSchema, 503: ProblemSchema },
        },
      },
    },
    async (request, reply) => answer(platform, places, { request, reply }),
  );
}

type Answering = { readonly request: Asked; readonly reply: FastifyReply };

async function answer(
  platform: Platform,
  places: Places,
  { request, reply }: Answering,
): Promise<FastifyReply> {
  const read = readBody(request.body ?? Buffer.alloc(0));
  if (!read.ok) return sendProblem(reply, findingsProblem(read.error));
  const { caller } = request;
  const owner = caller.kind === 'trader' ? caller.party.partyId : null;
  // Platforms have connections of their own enough; citizens share few, so that a surge of them stays theirs.
  const leave = owner === null ? places.enter() : () => undefined;
  if (leave === null) return sendProblem(reply.header('retry-after', '1'), noPlace());
  try {
    const issued = await issueQuote(platform, read.value, owner);
    return issued.ok
      ? await reply.header('cache-control', 'no-store').send(issued.value)
      : await sendProblem(reply, findingsProblem(issued.error));
  } finally {
    leave();
  }
}

const noPlace = () => ({
  ...problemOf('busy', 'Busy', 'More quotes are asked for at this moment than can be issued: try again shortly.'),
  status: 503,
}); // prettier-ignore

function readBody(bytes: Buffer): Result<unknown, readonly Finding[]> {
  const text = decodeUtf8(bytes);
  if (text === undefined)
    return failure([finding('encoding-invalid', '', { encoding: 'UTF-8', offset: '0' })]);
  if (text.trim() === '') return failure([finding('message-empty', '')]);
  const { value, broken } = readJsonText(text);
  if (broken === null) return success(value);
  const { reason, line, column } = broken;
  const place = { line: String(line), column: String(column) };
  return failure([finding('json-malformed', '', { reason: `line ${line}, column ${column}: ${reason}`, ...place })]); // prettier-ignore
}

/** A quote's number is long and made by chance, so that it is all the access its reader needs. */
function addRead(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { id: string } }>(
    '/v1/quotes/:id',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'A quote again, as it was signed',
          tag: TAG,
          answers: { 200: QuoteSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const quote = await findQuote(platform.database, tidyQuoteId(request.params.id));
      return quote === null
        ? sendProblem(reply, {
            ...problemOf('quote-not-found', 'No such quote', 'No quote was given here under this number.'),
            status: 404,
          })
        : reply.header('cache-control', 'no-store').send(quote);
    },
  );
} // prettier-ignore

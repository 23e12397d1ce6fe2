/** Builds the HTTP server: doors with a named access, problems as RFC 9457, security headers on every answer. */
import cookie from '@fastify/cookie';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { TSchema } from 'typebox';
import type { Access, Caller } from '../access/caller.ts';
import { createIdentify } from '../access/identify.ts';
import type { Platform } from '../world.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { problemOf, sendProblem, type Problem } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    api?: RouteContract;
    /** What people see there, in a sentence; a page is no part of the contract for programs. */
    page?: string;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** What the published contract says of a route; tools/generate writes docs/reference/openapi.json from it. */
export type RouteContract = {
  readonly summary: string;
  readonly tag: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** Of the body; default application/json. */
  readonly contentType?: string;
  /** Other types of the body, which the schema does not describe. */
  readonly otherContentTypes?: readonly string[];
  readonly answers: Readonly<Record<number, TSchema>>;
};

/** A room's routes. */
export type Routes = (app: FastifyInstance, platform: Platform) => void;

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

export async function buildApp(
  platform: Platform,
  rooms: readonly Routes[],
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: limits.submissionBytesMax,
    genReqId: () => randomUUID(),
    // Only those that wait for nothing: an answer on its way is never cut off.
    forceCloseConnections: 'idle',
    logger: false,
    // We listen on the loopback alone: who is there in front of us may name the client that it serves.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cookie);
  app.decorateRequest('caller');
  app.addHook('onRoute', (route) => {
    // A route without a policy stops the start.
    if (route.config?.access === undefined)
      throw new Error(`The route ${String(route.method)} ${route.url} names no access.`);
  });
  addGuards(app, platform);
  for (const room of rooms) room(app, platform);
  return app;
}

function addGuards(app: FastifyInstance, platform: Platform): void {
  const limitRate = createRateLimit();
  const identify = createIdentify(platform.database.intake, platform.parties);
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS);
    request.caller = { kind: 'public' };
    const { access } = request.routeOptions.config;
    const isKeyed = access?.zone === 'public' && access.alsoTraders === true && request.headers.authorization !== undefined; // prettier-ignore
    if (isKeyed) request.caller = await identify(request);
    if (request.caller.kind === 'trader') return;
    if (limitRate(request, reply)) return;
    if (isKeyed) {
      await sendProblem(reply, keyUnknown());
      return;
    }
    if (access === undefined || access.zone === 'public') return;
    request.caller = await identify(request);
    const problem = refuseCaller(request, access);
    if (problem !== null) await sendProblem(reply, problem);
  });
  app.setNotFoundHandler({ preHandler: [] }, (request, reply) =>
    sendProblem(reply, {
      ...problemOf('not-found', 'Not found', `There is nothing at ${request.url.slice(0, 200)}.`),
      status: 404,
    }),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    sendProblem(reply, problemOfError(error)),
  );
}

const keyUnknown = (): Problem =>
  problemOf(
    'sign-in-needed',
    'Key not known',
    'The API key is not one of a registered party; leave it out to ask as anybody may.',
  );

function refuseCaller(
  request: FastifyRequest,
  access: Exclude<Access, { zone: 'public' }>,
): Problem | null {
  const { caller } = request;
  if (caller.kind !== access.zone)
    return problemOf(
      'sign-in-needed',
      'Sign in first',
      'This address needs an API key of a registered party or a signed-in officer.',
    );
  if (caller.kind !== 'officer' || access.zone !== 'officer') return null;
  if (access.roles.length > 0 && !access.roles.some((role) => caller.roles.includes(role)))
    return problemOf('role-missing', 'Not your task', 'None of your roles allows this.');
  const isChange = request.method !== 'GET' && request.method !== 'HEAD';
  return isChange && request.headers['x-luxor-csrf'] !== caller.csrf
    ? {
        ...problemOf(
          'sign-in-needed',
          'Sign in again',
          'The page is older than your session: reload it.',
        ),
        status: 403,
      }
    : null;
}

function problemOfError(error: FastifyError): Problem {
  const status = error.statusCode ?? 500;
  if (status === 413)
    return problemOf(
      'message-too-large',
      'Too large',
      'The message is larger than this address takes; send a batch.',
    );
  if (status === 415)
    return problemOf(
      'format-not-supported',
      'Format not supported',
      'Send one submission as application/json, many as application/x-ndjson, text/csv or XLSX.',
    );
  if (error.message === NO_CONNECTION) return busy();
  if (status >= 400 && status < 500)
    return { ...problemOf('value-malformed', 'Malformed request', error.message), status };
  return {
    ...problemOf(
      'processing-failed',
      'A fault of ours',
      'We could not carry this out; our people were told.',
    ),
    status: 500,
  };
}

/** What pg says when every connection of a pool stays in use. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

const busy = (): Problem => ({
  ...problemOf(
    'busy',
    'Busy',
    'More is asked at this moment than can be answered: try again shortly.',
  ),
  status: 503,
});

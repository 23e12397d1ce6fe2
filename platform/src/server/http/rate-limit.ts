/** Limits what one client may ask of the public zone, so that a surge there never takes from those who work here. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limits } from '../../domain/kernel/limits.ts';
import { networkOf } from './client-address.ts';
import { problemOf, sendProblem } from './problem.ts';
import { createTokenBuckets } from './token-buckets.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Files that are the same for everybody, and health: they cost us nothing, and a page needs several of them. */
    unlimited?: true;
    /** Says 429 as a page, where the answer is one; `retry-after` is set already. */
    tooMany?: (request: FastifyRequest, reply: FastifyReply, seconds: number) => FastifyReply;
  }
}

/** Sends 429 when the client of a public route has no request left; says whether it did. */
export type RateLimit = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * Each process counts alone: behind several, a client that spreads its connections has as many times the rate as there are processes.
 * A count in the database would bring the surge to the very place that it is kept from.
 */
export function createRateLimit(): RateLimit {
  const buckets = createTokenBuckets({
    burst: limits.publicRequestsBurst,
    perSecond: limits.publicRequestsPerSecond,
    keysMax: limits.publicClientsMax,
  });
  return (request, reply) => {
    const { access, unlimited, tooMany } = request.routeOptions.config;
    if (access?.zone !== 'public' || unlimited === true) return false;
    const seconds = buckets.take(networkOf(request.ip), performance.now());
    if (seconds === 0) return false;
    void reply.header('retry-after', seconds.toString());
    if (tooMany === undefined) void sendProblem(reply, tooManyRequests(seconds));
    else tooMany(request, reply, seconds);
    return true;
  };
}

const tooManyRequests = (seconds: number) => ({
  ...problemOf(
    'too-many-requests',
    'Too many requests',
    `More came from your address than this platform answers: try again in ${seconds.toString()} s.`,
  ),
  status: 429,
});

/** Holds answers against the published contract: what a route says it answers, it answers. */
import assert from 'node:assert/strict';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

type Asked = InjectOptions & { readonly url: string; readonly status?: number };

/** Sends a request and gives its answer, which must have the status wanted and the shape of the contract. */
export async function ask<Shape extends TSchema>(
  app: FastifyInstance,
  request: Asked,
  shape: Shape,
): Promise<Static<Shape>> {
  const { status = 200, ...options } = request;
  const response = await app.inject(options);
  const where = `${options.method ?? 'GET'} ${options.url}`;
  assert.equal(response.statusCode, status, `${where}: ${response.body.slice(0, 600)}`);
  const answer: unknown = response.json();
  assert.deepEqual(Value.Errors(shape, answer).slice(0, 5), [], `${where} keeps its contract`);
  return answer as Static<Shape>;
}

/** Every door names who may use it and what it answers; the published contract is made of exactly that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemSchema } from '../../src/server/http/schema.ts';
import { listRoutes } from '../../src/server/http/route-list.ts';
import { ROOMS } from '../../src/server/serve.ts';

const routes = await listRoutes(ROOMS);
const nameOf = ({ method, url }: (typeof routes)[number]): string => `${String(method)} ${url}`;

test('each route names its access, and either its contract or what people see there', () => {
  assert.ok(routes.length > 20, 'the rooms have doors');
  const silent = routes.filter(({ config }) => config?.access === undefined || (config.api === undefined) === (config.page === undefined)); // prettier-ignore
  assert.deepEqual(silent.map(nameOf), []);
});

test('what an address says it takes is what it checks', () => {
  const unchecked = routes.filter(({ config, schema }) => {
    const api = config?.api;
    return api?.query !== schema?.querystring || (api?.params ?? schema?.params) !== schema?.params;
  });
  assert.deepEqual(unchecked.map(nameOf), []);
});

test('each refusal is a problem as RFC 9457 spells it', () => {
  const other = routes.filter(
    ({ config }) =>
    Object.entries(config?.api?.answers ?? {}).some(([status, shape]) => Number(status) >= 400 && shape !== ProblemSchema), // prettier-ignore
  );
  assert.deepEqual(other.map(nameOf), []);
});

test('programs and people each have addresses of their own', () => {
  const misplaced = routes.filter(({ url, config }) => (config?.page === undefined) !== (url.startsWith('/v1/') || url === '/health')); // prettier-ignore
  assert.deepEqual(misplaced.map(nameOf), []);
});

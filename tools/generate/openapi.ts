/** Makes docs/reference/openapi.json of the routes themselves: what a route says of itself is what is published. */
import type { RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { AnswerSchema, ParcelStateSchema } from '../../platform/src/server/gateways/api/answer-schema.ts'; // prettier-ignore
import { SubmissionSchema } from '../../platform/src/server/gateways/json/submission-schema.ts';
import { ParcelPageSchema, QueueSchema, SessionSchema } from '../../platform/src/server/desk/schema.ts'; // prettier-ignore
import type { RouteContract } from '../../platform/src/server/http/app.ts';
import { listRoutes } from '../../platform/src/server/http/route-list.ts';
import { FindingSchema, ProblemSchema, ReferenceSchema } from '../../platform/src/server/http/schema.ts'; // prettier-ignore
import { ReceiptSchema } from '../../platform/src/server/journal/wire.ts';
import { ROOMS } from '../../platform/src/server/serve.ts';
import type { Generated } from './generated.ts';

/** Shapes that have a name of their own in the contract; all others stand where they are used. */
const NAMED: ReadonlyMap<TSchema, string> = new Map<TSchema, string>([
  [SubmissionSchema, 'Submission'],
  [AnswerSchema, 'SubmissionAnswer'],
  [ParcelStateSchema, 'ParcelState'],
  [ReceiptSchema, 'Receipt'],
  [FindingSchema, 'Finding'],
  [ProblemSchema, 'Problem'],
  [ReferenceSchema, 'HouseReference'],
  [SessionSchema, 'Session'],
  [QueueSchema, 'Queue'],
  [ParcelPageSchema, 'ParcelPage'],
]);

export async function generate(): Promise<Generated[]> {
  const routes = await listRoutes(ROOMS);
  const text = JSON.stringify(contractOf(routes), null, 2);
  return [{ path: 'docs/reference/openapi.json', text: `${text}\n` }];
}

type Described = RouteOptions & { readonly api: RouteContract };

function contractOf(routes: readonly RouteOptions[]): object {
  const described = routes.flatMap((route): Described[] => {
    const api = route.config?.api;
    return api === undefined || route.method === 'HEAD' ? [] : [{ ...route, api }];
  });
  const paths = Map.groupBy(described, ({ url }) => pathOf(url));
  const sorted = [...paths].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Luxor',
      version: '1',
      description:
        'A national Customs platform for cross-border e-commerce. Amounts are decimal strings with a currency, times RFC 3339. Fields may be added, never renamed.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:4600' }],
    tags: [...new Set(described.map(({ api }) => api.tag))].sort().map((name) => ({ name })),
    paths: Object.fromEntries(
      sorted.map(([path, each]) => [
        path,
        Object.fromEntries(each.map((route) => [String(route.method).toLowerCase(), operationOf(route)])), // prettier-ignore
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        [...NAMED].map(([schema, name]) => [name, written(schema, true)]),
      ),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'The API key of a registered party.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'luxor_session',
          description:
            'A signed-in person. What changes something also needs the header x-luxor-csrf.',
        },
      },
    },
  };
}

const pathOf = (url: string): string => url.replaceAll(/:([a-zA-Z]+)/g, '{$1}');

function operationOf({ api, method, url, config }: Described): object {
  const {
    summary,
    tag,
    params,
    query,
    body,
    contentType = 'application/json',
    otherContentTypes = [],
    answers,
  } = api;
  const zone = config?.access?.zone;
  const changes = method !== 'GET';
  const csrf = { name: 'x-luxor-csrf', in: 'header', required: true, schema: { type: 'string' } };
  const parameters = [
    ...inPath(url, params),
    ...parametersOf(query, 'query'),
    ...(zone === 'officer' && changes ? [csrf] : []),
  ];
  return {
    operationId: nameOf(String(method), url),
    summary,
    tags: [tag],
    security: zone === 'public' ? [] : [{ [zone === 'officer' ? 'session' : 'apiKey']: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              [contentType]: { schema: written(body) },
              // A file is described by its template.
              ...Object.fromEntries(otherContentTypes.map((type) => [type, {}])),
            },
          },
        }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, schema]) => [status, answerOf(Number(status), schema, contentType)]), // prettier-ignore
    ),
  };
}

const WORDS: Readonly<Record<number, string>> = {
  200: 'The answer',
  201: 'Recorded',
  204: 'Done',
  400: 'A value is malformed',
  401: 'Nobody is signed in',
  403: 'Not your task',
  404: 'There is no such thing',
  409: 'The state of things does not allow it',
  422: 'Something is missing or wrong',
};

function answerOf(status: number, schema: TSchema, asked: string): object {
  const description = WORDS[status] ?? `Status ${status}`;
  if (status === 204) return { description };
  const stream = asked === 'application/x-ndjson' ? asked : 'application/json';
  const type = status >= 400 ? 'application/problem+json' : stream;
  return { description, content: { [type]: { schema: written(schema) } } };
}

/** Parameters of the path that no schema describes are text. */
function inPath(url: string, schema: TSchema | undefined): readonly object[] {
  if (schema !== undefined) return parametersOf(schema, 'path');
  return Array.from(url.matchAll(/:([a-zA-Z]+)/g), ([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })); // prettier-ignore
}

type ObjectShape = {
  readonly properties?: Readonly<Record<string, TSchema & { readonly description?: string }>>;
  readonly required?: readonly string[];
};

function parametersOf(schema: TSchema | undefined, place: 'path' | 'query'): readonly object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectShape;
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    // A default makes a required member optional for the caller.
    required: place === 'path' || (required.includes(name) && !('default' in shape)),
    ...(shape.description === undefined ? {} : { description: shape.description }),
    schema: written(shape),
  }));
}

/** `getOfficerParcelsSchemeNumber`: the same as long as the address is the same. */
function nameOf(method: string, url: string): string {
  const words = url.split(/[^a-zA-Z]+/).filter((word) => word !== '' && word !== 'v');
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(''); // prettier-ignore
}

/** Plain JSON Schema, with named shapes replaced by their names; `isTop` writes a named shape itself. */
function written(schema: unknown, isTop = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => written(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const name = isTop ? undefined : NAMED.get(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !key.startsWith('~'))
      .map(([key, value]) => [key, written(value)]),
  );
}

/** A small desk that speaks the published contract and serves the built console under the strict content policy. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ActRequest, Person } from '../../../src/api/contract.ts';
import { Desk, FIGURES, REASONS, personOf, sessionOf } from './desk.ts';
import { NOW, PEOPLE } from './people.ts';
import { MEANS } from './stories.ts';

const DIST = path.join(import.meta.dirname, '../../../dist');

/** What the platform sends with every page of the console; a build that needs more fails its tests. */
export const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export type MockDesk = {
  readonly url: string;
  /** Twelve parcels land. */
  readonly arrive: () => void;
  readonly close: () => Promise<void>;
};

export async function startMockDesk(port = 0): Promise<MockDesk> {
  const desk = new Desk();
  const server = createServer((request, response) => {
    answer(desk, request, response).catch((error: unknown) => {
      send(response, refused(500, String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${listening.toString()}`,
    arrive: () => desk.arrive(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What goes back: a JSON body, and the session's cookie when it changes. */
type Reply = { readonly status: number; readonly body: unknown; readonly cookie?: string };

type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly csrf: unknown;
  readonly body: unknown;
};

async function answer(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk');
  if (url.pathname.startsWith('/officer')) {
    await file(url.pathname, response);
    return;
  }
  const who = /luxor_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const asked: Asked = {
    method: request.method ?? 'GET',
    url,
    csrf: request.headers['x-luxor-csrf'],
    body: await bodyOf(request),
  };
  send(response, replyTo(desk, personOf(who), asked));
}

function replyTo(desk: Desk, you: Person | undefined, asked: Asked): Reply {
  if (asked.url.pathname === '/v1/session/people') return { status: 200, body: PEOPLE };
  if (asked.url.pathname === '/v1/session') return session(you, asked);
  if (you === undefined) return refused(401, 'Sign in first.');
  if (asked.method === 'POST' && asked.csrf !== sessionOf(you).csrf)
    return refused(403, 'This page is too old. Load it again.');
  const said = officer(desk, you, asked);
  if (said === undefined) return refused(404, 'There is no such address.');
  if ('status' in said && 'detail' in said)
    return refused(Number(said.status), String(said.detail));
  return { status: 200, body: said };
}

function session(you: Person | undefined, { method, body }: Asked): Reply {
  if (method === 'DELETE')
    return { status: 200, body: {}, cookie: 'luxor_session=; Path=/; Max-Age=0; HttpOnly' };
  const entering = method === 'POST' ? personOf((body as { person?: string }).person) : you;
  if (entering === undefined) return refused(401, 'Nobody is signed in.');
  return {
    status: 200,
    body: sessionOf(entering),
    cookie: `luxor_session=${entering.id}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

function officer(desk: Desk, you: Person, { url, body }: Asked): object | undefined {
  const parcel = /^\/v1\/officer\/parcels\/([^/]+\/[^/]+?)(\/acts)?$/.exec(url.pathname);
  const parcelPath = parcel?.[1];
  if (parcelPath !== undefined) {
    return parcel?.[2] === undefined
      ? desk.page(you, parcelPath, url.searchParams.has('peek'))
      : desk.act(you, parcelPath, body as ActRequest);
  }
  switch (url.pathname.slice('/v1/officer/'.length)) {
    case 'queue':
      return desk.queue(you, url.searchParams);
    case 'queue/changes':
      return { ...desk.changes(Number(url.searchParams.get('since'))), now: NOW };
    case 'means':
      return MEANS;
    case 'search':
      return { parcels: desk.search(you, url.searchParams.get('q') ?? '') };
    case 'reasons':
      return REASONS;
    case 'figures':
      return FIGURES;
  }
  return undefined;
}

async function file(pathname: string, response: ServerResponse): Promise<void> {
  const asked = pathname.replace(/^\/officer\/?/, '');
  const name = path.extname(asked) === '' ? 'index.html' : path.normalize(asked);
  try {
    const content = await readFile(path.join(DIST, name));
    response.setHeader('content-type', TYPES[path.extname(name)] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', CONTENT_POLICY);
    response.end(content);
  } catch {
    send(response, refused(404, 'There is no such file.'));
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : JSON.parse(text);
}

const refused = (status: number, detail: string): Reply => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, detail, code: 'refused' },
});

function send(response: ServerResponse, { status, body, cookie }: Reply): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  if (cookie !== undefined) response.setHeader('set-cookie', cookie);
  response.end(JSON.stringify(body));
}

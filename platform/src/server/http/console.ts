/** Serves the built officer console: hashed files for ever, and its one page for every other address below /officer. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { repositoryRoot } from '../config.ts';
import { problemOf, sendProblem } from './problem.ts';

const BUILT = join(repositoryRoot, 'web/dist');
const PAGE = 'index.html';

const ACCESS = {
  access: { zone: 'public' },
  page: 'The console of officers.',
  unlimited: true,
} as const;

export function consoleRoutes(app: FastifyInstance): void {
  void app.register(async (inner) => {
    inner.get('/officer', { config: ACCESS }, (_request, reply) => reply.redirect('/officer/'));
    if (!existsSync(join(BUILT, PAGE))) {
      inner.get('/officer/*', { config: ACCESS }, (_request, reply) => sendNotBuilt(reply));
      return;
    }
    await inner.register(fastifyStatic, { root: BUILT, serve: false, dotfiles: 'ignore' });
    inner.get<{ Params: { '*': string } }>(
      '/officer/*',
      { config: ACCESS },
      ({ params: { '*': path } }, reply) => sendConsole(reply, path),
    );
  });
}

/** A file with an ending is itself; any other address is the console's page, which reads the address. */
function sendConsole(reply: FastifyReply, path: string): FastifyReply {
  if (extname(path) === '' || path.startsWith('parcels/'))
    return reply.sendFile(PAGE, { cacheControl: false, acceptRanges: false });
  return path.startsWith('assets/')
    ? reply.sendFile(path, { maxAge: '365d', immutable: true })
    : reply.sendFile(path);
}

const sendNotBuilt = (reply: FastifyReply): FastifyReply | Promise<FastifyReply> =>
  sendProblem(reply, {
    ...problemOf(
      'not-found',
      'The console is not built',
      'npm start and npm test build it; by hand: npx vite build, in the folder web.',
    ),
    status: 404,
  });

/** Lists every route as the server opens it, without a world behind it: for the published contract, and for tests of all doors. */
import type { RouteOptions } from 'fastify';
import type { Platform } from '../world.ts';
import { buildApp, type Routes } from './app.ts';

export async function listRoutes(rooms: readonly Routes[]): Promise<readonly RouteOptions[]> {
  const routes: RouteOptions[] = [];
  const collect: Routes = (app) => {
    app.addHook('onRoute', (route) => {
      if (route.method !== 'HEAD') routes.push(route);
    });
  };
  const app = await buildApp(nowhere(), [collect, ...rooms]);
  await app.ready();
  await app.close();
  return routes;
}

/** A platform of which nothing is used: rooms only remember where to find it. */
function nowhere(): Platform {
  const nothing: unknown = new Proxy(() => undefined, {
    get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : nothing),
  });
  return nothing as Platform;
}

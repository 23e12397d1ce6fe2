/** Serves the platform: opens the world, listens, seals, and stops in good order. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Moment } from '../domain/kernel/instant.ts';
import { advanceDataRoutes } from './gateways/api/routes.ts';
import type { Config } from './config.ts';
import { figuresRoutes } from './desk/figures-routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { sessionRoutes } from './desk/session-routes.ts';
import { Fault, systemErrorCode } from './fault.ts';
import { buildApp, type Routes } from './http/app.ts';
import { consoleRoutes } from './http/console.ts';
import { healthRoutes } from './http/health.ts';
import { journalRoutes } from './journal/routes.ts';
import type { Log } from './log.ts';
import { sealBacklog, startSealing } from './sealing.ts';
import { outreachRoutes } from './outreach/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { selectionRoutes } from './risk/selection-routes.ts';
import { revenueRoutes } from './revenue/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { startWork } from './work.ts';
import { openPlatform, type Platform } from './world.ts';

/** Every room that has doors, in the order of a parcel's path. */
export const ROOMS: readonly Routes[] = [
  healthRoutes,
  advanceDataRoutes,
  selectionRoutes,
  journalRoutes,
  sessionRoutes,
  deskRoutes,
  figuresRoutes,
  revenueRoutes,
  retentionRoutes,
  statisticsRoutes,
  outreachRoutes,
  consoleRoutes,
];

export type Serving = {
  readonly platform: Platform;
  readonly app: FastifyInstance;
  /** http://127.0.0.1:port */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

export type ServeOptions = {
  /** The platform's clock; that of the machine when left out. */
  readonly now?: () => Moment;
  /** Seconds of that clock in one real second, so that screens can carry it on. */
  readonly pace?: number;
};

export async function serve(
  config: Config,
  log: Log,
  options: ServeOptions = {},
): Promise<Serving> {
  const platform = await openPlatform({
    ...options,
    config,
    onFault: (arriving, error) =>
      log.error({ error, messageId: arriving.wire.messageId }, 'A message broke in a pass'),
    onLost: (fault) => log.fatal({ error: fault }, 'PostgreSQL is lost'),
  });
  try {
    const app = await buildApp(platform, ROOMS);
    const address = await listen(app, config.port);
    const sealing = await startSealing(platform, log);
    const work = startWork(platform, log);
    const stop = async (): Promise<void> => {
      await app.close();
      await platform.intake.close();
      await work.stop();
      await sealing.stop();
      await sealBacklog(platform);
      await platform.close();
    };
    return { platform, app, address, stop };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if (systemErrorCode(error) !== 'EADDRINUSE') throw error;
    const sentence = `Port ${String(port)} is in use by another program: stop it, or choose another port with LUXOR_PORT.`;
    throw new Fault({ code: 'port-in-use', sentence, cause: error });
  }
}

/** Writes `.luxor/addresses.json`, readable by its owner alone: it holds the keys of the demo. */
export async function writeAddresses(config: Config, addresses: object): Promise<void> {
  await mkdir(config.dataDirectory, { recursive: true });
  const file = join(config.dataDirectory, 'addresses.json');
  await writeFile(`${file}.new`, `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

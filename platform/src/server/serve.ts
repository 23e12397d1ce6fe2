/** Serves the platform: opens the world, listens, seals, and stops in good order. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
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
import type { Arriving } from './intake/arriving.ts';
import type { Log } from './log.ts';
import { sealBacklog, startSealing } from './sealing.ts';
import { outreachRoutes } from './outreach/routes.ts';
import { quoteRoutes } from './quotes/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { watchLaw } from './packs/follow-law.ts';
import { lawRoutes } from './packs/activation-routes.ts';
import { rehearsalRoutes } from './packs/rehearsal-routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { selectionRoutes } from './risk/selection-routes.ts';
import { entityRoutes } from './entities/routes.ts';
import { returnsRoutes } from './returns/routes.ts';
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
  returnsRoutes,
  entityRoutes,
  retentionRoutes,
  lawRoutes,
  rehearsalRoutes,
  statisticsRoutes,
  quoteRoutes,
  referenceRoutes,
  outreachRoutes,
  consoleRoutes,
];

export const HOST = '127.0.0.1';

export type Serving = {
  readonly platform: Platform;
  /** http://127.0.0.1:port */
  readonly address: string;
  /** Every process of the platform that runs at this moment, the one that was started first of all. */
  readonly processIds: () => readonly number[];
  readonly stop: () => Promise<void>;
};

export type ServeOptions = {
  /** The platform's clock; that of the machine when left out. */
  readonly now?: () => Moment;
  /** Seconds of that clock in one real second, so that screens can carry it on. */
  readonly pace?: number;
};

/** Serves by this process alone. */
export async function serve(
  config: Config,
  log: Log,
  options: ServeOptions = {},
): Promise<Serving> {
  const platform = await openPlatform({
    ...options,
    config,
    onFault: reportFaultIn(log),
    onLost: (fault) => log.fatal({ error: fault }, 'PostgreSQL is lost'),
  });
  try {
    const doors = await openDoors(platform);
    const background = await startBackground(platform, log);
    const stop = async (): Promise<void> => {
      await doors.close();
      await background.stop();
      await platform.close();
    };
    return { platform, address: doors.address, processIds: () => [process.pid], stop };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

export const reportFaultIn =
  (log: Log) =>
  (arriving: Arriving, error: unknown): void =>
    log.error({ error, messageId: arriving.wire.messageId }, 'A message broke in a pass');

/** Sealing and jobs: one process of a platform does them, and `stop` seals what is left. */
export async function startBackground(
  platform: Platform,
  log: Log,
): Promise<{ readonly stop: () => Promise<void> }> {
  const sealing = await startSealing(platform, log);
  const work = startWork(platform, log);
  return {
    stop: async () => {
      await work.stop();
      await sealing.stop();
      await sealBacklog(platform);
    },
  };
}

export type Doors = {
  readonly address: string;
  /** Takes nothing more, and resolves when what was taken is answered. */
  readonly close: () => Promise<void>;
};

/** Listens for everybody who speaks to the platform. */
export async function openDoors(platform: Platform): Promise<Doors> {
  const app = await buildApp(platform, ROOMS);
  const address = await listen(app, platform.config.port);
  const stopWatching = platform.parties.watch(REGISTER_READ_MILLISECONDS);
  const stopFollowing = watchLaw(platform, LAW_READ_MILLISECONDS);
  const close = async (): Promise<void> => {
    await closeDoors(app, platform);
    stopWatching();
    stopFollowing();
  };
  return { address, close };
}

/** How soon every process honours what another one wrote into the register: a party, its standing, a key that was taken back. */
const REGISTER_READ_MILLISECONDS = 1_000;
/** How soon every process decides under the law that two persons have activated. */
export const LAW_READ_MILLISECONDS = 1_000;
/** When everything taken is decided, clients have this long to read their answers and to end their requests. */
const READ_WITHIN_MILLISECONDS = 1_000;
const LOOK_MILLISECONDS = 50;

async function closeDoors(app: FastifyInstance, { intake }: Platform): Promise<void> {
  intake.announceStop();
  let busyAt = performance.now();
  const looking = setInterval(() => {
    if (intake.pending() > 0) busyAt = performance.now();
    // A connection becomes idle when it has its answer; one that never does must not hold up the stop.
    if (performance.now() - busyAt < READ_WITHIN_MILLISECONDS) app.server.closeIdleConnections();
    else app.server.closeAllConnections();
  }, LOOK_MILLISECONDS);
  try {
    await app.close();
    await intake.close();
  } finally {
    clearInterval(looking);
  }
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ host: HOST, port });
  } catch (error) {
    throw portFault(port, error);
  }
}

export function portFault(port: number, error: unknown): unknown {
  if (systemErrorCode(error) !== 'EADDRINUSE') return error;
  const sentence = `Port ${String(port)} is in use by another program: stop it, or choose another port with LUXOR_PORT.`;
  return new Fault({ code: 'port-in-use', sentence, cause: error });
}

/** Writes `.luxor/addresses.json`, readable by its owner alone: it holds the keys of the demo. */
export async function writeAddresses(config: Config, addresses: object): Promise<void> {
  await mkdir(config.dataDirectory, { recursive: true });
  const file = join(config.dataDirectory, 'addresses.json');
  await writeFile(`${file}.new`, `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

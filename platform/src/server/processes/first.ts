/** The first of several processes: it brings PostgreSQL up, seals and runs the jobs, and keeps the processes that serve. */
import { createServer } from 'node:net';
import process from 'node:process';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { watchLaw } from '../packs/follow-law.ts';
import {
  HOST,
  LAW_READ_MILLISECONDS,
  portFault,
  serve,
  startBackground,
  type Serving,
} from '../serve.ts';
import { openPlatform } from '../world.ts';
import { shareConnections, usualProcesses } from './connections.ts';
import { keepServing, type SharedOrders } from './keeper.ts';

/** What `luxor serve` runs: one process alone, or several that share nothing but the database; undefined takes what fits the machine. */
export const serveBy = (
  processes: number | undefined,
  config: Config,
  log: Log,
): Promise<Serving> =>
  (processes ?? usualProcesses()) === 1
    ? serve(config, log)
    : serveInProcesses(config, log, { processes });

export async function serveInProcesses(
  config: Config,
  log: Log,
  { processes: asked }: { readonly processes: number | undefined },
): Promise<Serving> {
  // Known before anything is started, also when any port will do: every process listens on the same.
  const port = await choosePort(config.port);
  const orders = Promise.withResolvers<SharedOrders>();
  const keeper = keepServing({
    orders: orders.promise,
    processes: Math.min(asked ?? Infinity, usualProcesses()),
    log,
  });
  const closing: (() => Promise<void>)[] = [() => keeper.stop()];
  const stop = async (): Promise<void> => {
    for (const close of closing) await close();
  };
  try {
    const platform = await openPlatform({
      config: { ...config, port },
      onLost: (fault) => log.fatal({ error: fault }, 'PostgreSQL is lost'),
    });
    closing.push(() => platform.close());
    const stopFollowing = watchLaw(platform, LAW_READ_MILLISECONDS);
    const { database, running, packVersion } = platform;
    const { processes, poolSizes } = await shareConnections(database.owner, asked);
    orders.resolve({ config: platform.config, address: running.address, poolSizes, packVersion });
    const background = await startBackground(platform, log);
    closing.splice(1, 0, () => (stopFollowing(), background.stop()));
    const address = await keeper.serving(processes);
    return { platform, address, processIds: () => [process.pid, ...keeper.processIds()], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port itself, or a free one for 0; a port in use is told before PostgreSQL is started for nothing. */
function choosePort(port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', (error) => reject(portFault(port, error)));
  probe.listen({ host: HOST, port }, () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port)); // prettier-ignore
  });
  return promise;
}

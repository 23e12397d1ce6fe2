/** The first of several processes: it brings PostgreSQL up, seals and runs the jobs, and keeps the processes that serve. */
import { createServer } from 'node:net';
import process from 'node:process';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { HOST, portFault, serve, startBackground, type Serving } from '../serve.ts';
import { openPlatform } from '../world.ts';
import { shareConnections, usualProcesses } from './connections.ts';
import { keepServing } from './keeper.ts';

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
  const platform = await openPlatform({
    config: { ...config, port },
    onLost: (fault) => log.fatal({ error: fault }, 'PostgreSQL is lost'),
  });
  const background = await startBackground(platform, log).catch(async (error: unknown) => {
    await platform.close();
    throw error;
  });
  try {
    const { database, running: brought, packVersion } = platform;
    const { processes, poolSizes } = await shareConnections(database.owner, asked);
    const orders = { config: platform.config, address: brought.address, poolSizes, packVersion };
    const keeper = await keepServing({ orders, processes, log });
    const stop = async (): Promise<void> => {
      await keeper.stop();
      await background.stop();
      await platform.close();
    };
    return { platform, address: keeper.address, processIds: () => [process.pid, ...keeper.processIds()], stop }; // prettier-ignore
  } catch (error) {
    await background.stop();
    await platform.close();
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

/** The program of a serving process: told by the first process where the database is, it opens the whole path with connections of its own. */
import process from 'node:process';
import { openDatabase } from '../db/connect.ts';
import { createLog } from '../log.ts';
import { openDoors, reportFaultIn } from '../serve.ts';
import { openPlatform, type Platform } from '../world.ts';
import {
  exitCodeOf,
  writtenFault,
  type FromServing,
  type Orders,
  type ToServing,
} from './orders.ts';

const INTERRUPTED = 130;

const tell = (said: FromServing): void => void process.send?.(said);

function received(): { readonly orders: Promise<Orders>; readonly stop: Promise<true> } {
  const orders = Promise.withResolvers<Orders>();
  const stop = Promise.withResolvers<true>();
  let isOpen = false;
  const end = (): void => {
    // Nothing was taken yet, so that nobody waits for an answer.
    if (!isOpen) process.exit(0);
    stop.resolve(true);
  };
  process.on('message', (said: ToServing) => {
    if (said.kind === 'stop') end();
    else {
      isOpen = true;
      orders.resolve(said.orders);
    }
  });
  // Ctrl-C reaches every process of a terminal, and one process may be stopped alone: each time what was taken is answered.
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isAsked) process.exit(INTERRUPTED);
      isAsked = true;
      end();
    });
  return { orders: orders.promise, stop: stop.promise };
}

/** Should the first process vanish, node:cluster ends this one at once: its PostgreSQL goes too, so that nothing could be answered. */
async function main(): Promise<void> {
  const { orders, stop } = received();
  tell({ kind: 'waiting' });
  const platform = await open(await orders);
  const doors = await openDoors(platform);
  tell({ kind: 'serving', address: doors.address });
  await stop;
  await doors.close();
  await platform.close();
}

function open({ number, config, address, poolSizes, packVersion }: Orders): Promise<Platform> {
  const database = openDatabase(address, poolSizes);
  const log = createLog(config.logLevel, { process: number });
  return openPlatform({
    config,
    packVersion,
    running: { database, address, server: undefined, applied: [], stop: () => database.close() },
    onFault: reportFaultIn(log),
  });
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const fault = writtenFault(error);
  const ends = exitCodeOf(fault);
  if (process.send === undefined) process.exit(ends);
  const said: FromServing = { kind: 'fault', fault };
  process.send(said, () => process.exit(ends));
}

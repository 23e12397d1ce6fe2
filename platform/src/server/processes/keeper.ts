/** Keeps serving processes running: starts them, brings back one that dies, and stops them in good order. */
import cluster, { type Worker } from 'node:cluster';
import process from 'node:process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import {
  faultFrom,
  type FromServing,
  type Orders,
  type ToServing,
  type WrittenFault,
} from './orders.ts';

export type Keeper = {
  /** Resolves with http://127.0.0.1:port when all of so many serve, and stops those beyond; rejects with the fault of one that cannot. */
  readonly serving: (processes: number) => Promise<string>;
  /** Of those that run at this moment. */
  readonly processIds: () => readonly number[];
  /** Resolves when every process has answered what it took and has ended. */
  readonly stop: () => Promise<void>;
};

const BACKOFF_FIRST_MS = 100;
/** A slot of the id maker is used up by every start: at this rate a machine that fails all day still has some left. */
const BACKOFF_LAST_MS = 60_000;
/** A process that served this long was well: its next end is a new misfortune. */
const WELL_AFTER_MS = 60_000;
/** Longer than a serving process waits for its last answers. */
const STOP_WITHIN_MS = 15_000;

type Ending = { readonly cause: string; readonly fault: WrittenFault | null };

type Child = {
  readonly worker: Worker;
  /** Rejects when the process ends before it serves. */
  readonly serving: Promise<string>;
  readonly ended: Promise<Ending>;
};

export type SharedOrders = Omit<Orders, 'number'>;

export type Keeping = {
  /** Processes load their programs while the first one brings the database up. */
  readonly orders: Promise<SharedOrders>;
  /** So many as are sure to be wanted are started at once. */
  readonly processes: number;
  readonly log: Log;
};

export function keepServing({ orders, processes, log }: Keeping): Keeper {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({
    exec: join(import.meta.dirname, 'serving.ts'),
    args: [],
    // The heap's size is for every process; what was loaded before us, such as the leash to our starter, is for the first alone.
    execArgv: process.execArgv.filter((flag) => !/^--(import|require|eval|test|input)/.test(flag)),
  });
  const slots: Slot[] = [];
  const keep = (count: number): void => {
    while (slots.length < count) slots.push(keepOne({ orders, number: slots.length + 1, log }));
  };
  keep(processes);
  const stopAll = async (some: readonly Slot[]): Promise<void> => {
    await Promise.all(some.map((slot) => slot.stop()));
  };
  return {
    serving: async (count) => {
      keep(count);
      await stopAll(slots.slice(count));
      const [address = ''] = await Promise.all(slots.slice(0, count).map((slot) => slot.address));
      return address;
    },
    stop: () => stopAll(slots),
    processIds: () => slots.flatMap((slot) => slot.processId() ?? []),
  };
}

type Slot = {
  readonly address: Promise<string>;
  readonly processId: () => number | undefined;
  readonly stop: () => Promise<void>;
};

type Place = Pick<Keeping, 'orders' | 'log'> & Pick<Orders, 'number'>;

function keepOne({ orders: shared, number, log }: Place): Slot {
  const life = new AbortController();
  const orders = shared.then((each): Orders => ({ ...each, number }));
  // Orders that never come are the failure of the first process, which tells it.
  orders.catch(() => undefined);
  let child = start(orders);
  const first = child.serving;

  async function watch(): Promise<void> {
    // A first start that fails is the failure of the whole start, and is told by it.
    await first;
    let failures = 0;
    for (;;) {
      const since = performance.now();
      const { cause } = await child.ended;
      if (life.signal.aborted) return;
      if (performance.now() - since > WELL_AFTER_MS) failures = 0;
      const waitMs = Math.min(BACKOFF_FIRST_MS * 2 ** failures, BACKOFF_LAST_MS);
      failures += 1;
      log.error({ process: number, cause, waitMs }, 'A serving process ended; another one takes its place'); // prettier-ignore
      await pause(waitMs, undefined, { signal: life.signal }).catch(() => undefined);
      if (isOver(life.signal)) return;
      child = start(orders);
      child.serving.catch(() => undefined);
    }
  }

  const watching = watch().catch(() => undefined);
  return {
    address: first,
    processId: () => (child.worker.isDead() ? undefined : child.worker.process.pid),
    stop: async () => {
      life.abort();
      await stopChild(child, log);
      await watching;
    },
  };
}

const isOver = (signal: AbortSignal): boolean => signal.aborted;

function start(orders: Promise<Orders>): Child {
  const worker = cluster.fork();
  const dealt = rememberDealt(worker);
  const serving = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<Ending>();
  let fault: WrittenFault | null = null;
  worker.on('message', (said: FromServing) => {
    switch (said.kind) {
      case 'waiting':
        void orders.then((given) => send(worker, { kind: 'open', orders: given })).catch(() => undefined); // prettier-ignore
        return;
      case 'serving':
        serving.resolve(said.address);
        return;
      case 'fault':
        ({ fault } = said);
    }
  });
  const end = (cause: string): void => {
    dealt()?.close();
    const ending = { cause: fault === null ? cause : sentenceOf(fault), fault };
    serving.reject(fault === null ? new Error(`A serving process ended (${cause}) before it served.`) : faultFrom(fault)); // prettier-ignore
    ended.resolve(ending);
  };
  worker.on('error', (error) => end(error.message));
  worker.on('exit', (code) => end(worker.process.signalCode ?? `exit code ${String(code)}`));
  return { worker, serving: serving.promise, ended: ended.promise };
}

type Dealt = { readonly close: () => void };

/**
 * The connection that a process was dealt last. node:cluster waits for a word that it was accepted, and would wait for ever where the
 * process died before it could give it; closing it tells the client to send again. One that was accepted is closed here already.
 */
function rememberDealt({ process: child }: Worker): () => Dealt | undefined {
  let last: Dealt | undefined;
  const original = child.send.bind(child) as (...words: readonly unknown[]) => boolean;
  child.send = (...words: readonly unknown[]): boolean => {
    const [, handle] = words;
    if (isDealt(handle)) last = handle;
    return original(...words);
  };
  return () => last;
}

const isDealt = (handle: unknown): handle is Dealt =>
  typeof handle === 'object' &&
  handle !== null &&
  'close' in handle &&
  typeof handle.close === 'function';

const sentenceOf = (fault: WrittenFault): string =>
  'trace' in fault ? fault.trace : fault.sentence;

/** A process that has just ended cannot be told anything, and need not be. */
function send(worker: Worker, said: ToServing): void {
  if (worker.isConnected()) worker.send(said, () => undefined);
}

async function stopChild({ worker, ended }: Child, log: Log): Promise<void> {
  send(worker, { kind: 'stop' });
  const late = setTimeout(() => {
    log.error({ processId: worker.process.pid }, 'A serving process did not stop in time and is ended'); // prettier-ignore
    worker.process.kill('SIGKILL');
  }, STOP_WITHIN_MS);
  await ended;
  clearTimeout(late);
}

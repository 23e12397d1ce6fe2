/** Collects messages for a few milliseconds into batches, and keeps a small, fixed number of passes running; single messages have a lane of their own. */
import { limits } from '../../domain/kernel/limits.ts';
import type { Answer, Arriving } from './arriving.ts';

/** `single`: somebody waits for this one answer; `bulk`: one of many, from a stream or a file. */
export type LaneName = 'single' | 'bulk';

export type Intake = {
  /** Answers after commit. */
  readonly submit: (message: Arriving, lane: LaneName) => Promise<Answer>;
  /** Messages waiting or in a pass. */
  readonly pending: () => number;
  /** Resolves once fewer than `batchesWaitingMax` batches of bulk wait: how streams are held back. */
  readonly hasRoom: () => Promise<void>;
  /** Aborted when the platform is about to stop: a stream reads nothing more, and is answered what was taken. */
  readonly stopping: AbortSignal;
  readonly announceStop: () => void;
  /** Takes nothing more and resolves when everything taken is answered. */
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly message: Arriving;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

type Options = {
  readonly run: (messages: readonly Arriving[]) => Promise<readonly Answer[]>;
  /** Passes of bulk at the same time; with the two of single messages, each needs a connection. */
  readonly passes: number;
};

/**
 * Messages of a batch of bulk while single ones are about. A pass computes for up to a quarter of a second over a full batch, and
 * nothing else is done by this thread meanwhile; over this many it lets a single message through every few milliseconds.
 */
const BULK_BESIDE_SINGLES = 100;
/** Passes of single messages at the same time. */
const SINGLE_PASSES = 2;
/** Singles are about until this long after the last one. */
const SINGLES_ABOUT_MILLISECONDS = 500;
/**
 * A pass costs 3 ms of this thread and 2 ms of PostgreSQL however small it is. Passes of one message each would leave no processor
 * to be quick with, so that whoever comes first waits a moment longer for company: singles a little, bulk beside them more.
 */
const LINGER_MILLISECONDS = { single: 10, bulkBesideSingles: 25 } as const;

export function createIntake({ run, passes }: Options): Intake {
  const life = new AbortController();
  const { until, wake } = createWatchers();
  let isClosed = false;
  let singleAt = Number.NEGATIVE_INFINITY;

  const areSinglesAbout = (): boolean => performance.now() - singleAt < SINGLES_ABOUT_MILLISECONDS;

  const bulk = createLane({
    run,
    ended,
    sizeMax: () => (areSinglesAbout() ? BULK_BESIDE_SINGLES : limits.batchSubmissionsMax),
    linger: () =>
      areSinglesAbout() ? LINGER_MILLISECONDS.bulkBesideSingles : limits.batchLingerMilliseconds,
    mayRun: () => bulk.running() < (areSinglesAbout() ? 1 : passes),
  });
  // Two passes are always theirs, so that they wait for no bulk, and seldom for one another.
  const single = createLane({
    run,
    ended,
    sizeMax: () => limits.batchSubmissionsMax,
    linger: () => LINGER_MILLISECONDS.single,
    mayRun: () => single.running() < SINGLE_PASSES,
  });
  const lanes = [single, bulk] as const;

  function ended(): void {
    for (const lane of lanes) lane.pump();
    wake();
  }
  const pending = (): number => single.pending() + bulk.pending();

  return {
    submit: (message, lane) =>
      new Promise<Answer>((resolve, reject) => {
        if (isClosed) {
          reject(new Error('The platform is stopping.'));
          return;
        }
        if (lane === 'single') singleAt = performance.now();
        (lane === 'single' ? single : bulk).add({ message, resolve, reject });
      }),
    pending,
    hasRoom: () =>
      until(() => bulk.waiting() < limits.batchSubmissionsMax * limits.batchesWaitingMax),
    stopping: life.signal,
    announceStop: () => life.abort(),
    close: async () => {
      life.abort();
      isClosed = true;
      for (const lane of lanes) lane.hurry();
      await until(() => pending() === 0);
    },
  };
}

type Lane = {
  readonly add: (waiting: Waiting) => void;
  readonly waiting: () => number;
  readonly running: () => number;
  /** Waiting or in a pass. */
  readonly pending: () => number;
  /** Starts what may be started. */
  readonly pump: () => void;
  /** Waits for company no more. */
  readonly hurry: () => void;
};

type LaneOptions = Pick<Options, 'run'> & {
  readonly sizeMax: () => number;
  /** Milliseconds that the first of a batch waits for company. */
  readonly linger: () => number;
  readonly mayRun: () => boolean;
  readonly ended: () => void;
};

function createLane({ run, sizeMax, linger, mayRun, ended }: LaneOptions): Lane {
  let queue: Waiting[] = [];
  let running = 0;
  let inPass = 0;
  let timer: NodeJS.Timeout | null = null;
  let isHurried = false;

  function pump(): void {
    while (
      queue.length > 0 &&
      mayRun() &&
      (timer === null || isHurried || queue.length >= sizeMax())
    )
      start(sizeMax());
  }

  function start(size: number): void {
    const batch = queue.slice(0, size);
    queue = queue.slice(size);
    running += 1;
    inPass += batch.length;
    void runBatch(run, batch).finally(() => {
      running -= 1;
      inPass -= batch.length;
      ended();
    });
  }

  /** The first of a batch waits a moment for company. */
  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = null;
      pump();
    }, linger());
  }

  return {
    add: (waiting) => {
      queue.push(waiting);
      if (isHurried || queue.length >= sizeMax()) pump();
      else schedule();
    },
    waiting: () => queue.length,
    running: () => running,
    pending: () => queue.length + inPass,
    pump,
    hurry: () => {
      isHurried = true;
      pump();
    },
  };
}

/** Whoever waits until something is so looks again each time a batch has ended. */
function createWatchers() {
  const watchers: (() => void)[] = [];
  return {
    wake: (): void => {
      for (const watcher of watchers.splice(0)) watcher();
    },
    until: async (condition: () => boolean): Promise<void> => {
      while (!condition()) await new Promise<void>((resolve) => watchers.push(resolve));
    },
  };
}

async function runBatch(run: Options['run'], batch: readonly Waiting[]): Promise<void> {
  try {
    const answers = await run(batch.map((waiting) => waiting.message));
    batch.forEach((waiting, index) => {
      const answer = answers[index];
      if (answer === undefined) waiting.reject(new Error('A pass answers every message.'));
      else waiting.resolve(answer);
    });
  } catch (error) {
    for (const waiting of batch) waiting.reject(error);
  }
}

/** Collects messages for a few milliseconds into batches, and keeps a small, fixed number of passes running; single messages go first. */
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
  /** Passes of bulk at the same time; with the one of single messages, each needs a connection. */
  readonly passes: number;
};

/**
 * Messages of a pass while single ones are about. A pass computes for up to a quarter of a second over a full batch, and nothing else is
 * done by this thread meanwhile; over so few it lets the next single message through soon.
 */
const BESIDE_SINGLES_MAX = 100;
/** Singles are about until this long after the last one. */
const SINGLES_ABOUT_MILLISECONDS = 500;
/**
 * A pass costs some milliseconds of this thread and of PostgreSQL however small it is. Were each message a pass, or each lane to run its
 * own beside the other's, no processor would be left to be quick with: whoever comes first waits a moment for company.
 */
const LINGER_MILLISECONDS = { single: 6, bulkBesideSingles: 25 } as const;

export function createIntake({ run, passes }: Options): Intake {
  const life = new AbortController();
  const { until, wake } = createWatchers();
  let isClosed = false;
  let singleAt = Number.NEGATIVE_INFINITY;

  const areSinglesAbout = (): boolean => performance.now() - singleAt < SINGLES_ABOUT_MILLISECONDS;
  const sizeMax = (): number =>
    areSinglesAbout() ? BESIDE_SINGLES_MAX : limits.batchSubmissionsMax;
  const mayRunBulk = (): boolean => running.all() < (areSinglesAbout() ? 1 : passes);

  const single = createQueue(() => LINGER_MILLISECONDS.single, pump);
  const bulk = createQueue(
    () =>
      areSinglesAbout() ? LINGER_MILLISECONDS.bulkBesideSingles : limits.batchLingerMilliseconds,
    pump,
  );

  /** Single messages first, in one pass at a time whatever bulk does; bulk rides along in what room they leave. */
  function pump(): void {
    if (single.isReady(sizeMax()) && running.withSingles() === 0) {
      const batch = single.take(limits.batchSubmissionsMax);
      running.start([...batch, ...bulk.take(Math.max(0, sizeMax() - batch.length))], 1);
    }
    while (bulk.isReady(sizeMax()) && mayRunBulk()) running.start(bulk.take(sizeMax()), 0);
  }

  const running = createPasses(run, () => {
    pump();
    wake();
  });
  const pending = (): number => single.waiting() + bulk.waiting() + running.messages();

  return {
    submit: (message, lane) =>
      new Promise<Answer>((resolve, reject) => {
        if (isClosed) {
          reject(new Error('The platform is stopping.'));
          return;
        }
        if (lane === 'single') singleAt = performance.now();
        const queue = lane === 'single' ? single : bulk;
        queue.add({ message, resolve, reject });
        if (queue.isReady(sizeMax())) pump();
      }),
    pending,
    hasRoom: () =>
      until(() => bulk.waiting() < limits.batchSubmissionsMax * limits.batchesWaitingMax),
    stopping: life.signal,
    announceStop: () => life.abort(),
    close: async () => {
      life.abort();
      isClosed = true;
      single.hurry();
      bulk.hurry();
      pump();
      await until(() => pending() === 0);
    },
  };
}

/** The passes that run; `onEnd` is told of each that has ended. */
function createPasses(run: Options['run'], onEnd: () => void) {
  const running = { all: 0, withSingles: 0, messages: 0 };
  const count = (batch: readonly Waiting[], withSingles: 0 | 1, sign: 1 | -1): void => {
    running.all += sign;
    running.withSingles += sign * withSingles;
    running.messages += sign * batch.length;
  };
  return {
    all: (): number => running.all,
    withSingles: (): number => running.withSingles,
    messages: (): number => running.messages,
    start: (batch: readonly Waiting[], withSingles: 0 | 1): void => {
      count(batch, withSingles, 1);
      void runBatch(run, batch).finally(() => {
        count(batch, withSingles, -1);
        onEnd();
      });
    },
  };
}

type Queue = {
  readonly add: (waiting: Waiting) => void;
  readonly take: (count: number) => readonly Waiting[];
  readonly waiting: () => number;
  /** Whether the first has waited long enough for company, or so many have come. */
  readonly isReady: (enough: number) => boolean;
  /** Waits for company no more. */
  readonly hurry: () => void;
};

/** `linger` is asked for the milliseconds that the first of a batch waits for company; then `onReady` is told. */
function createQueue(linger: () => number, onReady: () => void): Queue {
  let queue: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;
  let isHurried = false;

  return {
    add: (waiting) => {
      queue.push(waiting);
      timer ??= setTimeout(() => {
        timer = null;
        onReady();
      }, linger());
    },
    take: (count) => {
      const taken = queue.slice(0, count);
      queue = queue.slice(count);
      return taken;
    },
    waiting: () => queue.length,
    isReady: (enough) =>
      queue.length > 0 && (timer === null || isHurried || queue.length >= enough),
    hurry: () => {
      isHurried = true;
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

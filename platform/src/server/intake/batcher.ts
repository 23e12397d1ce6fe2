/** Collects messages for a few milliseconds into batches, and keeps a small, fixed number of passes running. */
import { limits } from '../../domain/kernel/limits.ts';
import type { Answer, Arriving } from './arriving.ts';

export type Intake = {
  /** Answers after commit. */
  readonly submit: (message: Arriving) => Promise<Answer>;
  /** Messages waiting or in a pass. */
  readonly pending: () => number;
  /** Resolves once fewer than `batchesWaitingMax` batches wait: how streams are held back. */
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
  /** Passes at the same time; each needs a connection. */
  readonly passes: number;
};

export function createIntake({ run, passes }: Options): Intake {
  const queue: Waiting[] = [];
  let running = 0;
  let inPass = 0;
  let timer: NodeJS.Timeout | null = null;
  let isClosing = false;
  const life = new AbortController();
  const { until, wake } = createWatchers();

  function pump(): void {
    while (
      running < passes &&
      queue.length > 0 &&
      (queue.length >= limits.batchSubmissionsMax || timer === null || isClosing)
    ) {
      start(queue.splice(0, limits.batchSubmissionsMax));
    }
  }

  function start(batch: Waiting[]): void {
    running += 1;
    inPass += batch.length;
    void runBatch(run, batch).finally(() => {
      running -= 1;
      inPass -= batch.length;
      pump();
      wake();
    });
  }

  /** Waits for company only while every pass is idle enough to take it at once. */
  function schedule(): void {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      pump();
    }, limits.batchLingerMilliseconds);
  }

  return {
    submit: (message) =>
      new Promise<Answer>((resolve, reject) => {
        if (isClosing) {
          reject(new Error('The platform is stopping.'));
          return;
        }
        queue.push({ message, resolve, reject });
        if (queue.length >= limits.batchSubmissionsMax) pump();
        else schedule();
      }),
    pending: () => queue.length + inPass,
    hasRoom: () =>
      until(() => queue.length < limits.batchSubmissionsMax * limits.batchesWaitingMax),
    stopping: life.signal,
    announceStop: () => life.abort(),
    close: async () => {
      life.abort();
      isClosing = true;
      pump();
      await until(() => queue.length + inPass === 0);
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

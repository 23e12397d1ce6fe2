/** Reads the memory of the measured platform early in a run, to be held against what it takes at the end. */
import type { ServerProcess } from './server-process.ts';

/** Reads the memory once after 20 seconds of the path; after a third of it when it is shorter. */
export type MemoryWatch = {
  readonly slice: (seconds: number) => void;
  readonly early: () => Promise<number>;
};

export function watchMemory(server: ServerProcess, total: number): MemoryWatch {
  const wanted = Math.min(20, total / 3);
  let passed = 0;
  let reading: Promise<number> | null = null;
  return {
    slice: (seconds) => {
      const left = wanted - passed;
      passed += seconds;
      if (reading !== null || left > seconds) return;
      const { promise, resolve } = Promise.withResolvers<number>();
      reading = promise;
      setTimeout(() => resolve(server.usage().rssBytes), left * 1_000);
    },
    early: () => reading ?? Promise.resolve(Number.NaN),
  };
}

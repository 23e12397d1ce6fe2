/** Starts the measured platform as child processes, reads what they use, and stops them. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { HEAP_FLAGS } from '../bootstrap/runtime.mjs';
import { processBytes, processMicroseconds } from './processor.ts';
import type { Ready } from './server.ts';

export type ServerProcess = Ready & {
  readonly usage: () => Usage;
  readonly stop: () => Promise<void>;
};

/** What all its processes of Node have used so far. */
export type Usage = { readonly rssBytes: number; readonly processorMicroseconds: number };

export type ServerPlace = {
  readonly dataDirectory: string;
  readonly packsDirectory: string;
  /** As many as `luxor serve` takes unasked when undefined. */
  readonly processes: number | undefined;
};

/** With the flags of node that `luxor serve` runs with, and no others: what is measured is what people get. */
export async function startServer(place: ServerPlace): Promise<ServerProcess> {
  const program = join(import.meta.dirname, 'server.ts');
  const child = fork(
    program,
    [place.dataDirectory, place.packsDirectory, String(place.processes ?? '')],
    {
      execArgv: [...HEAP_FLAGS],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ready = await heard<Ready>(child);
  const { processIds } = ready;
  return {
    ...ready,
    usage: () => ({
      rssBytes: processBytes(processIds),
      processorMicroseconds: processMicroseconds(processIds),
    }),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}

/** The next thing the child says; its end instead is a fault. */
async function heard<Said>(child: ChildProcess): Promise<Said> {
  const waiting = new AbortController();
  const ended = once(child, 'exit', { signal: waiting.signal }).then(([code]) => {
    throw new Error(`The measured platform ended with ${String(code)}.`);
  });
  const said = once(child, 'message', { signal: waiting.signal }).then(([message]) => message as Said); // prettier-ignore
  try {
    return await Promise.race([said, ended]);
  } finally {
    waiting.abort();
    await Promise.allSettled([said, ended]);
  }
}

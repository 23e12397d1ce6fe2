/** Starts the measured platform as a child process, asks it what it uses, and stops it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { HEAP_FLAGS } from '../bootstrap/runtime.mjs';
import type { Ready, Usage } from './server.ts';

export type ServerProcess = Ready & {
  readonly pid: number;
  readonly usage: () => Promise<Usage>;
  readonly stop: () => Promise<void>;
};

export type ServerPlace = { readonly dataDirectory: string; readonly packsDirectory: string };

/** With the flags of node that `luxor serve` runs with, and no others: what is measured is what people get. */
export async function startServer(place: ServerPlace): Promise<ServerProcess> {
  const program = join(import.meta.dirname, 'server.ts');
  const child = fork(program, [place.dataDirectory, place.packsDirectory], {
    execArgv: [...HEAP_FLAGS],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await heard<Ready>(child);
  let asked: Promise<unknown> = Promise.resolve();
  return {
    ...ready,
    pid: child.pid ?? 0,
    // One question at a time, so that nobody takes the answer of another.
    usage: () => {
      const answered = asked.then(() => {
        child.send('usage');
        return heard<Usage>(child);
      });
      asked = answered;
      return answered;
    },
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

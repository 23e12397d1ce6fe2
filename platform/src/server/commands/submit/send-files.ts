/** Sends files through their doors to a submitter, with a bounded number of messages on the way. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import process from 'node:process';
import { addAbortSignal } from 'node:stream';
import { exitCodes, Fault, systemErrorCode } from '../../fault.ts';
import type { Bytes, DoorMessage } from '../../gateways/door.ts';
import { readMessages } from '../../gateways/read-messages.ts';
import type { Progress } from '../progress.ts';
import type { Submitted, Submitter } from './submitter.ts';
import type { Tally } from './tally.ts';

/** Messages on the way whose answers are still awaited. */
const WINDOW = 2_000;

export type Sending = {
  readonly submitter: Submitter;
  readonly tally: Tally;
  readonly progress: Progress;
  readonly stop: AbortSignal;
};

type OnTheWay = { readonly message: DoorMessage; readonly answer: Promise<Submitted> };

/** `-` is the standard input. */
export async function sendFile(file: string, sending: Sending): Promise<void> {
  const { submitter, tally, progress, stop } = sending;
  const onTheWay: OnTheWay[] = [];
  const settle = async (kept: number): Promise<void> => {
    for (const { message, answer } of onTheWay.splice(0, onTheWay.length - kept))
      tally.take(file, message, await answer);
  };
  try {
    for await (const result of readMessages(metered(openFile(file, stop), progress))) {
      stop.throwIfAborted();
      progress.messages++;
      if ('findings' in result) tally.refuse(file, result);
      else {
        await submitter.ready();
        const answer = submitter.submit(result);
        // When one answer fails the run ends, and nobody waits for those behind it.
        answer.catch(() => undefined);
        onTheWay.push({ message: result, answer });
        if (onTheWay.length >= WINDOW) await settle(WINDOW / 2);
      }
    }
    await settle(0);
  } catch (error) {
    throw readFault(file, error);
  }
}

/** Says before anything is sent which file cannot be read; the sum of the sizes, unknown with a stream among them. */
export async function sizeOfFiles(files: readonly string[]): Promise<number | undefined> {
  let bytes: number | undefined = 0;
  for (const file of files) {
    if (file === '-') {
      bytes = undefined;
      continue;
    }
    const found = await stat(file).catch((error: unknown) => {
      throw readFault(file, error);
    });
    if (found.isDirectory()) throw unreadable(file, 'it is a folder');
    bytes = bytes === undefined || !found.isFile() ? undefined : bytes + found.size;
  }
  return bytes;
}

/** Whoever waits for more of a stream is told to stop as well. */
const openFile = (file: string, stop: AbortSignal): Bytes =>
  addAbortSignal(stop, file === '-' ? process.stdin : createReadStream(file, { highWaterMark: READ_BYTES })); // prettier-ignore

const READ_BYTES = 262_144;

async function* metered(source: Bytes, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    progress.add(bytes.length);
    yield bytes;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EISDIR: 'it is a folder',
};

function readFault(file: string, error: unknown): unknown {
  const reason = REASONS[systemErrorCode(error) ?? ''];
  return reason === undefined ? error : unreadable(file, reason);
}

const unreadable = (file: string, reason: string): Fault =>
  new Fault({
    code: 'file-unreadable',
    sentence: `${file} cannot be read: ${reason}.`,
    exitCode: exitCodes.wrongUsage,
  });

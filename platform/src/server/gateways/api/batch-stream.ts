/** Receives a stream of messages in bounded memory and answers line by line, in the order they came. */
import type { Readable } from 'node:stream';
import type { CallerOf } from '../../access/caller.ts';
import type { DoorMessage, DoorResult, Place } from '../door.ts';
import { placeOfFinding } from '../finding-place.ts';
import { writtenFinding } from '../../http/problem.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import type { Answer } from '../../intake/arriving.ts';
import type { Platform } from '../../world.ts';
import { writtenAnswer } from './answer-schema.ts';
import type { BatchDoor } from './batch-format.ts';
import { createAnswerWindow, type AnswerWindow } from './answer-window.ts';
import { ownerOf } from './handlers.ts';
import type { Finding } from '../../../domain/kernel/finding.ts';

type Trader = CallerOf<'trader'>;

/** Messages that may be on their way at once in one stream: enough for every pass, little enough for memory. */
const WINDOW = limits.batchSubmissionsMax * 4;

/** One JSON line an answer; a line that cannot be read is answered with its findings and its line number. */
export async function* receiveBatch(
  platform: Platform,
  trader: Trader,
  { source, read }: { readonly source: Readable; readonly read: BatchDoor },
): AsyncGenerator<string> {
  const window = createAnswerWindow(WINDOW);
  const { stopping } = platform.intake;
  const end = (): void => window.end();
  stopping.addEventListener('abort', end, { once: true });
  const reading = readAll(platform, window, { trader, source, read });
  try {
    yield* window.drain();
  } finally {
    stopping.removeEventListener('abort', end);
    // A client that went away, or a pass that failed: nothing more is read of it. A platform that stops reads on, without taking
    // anything, for to break off the connection would take from the client the answers that are on their way.
    if (!stopping.aborted) {
      source.destroy();
      await reading;
    }
  }
}

type Incoming = { readonly trader: Trader; readonly source: Readable; readonly read: BatchDoor };

async function readAll(
  platform: Platform,
  window: AnswerWindow,
  { trader, source, read }: Incoming,
): Promise<void> {
  try {
    for await (const result of read(source)) {
      if (isStopping(platform)) continue;
      await platform.intake.hasRoom();
      if (isStopping(platform)) continue;
      await window.add(() => receive(platform, trader, result));
    }
    window.end();
  } catch (error) {
    window.end(error);
  }
}

const isStopping = ({ intake }: Platform): boolean => intake.stopping.aborted;

async function receive(platform: Platform, trader: Trader, result: DoorResult): Promise<string> {
  const line = result.line ?? 0;
  if ('findings' in result) return refusedLine(line, result.findings);
  const owner = ownerOf(platform, trader, result.wire);
  if (!owner.ok) return refusedLine(line, [owner.error]);
  const { wire, raw } = result;
  const arriving = { owner: owner.value, wire, raw, receivedAt: platform.now() };
  const answer = await platform.intake.submit(arriving, 'bulk');
  return answeredLine(result, answer);
}

/** A finding with its line and column, where the door knows them. */
const placed = (finding: Finding, place: Place) => ({ ...writtenFinding(finding), ...place });

const refusedLine = (line: number, findings: readonly Finding[]): string =>
  `${JSON.stringify({ line, status: 'refused', findings: findings.map((each) => placed(each, placeOfFinding(each))) })}\n`;

function answeredLine({ line = 0, placeOf }: DoorMessage, answer: Answer): string {
  if (placeOf === undefined)
    return answer.status === 'refused'
      ? refusedLine(line, answer.findings)
      : `${JSON.stringify({ line, ...writtenAnswer(answer) })}\n`;
  // Only a table knows the cell of each element.
  const findings = answer.findings.map((each) => placed(each, placeOf(each.pointer)));
  return answer.status === 'refused'
    ? `${JSON.stringify({ line, status: 'refused', findings })}\n`
    : `${JSON.stringify({ line, ...writtenAnswer(answer), findings })}\n`;
}

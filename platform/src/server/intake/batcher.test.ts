/** Proves that a single message passes a full queue of bulk, that neither lane starves the other, and that a stop answers everything taken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { limits } from '../../domain/kernel/limits.ts';
import type { Answer, Arriving } from './arriving.ts';
import { createIntake, type Intake, type LaneName } from './batcher.ts';

/** A message that is known by its number alone, and an answer that says which it was. */
const messageOf = (place: number): Arriving => ({ receivedAt: place }) as unknown as Arriving;
const answerTo = ({ receivedAt }: Arriving): Answer => ({ receivedAt }) as unknown as Answer;

type Pass = { readonly places: readonly number[]; readonly end: () => void };

/** An intake whose passes end when the test says so. */
function openIntake(): { readonly intake: Intake; readonly passes: Pass[] } {
  const passes: Pass[] = [];
  const intake = createIntake({
    passes: 2,
    run: (messages) =>
      new Promise((resolve) => {
        const places = messages.map(({ receivedAt }) => receivedAt);
        passes.push({ places, end: () => resolve(messages.map(answerTo)) });
      }),
  });
  return { intake, passes };
}

function send(
  intake: Intake,
  lane: LaneName,
  places: readonly number[],
): Promise<readonly Answer[]> {
  return Promise.all(places.map((place) => intake.submit(messageOf(place), lane)));
}

const numbers = (count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index);

const LINGERED = limits.batchLingerMilliseconds * 4;
const BULK = limits.batchSubmissionsMax;

test('a single message waits for no bulk, however much of it waits', async () => {
  const { intake, passes } = openIntake();
  const bulk = send(intake, 'bulk', numbers(BULK * 4));
  await turn();
  assert.deepEqual(passes.map(({ places }) => places.length), [BULK, BULK]); // prettier-ignore
  const single = send(intake, 'single', [-1]);
  await pause(LINGERED);
  assert.equal(passes[2]?.places[0], -1);
  for (const pass of passes.slice(2)) pass.end();
  await single;
  const closed = intake.close();
  while (intake.pending() > 0) {
    for (const pass of passes) pass.end();
    await turn();
  }
  await Promise.all([bulk, closed]);
});

test('while single messages are about, passes are small, and bulk rides along with singles', async () => {
  const { intake, passes } = openIntake();
  const singles = send(intake, 'single', [-1]);
  const bulk = send(intake, 'bulk', numbers(799));
  await pause(LINGERED);
  const sizes: number[] = [];
  for (let ended = 0; ended < passes.length; ended += 1) {
    assert.ok(passes.length - ended <= 2, 'beside one pass of bulk runs one with single messages');
    sizes.push(passes[ended]?.places.length ?? 0);
    passes[ended]?.end();
    await turn();
  }
  assert.deepEqual(sizes, [100, 100, 100, 100, 100, 100, 100, 100]);
  assert.ok(passes.some(({ places }) => places.includes(-1) && places.length > 1));
  await Promise.all([singles, bulk]);
});

test('single messages that come while a pass of theirs runs are the next one together', async () => {
  const { intake, passes } = openIntake();
  for (const place of [1, 2, 3]) {
    void send(intake, 'single', [place]);
    await pause(LINGERED);
  }
  assert.deepEqual(passes.map(({ places }) => places), [[1]]); // prettier-ignore
  passes[0]?.end();
  await turn();
  assert.deepEqual(passes[1]?.places, [2, 3]);
});

test('at a stop everything taken is answered, and nothing more is taken', async () => {
  const { intake, passes } = openIntake();
  const taken = Promise.all([send(intake, 'bulk', [1, 2]), send(intake, 'single', [3])]);
  const closed = intake.close();
  assert.ok(intake.stopping.aborted);
  await assert.rejects(intake.submit(messageOf(4), 'single'), /stopping/);
  for (const pass of passes) pass.end();
  assert.deepEqual((await taken).flat().map(({ receivedAt }) => receivedAt), [1, 2, 3]); // prettier-ignore
  await closed;
});

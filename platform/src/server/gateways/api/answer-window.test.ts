/** Shows that answers go out in order and at once, that their number is bounded, and that a failure stays in its stream. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createAnswerWindow } from './answer-window.ts';

const later = (text: string) => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { answer: () => promise, come: () => resolve(text), fail: reject };
};

test('an answer goes out as soon as those before it have, while the stream is still open', async () => {
  const window = createAnswerWindow(10);
  const [first, second, third] = [later('a'), later('b'), later('c')];
  for (const each of [first, second, third]) await window.add(each.answer);
  const drain = window.drain();
  second.come();
  first.come();
  await turn();
  assert.equal((await drain.next()).value, 'ab');
  third.come();
  assert.equal((await drain.next()).value, 'c');
  window.end();
  assert.equal((await drain.next()).done, true);
});

test('a full window takes nothing more until an answer has gone out', async () => {
  const window = createAnswerWindow(1);
  await window.add(() => Promise.resolve('a'));
  let isTaken = false;
  const adding = window.add(() => Promise.resolve('b')).then(() => (isTaken = true));
  await turn();
  assert.equal(isTaken, false);
  const drain = window.drain();
  assert.equal((await drain.next()).value, 'a');
  await adding;
  assert.equal((await drain.next()).value, 'b');
});

test('a failed answer breaks its stream off after what came before it, and nothing else notices', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  const window = createAnswerWindow(10);
  const [first, second] = [later('a'), later('b')];
  for (const each of [first, second]) await window.add(each.answer);
  second.fail(new Error('the database went away'));
  await turn();
  await turn();
  first.come();
  const drain = window.drain();
  assert.equal((await drain.next()).value, 'a');
  await assert.rejects(drain.next(), /the database went away/);
  process.off('unhandledRejection', note);
  assert.deepEqual(unhandled, []);
});

test('a stream that its client gave up asks for no further answer', async () => {
  const window = createAnswerWindow(1);
  const asked: string[] = [];
  const answer = (text: string) => () => {
    asked.push(text);
    return Promise.resolve(text);
  };
  await window.add(answer('a'));
  const waiting = window.add(answer('b'));
  const drain = window.drain();
  await drain.next();
  await drain.return(undefined);
  await waiting;
  await window.add(answer('c'));
  assert.ok(!asked.includes('c'), asked.join());
});

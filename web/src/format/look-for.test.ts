/** Proves that instructions read as sentences, however the rule wrote them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { lookForSentences } from './look-for.ts';

test('fragments become one sentence', () => {
  assert.deepEqual(lookForSentences(['loose cells', 'no UN mark.']), [
    'Look for loose cells, no UN mark.',
  ]);
});

test('whole sentences stay as they are, each said once', () => {
  const written = 'Look for loose cells and a mark UN 3480.';
  assert.deepEqual(lookForSentences([written, written, 'Ask for the invoice']), [
    written,
    'Ask for the invoice.',
  ]);
});

test('nothing to look for is no sentence', () => {
  assert.deepEqual(lookForSentences(['', ' ']), []);
});

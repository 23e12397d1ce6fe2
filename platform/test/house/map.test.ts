/** Proves that each source file says what it is for, and that the map repeats exactly that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate, openingSentence, openings } from '../../../tools/generate/map.ts';
import { readIfThere } from './repository.ts';

test('a file opens with one sentence that says what it is for', async () => {
  const silent = (await openings()).filter((file) => file.sentence === undefined);
  assert.deepEqual(
    silent.map((file) => file.path),
    [],
    'these files do not open with /** One sentence. */',
  );
});

test('the map repeats the sentences, so it cannot lie', async () => {
  for (const file of await generate()) {
    assert.equal(readIfThere(file.path), file.text, `run "npm run generate" for ${file.path}`);
  }
});

test('a sentence is read to its full stop, and code before it is not overlooked', () => {
  assert.equal(openingSentence('/** Adds up. More. */\nx'), 'Adds up.');
  assert.equal(openingSentence('#!/usr/bin/env node\n/**\n * Two\n * lines.\n */'), 'Two lines.');
  assert.equal(openingSentence('/** Reads v1.2 of\n * it. */'), 'Reads v1.2 of it.');
  assert.equal(openingSentence("import x from 'x';\n/** Too late. */"), undefined);
  assert.equal(openingSentence('/** no sentence */'), undefined);
});

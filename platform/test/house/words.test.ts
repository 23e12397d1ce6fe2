/** Proves that names use the glossary's words and none of the synonyms that it tells us to avoid. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { avoidedIn, readGlossary } from './glossary.ts';
import { codeFiles, declaredNames, read } from './repository.ts';

const entries = readGlossary(read('docs/glossary.md'));
const ours = codeFiles().filter((file) => /^(?:platform|web)\/(?:src|test)\//.test(file));

test('no name in the code is a synonym that the glossary avoids', () => {
  const found = ours.flatMap((file) =>
    declaredNames(file, read(file)).flatMap(({ name, line }) => {
      const word = avoidedIn(name, entries);
      return word === undefined ? [] : [`${file}:${line} ${name}: avoid "${word}"`];
    }),
  );
  assert.deepEqual(found, []);
});

test('no file or folder is named by a synonym that the glossary avoids', () => {
  const found = ours.flatMap((file) => {
    const segments = file.split('/').slice(2);
    const word = segments
      .map((segment) => avoidedIn(path.posix.parse(segment).name, entries))
      .find((avoided) => avoided !== undefined);
    return word === undefined ? [] : [`${file}: avoid "${word}"`];
  });
  assert.deepEqual(found, []);
});

test('the glossary has each word once, in alphabetical order, and avoids none of its own words', () => {
  const words = entries.map((entry) => entry.word);
  assert.ok(words.length >= 20, `only ${words.length} entries were read`);
  assert.deepEqual(words, [...new Set(words)].sort());
  const avoided = new Set(entries.flatMap((entry) => entry.avoid));
  assert.deepEqual(
    words.filter((word) => avoided.has(word)),
    [],
  );
});

test('an avoided word is found in any spelling, and not within a word of the glossary', () => {
  const sample = readGlossary(
    '**parcel**: One.\n*Avoid:* package (it is npm’s), shipment.\n\n**advance data**: Two.\n\n**fact**: Three. *Avoid:* data.\n',
  );
  assert.equal(avoidedIn('packageCount', sample), 'package');
  assert.equal(avoidedIn('MAX_SHIPMENTS', sample), 'shipment');
  assert.equal(avoidedIn('readAdvanceData', sample), undefined);
  assert.equal(
    avoidedIn('createDataKeys', readGlossary('**data key**: A.\n\n**b**: C. *Avoid:* data.')),
    undefined,
  );
  assert.equal(avoidedIn('riskData', sample), 'data');
  assert.equal(avoidedIn('packaging', sample), undefined);
});

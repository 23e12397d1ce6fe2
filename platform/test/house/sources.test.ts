/** Proves that every source which code or law cites is one that can be looked up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFiles, files, firstColumn, read } from './repository.ts';

const TAG = /@source\s+(?<id>[\w:./-]*\w)/g;

const registers = [
  'docs/sources.csv',
  ...files().filter((file) => /^packs\/[^/]+\/sources\.csv$/.test(file)),
];
const cited = codeFiles()
  .filter((file) => !file.startsWith('platform/test/house/'))
  .flatMap((file) =>
    [...read(file).matchAll(TAG)].map((match) => ({ file, id: match.groups?.['id'] ?? '' })),
  );

test('each @source in the code stands in docs/sources.csv or in a pack', () => {
  const known = new Set(registers.flatMap(firstColumn));
  assert.deepEqual(
    cited.filter(({ id }) => !known.has(id)),
    [],
  );
});

test('each source of docs/sources.csv is cited somewhere in the code', () => {
  const code = codeFiles().map(read).join('\n');
  const used = new Set(cited.map(({ id }) => id));
  assert.deepEqual(
    firstColumn('docs/sources.csv').filter((id) => !used.has(id) && !code.includes(`'${id}'`)),
    [],
  );
});

test('no source is entered twice, and a date of reading is a date or honestly empty', () => {
  for (const register of registers) {
    const ids = firstColumn(register);
    assert.equal(new Set(ids).size, ids.length, `${register} has an id twice`);
    const undated = read(register)
      .trimEnd()
      .split('\n')
      .slice(1)
      .filter((line) => !/,(?:\d{4}-\d{2}-\d{2})?\r?$/.test(line));
    assert.deepEqual(undated, [], `${register} has rows that do not end with a date of reading`);
  }
});

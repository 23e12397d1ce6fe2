/** Proves the conventions about files and comments that no linter minds. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { codeFiles, files, read } from './repository.ts';

const KEBAB_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|config))?\.[a-z]+$/;
const KEBAB_FOLDER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The lines of all code that match, each with its file. */
function lines(matches: (line: string) => boolean): string[] {
  return codeFiles()
    .filter((file) => !file.startsWith('platform/test/house/'))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .filter(matches)
        .map((line) => `${file}: ${line.trim()}`),
    );
}

test('a file and its folders are named in kebab-case', () => {
  const wrong = codeFiles().filter((file) => {
    const segments = file.split('/');
    const folders = segments.slice(0, -1);
    return !KEBAB_FILE.test(segments.at(-1)!) || !folders.every((one) => KEBAB_FOLDER.test(one));
  });
  assert.deepEqual(wrong, []);
});

test('no file is called index: a file is named after what it exports', () => {
  const indexes = codeFiles().filter((file) => path.posix.basename(file).startsWith('index.'));
  assert.deepEqual(indexes, []);
});

test('no rule is switched off without a reason', () => {
  const bare = lines(
    (line) =>
      /(?:\/\/|\/\*)\s*(?:eslint-disable|@ts-(?:ignore|nocheck|expect-error))/.test(line) &&
      !/(?:eslint-disable.* -- \S.{8}|@ts-expect-error \S.{8})/.test(line),
  );
  assert.deepEqual(bare, []);
});

test('what is left to do names its issue', () => {
  const loose = lines((line) => /(?:\/\/|\*)\s*TODO\b/.test(line) && !/TODO\(#\d+\)/.test(line));
  assert.deepEqual(loose, []);
});

test('migrations have each a number of their own and open with why they are there', () => {
  const migrations = files().filter((file) => /^platform\/db\/migrations\/[^/]+\.sql$/.test(file));
  const names = migrations.map((file) => path.posix.basename(file));
  assert.deepEqual(
    names.filter((name) => !/^\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/.test(name)),
    [],
  );
  assert.equal(new Set(names.map((name) => name.slice(0, 4))).size, names.length);
  assert.deepEqual(
    migrations.filter((file) => !/^-- \S/.test(read(file))),
    [],
  );
});

test('no path of one machine stands in the repository', () => {
  const machine = /(?<![\w.~-])\/(?:home|Users|root)\/[a-z]/;
  const found = files()
    .filter((file) => /\.(?:ts|tsx|mjs|js|json|md|yml|csv|sql)$/.test(file))
    .filter((file) => file !== 'package-lock.json' && !file.startsWith('packs/'))
    .filter((file) => machine.test(read(file)));
  assert.deepEqual(found, []);
});

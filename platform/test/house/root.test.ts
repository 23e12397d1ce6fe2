/** Proves that the root of the repository holds what a newcomer needs there and nothing else. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ROOT } from './repository.ts';

/** A new entry is a decision: it is argued in the commit that adds it here. */
const TRACKED = [
  '.ci',
  '.dependency-cruiser.mjs',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.nvmrc',
  '.prettierrc.json',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'CONVENTIONS.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'docs',
  'eslint.config.js',
  'knip.json',
  'package-lock.json',
  'package.json',
  'packs',
  'platform',
  'publiccode.yml',
  'templates',
  'tools',
  'tsconfig.base.json',
  'tsconfig.json',
  'web',
];

/** What a working copy grows and git ignores. */
const GROWN = ['.git', '.luxor', 'coverage', 'node_modules'];

test('the root holds nothing that is not in the list', () => {
  const known = new Set([...TRACKED, ...GROWN]);
  assert.deepEqual(
    readdirSync(ROOT).filter((name) => !known.has(name)),
    [],
  );
});

test('the documents that every reader starts from are there', () => {
  const there = new Set(readdirSync(ROOT));
  const documents = TRACKED.filter((name) => /\.md$|^LICENSE$|^publiccode/.test(name));
  assert.deepEqual(
    documents.filter((name) => !there.has(name)),
    [],
  );
});

/** Proves that what the documents point to exists, and that decisions are numbered, indexed and one page long. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT, files, read, readIfThere } from './repository.ts';

const DECISIONS = 'docs/decisions';
const PAGE_LINES = 70;
const README_LINES = 120;

const documents = files().filter((file) => file.endsWith('.md'));
const records = documents.filter(
  (file) => file.startsWith(`${DECISIONS}/`) && !file.endsWith('README.md'),
);

function titleOf(file: string): string {
  return /^# \d{4}\. (?<title>.+)$/m.exec(read(file))?.groups?.['title'] ?? '';
}

test('every relative link of a document leads to something', () => {
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?<target>[^)\s#]+)(?:#[^)]*)?\)/g)]
      .map((match) => match.groups?.['target'] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(path.join(ROOT, path.dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('decisions are numbered without a gap and named by their title', () => {
  assert.ok(records.length > 0, 'there are no decisions');
  records.forEach((file, index) => {
    const number = String(index + 1).padStart(4, '0');
    const slug = titleOf(file)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    assert.equal(path.posix.basename(file), `${number}-${slug}.md`);
  });
});

test('the index of decisions lists each with its title', () => {
  const index = read(`${DECISIONS}/README.md`);
  for (const file of records) {
    const name = path.posix.basename(file);
    assert.ok(index.includes(`[${titleOf(file)}](${name})`), `${name} is not in the index`);
  }
});

test('a decision has its parts on one page', () => {
  for (const file of records) {
    const text = read(file);
    const parts = [...text.matchAll(/^## (?<part>.+)$/gm)].map((match) => match.groups?.['part']);
    assert.deepEqual(parts, ['Context', 'Options', 'Decision', 'Consequences'], file);
    assert.match(text, /^(?:Accepted|Superseded by \d{4}), \d{4}-\d{2}-\d{2}\.$/m, file);
    const count = text.split('\n').length;
    assert.ok(count <= PAGE_LINES, `${file} has ${count} lines`);
  }
});

test('the README can be read in one go', () => {
  const count = read('README.md').split('\n').length;
  assert.ok(count <= README_LINES, `it has ${count} lines`);
});

test('every setting stands in the page of the operator', () => {
  const settings = readIfThere('platform/src/server/config.ts').match(/LUXOR_[A-Z_]+[A-Z]/g) ?? [];
  const operations = read('docs/operations.md');
  assert.deepEqual(
    settings.filter((setting) => !operations.includes(`\`${setting}\``)),
    [],
  );
});

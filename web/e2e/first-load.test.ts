/** Proves that what an officer downloads before the first page stays small, and that nothing in it is inline. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

const DIST = path.join(import.meta.dirname, '../dist');
const skip = existsSync(path.join(DIST, 'index.html')) ? false : 'web/dist is not built';

/** Measured for this stack in the design: React, Mantine, router and query with our own code. */
const SCRIPT_KB_MAX = 216;

test('the scripts of the first page weigh at most 216 KB compressed', { skip }, () => {
  const page = readFileSync(path.join(DIST, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/officer\/(assets\/[^"]+\.js)"/gu)].flatMap(
    ([, script]) => script ?? [],
  );
  assert.ok(scripts.length > 0);
  const bytes = scripts
    .map((script) => gzipSync(readFileSync(path.join(DIST, script))).length)
    .reduce((sum, size) => sum + size, 0);
  assert.ok(bytes <= SCRIPT_KB_MAX * 1024, `${Math.round(bytes / 1024).toString()} KB`);
});

test(
  'the page carries no inline script, no inline style and no address of another host',
  { skip },
  () => {
    const page = readFileSync(path.join(DIST, 'index.html'), 'utf8');
    assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)/u);
    assert.doesNotMatch(page, /<style|\sstyle=/u);
    assert.doesNotMatch(page, /https?:\/\//u);
  },
);

test('the stylesheets fetch nothing but our own files', { skip }, () => {
  const sheets = readdirSync(path.join(DIST, 'assets')).filter((name) => name.endsWith('.css'));
  assert.ok(sheets.length > 0);
  for (const sheet of sheets)
    assert.doesNotMatch(
      readFileSync(path.join(DIST, 'assets', sheet), 'utf8'),
      /url\(["']?https?:/u,
    );
});

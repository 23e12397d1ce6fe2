/** The luxor command from outside: exit codes, one line of JSON on stdout, and everything else on stderr. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const luxor = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' }); // prettier-ignore

test('without a verb or with an unknown one the usage stands on stderr, and the exit code is 2', () => {
  for (const args of [[], ['fly'], ['__proto__'], ['constructor']]) {
    const { status, stdout, stderr } = luxor(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /Usage: luxor <verb>/);
  }
});

test('help stands on stdout, for the command and for each verb', () => {
  assert.match(luxor('--help').stdout, /submit +sends files/);
  const { status, stdout } = luxor('import', '--help');
  assert.equal(status, 0);
  assert.match(stdout, /Usage: luxor import/);
});

test('wrong usage of a verb says what is wrong, then its usage', () => {
  for (const [args, sentence] of [
    [['submit'], /Name at least one file/],
    [['submit', '--jsom', 'a'], /--jsom/],
    [['submit', 'a', '--url', 'http://127.0.0.1:1', '--data', 'b'], /exclude each other/],
    [['submit', '/nowhere/at/all.json'], /there is no such file/],
    [['import', 'kcs', 'a', '--to', 'xml'], /--to wants/],
    [
      ['import', 'kcs', 'a', '--to', 'csv', '--output', 'b', '--on', '2026-02-30'],
      /--on wants a date/,
    ],
  ] as const) {
    const { status, stdout, stderr } = luxor(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, sentence);
  }
});

test('a reader that goes away ends the output quietly', async () => {
  const child = spawn(process.execPath, [MAIN, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [code] = await once(child, 'exit');
  assert.deepEqual([code, complaint], [0, '']);
});

test('Ctrl-C ends a verb in good order: what was sent is answered, and nothing is left behind', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'luxor-main-test-'));
  try {
    const child = spawn(process.execPath, [MAIN, 'submit', '-', '--json'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // A database of its own, whatever server the tests are run against.
      env: { ...process.env, TMPDIR: folder, LUXOR_DATABASE_URL: '' },
    });
    child.stdin.write('{"messageId":"A","sender":"P1","kind":"order","consignments":[{}]}\n{');
    while ((await readdir(folder)).length === 0) await pause(50);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    assert.equal(code, 130);
    assert.deepEqual(await readdir(folder), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** Proves that Node 26 comes for each machine, and that a started program stops once, in order, with its own exit code. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { BINARIES, LEASH, ROOT, launch } from './runtime.mjs';

const RUNTIME = new URL('./runtime.mjs', import.meta.url).href;
const onPosix = { skip: process.platform === 'win32' && 'signals are the console’s on Windows' };

/** A program that counts the stops it hears and lives on until the third of a second after the first. */
const COUNTS_STOPS = `
  let stops = 0;
  const leave = () => { console.log('stops ' + stops); process.exit(7); };
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => { if (stops++ === 0) setTimeout(leave, 300); });
  setInterval(() => {}, 1000);
  console.log('ready ' + process.pid);
`;

function startStarter(): ChildProcess {
  const starter = `
    import { launch } from ${JSON.stringify(RUNTIME)};
    const program = ${JSON.stringify(COUNTS_STOPS)};
    process.exitCode = await launch(process.execPath,
      ['--import=${LEASH}', '--input-type=module', '--eval', program]);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', starter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Everything the program wrote, in order; the first line says that it is ready. */
async function* linesOf(starter: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of starter.stdout ?? []) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function next(lines: AsyncGenerator<string>): Promise<string> {
  const line = await lines.next();
  return line.done === true ? 'ended' : line.value;
}

test('npm brings Node 26 for each machine that we look for', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [machine, binary] of BINARIES) {
    const [name = '', ...inside] = binary.split('/');
    assert.match(manifest.optionalDependencies[name], /^26\./);
    const { os, cpu, bin } = lock.packages[`node_modules/${name}`];
    assert.equal(`${os}-${cpu}`, machine);
    assert.equal(bin.node, inside.join('/'));
  }
  assert.equal(BINARIES.size, Object.keys(manifest.optionalDependencies).length);
});

test('the exit code of a program is kept', async () => {
  assert.equal(await launch(process.execPath, ['--eval', 'process.exit(23)']), 23);
});

test('a program ended by a signal answers 128 and its number', onPosix, async () => {
  const code = await launch(process.execPath, ['--eval', 'process.kill(process.pid, "SIGKILL")']);
  assert.equal(code, 137);
});

test('a stop that arrives twice is heard once', onPosix, async () => {
  const starter = startStarter();
  const lines = linesOf(starter);
  assert.match(await next(lines), /^ready/);
  starter.kill('SIGINT');
  starter.kill('SIGTERM');
  assert.equal(await next(lines), 'stops 1');
  const [code] = await once(starter, 'exit');
  assert.equal(code, 7);
});

test('a program stops in good order when its starter is killed', onPosix, async () => {
  const starter = startStarter();
  const lines = linesOf(starter);
  assert.match(await next(lines), /^ready/);
  starter.kill('SIGKILL');
  assert.equal(await next(lines), 'stops 1');
});

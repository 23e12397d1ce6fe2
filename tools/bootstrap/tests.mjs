/** Runs the tests of every workspace with the runtime's own test runner, whose summary comes last. */
import { availableParallelism, cpus } from 'node:os';
import { ROOT, LEASH, launch } from './runtime.mjs';
import { ensureWebBuilt } from './web.mjs';

const EVERY_TEST = [
  'platform/src/**/*.test.ts',
  'platform/test/**/*.test.ts',
  'web/{src,e2e}/**/*.test.ts',
  'tools/**/*.test.ts',
];

/** A test that has not ended by then never will; the longest one kills a server twenty times. */
const TIMEOUT_MINUTES = 15;

/** Flags of the runner whose value may stand in the next argument. */
const WITH_VALUE = new Set([
  '--test-name-pattern',
  '--test-skip-pattern',
  '--test-reporter',
  '--test-reporter-destination',
  '--test-concurrency',
  '--test-timeout',
  '--test-shard',
]);

/**
 * @param {string} runtime
 * @param {readonly string[]} args flags of the runner, and files to run instead of all
 * @returns {Promise<number>}
 */
export async function runTests(runtime, args) {
  await ensureWebBuilt(runtime);
  const { flags, files } = sort(args);
  const cores = typeof availableParallelism === 'function' ? availableParallelism() : cpus().length;
  return launch(
    runtime,
    [
      `--import=${LEASH}`,
      '--test',
      `--test-concurrency=${Math.max(2, cores - 1)}`,
      `--test-timeout=${TIMEOUT_MINUTES * 60_000}`,
      ...flags,
      ...(files.length > 0 ? files : EVERY_TEST),
    ],
    { cwd: ROOT },
  );
}

/** @param {readonly string[]} args */
function sort(args) {
  /** @type {string[]} */ const flags = [];
  /** @type {string[]} */ const files = [];
  let valueFollows = false;
  for (const arg of args) {
    const isFlag = valueFollows || arg.startsWith('-');
    (isFlag ? flags : files).push(arg);
    valueFollows = !valueFollows && WITH_VALUE.has(arg);
  }
  return { flags, files };
}

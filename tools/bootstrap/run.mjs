/** What every npm script calls first: plain JavaScript for Node 18 that brings packages and Node 26, then runs the verb. */
import process from 'node:process';
import { runCheck, runFormat } from './check.mjs';
import { halt } from './halt.mjs';
import { ensureInstalled } from './install.mjs';
import { HEAP_FLAGS, LEASH, MAIN, ROOT, findRuntime, launch, proveRuntime } from './runtime.mjs';
import { runTests } from './tests.mjs';
import { ensureWebBuilt } from './web.mjs';

const OLDEST = 18;
const USAGE = 2;

/** @typedef {(runtime: string, args: string[]) => Promise<number>} Verb */

/** @type {Record<string, Verb>} */
const VERBS = {
  start: async (runtime, args) => {
    await ensureWebBuilt(runtime);
    return launch(runtime, [...HEAP_FLAGS, `--import=${LEASH}`, MAIN, 'serve', '--demo', ...args], {
      cwd: ROOT,
    });
  },
  test: runTests,
  check: runCheck,
  bench: (runtime, args) =>
    launch(runtime, [`--import=${LEASH}`, 'tools/bench/bench.ts', ...args], { cwd: ROOT }),
  generate: (runtime, args) => launch(runtime, ['tools/generate.ts', ...args], { cwd: ROOT }),
  format: runFormat,
};

const [name = '', ...args] = process.argv.slice(2);
const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
if (!verb) halt(`Usage: npm run ${Object.keys(VERBS).join('|')} [-- arguments]`, USAGE);
if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  halt(`Luxor starts from Node ${OLDEST} or later; this is Node ${process.versions.node}.`);
}
await ensureInstalled();
process.exitCode = await verb(proveRuntime(findRuntime()), args);

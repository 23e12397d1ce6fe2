/** Lists the steps of the one gate and runs them, the fastest first, until one fails. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { halt } from './halt.mjs';
import { ROOT, launch } from './runtime.mjs';
import { runTests } from './tests.mjs';

const USAGE = 2;

/** @param {string} bin @returns {string} */
const tool = (bin) => path.join(ROOT, 'node_modules', bin);

const PRETTIER = tool('prettier/bin/prettier.cjs');
const FORMATTED = [
  '{platform,web,tools}/**/*.{ts,tsx,mjs,css,html}',
  '*.{js,mjs}',
  '{.,platform,web}/{package,tsconfig,tsconfig.base,knip}.json',
];

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} heading
 * @property {(runtime: string) => Promise<number>} run
 */

/** @type {Step[]} */
const STEPS = [
  {
    name: 'walls',
    heading: 'imports go left only',
    run: (runtime) =>
      sequence(runtime, [
        [
          tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
          ...['--config', '.dependency-cruiser.mjs', 'platform', 'web', 'tools'],
        ],
      ]),
  },
  {
    name: 'generated',
    heading: 'generated files are current',
    run: (runtime) => sequence(runtime, [['tools/generate.ts', '--check']]),
  },
  {
    name: 'waste',
    heading: 'no file, export or package without a use',
    run: (runtime) => sequence(runtime, [[tool('knip/bin/knip.js'), '--no-config-hints']]),
  },
  {
    name: 'format',
    heading: 'one way to lay out code',
    run: (runtime) =>
      sequence(runtime, [
        [PRETTIER, '--check', '--log-level=warn', '--no-error-on-unmatched-pattern', ...FORMATTED],
      ]),
  },
  {
    name: 'types',
    heading: 'tools, domain, platform and web compile',
    run: (runtime) => sequence(runtime, projects().map(compile)),
  },
  {
    name: 'lint',
    heading: 'the conventions that a linter can mind',
    run: (runtime) => sequence(runtime, [[tool('eslint/bin/eslint.js'), '--max-warnings=0', '.']]),
  },
  {
    name: 'tests',
    heading: 'examples, properties, house and journeys',
    run: (r) => runTests(r, []),
  },
];

/**
 * @param {string} runtime
 * @param {readonly string[]} args names of steps to run alone, or --no-tests
 * @returns {Promise<number>} 0, or the exit code of the first step that failed
 */
export async function runCheck(runtime, args) {
  for (const step of chosen(args)) {
    process.stderr.write(`\n── ${step.name}: ${step.heading}\n`);
    const started = process.uptime();
    const code = await step.run(runtime);
    if (code !== 0) {
      process.stderr.write(`\ncheck stopped at "${step.name}" (exit code ${code})\n`);
      return code;
    }
    process.stderr.write(`   ${(process.uptime() - started).toFixed(1)} s\n`);
  }
  process.stderr.write('\ncheck passed\n');
  return 0;
}

/**
 * @param {string} runtime
 * @returns {Promise<number>}
 */
export function runFormat(runtime) {
  return sequence(runtime, [
    [PRETTIER, '--write', '--log-level=warn', '--no-error-on-unmatched-pattern', ...FORMATTED],
  ]);
}

/** @param {readonly string[]} args */
function chosen(args) {
  const withTests = !args.includes('--no-tests');
  const names = args.filter((arg) => arg !== '--no-tests');
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    const known = STEPS.map((step) => step.name).join(', ');
    return halt(`check knows no step "${unknown}": it knows ${known} and --no-tests.`, USAGE);
  }
  return STEPS.filter((step) => names.length === 0 || names.includes(step.name)).filter(
    (step) => withTests || step.name !== 'tests',
  );
}

/** @returns {string[]} */
function projects() {
  return ['.', 'platform/src/domain', 'platform', 'web'].filter((folder) =>
    existsSync(path.join(ROOT, folder, 'tsconfig.json')),
  );
}

/** @param {string} project @returns {string[]} */
function compile(project) {
  const name = project === '.' ? 'tools' : project.replaceAll('/', '-');
  const record = tool(`.cache/luxor/${name}.tsbuildinfo`);
  return [tool('typescript/bin/tsc'), '-p', project, '--incremental', '--tsBuildInfoFile', record];
}

/**
 * @param {string} runtime
 * @param {string[][]} commands
 * @returns {Promise<number>}
 */
async function sequence(runtime, commands) {
  for (const command of commands) {
    const code = await launch(runtime, command, { cwd: ROOT });
    if (code !== 0) return code;
  }
  return 0;
}

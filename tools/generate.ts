/** Writes every generated file of the repository, or with --check says which are not current. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Generated } from './generate/generated.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(import.meta.dirname, 'generate');

const REFUSED = 1;

/** Each file in tools/generate/ that exports `generate` is a generator; nothing has to be registered. */
async function generators(): Promise<(() => Promise<readonly Generated[]>)[]> {
  const names = (await readdir(FOLDER)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const modules = await Promise.all(
    names
      .sort()
      .map(async (name): Promise<unknown> => import(pathToFileURL(path.join(FOLDER, name)).href)),
  );
  return modules.filter(isGenerator).map((module) => module.generate);
}

function isGenerator(module: unknown): module is { generate: () => Promise<readonly Generated[]> } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'generate' in module &&
    typeof module.generate === 'function'
  );
}

async function isCurrent(file: Generated): Promise<boolean> {
  const standing = await readFile(path.join(ROOT, file.path)).catch(() => undefined);
  return standing?.equals(Buffer.from(file.text)) === true;
}

async function write(file: Generated): Promise<void> {
  const target = path.join(ROOT, file.path);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, file.text);
}

async function main(onlyCheck: boolean): Promise<void> {
  const stale: string[] = [];
  for (const generate of await generators()) {
    for (const file of await generate()) {
      if (await isCurrent(file)) continue;
      stale.push(file.path);
      if (!onlyCheck) await write(file);
    }
  }
  for (const name of stale.sort()) {
    process.stderr.write(`${onlyCheck ? 'not current: ' : 'written: '}${name}\n`);
  }
  if (onlyCheck && stale.length > 0) {
    process.stderr.write('run "npm run generate" and commit what it writes\n');
    process.exitCode = REFUSED;
  }
}

await main(process.argv.includes('--check'));

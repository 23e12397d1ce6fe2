/** Builds the browser programs when their sources have changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { halt, machineFault } from './halt.mjs';
import { ROOT, launch } from './runtime.mjs';

const WEB = path.join(ROOT, 'web');
const RECORD = path.join(WEB, 'dist', '.built-from');
const NOT_SOURCE = new Set(['node_modules', 'dist', 'e2e']);

/**
 * @param {string} runtime
 * @returns {Promise<void>} when web/dist holds what web/ says
 */
export async function ensureWebBuilt(runtime) {
  if (!existsSync(path.join(WEB, 'vite.config.ts'))) return;
  const wanted = sourceDigest();
  if (existsSync(RECORD) && readFileSync(RECORD, 'utf8') === wanted) return;
  process.stderr.write('Building the consoles ...\n');
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await launch(runtime, [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    quiet: true,
  });
  if (code !== 0) halt(`The consoles could not be built (vite build in web/ ended with ${code}).`);
  try {
    writeFileSync(RECORD, wanted);
  } catch (error) {
    halt(machineFault(String(error), WEB) ?? `${RECORD} could not be written: ${String(error)}.`);
  }
}

/** @returns {string} a digest of every source file's path and content, and of the packages */
function sourceDigest() {
  const hash = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json')));
  for (const file of sources(WEB)) {
    hash.update(`\0${path.relative(WEB, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? sources(full) : [full];
    });
}

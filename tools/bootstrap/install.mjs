/** Installs the packages when they are missing or differ from package-lock.json, with one line of progress. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { halt, machineFault } from './halt.mjs';
import { MACHINE, ROOT } from './runtime.mjs';

const PACKAGES = path.join(ROOT, 'node_modules');
const LOCK = path.join(ROOT, 'package-lock.json');
const RECORD = path.join(PACKAGES, '.luxor-lock');
const FLAGS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];

/** @returns {Promise<void>} when node_modules holds exactly what the lock file names, for this machine */
export async function ensureInstalled() {
  const wanted = lockDigest();
  if (recorded() === wanted) return;
  proveWritable();
  const done = progress('Installing packages (only the first time, or when they have changed)');
  const { code, complaint } = await runNpm(['ci', ...FLAGS]);
  done(code === 0);
  if (code !== 0) {
    const fault = machineFault(complaint, ROOT);
    if (!fault) process.stderr.write(complaint);
    halt(fault ?? `npm ci failed with exit code ${code}: its message stands above.`);
  }
  proveComplete();
  write(RECORD, `${wanted}\n`);
}

/** npm answers a folder that cannot be written with riddles (and a recursive mkdir says ENOENT), so we ask first. */
function proveWritable() {
  const probe = path.join(PACKAGES, '.luxor-probe');
  try {
    if (!existsSync(PACKAGES)) mkdirSync(PACKAGES);
  } catch (error) {
    halt(machineFault(String(error), ROOT) ?? `${PACKAGES} could not be made: ${String(error)}.`);
  }
  write(probe, '');
  rmSync(probe);
}

/** npm calls it success when an optional package did not arrive; to us Node 26 and PostgreSQL are not optional. */
function proveComplete() {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  for (const owner of ['', 'platform']) {
    for (const name of Object.keys(packages[owner]?.optionalDependencies ?? {})) {
      const { os, cpu } = packages[`node_modules/${name}`] ?? {};
      const isOurs = [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
      if (isOurs && !existsSync(path.join(PACKAGES, name, 'package.json'))) {
        halt(
          `npm could not bring ${name}, most often because the disk is full or the network broke off: try again.`,
        );
      }
    }
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  try {
    writeFileSync(file, text);
  } catch (error) {
    halt(machineFault(String(error), ROOT) ?? `${file} could not be written: ${String(error)}.`);
  }
}

/** @returns {string} changes with the lock file and with the machine, since binaries are per machine */
function lockDigest() {
  try {
    const lock = readFileSync(LOCK);
    return `${createHash('sha256').update(lock).digest('hex')} ${MACHINE}`;
  } catch {
    return halt(`package-lock.json is missing in ${ROOT}: the clone is not complete.`);
  }
}

/** @returns {string | undefined} */
function recorded() {
  try {
    return readFileSync(RECORD, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, complaint: string }>}
 */
function runNpm(args) {
  const script = process.env['npm_execpath'];
  const ours = script && /npm-cli\.c?js$/.test(script);
  const child = ours
    ? spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, {
        cwd: ROOT,
        shell: process.platform === 'win32',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  return new Promise((resolve) => {
    child.on('error', (error) => halt(`npm could not be started: ${error.message}.`));
    child.on('close', (code) => resolve({ code: code ?? 1, complaint }));
  });
}

/**
 * @param {string} what
 * @returns {(worked: boolean) => void} ends the line
 */
function progress(what) {
  const started = process.uptime();
  const seconds = () => Math.round(process.uptime() - started);
  const terminal = process.stderr.isTTY;
  process.stderr.write(`${what} ...`);
  const timer = setInterval(() => {
    if (terminal) process.stderr.write(`\r${what} ... ${seconds()} s`);
  }, 1000);
  return (worked) => {
    clearInterval(timer);
    const end = worked ? `done in ${seconds()} s` : 'failed';
    process.stderr.write(terminal ? `\r${what} ... ${end}\n` : ` ${end}\n`);
  };
}

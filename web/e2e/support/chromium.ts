/** Finds Chromium on this machine, or installs Debian's when that is possible; says in one line why not. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const KNOWN = [
  process.env['LUXOR_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing the browser would do by itself, so that a test run reaches no network but the console's. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALL_MS = 240_000;

const found = (): string | undefined => KNOWN.find((file) => file !== undefined && isThere(file));

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only as root on a machine with apt, and never when LUXOR_NO_INSTALL is set; two test files wait for one another. */
function install(): void {
  if (process.env['LUXOR_NO_INSTALL'] !== undefined || process.getuid?.() !== 0) return;
  if (!isThere('/usr/bin/apt-get')) return;
  process.stderr.write('Installing Chromium for the tests of the console ...\n');
  const lock = ['-o', 'DPkg::Lock::Timeout=200'];
  try {
    for (const verb of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
      execFileSync('apt-get', [...lock, ...verb], { stdio: 'ignore', timeout: INSTALL_MS });
  } catch {
    // The caller says what it means for the tests: that there is no Chromium.
  }
}

/** The reason to skip every test of the console, or null when there is a browser. */
export function missingChromium(): string | null {
  if (found() !== undefined) return null;
  install();
  return found() === undefined
    ? 'Chromium is missing and could not be installed: set LUXOR_CHROMIUM or install chromium.'
    : null;
}

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: found() ?? 'chromium', args: QUIET });

/** Runs the luxor command as its users do, and waits for its end. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/main.ts');

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export function launchLuxor(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, LUXOR_DATABASE_URL: '' };
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

/** Kills the platform and its PostgreSQL under load: a few rounds here, as many as one likes with run.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runRounds } from './rounds.ts';

const isLinux = process.platform === 'linux';

test('nothing acknowledged is lost or doubled when the first process, a serving one, and then PostgreSQL is killed under load', { skip: isLinux ? false : 'processes are found and killed through /proc, which only Linux has' }, async (context) => {
  const seed = Math.floor(Math.random() * 1_000_000);
  context.diagnostic(`seed ${seed}`);
  const report = await runRounds({ rounds: 3, seed, say: (line) => context.diagnostic(line) });
  assert.ok(report.acknowledged >= 600, `${report.acknowledged} messages were acknowledged`);
}); // prettier-ignore

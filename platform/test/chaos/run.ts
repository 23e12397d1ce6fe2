/** `node platform/test/chaos/run.ts [--rounds 20] [--seed N]`: kills the platform and its PostgreSQL under load, again and again. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runRounds } from './rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
});
const seed = Number(values.seed);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
say(`The seed is ${seed}.`);
const report = await runRounds({ rounds: Number(values.rounds), seed, say });
process.stdout.write(`${JSON.stringify({ seed, ...report })}\n`);

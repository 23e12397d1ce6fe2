/** `npm run bench`: measures the whole durable path beside its ceiling and beside a plain stack; exit code 1 when a message is lost. */
import process from 'node:process';
import { readOptions, usage } from './options.ts';
import { lostOf, reportOf, tableOf } from './report.ts';
import { measure } from './run.ts';

const WRONG_USAGE = 2;
const FAULT = 3;

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stderr.write(`${usage}\n`);
    return WRONG_USAGE;
  }
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  if (options.names > 0) say('Parties are not screened against lists yet: measured without names.');
  const measured = await measure(options, say);
  const report = reportOf(measured, options);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : tableOf(report));
  if (measured.refusal !== null) say(`A message was refused: ${measured.refusal}`);
  const differences = measured.ledger?.differences ?? [];
  for (const difference of differences) say(difference);
  return lostOf(measured) + differences.length === 0 && measured.refusal === null ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`); // prettier-ignore
  // Whatever was still being opened must not keep a measurement alive that has failed.
  process.exit(FAULT);
}

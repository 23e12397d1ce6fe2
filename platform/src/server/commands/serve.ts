/** Serves the platform until Ctrl-C; with --demo also the invented day of Meridia. */
import { readConfig } from '../config.ts';
import { exitCodes } from '../fault.ts';
import { createLog } from '../log.ts';
import { serve } from '../serve.ts';
import { readCommandLine } from './command-line.ts';

export const usage = `Usage: luxor serve [--demo] [--pace FACTOR]

  --demo         loads demo parties and people and runs the invented day of Meridia
  --pace FACTOR  how many minutes of the day pass in one minute (default 96: a day in a quarter of an hour)`;

const options = {
  demo: { type: 'boolean' },
  pace: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export async function run(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values } = readCommandLine(args, options, usage);
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const serving = await serve(config, log);
  process.stderr.write(`Luxor serves ${serving.platform.pack.title} at ${serving.address}\n`);
  if (values.demo === true) log.info('The demo day starts');
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  process.stderr.write('Stopping: what was taken is answered, PostgreSQL is shut down.\n');
  await serving.stop();
  return exitCodes.done;
}

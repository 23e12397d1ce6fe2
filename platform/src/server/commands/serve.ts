/** Serves the platform until Ctrl-C; with --demo also the invented day of Meridia. */
import process from 'node:process';
import { PROCESSES_MAX, readConfig, type Config } from '../config.ts';
import { USUAL_PACE } from '../demo/demo-clock.ts';
import { exitCodes } from '../fault.ts';
import { createLog } from '../log.ts';
import { UNASKED_MAX } from '../processes/connections.ts';
import { requireVerifiedPack } from '../packs/production.ts';
import { serveBy } from '../processes/first.ts';
import { writeAddresses, type Serving } from '../serve.ts';
import { serveDemo, type Demo } from '../serve-demo.ts';
import { readCommandLine, readCount, wrongUsage } from './command-line.ts';

export const usage = `Usage: luxor serve [--production] [--processes N] [--demo] [--pace FACTOR]

  --production   refuses law with a row that no primary source confirms, because its decisions bind people
  --processes N  processes that serve; a process a core and at most ${String(UNASKED_MAX)} when left out (LUXOR_PROCESSES)
  --demo         brings the parties and people of Meridia and runs its invented day, in one process: its clock is kept there
  --pace FACTOR  minutes of that day that pass in one minute (default ${String(USUAL_PACE)}: a day in a quarter of an hour)`;

const options = {
  processes: { type: 'string' },
  production: { type: 'boolean' },
  demo: { type: 'boolean' },
  pace: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const PROGRESS_MILLISECONDS = 1_000;

export async function run(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values } = readCommandLine(args, options, usage);
  const config = { ...readConfig(process.env), production: values.production };
  const processes = readProcesses(values.processes, config);
  if (values.demo === true && values.processes !== undefined && processes !== 1)
    throw wrongUsage('The demo runs in one process, which keeps its clock.', usage);
  if (values.production === true) {
    if (values.demo === true) throw wrongUsage('The demo is not a production.', usage);
    requireVerifiedPack(config.packsDirectory, config.jurisdiction);
  }
  const log = createLog(config.logLevel);
  say('Luxor starts: PostgreSQL, migrations, the law of the jurisdiction ...');
  if (values.demo !== true) {
    const serving = await serveBy(processes, config, log);
    await writeAddresses(config, {
      platform: serving.address,
      health: `${serving.address}/health`,
    });
    say(`Luxor serves ${serving.platform.pack.title} at ${serving.address}`);
    sayOfDraft(serving);
    await untilStopped(stop);
    return close(serving);
  }
  const pace = readCount(values.pace ?? String(USUAL_PACE), {
    name: 'pace',
    min: 1,
    max: 10_000,
    usage,
  });
  const demo = await serveDemo(config, log, { pace, stop });
  sayWhereToGo(demo.serving);
  sayOfDraft(demo.serving);
  const progress = showProgress(demo);
  await untilStopped(stop);
  progress.end();
  await demo.told.catch(() => undefined);
  return close(demo.serving);
}

/** What is said on the command line wins over the setting. */
function readProcesses(text: string | undefined, { processes }: Config): number | undefined {
  if (text === undefined) return processes;
  return readCount(text, { name: 'processes', min: 1, max: PROCESSES_MAX, usage });
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

function sayWhereToGo({ address, platform }: Serving): void {
  say(`
  ${platform.pack.title}: the invented day runs. Open

    ${address}/officer/     the officers' console; sign in as Amina Haddad
    ${address}/track        where is my parcel
    ${address}/estimate     what will it cost
    ${address}/health       whether all is well

  Keys for senders and all addresses: ${platform.config.dataDirectory}/addresses.json
  Ctrl-C stops everything; the next start goes on with the same record.
`);
}

/** Law that was edited in its folder binds nobody until two persons say so. */
function sayOfDraft({ platform: { pack, packVersion, versionOnDisk } }: Serving): void {
  if (versionOnDisk === null || versionOnDisk === packVersion) return;
  say(
    `The folder of packs holds version ${versionOnDisk} of ${pack.id}, which is a draft: decided is under ${packVersion}, until two persons activate the other.`,
  );
}

/** One line that is written over, on a terminal only. */
function showProgress({ clock, serving }: Demo): { readonly end: () => void } {
  if (!process.stderr.isTTY) return { end: () => undefined };
  const timer = setInterval(() => {
    const minute = Math.floor(clock.minute());
    const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    process.stderr.write(
      `\r  Meridia ${time}, ${String(serving.platform.intake.pending())} messages on their way   `,
    );
  }, PROGRESS_MILLISECONDS);
  return {
    end: () => {
      clearInterval(timer);
      process.stderr.write('\n');
    },
  };
}

async function untilStopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise<void>((resolve) => {
    stop.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}

async function close(serving: Serving): Promise<number> {
  say('Stopping: what was taken is answered, then PostgreSQL is shut down.');
  await serving.stop();
  return exitCodes.done;
}

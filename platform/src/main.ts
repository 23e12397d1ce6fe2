/** The luxor command: finds the verb, runs it, and turns whatever comes of it into one exit code. */
import process from 'node:process';
import { VERBS, type Verb } from './server/commands/verbs.ts';
import { exitCodes, Fault } from './server/fault.ts';

const INTERRUPTED = 130;

function listVerbs(): string {
  const width = Math.max(0, ...Object.keys(VERBS).map((name) => name.length));
  const lines = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`); // prettier-ignore
  return `Usage: luxor <verb> [arguments]\n\n${lines.join('\n')}\n\nluxor <verb> --help says more; --json puts the result on stdout as one line of JSON.\n`;
}

/** A reader that goes away, such as head, ends our output and nothing else. */
function forgiveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** The first Ctrl-C asks the verb to stop in good order; the second one does not ask. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

function reportFault(error: unknown): number {
  if (error instanceof Fault) {
    process.stderr.write(`${error.sentence}\n`);
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `Luxor has a fault of its own; please report it with these lines:\n${trace}\n`,
  );
  return exitCodes.fault;
}

async function runVerb(verb: Verb, args: readonly string[]): Promise<number> {
  const stop = stopSignal();
  try {
    const { run, usage } = await verb.load();
    if (!args.includes('--help')) return await run(args, stop);
    process.stdout.write(`${usage}\n`);
    return exitCodes.done;
  } catch (error) {
    return stop.aborted ? INTERRUPTED : reportFault(error);
  }
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  forgiveClosedPipes();
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb !== undefined) return runVerb(verb, args);
  if (name === '--help' || name === 'help') {
    process.stdout.write(listVerbs());
    return exitCodes.done;
  }
  process.stderr.write(
    name === '' ? listVerbs() : `luxor knows no verb "${name}".\n\n${listVerbs()}`,
  );
  return exitCodes.wrongUsage;
}

process.exitCode = await main(process.argv.slice(2));

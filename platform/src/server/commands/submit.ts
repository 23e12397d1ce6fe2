/** The submit verb: sends files through their doors and says what became of every message. */
import process from 'node:process';
import { exitCodes } from '../fault.ts';
import { readCommandLine, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { newProgress } from './progress.ts';
import { remoteSubmitter } from './submit/remote.ts';
import { sendFile, sizeOfFiles } from './submit/send-files.ts';
import type { Submitter } from './submit/submitter.ts';
import { newTally, type SubmitReport } from './submit/tally.ts';

export const usage = `Usage: luxor submit FILE... [--json] [--data DIR] [--url URL --key KEY]

  FILE         JSON, NDJSON, CSV or XLSX, recognised by its content; - is the standard input
  --data DIR   uses the database in DIR instead of a throw-away one (LUXOR_DATABASE_URL does the same)
  --url URL    sends to a running platform, with --key or LUXOR_KEY, as the sender of that key
  --json       puts the result on stdout as one line of JSON

Without --url you act as the operator: senders that are not registered yet are registered.
Exit codes: 0 all accepted, 1 some refused, 2 wrong usage, 3 a fault of ours.`;

const options = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
} as const;

export async function run(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values, positionals: files } = readCommandLine(args, options, usage);
  if (files.length === 0) throw wrongUsage('Name at least one file.', usage);
  const open = submitterOf({ dataDirectory: values.data, url: values.url, key: values.key });
  const progress = newProgress(await sizeOfFiles(files));
  const submitter = await open();
  const tally = newTally();
  const started = performance.now();
  try {
    for (const file of files) await sendFile(file, { submitter, tally, progress, stop });
  } finally {
    progress.done();
    await submitter.close();
  }
  const report = tally.report(Math.round(performance.now() - started) / 1_000);
  if (values.json === true) writeJson(report);
  else for (const line of told(report)) writeLine(line);
  return report.refused > 0 ? exitCodes.inputRefused : exitCodes.done;
}

type Where = {
  readonly dataDirectory: string | undefined;
  readonly url: string | undefined;
  readonly key: string | undefined;
};

/** Where the messages go; wrong options are told before any file is looked at. */
function submitterOf({ dataDirectory, url, key }: Where): () => Promise<Submitter> {
  if (url === undefined)
    return async () => {
      const { ownSubmitter } = await import('./submit/own.ts');
      return ownSubmitter(dataDirectory);
    };
  if (dataDirectory !== undefined) throw wrongUsage('--data and --url exclude each other.', usage);
  const secret = key ?? process.env['LUXOR_KEY'];
  if (secret === undefined) throw wrongUsage('--url needs --key or LUXOR_KEY.', usage);
  if (!URL.canParse(url)) throw wrongUsage(`"${url}" is no address.`, usage);
  return () => Promise.resolve(remoteSubmitter(url, secret));
}

/** Findings that a person reads at a terminal; --json lists more. */
const TOLD_MAX = 20;

function* told(report: SubmitReport): Generator<string> {
  const { submissions, accepted, refused, duplicates, parked, parcels, lanes, seconds } = report;
  yield `${count(submissions, 'submission')}: ${String(accepted)} accepted, ${String(refused)} refused, ${String(duplicates)} repeated, ${String(parked)} waiting for their parcel`;
  const shares = Object.entries(lanes).map(([lane, parcelsIn]) => `${lane} ${String(parcelsIn)}`);
  if (parcels > 0) yield `${count(parcels, 'parcel')}: ${shares.join(', ')}`;
  for (const { file, line, column, message, fix, severity } of report.findings.slice(0, TOLD_MAX))
    yield `${file}:${String(line ?? 1)}:${String(column ?? 1)} ${severity}: ${message} ${fix}`;
  const more = Object.values(report.findingsByCode).reduce((sum, one) => sum + one, 0) - TOLD_MAX;
  if (more > 0) yield `and ${count(more, 'more finding')}; --json lists them`;
  yield `${String(seconds)} s`;
}

const count = (number: number, word: string): string =>
  `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

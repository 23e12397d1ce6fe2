/** The simulate verb: writes an invented day of Meridia as a file that submit reads. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { DemoDay } from '../demo/day.ts';
import { demoDay } from '../demo/demo-day.ts';
import { todayInMeridia, USUAL_PARCELS, USUAL_SEED } from '../demo/open-demo-day.ts';
import { exitCodes, fileFault } from '../fault.ts';
import { readCommandLine, readCount, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { readDate } from './read-date.ts';

export const usage = `Usage: luxor simulate --write PATH [--parcels N] [--seed TEXT] [--on DATE] [--format ndjson] [--json]

  --write PATH   the file to write: one submission a line, in the order in which they would come
  --parcels N    parcels of the day (default 20000), beside those of the planted stories
  --seed TEXT    another seed gives another day (default "meridia")
  --on DATE      the day, such as 2026-08-01 (default: today in Meridia)
  --json         puts the result on stdout as one line of JSON

Order, payment, handing over, declaration and scan are messages of their own, among them late, doubled,
crossed and corrected ones. Everybody in it is invented.`;

const options = {
  write: { type: 'string' },
  parcels: { type: 'string' },
  seed: { type: 'string' },
  on: { type: 'string' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const PARCELS_MAX = 5_000_000;
export async function run(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  const { write, seed, on, format = 'ndjson', json } = values;
  if (write === undefined || positionals.length > 0) throw wrongUsage('--write wants a file to write.', usage); // prettier-ignore
  if (format !== 'ndjson') throw wrongUsage('--format knows ndjson only.', usage);
  const day: DemoDay = {
    seed: seed ?? USUAL_SEED,
    parcels: readCount(values.parcels ?? String(USUAL_PARCELS), { name: 'parcels', min: 0, max: PARCELS_MAX, usage }), // prettier-ignore
    on: on === undefined ? todayInMeridia() : readDate(on, usage),
  };
  const report = await writeDay(write, day, stop);
  if (json === true) writeJson(report);
  else writeLine(`${String(report.submissions)} submissions of ${report.on} written to ${write} in ${String(report.seconds)} s`); // prettier-ignore
  return exitCodes.done;
}

type Report = {
  readonly on: string;
  readonly seed: string;
  readonly parcels: number;
  readonly submissions: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly seconds: number;
};

async function writeDay(path: string, day: DemoDay, stop: AbortSignal): Promise<Report> {
  const started = performance.now();
  const byKind: Record<string, number> = {};
  let bytes = 0;
  function* pieces(): Generator<Buffer> {
    let piece = '';
    for (const { submission } of demoDay(day)) {
      byKind[submission.kind] = (byKind[submission.kind] ?? 0) + 1;
      piece += `${JSON.stringify(submission)}\n`;
      if (piece.length < PIECE_CHARACTERS) continue;
      const made = Buffer.from(piece);
      bytes += made.length;
      piece = '';
      yield made;
    }
    bytes += Buffer.byteLength(piece);
    yield Buffer.from(piece);
  }
  const half = `${path}.partial`;
  try {
    await pipeline(pieces, createWriteStream(half), { signal: stop });
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw fileFault(path, error);
  }
  const submissions = Object.values(byKind).reduce((sum, count) => sum + count, 0);
  const seconds = Math.round(performance.now() - started) / 1_000;
  return { on: day.on.toString(), seed: day.seed, parcels: day.parcels, submissions, byKind, bytes, seconds }; // prettier-ignore
}

const PIECE_CHARACTERS = 262_144;

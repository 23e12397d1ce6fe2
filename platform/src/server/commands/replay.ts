/** Runs luxor replay: decides a past day again, from its input records alone, and compares with the journal byte by byte. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { decideAgain } from '../../domain/journey-record.ts';
import { readDay, type Day } from '../../domain/kernel/day.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/connect.ts';
import { exitCodes, Fault } from '../fault.ts';
import { createDataKeys, readMasterKey } from '../journal/keys.ts';
import { replayDay, type ReplayReport } from '../journal/replay.ts';
import { createSegmentReader } from '../journal/segment-reader.ts';
import { readLatestDay } from '../journal/store.ts';
import { lawBooks } from '../law-as-it-was.ts';
import { readPackVersions } from '../packs/versions.ts';
import { readCommandLine, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { openStored, placeOf } from './stored-database.ts';

export const usage = `Usage: luxor replay [DAY] [--json] [--data DIR]

Decides every parcel of DAY (2026-08-01; default: the last day on record) again and compares what comes
of it with the journal, byte by byte.
  --data DIR  the data folder, where it is not LUXOR_DATA or .luxor
  --json      the report on stdout, one line of JSON
Exit code 0: every decision is identical. 1: some differ.`;

const options = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  const [written, ...others] = positionals;
  const day = written === undefined ? null : readDay(written);
  if (others.length > 0 || (written !== undefined && day === null)) {
    throw wrongUsage('replay takes one day, such as 2026-08-01.', usage);
  }
  const { databaseUrl, dataDirectory } = placeOf(values.data);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null) throw nothingThere(dataDirectory);
  try {
    const report = await replayStored(stored.database, { day, dataDirectory });
    if (values.json === true) writeJson({ ...report, different: [...report.different] });
    else writeReport(report);
    return report.different.length === 0 ? exitCodes.done : exitCodes.inputRefused;
  } finally {
    await stored.close();
  }
}

async function replayStored(
  database: Database,
  { day, dataDirectory }: { readonly day: Day | null; readonly dataDirectory: string },
): Promise<ReplayReport> {
  const config = readConfig(process.env);
  const wanted = day ?? (await readLatestDay(database.intake));
  if (wanted === null) throw nothingThere(dataDirectory);
  const file = join(dataDirectory, 'master-key');
  if (config.masterKey === undefined && !existsSync(file)) throw masterKeyMissing(file);
  const keys = createDataKeys(database, readMasterKey({ setting: config.masterKey, file }));
  const lawOf = lawBooks(await readPackVersions(database.intake));
  return replayDay(
    {
      database,
      reader: createSegmentReader(database, keys),
      decideAgain: (record) => decideAgain(record, lawOf),
    },
    wanted,
  );
}

function writeReport({ day, decisions, identical, erased, different }: ReplayReport): void {
  for (const { parcel, first } of different) writeLine(`Parcel ${parcel}: ${first}`);
  const gone = erased === 0 ? '' : `; ${erased} can no longer be read, their key was erased`;
  writeLine(`${day}: ${identical} of ${decisions} decisions are identical${gone}.`);
}

const nothingThere = (dataDirectory: string): Fault =>
  new Fault({
    code: 'nothing-recorded',
    sentence: `Nothing was ever recorded in ${dataDirectory}: there is no day to replay.`,
  });

const masterKeyMissing = (file: string): Fault =>
  new Fault({
    code: 'master-key-missing',
    sentence: `The master key is neither in LUXOR_MASTER_KEY nor in ${file}: without it no input record can be read.`,
  });

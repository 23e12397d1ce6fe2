/** Runs luxor keys rotate: replaces the master key of an installation that stands still. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { dayAt } from '../../domain/kernel/instant.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/connect.ts';
import { exitCodes, Fault } from '../fault.ts';
import { createIdMaker } from '../ids.ts';
import { countServing } from '../journal/key-store.ts';
import { readMasterKey } from '../journal/keys.ts';
import { leaseSlot } from '../journal/store.ts';
import { rotateMasterKey, type Rotation } from '../rotate-master-key.ts';
import { systemClock } from '../system-clock.ts';
import { readCommandLine, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { putInPlace } from './keys/master-key-files.ts';
import { openStored, placeOf } from './stored-database.ts';

export const usage = `Usage: luxor keys rotate [--to FILE] [--json] [--data DIR]

Makes a new master key and wraps every key of the database with it, in one transaction; the old one is
refused from then on. Stop the platform first. An interrupted run is finished by running it again.
  --to FILE   where the new key is made, or stands already: 32 bytes in base64. Needed where the
              old one comes from LUXOR_MASTER_KEY; set that to the new one afterwards
  --data DIR  the data folder, where it is not LUXOR_DATA or .luxor
  --json      the outcome on stdout, one line of JSON
Without --to the new key replaces DIR/master-key, and the old one stays beside it as
DIR/master-key.retired.ID: backups from before need it. Keep it where those backups' keys are kept.`;

const options = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  if (positionals.length !== 1 || positionals[0] !== 'rotate')
    throw wrongUsage('The one thing that keys can do is rotate.', usage);
  const { masterKey: setting } = readConfig(process.env);
  if (setting !== undefined && values.to === undefined)
    throw wrongUsage('The master key comes from LUXOR_MASTER_KEY: name a file for the new one with --to.', usage); // prettier-ignore
  const { databaseUrl, dataDirectory } = placeOf(values.data);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null) throw nothingThere(dataDirectory);
  try {
    const rotation = await rotate(stored.database, { setting, dataDirectory, to: values.to });
    if (values.json === true) writeJson(rotation);
    else writeLine(told(rotation));
    return exitCodes.done;
  } finally {
    await stored.close();
  }
}

type Place = {
  readonly setting: string | undefined;
  readonly dataDirectory: string;
  readonly to: string | undefined;
};

async function rotate(database: Database, place: Place): Promise<Rotation> {
  if ((await countServing(database.owner)) > 0n) throw stillServing();
  const now = systemClock();
  const file = join(place.dataDirectory, 'master-key');
  if (place.setting === undefined && !existsSync(file)) throw keyMissing(file);
  const from = readMasterKey({ setting: place.setting, file });
  const next = place.to ?? `${file}.next`;
  // Made, and on the disk, before anything is wrapped with it; a file that is there is taken as it is.
  const to = readMasterKey({ setting: undefined, file: next });
  const ids = await createIdMaker({
    day: () => dayAt(now(), 0),
    lease: (day) => leaseSlot(database.owner, day),
  });
  const rotation = await rotateMasterKey(database, { from, to, at: now(), entryId: ids.next() });
  if (place.to === undefined) await putInPlace({ file, next, retiredId: from.id });
  return rotation;
}

const told = ({ from, to, keys }: Rotation): string =>
  `The master key ${to} has replaced ${from}; ${keys.toString()} keys were wrapped anew.`;

const stillServing = (): Fault =>
  new Fault({
    code: 'platform-serving',
    sentence:
      'A platform is connected to this database and holds the old key in memory: stop every process of it, then rotate.',
    exitCode: exitCodes.wrongUsage,
  });

const keyMissing = (file: string): Fault =>
  new Fault({
    code: 'master-key-missing',
    sentence: `The master key is neither in LUXOR_MASTER_KEY nor in ${file}.`,
  });

const nothingThere = (dataDirectory: string): Fault =>
  new Fault({
    code: 'nothing-recorded',
    sentence: `Nothing was ever recorded in ${dataDirectory}: there is no key to rotate.`,
  });

/** Runs `luxor pack shadow`: what a law would have made of the decisions on record, beside what was decided. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { lawAsOf, noFigures, type ShadowFigures } from '../../domain/journey-shadow.ts';
import type { LawBook } from '../../domain/journey-law.ts';
import { readDay, writeDay, type Day } from '../../domain/kernel/day.ts';
import type { Json } from '../../domain/kernel/canonical-json.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { wrongUsage, writeJson, writeLine } from '../commands/command-line.ts';
import { openStored, placeOf } from '../commands/stored-database.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/connect.ts';
import { exitCodes, Fault } from '../fault.ts';
import { createDataKeys, readMasterKey } from '../journal/keys.ts';
import { createSegmentReader } from '../journal/segment-reader.ts';
import { readLatestDay } from '../journal/store.ts';
import { createLawBook } from '../law-book.ts';
import type { LoadedPack } from './load.ts';
import { rehearse } from './shadow.ts';
import { readPackVersion, versionOf } from './versions.ts';

export type ShadowCall = {
  readonly names: readonly string[];
  readonly root: string;
  readonly json: boolean;
  readonly against: string | undefined;
  readonly asOf: string | undefined;
  readonly day: string | undefined;
  readonly data: string | undefined;
  readonly packAt: (name: string, root: string) => LoadedPack;
  readonly usage: string;
};

type Law = { readonly name: string; readonly currency: string; readonly book: LawBook };

export async function rehearseStored(call: ShadowCall): Promise<number> {
  const [name] = call.names;
  if (name === undefined || call.names.length > 1) throw wrongUsage('Name one pack.', call.usage);
  const { databaseUrl, dataDirectory } = placeOf(call.data);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null) throw nothingRecorded(dataDirectory);
  try {
    const report = await rehearseDay(stored.database, { name, dataDirectory }, call);
    if (call.json) writeJson(parseOwn<Json>(JSON.stringify(report)));
    else writeFigures(report);
    return exitCodes.done;
  } finally {
    await stored.close();
  }
}

async function rehearseDay(
  database: Database,
  { name, dataDirectory }: { readonly name: string; readonly dataDirectory: string },
  call: ShadowCall,
): Promise<Report> {
  const asOf = dayOf(call.asOf, call);
  const day = dayOf(call.day, call) ?? (await readLatestDay(database.intake));
  if (day === null) throw nothingRecorded(dataDirectory);
  const law = await lawNamed(database, name, call);
  const against = call.against === undefined ? null : await lawNamed(database, call.against, call);
  const { figures } = await rehearse(
    {
      database,
      segments: createSegmentReader(database, dataKeysAt(database, dataDirectory)),
      shadow: asOf === null ? law.book : lawAsOf(law.book, asOf),
      against: against?.book ?? null,
      day,
      isEnough: () => false,
    },
    noFigures(law.currency),
  );
  const taken = asOf === null ? null : writeDay(asOf);
  return { law: law.name, asOf: taken, against: against?.name ?? null, day: writeDay(day), ...figures }; // prettier-ignore
}

function dayOf(text: string | undefined, { usage }: ShadowCall): Day | null {
  const day = text === undefined ? null : readDay(text);
  if (text !== undefined && day === null) throw wrongUsage(`"${text}" is no day as YYYY-MM-DD.`, usage); // prettier-ignore
  return day;
}

/** A pack by its id or folder, or a kept version by 'pack@version'. */
async function lawNamed(database: Database, name: string, call: ShadowCall): Promise<Law> {
  const [id = '', version] = name.split('@');
  if (version !== undefined) {
    const pack = await readPackVersion(database.intake, id, version);
    if (pack === undefined) throw wrongUsage(`The law ${name} is not kept here.`, call.usage);
    return { name, currency: pack.currency, book: createLawBook(pack, version) };
  }
  const { pack, digest } = call.packAt(name, call.root);
  if (pack === null) throw wrongUsage(`The pack "${name}" has errors; run luxor pack check.`, call.usage); // prettier-ignore
  const itsVersion = versionOf(digest);
  return {
    name: `${pack.id}@${itsVersion}`,
    currency: pack.currency,
    book: createLawBook(pack, itsVersion),
  };
}

function dataKeysAt(database: Database, dataDirectory: string) {
  const { masterKey } = readConfig(process.env);
  const file = join(dataDirectory, 'master-key');
  if (masterKey === undefined && !existsSync(file))
    throw new Fault({
      code: 'master-key-missing',
      sentence: `The master key is neither in LUXOR_MASTER_KEY nor in ${file}: without it no input record can be read.`,
    });
  return createDataKeys(database, readMasterKey({ setting: masterKey, file }));
}

type Report = ShadowFigures & {
  readonly law: string;
  readonly asOf: string | null;
  readonly against: string | null;
  readonly day: string;
};

function writeFigures(report: Report): void {
  const { law, asOf, against, day, currency } = report;
  const taken = asOf === null ? '' : ` with the rows of ${asOf}`;
  writeLine(`${law}${taken}, beside ${against ?? 'what was decided'}, on ${day}`);
  writeLine(`${report.touched} of ${report.parcels} parcels differ; ${report.touchedAgain} of ${report.decidedAgain} later decisions about them`); // prettier-ignore
  writeLine(`total ${report.total.before} -> ${report.total.after} ${currency}, payable ${report.payable.before} -> ${report.payable.after}`); // prettier-ignore
  writeLine(`without a full figure ${report.incomplete.before} -> ${report.incomplete.after}`);
  for (const [charge, { before, after, touched }] of Object.entries(report.charges))
    writeLine(`  ${charge} ${before} -> ${after} (${touched} parcels)`);
  for (const [move, count] of Object.entries(report.lanes)) writeLine(`  lane ${move}: ${count}`);
  for (const [move, count] of Object.entries(report.categories))
    writeLine(`  category ${move}: ${count}`);
  if (report.failed > 0) writeLine(`${report.failed} decisions could not be made under it`);
  if (report.unreadable > 0) writeLine(`${report.unreadable} inputs are erased or unreadable`);
  for (const { parcel, before, after } of report.examples)
    writeLine(`  e.g. parcel ${parcel}: ${before.payable} ${before.lane} -> ${after.payable} ${after.lane}`); // prettier-ignore
}

const nothingRecorded = (dataDirectory: string): Fault =>
  new Fault({
    code: 'nothing-recorded',
    sentence: `Nothing was ever recorded in ${dataDirectory}: there is nothing to rehearse on.`,
  });

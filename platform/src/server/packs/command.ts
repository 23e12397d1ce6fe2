/** The verb `luxor pack`: checks, compares, seals and counts the law of jurisdictions. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasPackError } from '../../domain/jurisdiction/pack-finding.ts';
import type { PackTexts } from '../../domain/jurisdiction/parse.ts';
import { SEAL_FILE, sealText } from '../../domain/jurisdiction/seal.ts';
import { readDay, writeDay } from '../../domain/kernel/day.ts';
import { readCommandLine, writeJson, writeLine, wrongUsage } from '../commands/command-line.ts';
import { exitCodes } from '../fault.ts';
import { checkLoadedPack, isSound, sha256, type PackReport } from './check.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { diffPacks, type PackDiff } from './diff.ts';
import { loadPack, loadPacks, type LoadedPack } from './load.ts';
import { rehearseStored } from './shadow-command.ts';
import { submitLaw } from './submit-command.ts';

export const usage = `Usage: luxor pack check [ID...] [--all] [--json]     parse, cross-check, run the worked examples, verify the seal
       luxor pack diff A B [--json]                 rows and examples that differ between two packs (ids or folders)
       luxor pack seal ID [--on DATE] [--replace]    digest the rows in force, so that past law is not edited unnoticed
       luxor pack shadow ID [--against ID] [--as-of DATE] [--day DAY] [--data DIR] [--json]
                                                    what ID would have made of the decisions on record, beside what was decided
                                                    (or what another law makes of them); DATE takes its coming rows early
       luxor pack submit ID [--data DIR]            keeps ID as a draft in the platform; officers do the rest, two of them
       luxor pack coverage [ID...] [--json]         rows and verified rows of each kind, and days without law

--root DIR names another folder of packs. --replace breaks a seal: only for law that never bound anybody.`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  root: { type: 'string' },
  on: { type: 'string' },
  replace: { type: 'boolean', default: false },
  against: { type: 'string' },
  'as-of': { type: 'string' },
  day: { type: 'string' },
  data: { type: 'string' },
} as const;

/** Where the packs of this installation stand. */
const PACKS = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'packs');

type Call = {
  readonly names: readonly string[];
  readonly root: string;
  readonly json: boolean;
  readonly on: string | undefined;
  readonly replace: boolean;
};

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(args, OPTIONS, usage);
  const [verb, ...names] = positionals;
  const call: Call = {
    names,
    root: path.resolve(values.root ?? PACKS),
    json: values.json,
    on: values.on,
    replace: values.replace,
  };
  switch (verb) {
    case 'check':
      return check(call);
    case 'diff':
      return diff(call);
    case 'seal':
      return seal(call);
    case 'coverage':
      return coverage(call);
    case 'shadow':
      return rehearseStored({ ...call, against: values.against, asOf: values['as-of'], day: values.day, data: values.data, packAt, usage }); // prettier-ignore
    case 'submit':
      return submitLaw({ ...call, data: values.data, packAt, usage });
    case undefined:
      throw wrongUsage('Say what to do with packs.', usage);
    default:
      throw wrongUsage(`"${verb}" is nothing to do with packs.`, usage);
  }
}

/** A pack by its id, or by the path of its folder. */
function packAt(name: string, root: string): LoadedPack {
  const folder = [path.join(root, name), path.resolve(name)].find((known) =>
    existsSync(path.join(known, 'pack.json')),
  );
  if (folder === undefined) throw wrongUsage(`There is no pack "${name}" in ${root}.`, usage);
  return loadPack(folder);
}

function packsOf({ names, root }: Call): ReadonlyMap<string, LoadedPack> {
  if (names.length === 0) return loadPacks(root);
  return new Map(names.map((name) => [path.basename(path.resolve(name)), packAt(name, root)]));
}

function check(call: Call): number {
  const reports = [...packsOf(call)].map(([id, loaded]) => checkLoadedPack(id, loaded));
  const ok = reports.every(isSound);
  if (call.json)
    writeJson({
      ok,
      packs: reports.map((report) => ({
        ...report,
        findings: report.findings.map((finding) => ({ ...finding })),
      })),
    });
  else for (const report of reports) writeReport(report);
  return ok ? exitCodes.done : exitCodes.inputRefused;
}

function writeReport(report: PackReport): void {
  for (const { file, line, column, severity, reason, fix } of report.findings) {
    writeLine(`${report.pack}/${file}:${line}:${column} ${severity}: ${reason}; ${fix}`);
  }
  const verdict = isSound(report) ? 'sound' : 'not sound';
  writeLine(`${report.pack}: ${verdict}, ${report.passed} of ${report.cases} worked examples pass`);
}

function diff(call: Call): number {
  const [before, after] = call.names;
  if (before === undefined || after === undefined || call.names.length > 2)
    throw wrongUsage('Name two packs.', usage);
  const found = diffPacks(packAt(before, call.root), packAt(after, call.root));
  if (call.json)
    writeJson({
      rows: found.rows.map((row) => ({
        ...row,
        fields: row.fields.map((field) => ({ ...field })),
      })),
      cases: found.cases.map((one) => ({ ...one })),
    });
  else writeDiff(found);
  return exitCodes.done;
}

const MARKS = { added: '+', removed: '-', edited: '~' } as const;

function writeDiff({ rows, cases }: PackDiff): void {
  for (const { file, row, change, fields } of rows) {
    const shown =
      change === 'edited'
        ? fields
            .map(({ field, before, after }) => ` ${field}: ${before ?? ''} -> ${after ?? ''}`)
            .join(',')
        : '';
    writeLine(`${MARKS[change]} ${file} ${row}${shown}`);
  }
  for (const { file, title, before, after } of cases) {
    writeLine(
      `! ${file} ${title}\n    before ${JSON.stringify(before)}\n    after  ${JSON.stringify(after)}`,
    );
  }
  writeLine(`${rows.length} rows and ${cases.length} worked examples differ`);
}

/** Only sound law is sealed, and a seal that is broken is not replaced by a new one. */
function seal(call: Call): number {
  const [name] = call.names;
  const on = readDay(call.on ?? Temporal.Now.plainDateISO('UTC').toString());
  if (name === undefined || call.names.length > 1 || on === null)
    throw wrongUsage('Name one pack, and a day as YYYY-MM-DD.', usage);
  const found = packAt(name, call.root);
  const loaded = call.replace ? { ...found, texts: without(found.texts, SEAL_FILE) } : found;
  const report = checkLoadedPack(path.basename(loaded.folder), loaded);
  if (hasPackError(report.findings)) {
    writeReport(report);
    return exitCodes.inputRefused;
  }
  writeFileSync(path.join(loaded.folder, SEAL_FILE), sealText(loaded.texts, on, sha256));
  writeLine(`${report.pack}: the law in force on ${writeDay(on)} is sealed`);
  return exitCodes.done;
}

const without = (texts: PackTexts, file: string): PackTexts =>
  new Map([...texts].filter(([name]) => name !== file));

function coverage(call: Call): number {
  const rows = [...packsOf(call).values()].flatMap(({ pack }) =>
    pack === null ? [] : coverageOf(pack),
  );
  if (call.json)
    writeJson(rows.map((row) => ({ ...row, gaps: row.gaps.map((gap) => ({ ...gap })) })));
  else for (const row of rows) writeCoverage(row);
  return exitCodes.done;
}

const GAPS_SHOWN = 5;

function writeCoverage({ pack, kind, rows, verified, from, until, gaps }: Coverage): void {
  writeLine(
    `${pack.padEnd(12)} ${kind.padEnd(16)} ${String(rows).padStart(6)} rows ${String(verified).padStart(6)} verified  ${from ?? ''} ${until ?? ''}`,
  );
  for (const gap of gaps.slice(0, GAPS_SHOWN)) {
    const end = gap.until === null ? 'on' : `until ${gap.until}`;
    writeLine(`${''.padEnd(12)} no ${gap.rule ?? kind} from ${gap.from} ${end}`);
  }
  if (gaps.length > GAPS_SHOWN)
    writeLine(`${''.padEnd(12)} and ${String(gaps.length - GAPS_SHOWN)} more gaps: see --json`);
}

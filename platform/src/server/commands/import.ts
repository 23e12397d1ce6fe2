/** The import verb: turns what other systems publish into what this platform reads, or keeps it as dated reference. */
import { readDay, type Day } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { exitCodes } from '../fault.ts';
import { wrongUsage, writeJson, writeLine, readCommandLine, readCount } from './command-line.ts';
import { kindsOf } from './import/detect.ts';
import { IMPORT_VERBS, type ImportVerb } from './import/file-kind.ts';
import { convertKcs } from './import/kcs.ts';
import { placeFor } from './import/place.ts';
import { importReference } from './import/reference.ts';
import type { ImportReport, ReferenceReport } from './import/report.ts';
import { newProgress } from './progress.ts';
import { readDate } from './read-date.ts';

const list = (verb: ImportVerb): string =>
  [...new Set(kindsOf(verb).map(({ what }) => what))].map((what) => `                 ${what}`).join('\n'); // prettier-ignore

export const usage = `Usage: luxor import tariff|nomenclature|correlation|codelist|rates FILE [--on DATE] [--replace] [--data DIR] [--json]
       luxor import kcs FILE --rows N --on DATE --to ndjson|csv --output PATH [--json]

Keeps a publication as one revision: rows that are new are added, those that changed or are gone end on a day, and
nothing is edited; what is unchanged stays. One row that is wrong refuses the file whole, with its line and how to
mend it. The kind of file is told by its header:
  tariff
${list('tariff')}
  nomenclature
${list('nomenclature')}
  correlation
${list('correlation')}
  codelist
${list('codelist')}
  rates
${list('rates')}

  --on DATE    the day from which a file without dates of its own holds, such as 2026-08-01 (default: today)
  --replace    the file may end more than half of what holds
  --data DIR   uses the database in DIR instead of a throw-away one (LUXOR_DATABASE_URL does the same); a platform
               that runs on it takes the revision up within seconds
  --json       puts the result on stdout as one line of JSON

  kcs          imports declarations as Korea Customs published them for research: each row becomes one
               declaration of the profile "historic-declaration", without a database
  --rows N     how many rows from the beginning (default: all)
  --on DATE    the day that every row is set to, such as 2026-08-01
  --to FORM    ndjson or csv, as "luxor submit" reads them
  --output P   the file to write

Item Price is read as won, which have no smaller unit: fractions are rounded half up. Mode of Transport is
UN/ECE Recommendation 19 times ten: 10 sea, 20 rail, 30 road, 40 air, 50 mail (stated as the channel "post",
because it does not say how the mail travelled); any other value is left out. Party codes become identifiers
(kcs-declarant, kcs-importer, kcs-seller, kcs-courier). Left out, because a declaration does not state them:
office, process, import and payment types, tax rate and type, and both fraud labels.
Exit codes: 0 all taken, 1 something was refused, 2 wrong usage, 3 a fault of ours.`;

const options = {
  rows: { type: 'string' },
  on: { type: 'string' },
  to: { type: 'string' },
  output: { type: 'string' },
  data: { type: 'string' },
  replace: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const ROWS_MAX = 100_000_000;

type Values = {
  readonly rows?: string;
  readonly on?: string;
  readonly to?: string;
  readonly output?: string;
  readonly data?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
};

export async function run(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  const [kind, file, ...more] = positionals;
  const verb = IMPORT_VERBS.find((name) => name === kind);
  if (verb === undefined && kind !== 'kcs')
    throw wrongUsage(`luxor imports ${IMPORT_VERBS.join(', ')} and kcs, not "${kind ?? ''}".`, usage); // prettier-ignore
  if (file === undefined || more.length > 0) throw wrongUsage('Name one file.', usage);
  return verb === undefined ? runKcs(file, values, stop) : runReference(verb, file, { values, stop });
} // prettier-ignore

async function runKcs(file: string, values: Values, stop: AbortSignal): Promise<number> {
  const { to, output } = values;
  if (to !== 'ndjson' && to !== 'csv') throw wrongUsage('--to wants ndjson or csv.', usage);
  if (output === undefined) throw wrongUsage('--output wants a file to write.', usage);
  const rows =
    values.rows === undefined
      ? ROWS_MAX
      : readCount(values.rows, { name: 'rows', min: 1, max: ROWS_MAX, usage });
  const report = await convertKcs({ file, rows, on: readDate(values.on, usage), to, output, stop });
  if (values.json === true) writeJson(report);
  else for (const line of toldOfKcs(report, output)) writeLine(line);
  return report.refused > 0 ? exitCodes.inputRefused : exitCodes.done;
}

type Called = { readonly values: Values; readonly stop: AbortSignal };

async function runReference(
  verb: ImportVerb,
  file: string,
  { values, stop }: Called,
): Promise<number> {
  if (values.to !== undefined || values.output !== undefined || values.rows !== undefined)
    throw wrongUsage('--rows, --to and --output go with kcs alone.', usage);
  const on = values.on === undefined ? today() : dayNamed(values.on);
  const place = placeFor(values.data);
  try {
    const report = await importReference(place.open, {
      verb,
      file,
      on,
      mayReplace: values.replace === true,
      openProgress: newProgress,
      stop,
    });
    if (values.json === true) writeJson(report);
    else for (const line of told(report)) writeLine(line);
    return report.refused > 0 ? exitCodes.inputRefused : exitCodes.done;
  } finally {
    await place.close();
  }
}

const dayOf = (date: Temporal.PlainDate): Day =>
  present(readDay(date.toString()), 'a date is a day');
const dayNamed = (text: string): Day => dayOf(readDate(text, usage));
const today = (): Day => dayOf(Temporal.Now.plainDateISO());

/** Rows that a person reads at a terminal; --json lists more. */
const TOLD_MAX = 20;

function* told(report: ReferenceReport): Generator<string> {
  const { rows, publication, added, changed, ended, unchanged, refused, revision } = report;
  if (refused > 0) yield `Nothing was imported: ${number(refused)} of ${number(rows)} rows are refused.`;
  else {
    yield `${number(rows)} rows of ${publication} (${report.file}): ${number(added)} added, ${number(changed)} changed, ${number(ended)} ended, ${number(unchanged)} unchanged`;
    yield revision === null ? 'The file says what was known already.' : `This is revision ${number(revision)}; it holds from ${report.on} where the rows do not say it.`;
  }
  const kinds = Object.entries(report.byKind).map(([kind, count]) => `${kind} ${number(count)}`);
  if (kinds.length > 0) yield kinds.join(', ');
  for (const { line, column, text, reason, fix } of report.unparsed.slice(0, TOLD_MAX))
    yield `line ${String(line)}${column === undefined ? '' : `, ${column}`}: ${text === '' ? '' : `"${text}": `}${reason}${fix === undefined ? '' : `; ${fix}`}`;
  const more = report.unparsedCount - Math.min(TOLD_MAX, report.unparsed.length);
  if (more > 0) yield `and ${number(more)} more; --json lists them`;
  yield `${String(report.seconds)} s`;
} // prettier-ignore

const number = (count: number): string => count.toLocaleString('en');

function* toldOfKcs(report: ImportReport, output: string): Generator<string> {
  yield `${String(report.rows)} rows: ${String(report.added)} written to ${output}, ${String(report.refused)} refused, in ${String(report.seconds)} s`;
  for (const { line, reason } of report.unparsed) yield `line ${String(line)}: ${reason}`;
}

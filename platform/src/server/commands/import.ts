/** The import verb: turns what other systems publish into what this platform reads. */
import { exitCodes } from '../fault.ts';
import { wrongUsage, writeJson, writeLine, readCommandLine, readCount } from './command-line.ts';
import { convertKcs } from './import/kcs.ts';
import type { ImportReport } from './import/report.ts';
import { readDate } from './read-date.ts';

export const usage = `Usage: luxor import kcs FILE --rows N --on DATE --to ndjson|csv --output PATH [--json]

  kcs          import declarations as Korea Customs published them for research: each row becomes one
               declaration of the profile "historic-declaration", without a database
  --rows N     how many rows from the beginning (default: all)
  --on DATE    the day that every row is set to, such as 2026-08-01
  --to FORM    ndjson or csv, as "luxor submit" reads them
  --output P   the file to write
  --json       puts the result on stdout as one line of JSON

Item Price is read as won, which have no smaller unit: fractions are rounded half up. Mode of Transport is
UN/ECE Recommendation 19 times ten: 10 sea, 20 rail, 30 road, 40 air, 50 mail (stated as the channel "post",
because it does not say how the mail travelled); any other value is left out. Party codes become identifiers
(kcs-declarant, kcs-importer, kcs-seller, kcs-courier). Left out, because a declaration does not state them:
office, process, import and payment types, tax rate and type, and both fraud labels.`;

const options = {
  rows: { type: 'string' },
  on: { type: 'string' },
  to: { type: 'string' },
  output: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const ROWS_MAX = 100_000_000;

export async function run(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  const [kind, file, ...more] = positionals;
  if (kind !== 'kcs') throw wrongUsage(`luxor imports "kcs", not "${kind ?? ''}".`, usage);
  if (file === undefined || more.length > 0) throw wrongUsage('Name one file.', usage);
  const { to, output } = values;
  if (to !== 'ndjson' && to !== 'csv') throw wrongUsage('--to wants ndjson or csv.', usage);
  if (output === undefined) throw wrongUsage('--output wants a file to write.', usage);
  const rows =
    values.rows === undefined
      ? ROWS_MAX
      : readCount(values.rows, { name: 'rows', min: 1, max: ROWS_MAX, usage });
  const report = await convertKcs({ file, rows, on: readDate(values.on, usage), to, output, stop });
  if (values.json === true) writeJson(report);
  else for (const line of told(report, output)) writeLine(line);
  return report.refused > 0 ? exitCodes.inputRefused : exitCodes.done;
}

function* told(report: ImportReport, output: string): Generator<string> {
  yield `${String(report.rows)} rows: ${String(report.added)} written to ${output}, ${String(report.refused)} refused, in ${String(report.seconds)} s`;
  for (const { line, reason } of report.unparsed) yield `line ${String(line)}: ${reason}`;
}

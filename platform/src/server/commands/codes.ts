/** Runs luxor codes: finds commodity codes by words or digits, as they stand on a day. */
import process from 'node:process';
import { TITLE_LANGUAGES } from '../../domain/commodity/code-search.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { readConfig } from '../config.ts';
import { exitCodes } from '../fault.ts';
import { requirePack } from '../packs/load.ts';
import { searchCodes, type CodesAnswer, type CodesAsked } from '../reference/answer.ts';
import { createCodeLibrary } from '../reference/library.ts';
import { readCommandLine, readCount, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { readDate } from './read-date.ts';
import { openStored, placeOf, runningDatabase, type StoredDatabase } from './stored-database.ts';

export const usage = `Usage: luxor codes SEARCH... [--on DATE] [--language en|fr|de] [--limit N] [--data DIR] [--json]

Finds commodity codes by words, by the words that people use, or by digits, with the chapter and the heading above
each. Codes that ship are known without a database; what was imported is known where there is one.
  --on DATE      the day of law, such as 2026-08-01 (default: today)
  --language L   titles in this language where there are any (default: en)
  --limit N      at most so many codes (default: 20)
  --data DIR     the data folder, where it is not that of a platform that runs (LUXOR_DATABASE_URL does the same)
  --json         the answer on stdout, one line of JSON
Exit code 0: something was found. 1: nothing was.`;

const options = {
  on: { type: 'string' },
  language: { type: 'string' },
  limit: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const HITS_USUAL = '20';

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  const asked = askedBy(positionals.join(' ').trim(), values);
  const { packsDirectory, jurisdiction } = readConfig(process.env);
  const { pack } = requirePack(packsDirectory, jurisdiction);
  const stored = await openWhatThereIs(values.data);
  try {
    const library = createCodeLibrary(stored?.database.intake ?? null, pack.country);
    const answer = await searchCodes(library, asked);
    if (values.json === true) writeJson(answer);
    else for (const line of told(answer)) writeLine(line);
    const isFound = answer.codes.length > 0 || answer.moved !== null;
    return isFound ? exitCodes.done : exitCodes.inputRefused;
  } finally {
    await stored?.close();
  }
}

type Values = { readonly on?: string; readonly language?: string; readonly limit?: string };

function askedBy(text: string, values: Values): CodesAsked {
  if (text === '' || text.length > limits.codeSearchLettersMax)
    throw wrongUsage('Say what to look for.', usage);
  const language = TITLE_LANGUAGES.find((name) => name === (values.language ?? 'en'));
  if (language === undefined)
    throw wrongUsage(`--language wants ${TITLE_LANGUAGES.join(', ')}.`, usage);
  const date = values.on === undefined ? Temporal.Now.plainDateISO() : readDate(values.on, usage);
  const on = present(readDay(date.toString()), 'a date is a day');
  const hitsMax = readCount(values.limit ?? HITS_USUAL, { name: 'limit', min: 1, max: limits.codeSearchHitsMax, usage }); // prettier-ignore
  return { text, on, language, hitsMax };
}

/** A search starts no database of its own: what ships is there without one. */
async function openWhatThereIs(folder: string | undefined): Promise<StoredDatabase | null> {
  const { databaseUrl: url, dataDirectory } = placeOf(folder);
  return folder !== undefined || url !== undefined
    ? openStored({ url, dataDirectory })
    : runningDatabase(dataDirectory);
}

function* told({ codes, moved }: CodesAnswer): Generator<string> {
  for (const { code, path, units } of codes) {
    yield `${code.padEnd(CODE_LETTERS)}  ${path.map(({ title }) => title).filter((title) => title !== '').join(' > ')}`; // prettier-ignore
    if (units.length > 0)
      yield `${' '.repeat(CODE_LETTERS)}  counted in ${units.map(({ text }) => text).join(', ')}`;
  }
  if (codes.length === 0) yield 'Nothing was found.';
  if (moved === null) return;
  yield `${moved.code} stood in the edition of ${moved.from}${moved.becomes === null ? `: ${moved.reason ?? ''}` : ` and is ${moved.becomes} in that of ${moved.to}`}`;
  for (const { code, isBest } of moved.candidates)
    yield `  ${code}${isBest ? '  named for statistics' : ''}`;
}

const CODE_LETTERS = 10;

/** The seal of a pack: a digest of each row that was in force when it was made, so that nobody edits the past unnoticed. */
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { readDay, writeDay, type Day } from '../kernel/day.ts';
import { readJsonText } from './json-text.ts';
import type { PackFinding } from './pack-finding.ts';
import { PACK_FILES, type PackTexts } from './parse.ts';
import { rowsOfCsv, rowsOfJson, type RowSource } from './row-source.ts';

/** SHA-256 in hex: the domain has no machine. */
export type Digest = (text: string) => string;

export const SEAL_FILE = 'sealed.txt';

/** Lists whose rows are sealed together per day, as there are thousands of them. */
const LISTS: readonly string[] = [
  'commodity-codes.csv',
  'exchange-rates.csv',
  'offices.csv',
  'holidays.csv',
];

/**
 * The text of sealed.txt on a day: one line for each row whose period has begun. The end of a row may still be set as
 * long as it lies after the day of the seal: that is how a law is repealed without touching its past.
 */
export function sealText(texts: PackTexts, sealedOn: Day, digest: Digest): string {
  const lines = [...sealLines(texts, sealedOn, digest)]
    .map(([key, value]) => `${key} ${value}`)
    .sort();
  return [`sealed-on ${writeDay(sealedOn)}`, ...lines, ''].join('\n');
}

function sealLines(texts: PackTexts, sealedOn: Day, digest: Digest): ReadonlyMap<string, string> {
  const conditions = conditionsOf(texts);
  const contents = new Map<string, string[]>();
  for (const file of PACK_FILES) {
    const text = texts.get(file);
    if (text === undefined || file === 'pack.json' || file === 'sources.csv') continue;
    for (const row of file.endsWith('.json')
      ? rowsOfJson(file, text).rows
      : rowsOfCsv(file, text).rows) {
      const from = readDay(row.textOf('from') ?? '');
      if (from === null || from > sealedOn) continue;
      const key = keyOf(row);
      const content = contentOf(row, conditions, sealedOn);
      const known = contents.get(key);
      if (known === undefined) contents.set(key, [content]);
      else known.push(content);
    }
  }
  return new Map([...contents].map(([key, members]) => [key, digest(members.sort().join('\n'))]));
}

function keyOf(row: RowSource): string {
  const said = (field: string): string => row.textOf(field) ?? '';
  if (LISTS.includes(row.file)) return `${row.file} * ${said('from')}`;
  return [row.file, said('id'), said('from'), said('knownFrom')].join(' ');
}

/** What the row says, with its named condition written out; when and by whom it was read is not law. */
function contentOf(
  row: RowSource,
  conditions: Readonly<Record<string, unknown>>,
  sealedOn: Day,
): string {
  const members: Record<string, Json> = {};
  for (const field of row.fields) {
    if (['read_on', 'readOn', 'verified', 'source', 'note'].includes(field)) continue;
    const name = row.textOf(field) ?? '';
    members[field] =
      field === 'when' && Object.hasOwn(conditions, name)
        ? jsonOf(conditions[name])
        : jsonOf(row.valueOf(field));
  }
  const until = readDay(row.textOf('until') ?? '');
  members['until'] = until !== null && until <= sealedOn ? writeDay(until) : null;
  return canonicalJson(members);
}

const jsonOf = (value: unknown): Json => {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  )
    return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]));
};

function conditionsOf(texts: PackTexts): Readonly<Record<string, unknown>> {
  const { value } = readJsonText(texts.get('conditions.json') ?? '{}');
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Compares a pack with its seal: every sealed row must still stand as it was. */
export function checkSeal(texts: PackTexts, digest: Digest): readonly PackFinding[] {
  const text = texts.get(SEAL_FILE);
  const [head = '', ...lines] = (text ?? '').split('\n').filter((line) => line !== '');
  const sealedOn = readDay(head.replace(/^sealed-on /, ''));
  const at = (line: number, reason: string, fix: string): PackFinding => ({
    file: SEAL_FILE, line, column: 1, severity: 'error', reason, fix,
  }); // prettier-ignore
  if (text === undefined)
    return [{ ...at(1, 'the pack is not sealed', 'run luxor pack seal'), severity: 'warning' }];
  if (sealedOn === null)
    return [at(1, 'the day of the seal is missing', 'run luxor pack seal on a sound pack')];
  const now = sealLines(texts, sealedOn, digest);
  return lines.flatMap((line, index) => {
    const key = line.slice(0, line.lastIndexOf(' '));
    if (now.get(key) === line.slice(key.length + 1)) return [];
    const [file = '', id = '', from = ''] = key.split(' ');
    const what = now.has(key) ? 'was edited' : 'is gone';
    const reason = `${file}: the row "${id}" from ${from} ${what} although it was already in force`;
    return [
      at(
        index + 2,
        reason,
        'restore it; correct the law with a new row, a later known_from and a note',
      ),
    ];
  });
}

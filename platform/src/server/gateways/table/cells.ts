/** Reads and writes the cells of a table, so that whatever is written is read back to the letter. */
import type { CellForm } from './columns.ts';

type Identifier = { readonly scheme: string; readonly value: string };
export type CellValue = string | number | string[] | Identifier[];

/** A number that is none stays text, for the schema to say so. */
export function readCell(cell: string, form: CellForm): CellValue {
  switch (form) {
    case 'text':
      return cell;
    case 'code':
      return cell.trim();
    case 'number':
      return /^[0-9]{1,9}$/.test(cell.trim()) ? Number(cell) : cell.trim();
    case 'list':
      return readList(cell).map(plain);
    case 'identifiers':
      return readList(cell).map(readIdentifier);
  }
}

/** A character, and whether a backslash stood before it. */
type Letter = { readonly character: string; readonly escaped: boolean };

function readList(cell: string): Letter[][] {
  const entries: Letter[][] = [[]];
  const characters = Array.from(cell);
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? '';
    if (character === '\\' && index + 1 < characters.length)
      entries.at(-1)?.push({ character: characters[++index] ?? '', escaped: true });
    else if (character === '|') entries.push([]);
    else entries.at(-1)?.push({ character, escaped: false });
  }
  return entries.map(trimmedEntry);
}

const isOuterSpace = (letter: Letter | undefined): boolean =>
  letter?.character === ' ' && !letter.escaped;

function trimmedEntry(letters: Letter[]): Letter[] {
  let start = 0;
  let end = letters.length;
  while (start < end && isOuterSpace(letters[start])) start++;
  while (end > start && isOuterSpace(letters[end - 1])) end--;
  return letters.slice(start, end);
}

const plain = (letters: readonly Letter[]): string =>
  letters.map(({ character }) => character).join('');

/** Without a colon there is no scheme, which the schema then misses. */
function readIdentifier(letters: readonly Letter[]): Identifier {
  const colon = letters.findIndex(({ character, escaped }) => character === ':' && !escaped);
  if (colon === -1) return { scheme: '', value: plain(letters) };
  return { scheme: plain(letters.slice(0, colon)), value: plain(letters.slice(colon + 1)) };
}

export function writeCell(value: CellValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value
    .map((entry) =>
      typeof entry === 'string'
        ? writeEntry(entry)
        : `${writeEntry(entry.scheme)}:${writeEntry(entry.value)}`,
    )
    .join('|');
}

const writeEntry = (entry: string): string =>
  entry
    .replaceAll(/[\\|:]/g, (special) => `\\${special}`)
    .replace(/^ +| +$/g, (spaces) => spaces.replaceAll(' ', '\\ '));

/** What a spreadsheet would take for a formula, and the apostrophe that keeps it from doing so. */
const ACTIVE = /^[=+\-@\t\r']/;
const PLAIN_NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;

/** Makes a text harmless to whoever opens the file in a spreadsheet (OWASP ASVS 1.2.10). */
export const guarded = (cell: string): string =>
  ACTIVE.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;

/** Takes the apostrophe of `guarded` away again. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && ACTIVE.test(cell.slice(1)) ? cell.slice(1) : cell;

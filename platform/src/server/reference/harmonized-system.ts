/** The Harmonized System as it ships: its editions and codes, which are facts, and short titles and search terms of our own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CodeEntry } from '../../domain/commodity/code-search.ts';
import type { Edition } from '../../domain/commodity/edition.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import type { Period } from '../../domain/kernel/period.ts';

const FOLDER = join(import.meta.dirname, 'harmonized-system');

const rowsOf = <Column extends string>(name: string): readonly Readonly<Record<Column, string>>[] =>
  parse<Readonly<Record<Column, string>>>(readFileSync(join(FOLDER, name)), { columns: true });

const dayIn = (text: string): number => present(readDay(text), `${text} is a day`);

type Dated = { readonly from: string; readonly until: string };
const periodOf = ({ from, until }: Dated): Period => ({
  from: dayIn(from),
  until: until === '' ? null : dayIn(until),
});

export const EDITIONS: readonly Edition[] = rowsOf<'year' | 'from' | 'until'>('editions.csv').map(
  (row) => ({ year: row.year, ...periodOf(row) }),
);

export const editionOfYear = (year: string): Edition | undefined =>
  EDITIONS.find((edition) => edition.year === year);

/** Subheadings with the periods in which they stand; headings and chapters stand while any code below them does. */
export function shippedCodes(): readonly CodeEntry[] {
  const subheadings = rowsOf<'code' | 'from' | 'until'>('codes.csv').map((row) => ({
    code: row.code,
    ...periodOf(row),
    titles: {},
    terms: [],
    isCode: true,
  }));
  const above = [
    ...titled('headings.csv', spansOf(subheadings, HEADING_DIGITS)),
    ...titled('chapters.csv', spansOf(subheadings, CHAPTER_DIGITS)),
  ];
  const spans = new Map([...subheadings, ...above].map((entry) => [entry.code, entry]));
  const terms = rowsOf<'code' | 'terms'>('terms.csv').map((row): CodeEntry => {
    const { from } = present(spans.get(row.code), `${row.code} is a code of the list`);
    return { code: row.code, from, until: null, titles: {}, terms: row.terms.split(';'), isCode: false }; // prettier-ignore
  });
  return [...subheadings, ...above, ...terms];
}

const HEADING_DIGITS = 4;
const CHAPTER_DIGITS = 2;

function spansOf(codes: readonly CodeEntry[], digits: number): ReadonlyMap<string, Period> {
  const spans = new Map<string, Period>();
  for (const { code, from, until } of codes) {
    const part = code.slice(0, digits);
    const known = spans.get(part);
    spans.set(part, known === undefined ? { from, until } : joined(known, { from, until }));
  }
  return spans;
}

const joined = (left: Period, right: Period): Period => ({
  from: Math.min(left.from, right.from),
  until: left.until === null || right.until === null ? null : Math.max(left.until, right.until),
});

const titled = (file: string, spans: ReadonlyMap<string, Period>): readonly CodeEntry[] =>
  rowsOf<'code' | 'title'>(file).map(({ code, title }) => ({
    code,
    ...present(spans.get(code), `there are codes below ${code}`),
    titles: { en: title },
    terms: [],
    isCode: true,
  }));

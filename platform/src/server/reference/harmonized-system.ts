/** The Harmonized System as it ships: its editions and codes, which are facts, and short titles of our own for chapters and headings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Edition } from '../../domain/commodity/edition.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';

const FOLDER = join(import.meta.dirname, 'harmonized-system');

const rowsOf = <Column extends string>(name: string): readonly Readonly<Record<Column, string>>[] =>
  parse<Readonly<Record<Column, string>>>(readFileSync(join(FOLDER, name)), { columns: true });

const dayIn = (text: string): number => present(readDay(text), `${text} is a day`);

export const EDITIONS: readonly Edition[] = rowsOf<'year' | 'from' | 'until'>('editions.csv').map(
  ({ year, from, until }) => ({
    year,
    from: dayIn(from),
    until: until === '' ? null : dayIn(until),
  }),
);

export const editionOfYear = (year: string): Edition | undefined =>
  EDITIONS.find((edition) => edition.year === year);

/** Puts together what is known of commodity codes: what ships, what was imported, and the national lines of the jurisdiction. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { indexCodes, type CodeEntry, type CodeIndex } from '../../domain/commodity/code-search.ts';
import { overlaps } from '../../domain/kernel/period.ts';
import type { Queryable } from '../db/sql.ts';
import { shippedCodes } from './harmonized-system.ts';
import { readNomenclatures, readSearchTerms, readTariff, type NomenclatureLine, type StoredTariffLine, type StoredTerm } from './store.ts'; // prettier-ignore

export type Publication = {
  readonly publication: string;
  readonly kind: 'tariff' | 'nomenclature';
  readonly territory: string;
  readonly currency: string;
  readonly source: string;
};

const PUBLICATIONS = parse<Publication>(
  readFileSync(join(import.meta.dirname, 'publications.csv')),
  { columns: true },
);

/** The publications of a kind that are the law of a country. */
export const publicationsOf = (
  country: string,
  kind: Publication['kind'],
): readonly Publication[] =>
  PUBLICATIONS.filter((each) => each.territory === country && each.kind === kind);

export type CodeCatalogue = {
  readonly codes: CodeIndex;
  /** The texts of statistical units of a line and of those above it; empty where nobody says. */
  readonly unitsOf: (code: string) => readonly string[];
};

/** Without a database: what ships. */
export const shippedCatalogue = (): CodeCatalogue => ({
  codes: indexCodes(shippedCodes()),
  unitsOf: () => [],
});

const SUBHEADING_DIGITS = 6;

export async function readCatalogue(on: Queryable, country: string): Promise<CodeCatalogue> {
  const own = new Set(publicationsOf(country, 'nomenclature').map(({ publication }) => publication)); // prettier-ignore
  const [lines, terms] = [await readNomenclatures(on), await readSearchTerms(on)];
  const tariffs: StoredTariffLine[] = [];
  for (const { publication } of publicationsOf(country, 'tariff'))
    tariffs.push(...(await readTariff(on, publication)).filter(({ removedIn }) => removedIn === null));
  const entries = [
    ...titlesOf(lines, own),
    ...tariffs.filter(({ code }) => code.length > SUBHEADING_DIGITS).map(nationalLine),
    ...shippedCodes(),
    ...terms.map(termEntry),
  ];
  const units = new Map(tariffs.map((line) => [line.code, line.units]));
  return { codes: indexCodes(entries), unitsOf: (code) => unitsIn(units, code) };
} // prettier-ignore

function unitsIn(units: ReadonlyMap<string, string>, code: string): readonly string[] {
  for (let length = code.length; length >= SUBHEADING_DIGITS; length -= 2) {
    const found = units.get(code.slice(0, length)) ?? '';
    if (found !== '') return found.split(/\s*,\s*|\s+and\s+/);
  }
  return [];
}

/** Goods are declared under such lines; others only group them. */
const DECLARABLE = '80';
const NOT_DATED = 0;

/** Titles that only say what differs from the dashes above them are joined with these. */
function* titlesOf(
  lines: readonly NomenclatureLine[],
  own: ReadonlySet<string>,
): Generator<CodeEntry> {
  let dashes: NomenclatureLine[] = [];
  let publication = '';
  for (const line of lines) {
    if (line.publication !== publication) dashes = [];
    ({ publication } = line);
    while ((dashes.at(-1)?.depth ?? -1) >= line.depth) dashes.pop();
    dashes.push(line);
    const isOwn = own.has(publication);
    if (line.suffix !== DECLARABLE || (line.code.length > SUBHEADING_DIGITS && !isOwn)) continue;
    const said = dashes.filter((each) => each.depth > HEADING_DEPTH && overlaps(each, line));
    const whole = said.length === 0 ? [line] : said;
    yield {
      code: line.code,
      from: line.from,
      until: line.until,
      titles: titles(whole),
      terms: [],
      // What all countries share is known from what ships; only the country itself adds lines.
      isCode: isOwn || publication.startsWith('hs-'),
    };
  }
}

const HEADING_DEPTH = 1;

function titles(lines: readonly NomenclatureLine[]): CodeEntry['titles'] {
  const joined = (column: 'titleEn' | 'titleFr' | 'titleDe'): string =>
    lines.map((line) => line[column]).filter((title) => title !== '').join(' > ');
  return { en: joined('titleEn'), fr: joined('titleFr'), de: joined('titleDe') };
} // prettier-ignore

/** Titles of the tariff lead from the heading down to the line. */
const nationalLine = ({ code, from, until, title }: StoredTariffLine): CodeEntry => ({
  code,
  from,
  until,
  titles: { en: title.split(' > ').slice(1).join(' > ') },
  terms: [],
  isCode: true,
});

/** Terms stand with the line that the zeros at the end fill up. */
const termEntry = ({ code, term }: StoredTerm): CodeEntry => ({
  code: code.replace(/(?:00)+$/, ''),
  from: NOT_DATED,
  until: null,
  titles: {},
  terms: [term],
  isCode: false,
});

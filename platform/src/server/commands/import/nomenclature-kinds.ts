/** The nomenclatures that can be imported: the Harmonized System by edition, TARIC in three languages, the goods of the United Kingdom. */
import { readDay, type Day } from '../../../domain/kernel/day.ts';
import { editionOfYear } from '../../reference/harmonized-system.ts';
import { nomenclatureLineTable, type NomenclatureLineRow } from '../../reference/tables.ts';
import { cell, hasColumns, oneLine, refuse, type Cells, type FileKind, type Refusal, type RowReader, type Taken } from './file-kind.ts'; // prettier-ignore
import { shortened } from './tariff-row.ts';

const DIGITS = /^(?:[0-9]{2}){1,5}$/;
/** Goods are declared under such lines. */
const DECLARABLE = '80';

const codeWrong = (column: string, text: string): { readonly refusal: Refusal } =>
  refuse(column, text, ['this is no code of two to ten digits', 'give the digits alone, in pairs']);

/** Chapter 0, heading 1, then one for each two digits. */
const depthOf = (code: string): number => code.length / 2 - 1;
const LEVELS = ['chapter', 'heading', 'subheading'] as const;
const levelOf = (depth: number): string => LEVELS[depth] ?? 'national-line';

type Line = Omit<NomenclatureLineRow, 'titleFr' | 'titleDe'> &
  Partial<Pick<NomenclatureLineRow, 'titleFr' | 'titleDe'>>;

function taken(line: Line): Taken {
  const row = { titleFr: '', titleDe: '', ...line };
  return { rows: [row], kinds: [levelOf(row.depth)] };
}

/** A line of trade statistics, and none of the nomenclature. */
const TOTAL = 'TOTAL';

const harmonizedSystem = (columns: readonly string[], code: string): FileKind => ({
  verb: 'nomenclature',
  what: 'an edition of the Harmonized System to six digits; the name of the file has its year, such as hs2017.csv',
  header: columns.join(','),
  recognises: hasColumns(...columns),
  open: ({ name }) => {
    const year = /(?:hs|harmonized-system).*?(20[0-9]{2})/i.exec(name)?.[1] ?? '';
    const edition = editionOfYear(year);
    if (edition === undefined)
      return { missing: `the name of the file does not say the edition: call it such as hs2022.csv, not ${name}` };
    const publication = `hs-${edition.year}`;
    return {
      publication,
      table: nomenclatureLineTable,
      manner: 'dated',
      takes: columns,
      read: (cells) => {
        const digits = cell(cells, code);
        if (digits === TOTAL) return { rows: [], kinds: ['total'] };
        if (!DIGITS.test(digits)) return codeWrong(code, digits);
        return taken({
          publication,
          code: digits,
          suffix: DECLARABLE,
          fromDay: edition.from,
          untilDay: edition.until,
          depth: depthOf(digits),
          titleEn: oneLine(cell(cells, columns.find((column) => column.startsWith('description')) ?? '')),
        });
      },
    };
  },
}); // prettier-ignore

const CN_TEXTS = ['cn_code', 'text_en'] as const;

const combinedNomenclatureTexts: FileKind = {
  verb: 'nomenclature',
  what: 'self-explanatory texts of the Combined Nomenclature of the European Union',
  header: CN_TEXTS.join(','),
  recognises: hasColumns(...CN_TEXTS),
  open: ({ on }) => ({
    publication: 'eu-cn-texts',
    table: nomenclatureLineTable,
    manner: 'snapshot',
    takes: CN_TEXTS,
    read: (cells) => {
      const code = cell(cells, 'cn_code');
      if (!DIGITS.test(code)) return codeWrong('cn_code', code);
      return taken({
        publication: 'eu-cn-texts',
        code,
        suffix: DECLARABLE,
        fromDay: on,
        untilDay: null,
        depth: depthOf(code),
        titleEn: oneLine(cell(cells, 'text_en')),
      });
    },
  }),
};

type Dated = {
  readonly publication: string;
  readonly code: string;
  readonly digits: string;
  readonly indents: string;
  readonly period: readonly [from: string, to: string];
  readonly dayOf: (text: string) => Day | null;
};

/** A line of a nomenclature that dates its lines. */
function datedLine(
  cells: Cells,
  titles: Pick<Line, 'titleEn' | 'titleFr' | 'titleDe'>,
  line: Dated,
): ReturnType<RowReader> {
  const full = cell(cells, line.code);
  if (!DIGITS.test(full)) return codeWrong(line.code, full);
  const digits = Number(cell(cells, line.digits));
  if (!Number.isInteger(digits) || digits < 2 || digits > full.length)
    return refuse(line.digits, cell(cells, line.digits), ['this is no number of digits', 'give how many digits of the code count']); // prettier-ignore
  const indents = Number(cell(cells, line.indents));
  if (!Number.isInteger(indents) || indents < 0)
    return refuse(line.indents, cell(cells, line.indents), ['this is no indent', 'give the number of dashes, from 0']); // prettier-ignore
  const period = periodIn(cells, line);
  if ('refusal' in period) return period;
  return taken({
    publication: line.publication,
    code: shortened(full, digits),
    suffix: cell(cells, 'suffix'),
    ...period,
    depth: digits === 2 ? 0 : 1 + indents,
    ...titles,
  });
}

/** The last day that is written is the last one on which the line holds. */
function periodIn(
  cells: Cells,
  { period: [fromColumn, toColumn], dayOf }: Dated,
): Pick<Line, 'fromDay' | 'untilDay'> | { readonly refusal: Refusal } {
  const [from, to] = [cell(cells, fromColumn), cell(cells, toColumn)];
  const first = dayOf(from);
  if (first === null) return refuse(fromColumn, from, DAY_WRONG);
  if (to === '') return { fromDay: first, untilDay: null };
  const last = dayOf(to);
  if (last === null) return refuse(toColumn, to, DAY_WRONG);
  if (last >= first) return { fromDay: first, untilDay: last + 1 };
  return refuse(toColumn, to, ['the line ends before it begins', 'give a last day that is not before the first']); // prettier-ignore
}

const DAY_WRONG = ['this is no day', 'write the day as the rest of the file does'] as const;

/** 31-12-1971. */
const dayFirst = (text: string): Day | null =>
  readDay(text.replace(/^(\d\d)-(\d\d)-(\d{4})$/, '$3-$2-$1'));

/** The publication writes | where a line must not be broken: 80|kg. */
const spaced = (text: string): string => oneLine(text.replaceAll('|', ' '));

const TARIC = ['goods_code', 'suffix', 'valid_from', 'valid_to', 'hier_pos', 'indent', 'description_en', 'description_de', 'description_fr'] as const; // prettier-ignore

const taric: FileKind = {
  verb: 'nomenclature',
  what: 'goods nomenclature of the European Union (TARIC) in English, German and French',
  header: TARIC.join(','),
  recognises: hasColumns(...TARIC),
  open: () => ({
    publication: 'eu-taric',
    table: nomenclatureLineTable,
    manner: 'dated',
    takes: TARIC,
    read: (cells) =>
      datedLine(
        cells,
        {
          titleEn: spaced(cell(cells, 'description_en')),
          titleFr: spaced(cell(cells, 'description_fr')),
          titleDe: spaced(cell(cells, 'description_de')),
        },
        {
          publication: 'eu-taric',
          code: 'goods_code',
          digits: 'hier_pos',
          indents: 'indent',
          period: ['valid_from', 'valid_to'],
          dayOf: dayFirst,
        },
      ),
  }),
};

const UK_GOODS = ['goods_code', 'suffix', 'valid_from', 'valid_to', 'description', 'indents', 'significant_digits'] as const; // prettier-ignore

const ukGoods: FileKind = {
  verb: 'nomenclature',
  what: 'goods nomenclature of the United Kingdom',
  header: UK_GOODS.join(','),
  recognises: hasColumns(...UK_GOODS),
  open: () => ({
    publication: 'gb-goods',
    table: nomenclatureLineTable,
    manner: 'dated',
    takes: UK_GOODS,
    read: (cells) =>
      datedLine(
        cells,
        { titleEn: oneLine(cell(cells, 'description')) },
        {
          publication: 'gb-goods',
          code: 'goods_code',
          digits: 'significant_digits',
          indents: 'indents',
          period: ['valid_from', 'valid_to'],
          dayOf: readDay,
        },
      ),
  }),
};

export const NOMENCLATURE_KINDS: readonly FileKind[] = [
  taric,
  ukGoods,
  harmonizedSystem(['code', 'level', 'parent', 'description_en'], 'code'),
  harmonizedSystem(['section', 'hscode', 'description', 'parent', 'level'], 'hscode'),
  combinedNomenclatureTexts,
];

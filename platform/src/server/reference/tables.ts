/** Describes the tables that imports fill: which columns say what a row is about, and which say what holds. */
import { table, type Column, type RowOf, type Table } from '../db/table.ts';

export type ReferenceTable<Columns extends readonly Column[] = readonly Column[]> =
  Table<Columns> & {
    /** Columns that, within a publication, tell what a row is about. */
    readonly key: readonly string[];
    /** Columns that say what holds; a row is unchanged when all of them are. */
    readonly content: readonly string[];
  };

const PLACE = [{ name: 'publication', type: 'text' }] as const;
const LIFE = [
  { name: 'from_day', type: 'date' },
  { name: 'until_day', type: 'date', nullable: true },
] as const;

type Text<Name extends string> = { readonly name: Name; readonly type: 'text' };
const text = <const Name extends string>(name: Name): Text<Name> => ({ name, type: 'text' });

type Described<Columns extends readonly Column[]> = {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Columns;
};

function reference<const Columns extends readonly Column[]>({
  name,
  key,
  columns,
}: Described<Columns>): ReferenceTable<Columns> {
  const fixed = new Set<string>(['publication', 'from_day', 'until_day', ...key]);
  const content = columns.map((column) => column.name).filter((column) => !fixed.has(column));
  return { ...table(name, columns), key, content };
}

export const tariffLineTable = reference({
  name: 'tariff_line',
  key: ['code', 'variant'],
  columns: [
    ...PLACE,
    text('code'),
    text('variant'),
    ...LIFE,
    text('title'),
    text('units'),
    { name: 'duties', type: 'jsonb' },
  ],
});

export const nomenclatureLineTable = reference({
  name: 'nomenclature_line',
  key: ['code', 'suffix'],
  columns: [
    ...PLACE,
    text('code'),
    text('suffix'),
    ...LIFE,
    { name: 'depth', type: 'int2' },
    text('title_en'),
    text('title_fr'),
    text('title_de'),
  ],
});

export const codeCorrelationTable = reference({
  name: 'code_correlation',
  key: ['code', 'becomes'],
  columns: [...PLACE, text('code'), text('becomes'), ...LIFE, text('relation'), text('note')],
});

export const codeListEntryTable = reference({
  name: 'code_list_entry',
  key: ['code', 'variant'],
  columns: [
    ...PLACE,
    text('code'),
    text('variant'),
    ...LIFE,
    text('name'),
    { name: 'details', type: 'jsonb' },
  ],
});

export const exchangeRateTable = reference({
  name: 'exchange_rate',
  key: ['currency'],
  columns: [
    ...PLACE,
    { name: 'currency', type: 'char' },
    ...LIFE,
    { name: 'base', type: 'char' },
    text('per_base'),
  ],
});

export type TariffLineRow = RowOf<typeof tariffLineTable>;
export type NomenclatureLineRow = RowOf<typeof nomenclatureLineTable>;
export type CodeCorrelationRow = RowOf<typeof codeCorrelationTable>;
export type CodeListEntryRow = RowOf<typeof codeListEntryTable>;
export type ExchangeRateRow = RowOf<typeof exchangeRateTable>;

/** A row of any of them. */
export type ReferenceRow =
  TariffLineRow | NomenclatureLineRow | CodeCorrelationRow | CodeListEntryRow | ExchangeRateRow;

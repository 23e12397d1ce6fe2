/** The code lists that can be imported: countries, currencies, places, units, packages, directories of codes, and lists of the law. */
import { codeListEntryTable } from '../../reference/tables.ts';
import { cell, hasColumns, oneLine, refuse, type Cells, type FileKind } from './file-kind.ts';

type List = {
  /** Which publication it is; `*` stands for the name of the file. */
  readonly publication: string;
  readonly what: string;
  readonly columns: readonly string[];
  readonly code: readonly string[];
  /** Columns that tell apart entries of one code. */
  readonly variant?: readonly string[];
  readonly name: string;
  /** The column whose words the entries are counted by. */
  readonly countedBy?: string;
};

const list = (publication: string, what: string, rest: Omit<List, 'publication' | 'what'>): List => ({ publication, what, ...rest }); // prettier-ignore

const LISTS: readonly List[] = [
  list('iso-3166-1', 'countries', { columns: ['alpha2', 'alpha3', 'numeric', 'name'], code: ['alpha2'], name: 'name' }),
  list('country-facts', 'countries with their currencies', { columns: ['alpha2', 'alpha3', 'name_en', 'currency_code', 'region'], code: ['alpha2'], name: 'name_en' }),
  list('iso-4217', 'currencies', { columns: ['code', 'numeric', 'minor_units', 'currency', 'countries'], code: ['code'], name: 'currency' }),
  list('airports', 'airports', { columns: ['iata', 'icao_gps', 'name', 'municipality', 'country'], code: ['iata'], name: 'name', countedBy: 'type' }),
  list('un-locode', 'places of trade and transport', { columns: ['unlocode', 'country', 'location', 'name', 'name_ascii', 'subdivision', 'function', 'status'], code: ['unlocode'], name: 'name', countedBy: 'edition' }),
  list('upu-operators', 'designated postal operators', { columns: ['operator_code', 'short_code', 'name', 'imp_centres'], code: ['operator_code'], name: 'name' }),
  list('unece-rec-20', 'units of measure', { columns: ['status', 'code', 'name', 'description', 'level_category', 'symbol', 'conversion_factor'], code: ['code'], name: 'name', countedBy: 'status' }),
  list('unece-rec-21', 'kinds of packaging', { columns: ['status', 'code', 'name', 'description', 'numeric_code'], code: ['code'], name: 'name', countedBy: 'status' }),
  list('unece-rec-28', 'means of transport', { columns: ['change_indicator', 'mode', 'code_a', 'code_b', 'name', 'description'], code: ['mode', 'code_a', 'code_b'], name: 'name', countedBy: 'mode' }),
  list('unece-rec-24', 'states of transport', { columns: ['change_indicator', 'code', 'name', 'description'], code: ['code'], name: 'name' }),
  list('unedifact-codes', 'codes of UN/EDIFACT by element', { columns: ['element', 'code', 'name', 'description'], code: ['code'], variant: ['element'], name: 'name' }),
  list('unedifact-elements', 'elements of UN/EDIFACT', { columns: ['element', 'name', 'description', 'representation'], code: ['element'], name: 'name' }),
  list('uncefact-codes', 'codes of UN/CEFACT by list', { columns: ['list', 'code', 'name', 'description'], code: ['code'], variant: ['list'], name: 'name' }),
  list('us-section-301', 'additional duties of the United States by origin', { columns: ['hts8', 'list', 'ch99_code'], code: ['hts8'], variant: ['list', 'ch99_code'], name: 'ch99_code', countedBy: 'list' }),
  list('us-section-232', 'derivative products of the United States', { columns: ['hts_prefix', 'ch99_code', 'derivative_type', 'effective_date'], code: ['hts_prefix'], variant: ['ch99_code', 'derivative_type', 'effective_date'], name: 'derivative_type', countedBy: 'derivative_type' }),
  list('us-exempt-by-order', 'products exempt from additional duties of the United States', { columns: ['ch99_code', 'hts10', 'effective_date_start', 'effective_date_end', 'source', 'note'], code: ['hts10'], variant: ['ch99_code', 'source', 'effective_date_start'], name: 'ch99_code', countedBy: 'ch99_code' }),
  list('us-code-changes', 'statistical codes of the United States that changed', { columns: ['old_hts10', 'new_hts10', 'revision_from', 'revision_to', 'change_type'], code: ['old_hts10'], variant: ['new_hts10', 'revision_to', 'change_type'], name: 'change_type', countedBy: 'change_type' }),
  list('us-exempt-*', 'codes of the United States, one a row', { columns: ['hts10'], code: ['hts10'], name: 'hts10' }),
  list('high-priority-items', 'goods of highest concern by subheading', { columns: ['hs6', 'tier', 'hs2022_description'], code: ['hs6'], name: 'hs2022_description', countedBy: 'tier' }),
  list('export-controls', 'controlled goods by commodity code', { columns: ['category', 'commodity_code', 'measure_type_id', 'geographical_area_id', 'regulation_id', 'condition_profile'], code: ['commodity_code'], variant: ['category', 'sub_category', 'footnote', 'measure_type_id', 'geographical_area_id', 'regulation_id'], name: 'category', countedBy: 'category' }),
  list('control-conditions', 'conditions of controls', { columns: ['profile', 'condition_index', 'condition_code', 'action_code', 'document_code_type', 'document_code'], code: ['profile'], variant: ['condition_index'], name: 'condition_code' }),
  list('dangerous-goods-names', 'proper shipping names of dangerous goods', { columns: ['code', 'proper_shipping_name'], code: ['code'], variant: ['proper_shipping_name'], name: 'proper_shipping_name' }),
  list('un-numbers', 'dangerous goods by UN number', { columns: ['un_number', 'class', 'description'], code: ['un_number'], variant: ['class', 'description'], name: 'description', countedBy: 'class' }),
  list('controlled-substances', 'controlled substances of the United States', { columns: ['dea_drug_code', 'substance'], code: ['dea_drug_code'], variant: ['substance'], name: 'substance' }),
  list('gb-heading-guides', 'guides to headings', { columns: ['heading_id', 'description', 'title', 'id', 'fqcc', 'goods_nomenclature_sid'], code: ['heading_id'], variant: ['id'], name: 'title' }),
  list('gb-guides', 'guides to classification', { columns: ['id', 'title', 'url', 'active', 'image', 'strapline'], code: ['id'], name: 'title' }),
  list('search-terms', 'words by which people look for goods, with the code of each', { columns: ['code', 'level', 'term'], code: ['code'], variant: ['term'], name: 'term', countedBy: 'level' }),
  list('search-terms-by-line', 'words by which people look for goods, with the line of each', { columns: ['uk_code', 'hs6', 'term'], code: ['uk_code'], variant: ['term'], name: 'term' }),
  list('*', 'statistical classification', { columns: ['code', 'parent', 'description_en'], code: ['code'], name: 'description_en' }),
  list('iso-3166-2', 'subdivisions of countries', { columns: ['code', 'name', 'parent'], code: ['code'], name: 'name' }),
  list('gb-*', 'code list in English and Welsh', { columns: ['code', 'en', 'cy'], code: ['code'], name: 'en' }),
  list('gb-*', 'codes that go with other codes', { columns: ['parentCode', 'childCodes'], code: ['parentCode'], variant: ['childCodes'], name: 'childCodes' }),
  list('gb-*', 'codes with a description', { columns: ['id', 'description'], code: ['id'], name: 'description' }),
]; // prettier-ignore

const CODE_LETTERS_MAX = 70;

const kindOf = ({ publication, what, columns, code, variant, name, countedBy }: List): FileKind => ({
  verb: 'codelist',
  what,
  header: columns.join(','),
  recognises: (header) => hasColumns(...columns)(header) && (columns.length > 1 || header.length === 1),
  open: ({ header, name: fileName, on }) => {
    const called = publication.replace('*', kebab(fileName));
    const rest = header.filter((column) => ![...code, ...(variant ?? []), name].includes(column));
    const tell = tellApart();
    return {
      publication: called,
      table: codeListEntryTable,
      manner: 'snapshot',
      takes: header,
      read: (cells) => {
        const digits = code.map((column) => cell(cells, column)).join('');
        if (digits === '' || digits.length > CODE_LETTERS_MAX)
          return refuse(code.join(','), digits, ['this is no code', `give one of at most ${String(CODE_LETTERS_MAX)} characters`]);
        const named = oneLine(cell(cells, name));
        const stated = (variant ?? []).map((column) => oneLine(cell(cells, column))).join(' ').trim();
        const row = {
          publication: called,
          code: digits,
          variant: tell(digits, stated, named),
          fromDay: on,
          untilDay: null,
          name: named,
          details: JSON.stringify(detailsOf(cells, rest)),
        };
        return { rows: [row], kinds: [countedBy === undefined ? 'code' : countedAs(cells, countedBy)] };
      },
    };
  },
}); // prettier-ignore

/** Lists may still have a code twice, with two spellings of its name: the second one is told apart by it. */
function tellApart(): (code: string, variant: string, name: string) => string {
  const seen = new Map<string, string>();
  return (code, variant, name) => {
    const key = `${code} ${variant}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, name);
    return first === undefined || first === name ? variant : `${variant} ${name}`.trim();
  };
}

const countedAs = (cells: Cells, column: string): string => {
  const word = cell(cells, column);
  return word === '' ? 'code' : word;
};

const detailsOf = (cells: Cells, columns: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const text = oneLine(cell(cells, column));
      return text === '' ? [] : [[column, text]];
    }),
  );

/** additionalProcedureCodesC21 is additional-procedure-codes-c21. */
const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');

export const CODE_LIST_KINDS: readonly FileKind[] = LISTS.map(kindOf);

/** Brings CSV and JSON rows to one form: named fields with their places. */
import { readCsvText, type CsvCell, type Place } from './csv-text.ts';
import { readJsonText, type JsonText } from './json-text.ts';
import type { PackFinding } from './pack-finding.ts';

/** One row of any file. `textOf` is null where the field is absent; `valueOf` gives JSON as it is, and text of CSV. */
export type RowSource = {
  readonly file: string;
  readonly fields: readonly string[];
  readonly textOf: (field: string) => string | null;
  readonly valueOf: (field: string) => unknown;
  readonly placeOf: (field: string, inside?: string) => Place;
};

export type RowSources = {
  readonly rows: readonly RowSource[];
  readonly findings: readonly PackFinding[];
};

/** Rows of a CSV file; a record with too many or too few cells is a finding and no row. */
export function rowsOfCsv(file: string, text: string): RowSources {
  const csv = readCsvText(text);
  const findings: PackFinding[] = csv.broken.map(({ line, column, reason }) => ({
    file, line, column, severity: 'error', reason, fix: 'quote the whole cell and double the quotes inside it',
  })); // prettier-ignore
  const rows: RowSource[] = [];
  const index = new Map(csv.header.map((name, at) => [name, at]));
  for (const cells of csv.rows) {
    const [first] = cells;
    if (first === undefined) continue;
    if (cells.length === csv.header.length) rows.push(csvRow(file, index, cells));
    else
      findings.push({
        file, line: first.line, column: 1, severity: 'error',
        reason: `the row has ${cells.length} cells, the header ${csv.header.length}`,
        fix: 'add or remove commas; quote cells that hold a comma',
      }); // prettier-ignore
  }
  return { rows, findings };
}

function csvRow(
  file: string,
  index: ReadonlyMap<string, number>,
  cells: readonly CsvCell[],
): RowSource {
  const cellOf = (field: string): CsvCell | undefined => {
    const at = index.get(camelless(field));
    return at === undefined ? undefined : cells[at];
  };
  return {
    file,
    fields: [...index.keys()],
    textOf: (field) => cellOf(field)?.text ?? null,
    valueOf: (field) => cellOf(field)?.text,
    placeOf: (field) => {
      const cell = cellOf(field) ?? cells[0];
      return { line: cell?.line ?? 1, column: cell?.column ?? 1 };
    },
  };
}

/** CSV columns are named in snake_case, JSON members in camelCase: `knownFrom` is `known_from`. */
const camelless = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of a JSON file: one list of objects. */
export function rowsOfJson(file: string, text: string): RowSources {
  const json = readJsonText(text);
  const at = (place: Place, reason: string, fix: string): PackFinding => ({
    file,
    ...place,
    severity: 'error',
    reason,
    fix,
  });
  if (json.broken !== null)
    return { rows: [], findings: [at(json.broken, json.broken.reason, 'write valid JSON')] };
  if (!Array.isArray(json.value))
    return { rows: [], findings: [at(json.placeOf(''), 'the file is not a list', 'write [ … ]')] };
  const rows: RowSource[] = [];
  const findings: PackFinding[] = [];
  for (const [index, row] of json.value.entries()) {
    const pointer = `/${index}`;
    if (isObject(row)) rows.push(jsonRow(file, { json, row, pointer }));
    else findings.push(at(json.placeOf(pointer), 'the row is not an object', 'write { … }'));
  }
  return { rows, findings };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type JsonRow = {
  readonly json: JsonText;
  readonly row: Readonly<Record<string, unknown>>;
  readonly pointer: string;
};

/** One object of a JSON file as a row; also used for pack.json itself. */
export function jsonRow(file: string, { json, row, pointer }: JsonRow): RowSource {
  return {
    file,
    fields: Object.keys(row),
    textOf: (field) => (Object.hasOwn(row, field) ? textOf(row[field]) : null),
    valueOf: (field) => (Object.hasOwn(row, field) ? row[field] : undefined),
    placeOf: (field, inside = '') => json.placeOf(`${pointer}/${field}${inside}`),
  };
}

/** Null stands for the empty cell, a list for its members joined by the list separator of CSV cells. */
function textOf(value: unknown): string | null {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  const parts = value.map(textOf);
  return parts.includes(null) ? null : parts.join(';');
}

/** Reads XLSX by the published template: the first sheet, cell by cell as text, with numbers exactly as they were typed. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import type { Bytes, DoorResult } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placeParameters } from '../finding-place.ts';
import { newXmlReading } from '../xml/strict-xml.ts';
import { plainNumber } from './plain-number.ts';
import type { Break, Row } from './row.ts';
import { readTable } from './table-door.ts';
import { newTextGathering, openWorkbook, type Workbook } from './workbook.ts';

export async function* readXlsx(source: Bytes): AsyncGenerator<DoorResult> {
  const bytes = await gathered(source);
  const opened = bytes === undefined ? tooLarge() : await openWorkbook(bytes);
  if ('finding' in opened) {
    yield refused(opened.finding);
    return;
  }
  try {
    yield* readTable(sheetRows(opened.workbook));
  } finally {
    opened.workbook.close();
  }
}

const tooLarge = () => ({
  finding: finding('message-too-large', '', { bytesMax: String(limits.workbookBytesMax) }),
});

const refused = (finding: Finding): DoorResult => ({ line: 1, column: 1, findings: [finding] });

/** The directory of an archive stands at its end, so that it is held whole; undefined beyond the limit. */
async function gathered(source: Bytes): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > limits.workbookBytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* sheetRows(workbook: Workbook): AsyncGenerator<Row | Break> {
  const sheet = newSheetReading(workbook);
  let width = 0;
  const shaped = (row: Row): Row => {
    width ||= row.cells.length;
    return { ...row, cells: padded(row.cells, width) };
  };
  let fault: string | undefined;
  try {
    for await (const bytes of await workbook.sheet()) {
      fault = sheet.write(bytes);
      yield* sheet.rows.splice(0).map(shaped);
      if (fault !== undefined) break;
    }
  } catch (error) {
    fault = error instanceof Error ? error.message : 'it cannot be unpacked';
  }
  fault ??= sheet.end();
  yield* sheet.rows.splice(0).map(shaped);
  if (fault !== undefined) yield broken(sheet.line(), fault);
}

/** Sheets leave empty cells out. */
const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')]; // prettier-ignore

const broken = (line: number, reason: string): Break => ({
  line,
  broken: [
    finding('archive-malformed', '', { reason: reason.slice(0, 200), ...placeParameters({ line, column: 1 }) }), // prettier-ignore
    finding('file-cut-short', '', placeParameters({ line, column: 1 })),
  ],
});

/** The cell being read. */
type CellReading = { type: string; style: number; value: string; isFormula: boolean };

function newSheetReading(workbook: Workbook) {
  const rows: Row[] = [];
  const text = newTextGathering();
  let line = 0;
  let column = 0;
  let cells: string[] = [];
  let findings: Finding[] = [];
  let cell: CellReading = { type: '', style: 0, value: '', isFormula: false };
  let inValue = false;
  const finishCell = (): void => {
    const read = readValue(cell, text.take(), workbook);
    if ('actual' in read)
      findings.push(finding('cell-not-plain', '', { cell: `${letters(column)}${String(line)}`, actual: read.actual, ...placeParameters({ line, column }) })); // prettier-ignore
    const value = 'actual' in read ? read.shown : read.value;
    if (value !== '' && column <= limits.tableColumnsMax) {
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = value;
    }
  };
  const finishRow = (): void => {
    if (cells.length > 0) rows.push(findings.length > 0 ? { line, cells, findings } : { line, cells }); // prettier-ignore
    cells = [];
    findings = [];
  };
  const xml = newXmlReading({
    open: (name, attributes) => {
      text.open(name);
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', isFormula: false }; // prettier-ignore
      } else if (name === 'v') inValue = true;
      else if (name === 'f') cell.isFormula = true;
    },
    text: (piece) => {
      if (inValue) cell.value += piece;
      else text.text(piece);
    },
    close: (name) => {
      text.close(name);
      if (name === 'v') inValue = false;
      else if (name === 'c') finishCell();
      else if (name === 'row') finishRow();
    },
  });
  return { rows, write: xml.write, end: xml.end, line: () => Math.max(1, line) };
}

/** `shown` stands in for a value that is not plain, so that the rest of the row is checked all the same. */
type Value = { readonly value: string } | { readonly actual: string; readonly shown: string };

function readValue(cell: CellReading, inline: string, workbook: Workbook): Value {
  if (cell.isFormula) return { actual: 'a formula', shown: cell.value };
  switch (cell.type) {
    case 's':
      return { value: workbook.texts[Number(cell.value)] ?? '' };
    case 'inlineStr':
      return { value: inline };
    case 'str':
    case 'd':
      return { value: cell.value };
    case 'b':
      return { actual: 'a truth value', shown: cell.value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { actual: 'an error', shown: '' };
    default:
      return readNumber(cell, workbook);
  }
}

function readNumber({ value, style }: CellReading, workbook: Workbook): Value {
  if (value === '') return { value };
  if (workbook.dateStyles.has(style)) return { actual: 'a date of the spreadsheet', shown: value };
  const plain = plainNumber(value);
  return plain === undefined
    ? { actual: 'a number too long for a spreadsheet', shown: value }
    : { value: plain };
}

/** The number of a column such as AB in a cell name such as AB12. */
function columnOf(name: string | undefined): number | undefined {
  const found = /^[A-Z]{1,3}/.exec(name ?? '')?.[0];
  if (found === undefined) return undefined;
  return Array.from(found).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The letters of a column's number. */
export function letters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? last : letters(before) + last;
}

/** Reads comma-separated text (RFC 4180) with the place of every cell, so that a finding can point at it. */

export type Place = { readonly line: number; readonly column: number };

export type CsvCell = { readonly text: string } & Place;

export type CsvText = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
  /** Text that is not CSV: an open quote, or something after a closed one. */
  readonly broken: readonly (Place & { readonly reason: string })[];
};

type Cursor = { at: number; line: number; lineStart: number };

/** Reads the whole text; the first record is the header. Empty lines are left out, a byte-order mark is ignored. */
export function readCsvText(text: string): CsvText {
  const cursor: Cursor = { at: text.startsWith('\uFEFF') ? 1 : 0, line: 1, lineStart: 0 };
  const records: CsvCell[][] = [];
  const broken: (Place & { readonly reason: string })[] = [];
  while (cursor.at < text.length) {
    const record = readRecord(text, cursor, broken);
    if (record.length > 1 || record[0]?.text !== '') records.push(record);
  }
  const [header = [], ...rows] = records;
  return { header: header.map((cell) => cell.text), rows, broken };
}

function readRecord(
  text: string,
  cursor: Cursor,
  broken: (Place & { readonly reason: string })[],
): CsvCell[] {
  const record: CsvCell[] = [];
  for (;;) {
    const place = { line: cursor.line, column: cursor.at - cursor.lineStart + 1 };
    const cell = text[cursor.at] === '"' ? readQuoted(text, cursor) : readPlain(text, cursor);
    record.push({ text: cell ?? '', ...place });
    if (cell === null)
      broken.push({ ...place, reason: 'a quote is not closed, or is followed by text' });
    if (text[cursor.at] !== ',') break;
    cursor.at++;
  }
  if (text[cursor.at] === '\r') cursor.at++;
  if (text[cursor.at] === '\n') cursor.at++;
  cursor.line++;
  cursor.lineStart = cursor.at;
  return record;
}

const endsCell = (character: string | undefined): boolean =>
  character === undefined || character === ',' || character === '\n' || character === '\r';

function readPlain(text: string, cursor: Cursor): string {
  const start = cursor.at;
  while (!endsCell(text[cursor.at])) cursor.at++;
  return text.slice(start, cursor.at);
}

/** Null when the quote is not closed or is followed by something other than the end of the cell. */
function readQuoted(text: string, cursor: Cursor): string | null {
  let value = '';
  let from = ++cursor.at;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      cursor.at = text.length;
      return null;
    }
    value += text.slice(cursor.at, quote);
    cursor.at = quote + 1;
    if (text[cursor.at] !== '"') break;
    value += '"';
    from = ++cursor.at;
  }
  for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) cursor.line++;
  if (endsCell(text[cursor.at])) return value;
  readPlain(text, cursor);
  return null;
}

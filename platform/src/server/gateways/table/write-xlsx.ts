/** Writes an XLSX workbook of text cells: the published template, and whatever a test sends through its door. */
import yazl from 'yazl';
import { letters } from './xlsx-door.ts';

export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Width of each column in characters. */
  readonly widths?: readonly number[];
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Equal sheets give equal bytes: nothing in the archive tells the time. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return zipped([
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relationships([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', relationships([...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${String(index + 1)}.xml`] as const), [`${OFFICE}/styles`, 'styles.xml']])], // prettier-ignore
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, sheetXml(sheet)] as const), // prettier-ignore
  ]);
}

export type File = readonly [name: string, content: string | Uint8Array];

/** An archive of these files, unpacked unless told otherwise, so that its bytes depend on no compressor. */
export async function zipped(files: readonly File[], compress = false): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  // eslint-disable-next-line no-restricted-globals -- the library wants one; local time keeps the bytes equal in every zone
  const mtime = new Date(1980, 0, 1);
  for (const [name, content] of files)
    zip.addBuffer(Buffer.from(content), name, { mtime, compress, forceDosTimestamp: true, mode: 0o100644 }); // prettier-ignore
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${String(index + 1)}.xml" ContentType="${TYPE}.worksheet+xml"/>`), // prettier-ignore
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${parts.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const parts = targets.map(([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${type}" Target="${target}"/>`); // prettier-ignore
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const parts = sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`); // prettier-ignore
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${parts.join('')}</sheets></workbook>`;
}

/** Style 1 is text, so that a spreadsheet leaves what is typed as it is; style 2 is text in bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function sheetXml({ rows, widths = [] }: Sheet): string {
  const columns = widths.map((width, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" style="1" customWidth="1"/>`); // prettier-ignore
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'; // prettier-ignore
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`;
}

function rowXml(cells: readonly string[], index: number): string {
  const line = String(index + 1);
  const style = index === 0 ? '2' : '1';
  const written = cells.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${letters(column + 1)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${line}">${written.join('')}</row>`;
}

/** What XML forbids is written as _xHHHH_, and a text that looks like that keeps its look. */
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g; // eslint-disable-line no-control-regex -- the characters XML forbids, and the return it would change

const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      FORBIDDEN,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ) // prettier-ignore
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

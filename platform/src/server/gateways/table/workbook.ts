/** Opens an XLSX workbook without trusting it: limits on its files before any is unpacked, and only the needed ones read. */
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { limits } from '../../../domain/kernel/limits.ts';
import type { Finding } from '../../../domain/kernel/finding.ts';
import type { Bytes } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { SUPPORTED } from '../detect-format.ts';
import { readXml } from '../xml/strict-xml.ts';

export type Workbook = {
  /** Bytes of the first sheet. */
  readonly sheet: () => Promise<Bytes>;
  /** The texts that cells share, by their number. */
  readonly texts: readonly string[];
  /** Numbers of the cell styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>;
  readonly close: () => void;
};

export type Opened = { readonly workbook: Workbook } | { readonly finding: Finding };

export async function openWorkbook(bytes: Uint8Array): Promise<Opened> {
  let zip: ZipFile | undefined;
  try {
    zip = await yauzl.fromBufferPromise(Buffer.from(bytes), {
      lazyEntries: true,
      autoClose: false,
    });
    const entries = await entriesOf(zip);
    if (!('files' in entries)) return entries;
    return await readWorkbook(zip, entries.files);
  } catch (error) {
    zip?.close();
    return malformed(error instanceof Error ? error.message : 'it cannot be unpacked');
  }
}

const malformed = (reason: string): { readonly finding: Finding } => ({
  finding: finding('archive-malformed', '', { reason: reason.slice(0, 200) }),
});

const bomb = (): { readonly finding: Finding } => ({
  finding: finding('archive-bomb', '', { bytesMax: String(limits.workbookExpandedBytesMax) }),
});

type Files = ReadonlyMap<string, Entry>;

/** The directory of the archive; declared sizes bind, because the reader stops a file that outgrows its own. */
async function entriesOf(zip: ZipFile): Promise<{ files: Files } | { finding: Finding }> {
  const files = new Map<string, Entry>();
  let expanded = 0;
  for await (const entry of zip.eachEntry()) {
    expanded += entry.uncompressedSize;
    if (files.size >= limits.workbookEntriesMax || isBomb(entry, expanded)) return bomb();
    if (entry.isEncrypted()) return malformed('it is protected by a password');
    files.set(entry.fileName, entry);
  }
  return { files };
}

/** A small file may be packed as tightly as it likes. */
const SMALL_BYTES = 1_048_576;

const isBomb = ({ uncompressedSize, compressedSize }: Entry, expanded: number): boolean =>
  expanded > limits.workbookExpandedBytesMax ||
  (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * limits.workbookRatioMax);

/** Other formats that are ZIP archives, by a file that each has. */
const RELATIVES: readonly (readonly [file: string, format: string])[] = [
  ['xl/workbook.bin', 'a binary Excel workbook (XLSB)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['mimetype', 'OpenDocument'],
];

async function readWorkbook(zip: ZipFile, files: Files): Promise<Opened> {
  const relative = RELATIVES.find(([file]) => files.has(file));
  if (relative !== undefined)
    return { finding: finding('format-not-supported', '', { format: relative[1], supported: SUPPORTED }) }; // prettier-ignore
  const open = (entry: Entry): Promise<Bytes> => zip.openReadStreamPromise(entry);
  const sheet = await firstSheet(files, open);
  if (typeof sheet === 'string') return malformed(sheet);
  if (sheet === undefined) return { finding: finding('sheet-missing', '', { sheet: 'submission' }) }; // prettier-ignore
  const texts = await readTexts(files.get('xl/sharedStrings.xml'), open);
  if (typeof texts === 'string') return malformed(texts);
  const dateStyles = await readDateStyles(files.get('xl/styles.xml'), open);
  if (typeof dateStyles === 'string') return malformed(dateStyles);
  return {
    workbook: {
      sheet: () => open(sheet),
      texts,
      dateStyles,
      close: () => {
        zip.close();
      },
    },
  };
}

type Open = (entry: Entry) => Promise<Bytes>;

/** The sheet that stands first in the workbook; a text says why it cannot be found. */
async function firstSheet(files: Files, open: Open): Promise<Entry | string | undefined> {
  const book = files.get('xl/workbook.xml');
  if (book === undefined) return 'it is an archive without a workbook';
  let relation: string | undefined;
  const bookFault = await readXml(await open(book), {
    open: (name, attributes) => {
      if (name === 'sheet') relation ??= attributes['r:id'] ?? '';
    },
  });
  if (bookFault !== undefined) return bookFault;
  const relations = files.get('xl/_rels/workbook.xml.rels');
  if (relation === undefined || relations === undefined) return undefined;
  let target = '';
  const fault = await readXml(await open(relations), {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === relation) target = attributes['Target'] ?? ''; // prettier-ignore
    },
  });
  return fault ?? files.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

async function readTexts(
  entry: Entry | undefined,
  open: Open,
): Promise<readonly string[] | string> {
  if (entry === undefined) return [];
  if (entry.uncompressedSize > limits.workbookTextsBytesMax) return 'its cells share too much text';
  const texts: string[] = [];
  const gathering = newTextGathering();
  const fault = await readXml(await open(entry), {
    open: gathering.open,
    text: gathering.text,
    close: (name) => {
      gathering.close(name);
      if (name === 'si') texts.push(gathering.take());
    },
  });
  return fault ?? texts;
}

/** Gathers the text of a shared or inline string: all its runs, without the phonetic ones. */
export function newTextGathering() {
  let gathered = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name: string): void => {
      if (name === 't') inText = true;
      if (name === 'rPh') inPhonetic = true;
    },
    text: (text: string): void => {
      if (inText && !inPhonetic) gathered += text;
    },
    close: (name: string): void => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
    },
    take: (): string => {
      const text = unescaped(gathered);
      gathered = '';
      return text;
    },
  };
}

/** Spreadsheets write characters that XML forbids as _xHHHH_. @source ecma-376 (part 1, 22.9.2.19) */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hexadecimal: string) =>
    String.fromCharCode(Number.parseInt(hexadecimal, 16)),
  );

/** Number formats that every workbook knows as dates or times. @source ecma-376 (part 1, 18.8.30) */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58); // prettier-ignore

/** A format of one's own is a date when it names a part of one outside quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

async function readDateStyles(
  entry: Entry | undefined,
  open: Open,
): Promise<ReadonlySet<number> | string> {
  // prettier-ignore
  const dates = new Set<number>();
  if (entry === undefined) return dates;
  const own = new Set<number>();
  let inCells = false;
  let style = 0;
  const fault = await readXml(await open(entry), {
    open: (name, attributes) => {
      const format = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt' && isDateCode(attributes['formatCode'] ?? '')) own.add(format);
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      if (isBuiltInDate(format) || own.has(format)) dates.add(style);
      style++;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return fault ?? dates;
}

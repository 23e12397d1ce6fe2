/** Recognises the format of a file by its first bytes, never by its name, and names those that have no door here. */
import { DOOR_FORMATS, type DoorFormat } from './door.ts';
import { HEAD_BYTES } from './peek.ts';
import { withoutMark } from './utf8.ts';

export type Recognition =
  | { readonly format: DoorFormat }
  | { readonly unsupported: string; readonly remoteContext?: string }
  | { readonly wide: true }
  | { readonly empty: true };

/** What the doors read, for the sentence of a refusal. */
export const SUPPORTED = DOOR_FORMATS.map((format) => format.toUpperCase()).join(', ');

export function detectFormat(head: Uint8Array): Recognition {
  if (head.length === 0) return { empty: true };
  const signed = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (signed !== undefined) return signed.is;
  if (isWide(head)) return { wide: true };
  // Every pattern is ASCII, so the encoding of the rest does not matter yet; the door minds it.
  return detectText(Buffer.from(withoutMark(head)).toString('latin1'));
}

type Signature = { readonly bytes: readonly number[]; readonly is: Recognition };
const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const signature = (bytes: readonly number[], unsupported: string): Signature => ({ bytes, is: { unsupported } }); // prettier-ignore

/** File signatures; each is public knowledge of its format. */
const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: { format: 'xlsx' } },
  { bytes: [0x50, 0x4b, 0x05, 0x06], is: { format: 'xlsx' } },
  signature([0xd0, 0xcf, 0x11, 0xe0], 'an old or password-protected Excel workbook'),
  signature(ascii('%PDF'), 'PDF'),
  signature([0x1f, 0x8b], 'gzip'),
  signature([0x28, 0xb5, 0x2f, 0xfd], 'Zstandard'),
  signature([0x37, 0x7a, 0xbc, 0xaf], '7-Zip'),
  signature(ascii('Rar!'), 'RAR'),
  signature([0x89, 0x50, 0x4e, 0x47], 'a PNG image'),
  signature([0xff, 0xd8, 0xff], 'a JPEG image'),
  signature(ascii('PAR1'), 'Parquet'),
];

/** UTF-16 by its mark, or by the zero bytes that ASCII letters have in it. */
function isWide(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 || second === 0) && head.length > 1;
}

function detectText(text: string): Recognition {
  const start = text.trimStart();
  if (start === '') return text.length < HEAD_BYTES / 2 ? { empty: true } : { format: 'ndjson' };
  if (start.includes('\0')) return { unsupported: 'a binary file' };
  if (start.startsWith('<')) return { unsupported: 'XML' };
  if (start.startsWith('{') || start.startsWith('[')) return detectJson(start);
  return PLAIN.find(({ pattern }) => pattern.test(start))?.is ?? detectTable(start);
}

/** Formats of plain text, by how their first line begins. */
const PLAIN: readonly { readonly pattern: RegExp; readonly is: Recognition }[] = [
  { pattern: /^UN[AB][^\w\s]/, is: { unsupported: 'UN/EDIFACT' } },
  { pattern: /^ISA[^\w\s]/, is: { unsupported: 'ANSI X12' } },
  { pattern: /^(?:QK |QU |QD )?[A-Z]{3}\/[0-9]{1,2}\r?(?:\n|$)/, is: { unsupported: 'Cargo-IMP' } },
  { pattern: /^(?:%YAML|---\s)/, is: { unsupported: 'YAML' } },
  { pattern: /^(?:@prefix|@base|PREFIX)\s/, is: { unsupported: 'linked data (Turtle)' } },
];

const CONTEXT = /"@context"\s*:\s*(?:\[\s*)?(?:"(?<address>[^"]{1,200})")?/;

function detectJson(start: string): Recognition {
  const linked = CONTEXT.exec(start.slice(0, 4_096));
  if (linked !== null) {
    const address = linked.groups?.['address'];
    return {
      unsupported: 'linked data (JSON-LD)',
      ...(address === undefined ? {} : { remoteContext: address }),
    };
  }
  return { format: start.startsWith('{') && isOnePerLine(start) ? 'ndjson' : 'json' };
}

/** Whether lines hold whole objects: an indented object is neither whole in its first line nor begins another with a brace. */
function isOnePerLine(start: string): boolean {
  const lineEnd = start.indexOf('\n');
  if (lineEnd === -1) return start.length >= HEAD_BYTES / 2;
  const first = start.slice(0, lineEnd).trim();
  return isWhole(first) || (first !== '{' && start.slice(lineEnd).trimStart().startsWith('{'));
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function detectTable(start: string): Recognition {
  const header = start.slice(0, (start.indexOf('\n') + 1 || start.length + 1) - 1);
  return /[,;\t]/.test(header) ? { format: 'csv' } : { unsupported: 'plain text' };
}

/** Reads JSON text strictly without building it, to say in our words where it breaks and which names stand twice. */
import type { Place } from '../door.ts';

export type Fault = { readonly offset: number; readonly reason: string };
export type Repetition = {
  readonly offset: number;
  readonly element: string;
  readonly pointer: string;
};
export type Scan = { readonly fault?: Fault; readonly repetitions: readonly Repetition[] };

/** The state of one reading; `fault` stops it. */
type Reading = {
  readonly text: string;
  readonly repetitions: Repetition[];
  at: number;
  fault: Fault | undefined;
};

/** The text must not nest deeper than limits.messageDepthMax: the scan calls itself once a level. */
export function scanJson(text: string): Scan {
  const reading: Reading = { text, repetitions: [], at: 0, fault: undefined };
  readValue(reading, '');
  skipSpace(reading);
  if (reading.fault === undefined && reading.at < text.length)
    fail(reading, 'more text follows the value');
  return reading.fault === undefined
    ? { repetitions: reading.repetitions }
    : { fault: reading.fault, repetitions: reading.repetitions };
}

/** Line and column of an offset, counted from one; a character outside the basic plane counts once. */
export function placeAt(text: string, offset: number): Required<Place> {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: Array.from(before.slice(lineStart)).length + 1,
  };
}

function fail(reading: Reading, reason: string): void {
  reading.fault ??= { offset: reading.at, reason };
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9.eE+\-\w])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function match(reading: Reading, pattern: RegExp): string | undefined {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text)?.[0];
  if (found !== undefined) reading.at += found.length;
  return found;
}

function skipSpace(reading: Reading): void {
  match(reading, SPACE);
}

function readValue(reading: Reading, pointer: string): void {
  skipSpace(reading);
  const first = reading.text[reading.at];
  if (first === undefined) fail(reading, 'the text ends where a value is expected');
  else if (first === '{') readObject(reading, pointer);
  else if (first === '[') readArray(reading, pointer);
  else if (first === '"') readString(reading);
  else if (match(reading, NUMBER) === undefined && match(reading, WORD) === undefined)
    fail(reading, /[-0-9]/.test(first) ? 'a number is malformed' : 'a value is expected');
}

function readString(reading: Reading): string {
  const { text, at: start } = reading;
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      reading.at = at + 1;
      return unquoted(text.slice(start, at + 1));
    }
    if (code < 0x20) return broken(reading, at, 'a control character or line end stands in a text');
    const escapeLength = code === 0x5c ? escapeLengthAt(text, at) : 1;
    if (escapeLength === 0) return broken(reading, at, 'a backslash begins no known escape');
    at += escapeLength;
  }
  return broken(reading, at, 'a text in double quotes is not closed');
}

function escapeLengthAt(text: string, at: number): number {
  ESCAPE.lastIndex = at;
  return ESCAPE.exec(text)?.[0].length ?? 0;
}

function broken(reading: Reading, at: number, reason: string): string {
  reading.at = at;
  fail(reading, reason);
  return '';
}

function unquoted(token: string): string {
  const value: unknown = JSON.parse(token);
  return typeof value === 'string' ? value : '';
}

function readArray(reading: Reading, pointer: string): void {
  reading.at++;
  skipSpace(reading);
  if (taken(reading, ']')) return;
  for (let index = 0; reading.fault === undefined; index++) {
    readValue(reading, `${pointer}/${String(index)}`);
    if (closes(reading, ']', 'a comma or a closing bracket is expected')) return;
  }
}

function readObject(reading: Reading, pointer: string): void {
  const names = new Set<string>();
  reading.at++;
  skipSpace(reading);
  if (taken(reading, '}')) return;
  while (reading.fault === undefined) {
    const member = readName(reading, names, pointer);
    if (member === undefined) return;
    readValue(reading, member);
    if (closes(reading, '}', 'a comma or a closing brace is expected')) return;
  }
}

/** The pointer of the member whose name is read; undefined after a fault. */
function readName(reading: Reading, names: Set<string>, pointer: string): string | undefined {
  skipSpace(reading);
  const offset = reading.at;
  if (reading.text[offset] !== '"') {
    fail(reading, 'a name in double quotes is expected');
    return undefined;
  }
  const element = readString(reading);
  const member = `${pointer}/${element.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (names.has(element)) reading.repetitions.push({ offset, element, pointer: member });
  names.add(element);
  skipSpace(reading);
  if (reading.fault === undefined && !taken(reading, ':'))
    fail(reading, 'a colon is expected after a name');
  return reading.fault === undefined ? member : undefined;
}

function taken(reading: Reading, character: string): boolean {
  if (reading.text[reading.at] !== character) return false;
  reading.at++;
  return true;
}

/** Whether the list ends here; a fault ends it too. */
function closes(reading: Reading, character: string, reason: string): boolean {
  if (reading.fault !== undefined) return true;
  skipSpace(reading);
  if (taken(reading, character)) return true;
  if (taken(reading, ',')) return false;
  fail(
    reading,
    reading.at >= reading.text.length ? 'the text ends before everything is closed' : reason,
  );
  return true;
}

/** Reads JSON text with the place of every value, so that a finding about it can name line and column. */
import type { Place } from './csv-text.ts';

export type JsonText = {
  readonly value: unknown;
  /** What makes the text no JSON, if anything. */
  readonly broken: (Place & { readonly reason: string }) | null;
  /** Where the value at a JSON Pointer stands; the nearest enclosing value when there is none. */
  readonly placeOf: (pointer: string) => Place;
};

const DEPTH_MAX = 64;

type Scan = {
  readonly text: string;
  at: number;
  readonly places: Map<string, number>;
  broken: { at: number; reason: string } | null;
};

/** Reads the whole text as one JSON value; duplicate members are an error, as editors disagree on which one counts. */
export function readJsonText(text: string): JsonText {
  const scan: Scan = { text, at: 0, places: new Map(), broken: null };
  const value = readValue(scan, '', 0);
  skipBlank(scan);
  if (scan.broken === null && scan.at < text.length) fail(scan, 'there is text after the end');
  return {
    value: scan.broken === null ? value : undefined,
    broken:
      scan.broken === null
        ? null
        : { ...placeAt(text, scan.broken.at), reason: scan.broken.reason },
    placeOf: (pointer) => placeAt(text, nearestPlace(scan.places, pointer)),
  };
}

function nearestPlace(places: ReadonlyMap<string, number>, pointer: string): number {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const at = places.get(path);
    if (at !== undefined) return at;
  }
  return places.get('') ?? 0;
}

function placeAt(text: string, at: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: at - lineStart + 1 };
}

function fail(scan: Scan, reason: string): null {
  scan.broken ??= { at: scan.at, reason };
  scan.at = scan.text.length;
  return null;
}

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y; // eslint-disable-line no-control-regex -- JSON forbids them bare
const WORDS = { true: true, false: false, null: null } as const;

function take(scan: Scan, pattern: RegExp): string | null {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text);
  if (match === null) return null;
  scan.at = pattern.lastIndex;
  return match[0];
}

const skipBlank = (scan: Scan): string | null => take(scan, BLANK);

function readValue(scan: Scan, pointer: string, depth: number): unknown {
  skipBlank(scan);
  scan.places.set(pointer, scan.at);
  if (depth > DEPTH_MAX) return fail(scan, 'the value is nested too deeply');
  const first = scan.text[scan.at];
  if (first === '{') return readObject(scan, pointer, depth);
  if (first === '[') return readArray(scan, pointer, depth);
  if (first === '"') return readText(scan);
  for (const [word, value] of Object.entries(WORDS)) {
    if (scan.text.startsWith(word, scan.at)) {
      scan.at += word.length;
      return value;
    }
  }
  const number = take(scan, NUMBER);
  return number === null ? fail(scan, 'a value is missing or is not JSON') : Number(number);
}

function readText(scan: Scan): string | null {
  const text = take(scan, TEXT);
  if (text === null) return fail(scan, 'a text is not closed or has a forbidden character');
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' ? value : null;
}

function readObject(
  scan: Scan,
  pointer: string,
  depth: number,
): Readonly<Record<string, unknown>> | null {
  const members = new Map<string, unknown>();
  scan.at++;
  skipBlank(scan);
  if (scan.text[scan.at] === '}') return closed(scan, {});
  for (;;) {
    skipBlank(scan);
    const name =
      scan.text[scan.at] === '"' ? readText(scan) : fail(scan, 'the name of a member is missing');
    if (name === null) return null;
    if (members.has(name)) return fail(scan, `the member "${name}" stands twice`);
    skipBlank(scan);
    if (scan.text[scan.at] !== ':') return fail(scan, 'a colon is missing');
    scan.at++;
    members.set(name, readValue(scan, `${pointer}/${escaped(name)}`, depth + 1));
    skipBlank(scan);
    if (scan.text[scan.at] === '}') return closed(scan, Object.fromEntries(members));
    if (scan.text[scan.at] !== ',') return fail(scan, 'a comma or the closing brace is missing');
    scan.at++;
  }
}

function readArray(scan: Scan, pointer: string, depth: number): readonly unknown[] | null {
  const value: unknown[] = [];
  scan.at++;
  skipBlank(scan);
  if (scan.text[scan.at] === ']') return closed(scan, value);
  for (;;) {
    value.push(readValue(scan, `${pointer}/${value.length}`, depth + 1));
    skipBlank(scan);
    if (scan.text[scan.at] === ']') return closed(scan, value);
    if (scan.text[scan.at] !== ',') return fail(scan, 'a comma or the closing bracket is missing');
    scan.at++;
  }
}

function closed<T>(scan: Scan, value: T): T {
  scan.at++;
  return value;
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Walks through the text of a rate, forgiving about spaces and words broken over lines, and remembers where it stands. */
import type { DutyFinding, DutyFindingCode } from './duty-findings.ts';

export type Cursor = {
  /** The text with single spaces and mended words. */
  readonly text: string;
  /** Where each character of it stood in the text as written. */
  readonly places: readonly number[];
  at: number;
};

/** A hyphen and a space between small letters is a word broken at the end of a line. */
const BROKEN = /(?<=[a-z])- (?=[a-z])|\s+/g;

export function cursorOver(written: string): Cursor {
  let text = '';
  const places: number[] = [];
  let from = 0;
  const keep = (part: string, at: number): void => {
    for (let index = 0; index < part.length; index++) places.push(at + index);
    text += part;
  };
  for (const { 0: gap, index } of written.matchAll(BROKEN)) {
    keep(written.slice(from, index), from);
    if (!gap.startsWith('-')) keep(' ', index);
    from = index + gap.length;
  }
  keep(written.slice(from), from);
  const ends = text.trimEnd().length;
  return {
    text: text.slice(0, ends),
    places: places.slice(0, ends),
    at: text.length - text.trimStart().length,
  };
}

/** Steps over what the sticky pattern matches; null, and no step, when it does not. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match !== null) cursor.at = pattern.lastIndex;
  return match;
}

export const isAtEnd = ({ text, at }: Cursor): boolean => at >= text.length;

/** Where a part stands in the text as written. */
export type Place = Pick<DutyFinding, 'at' | 'length'>;

/** What was walked over since the cursor stood at the start. */
export function placeSince({ places, at }: Cursor, start: number): Place {
  const from = places[start] ?? 0;
  return { at: from, length: (places[at - 1] ?? from) + 1 - from };
}

const ABOUT_LENGTH_MAX = 80;

/** A finding about the rest of the text. */
export function findingHere({ text, places, at }: Cursor, code: DutyFindingCode): DutyFinding {
  const rest = text.slice(at).trim();
  const start = places[at] ?? (places.at(-1) ?? -1) + 1;
  const about = rest.length > ABOUT_LENGTH_MAX ? `${rest.slice(0, ABOUT_LENGTH_MAX - 1)}…` : rest;
  return { code, at: start, length: Math.max(0, (places.at(-1) ?? -1) + 1 - start), about };
}

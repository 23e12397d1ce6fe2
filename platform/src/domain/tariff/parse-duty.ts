/** Reads a rate of duty as tariffs write it: terms joined by +, held by MIN and MAX or their words. */
import { negative } from '../kernel/fraction.ts';
import { failure, success } from '../kernel/result.ts';
import {
  cursorOver,
  findingHere,
  isAtEnd,
  placeSince,
  take,
  type Cursor,
  type Place,
} from './cursor.ts';
import type { Duty, Term } from './duty.ts';
import { parseTerm, takeShare, type Parsed } from './parse-term.ts';

/** The longest rate of the tariffs at hand has 470 characters. */
const TEXT_LENGTH_MAX = 2_000;
const TERMS_MAX = 20;

/**
 * Reads the text of a rate. `currency` is that of the tariff, meant by bare signs. The finding says where the text stops
 * being understood; nothing is guessed and no part is left out.
 */
export function parseDuty(text: string, currency: string): Parsed<Duty> {
  const cursor = cursorOver(text.slice(0, TEXT_LENGTH_MAX));
  if (isAtEnd(cursor)) return failure(findingHere(cursor, 'rate-empty'));
  if (text.length > TEXT_LENGTH_MAX) return failure(findingHere(cursor, 'rate-in-words'));
  const terms = parseSum(cursor, currency);
  if (!terms.ok) return terms;
  const duty = parseBounds({ terms: terms.value, least: null, most: null }, cursor, currency);
  if (!duty.ok) return duty;
  take(cursor, / ?\.?/y);
  return isAtEnd(cursor) ? duty : failure(findingHere(cursor, 'rate-not-understood'));
}

function parsePlaced(cursor: Cursor, currency: string): Parsed<Term> {
  const start = cursor.at;
  const term = parseTerm(cursor, currency);
  return term.ok ? success(placed(term.value, cursor, start)) : term;
}

function placed(term: Term, cursor: Cursor, start: number): Term {
  places.set(term, placeSince(cursor, start));
  return term;
}

function parseSum(cursor: Cursor, currency: string): Parsed<readonly Term[]> {
  const first = parsePlaced(cursor, currency);
  if (!first.ok) return first;
  const terms = [first.value];
  while (terms.length < TERMS_MAX) {
    if (take(cursor, / ?(?:\+|plus ) ?/iy) !== null) {
      const next = parsePlaced(cursor, currency);
      if (!next.ok) return next;
      terms.push(next.value);
    } else if (take(cursor, / (?:minus|-) /iy) !== null) {
      const start = cursor.at;
      const share = takeShare(cursor);
      if (share === null) return failure(findingHere(cursor, 'rate-not-understood'));
      terms.push(placed({ ...share, rate: negative(share.rate) }, cursor, start));
    } else break;
  }
  return success(terms);
}

/** Beside the terms, so that equal rates stay equal wherever they were read. */
const places = new WeakMap<Term, Place>();
const NOWHERE: Place = { at: 0, length: 0 };

/** Where the term stood in the text it was read from. */
export const placeOf = (term: Term): Place => places.get(term) ?? NOWHERE;

type Side = 'least' | 'most';
const BOUNDS: readonly (readonly [RegExp, Side])[] = [
  [/,? ?MIN(?![a-z]) ?/iy, 'least'],
  [/,? ?MAX(?![a-z]) ?/iy, 'most'],
  [/,? but not less(?: than)? /iy, 'least'],
  [/,? but not (?:more than|exceeding) /iy, 'most'],
];

function parseBounds(duty: Duty, cursor: Cursor, currency: string): Parsed<Duty> {
  for (const [pattern, side] of BOUNDS) {
    if (duty[side] !== null || take(cursor, pattern) === null) continue;
    const bound = parseSum(cursor, currency);
    return bound.ok ? parseBounds({ ...duty, [side]: bound.value }, cursor, currency) : bound;
  }
  return take(cursor, /,? or /iy) === null ? success(duty) : parseChoice(duty, cursor, currency);
}

/** '5% or $1/kg, whichever is the greater': the other one is the least, or the most. */
function parseChoice(duty: Duty, cursor: Cursor, currency: string): Parsed<Duty> {
  const other = parseSum(cursor, currency);
  if (!other.ok) return other;
  const which = take(
    cursor,
    /,? whichever is (?:the )?(?:(greater|higher)|less|lower|lesser|smaller)/iy,
  );
  if (which === null) return failure(findingHere(cursor, 'rate-not-understood'));
  return success(
    which[1] === undefined ? { ...duty, most: other.value } : { ...duty, least: other.value },
  );
}

/** Reads one term of a rate: Free, a share of the value, an amount per unit, or a reference. */
import { isCurrency } from '../kernel/currency-code.ts';
import { reduced, times, whole } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import { findingHere, take, type Cursor } from './cursor.ts';
import type { DutyFinding } from './duty-findings.ts';
import type { Measure, Term } from './duty.ts';
import { takePart, takeReference } from './parse-reference.ts';
import { takeNumber } from './read-number.ts';
import { unitAt } from './unit-words.ts';

type Specific = Extract<Term, { kind: 'specific' }>;
type Amount = { readonly amount: Rate; readonly currency: string };
export type Parsed<T> = Result<T, DutyFinding>;

/** `currency` is that of the tariff: bare signs ($, ¢, ¥) mean it. */
export function parseTerm(cursor: Cursor, currency: string): Parsed<Term> {
  const free = takeFree(cursor);
  if (free !== null) return success(free);
  const reference = takeReference(cursor);
  if (reference !== null) return success(reference);
  const start = cursor.at;
  take(cursor, /a duty of /iy);
  const share = takeShare(cursor);
  if (share !== null) return success(share);
  const amount = takeAmount(cursor, currency);
  if (amount !== null) return parseSpecific(amount, cursor, currency);
  cursor.at = start;
  const inWords = /a duty /iy.exec(cursor.text.slice(cursor.at)) !== null;
  return failure(findingHere(cursor, inWords ? 'rate-in-words' : 'rate-not-understood'));
}

function takeFree(cursor: Cursor): Term | null {
  if (take(cursor, /(?:free|nil|exempt)(?![a-z])/iy) === null) return null;
  const condition = take(cursor, /,? ?((?:under|for|if|when|subject to) .*)/iy)?.[1] ?? null;
  return { kind: 'free', condition };
}

const PERCENT = / ?(?:%|percent|per cent)(?! ?vol)/iy;

/** A share of the value; no step is taken when the number at the cursor is none. */
export function takeShare(cursor: Cursor): Extract<Term, { kind: 'share' }> | null {
  const start = cursor.at;
  const number = takeNumber(cursor);
  if (number !== null && take(cursor, PERCENT) !== null) {
    const rate = reduced({ numerator: number.numerator, denominator: number.denominator * 100n });
    return { kind: 'share', rate, part: takePart(cursor) };
  }
  cursor.at = start;
  return null;
}

const SIGN = / ?(?:([$¥])|(€)|(£)|([A-Z]{3})(?![A-Za-z])) ?/y;

function takeAmount(cursor: Cursor, currency: string): Amount | null {
  const start = cursor.at;
  const before = takeCurrency(cursor, currency);
  const amount = takeNumber(cursor);
  if (amount !== null && before !== null) return { amount, currency: before };
  if (amount !== null) {
    if (take(cursor, / ?¢/y) !== null)
      return { amount: reduced({ ...amount, denominator: amount.denominator * 100n }), currency };
    const after = takeCurrency(cursor, currency);
    if (after !== null) return { amount, currency: after };
  }
  cursor.at = start;
  return null;
}

function takeCurrency(cursor: Cursor, currency: string): string | null {
  const start = cursor.at;
  const match = take(cursor, SIGN);
  if (match === null) return null;
  const [, sign, euro, pound, code] = match;
  if (sign !== undefined) return currency;
  if (euro !== undefined) return 'EUR';
  if (pound !== undefined) return 'GBP';
  if (code !== undefined && (code === currency || isCurrency(code))) return code;
  cursor.at = start;
  return null;
}

type Per = { readonly per: Rate; readonly measure: Measure };

function parseSpecific(amount: Amount, cursor: Cursor, currency: string): Parsed<Specific> {
  const per = takePer(cursor);
  if (per === null) {
    const inWords = / ?for each other /iy.exec(cursor.text.slice(cursor.at)) !== null;
    return failure(findingHere(cursor, inWords ? 'rate-in-words' : 'unit-unknown'));
  }
  const specific: Specific = { kind: 'specific', ...amount, ...per, less: null };
  return takeFall(specific, cursor, currency);
}

/** 'each', '/kg', ' / 100 kg', ' per 1000', ' DTN E'. */
function takePer(cursor: Cursor): Per | null {
  const start = cursor.at;
  if (take(cursor, / ?each(?![a-z])/iy) !== null)
    return { per: whole(1n), measure: { unit: 'NAR', of: takeManner(cursor) } };
  const slash = take(cursor, / ?(?:\/|per ) ?/iy) !== null;
  const count = slash ? takeNumber(cursor) : null;
  if (!slash) take(cursor, / ?(?=[A-Z0-9]{2,4}(?![A-Za-z0-9]))/y);
  if (count !== null) take(cursor, / /y);
  const unit = unitAt(cursor.text, cursor.at);
  if (unit === null) {
    if (count !== null && count.numerator > 0n)
      return { per: count, measure: { unit: 'NAR', of: null } };
    cursor.at = start;
    return null;
  }
  cursor.at = unit.end;
  const per = reduced(times(count ?? whole(1n), unit.times));
  return per.numerator === 0n
    ? null
    : { per, measure: { unit: unit.unit, of: unit.of ?? takeManner(cursor) } };
}

const MANNER =
  /,? ?(?:on|of|including) ([a-z][a-z ]*?)(?= *(?:[+(.,]|$| MIN | MAX | but | less | or | - ))/iy;

/** Qualifiers of units in the tariff of the European Union. */
const LETTERS: Readonly<Record<string, string>> = {
  A: 'total alcohol', E: 'drained weight', G: 'gross mass', L: 'live weight', M: 'dry matter', P: 'lactic matter',
  R: 'standard quality', S: 'raw sugar', T: 'dry lactic matter', Z: 'sucrose',
}; // prettier-ignore

/** How the quantity is taken: ' on drained weight', ' of total sugars', ' over 7', ' G'. */
function takeManner(cursor: Cursor): string | null {
  const beyond = take(cursor, / (over \d+)/iy)?.[1];
  if (beyond !== undefined) return beyond;
  const letter = take(cursor, / ([A-Z])(?![A-Za-z0-9])/y)?.[1];
  if (letter !== undefined) return LETTERS[letter] ?? letter;
  const words = take(cursor, MANNER)?.[1] ?? null;
  return words === 'weight of container' ? 'contents and container' : words;
}

const EACH_DEGREE =
  / ?for each degree under (\d+)(?: degrees)?(?: \(and fractions of a degree in proportion\))?/iy;

/** Sugar: '1¢/kg less 0.02¢/kg for each degree under 100 degrees (and fractions of a degree in proportion)'. */
function takeFall(specific: Specific, cursor: Cursor, currency: string): Parsed<Specific> {
  const start = cursor.at;
  if (take(cursor, / ?less /iy) === null) return success(specific);
  const step = takeAmount(cursor, currency);
  const per = step === null ? null : takePer(cursor);
  const degree = per === null ? null : take(cursor, EACH_DEGREE);
  const isSame =
    step?.currency === specific.currency && per?.measure.unit === specific.measure.unit;
  if (step === null || degree === null || !isSame) {
    cursor.at = start;
    return failure(findingHere(cursor, 'rate-not-understood'));
  }
  return success({
    ...specific,
    less: { step: step.amount, under: whole(BigInt(degree[1] ?? '0')) },
  });
}

/** Reads what a rate refers to instead of stating it: the applicable subheading, other codes, notes, other goods, recipes. */
import { take, type Cursor } from './cursor.ts';
import type { Reference, Term } from './duty.ts';

type ReferenceTerm = Extract<Term, { kind: 'reference' }>;
type Reader = (match: RegExpExecArray) => Reference;

const APPLICABLE: Reader = () => ({ what: 'applicable' });
const CODE = String.raw`\d{4}(?:\.\d{2,})*`;
const CODES = String.raw`(${CODE}(?:-${CODE})?(?:(?:, ?| or |, or )${CODE}(?:-${CODE})?)*)`;

/** The first that matches is it. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/the applicable rate/iy, APPLICABLE],
  [/the (?:rate of duty|duty rate|duty|rate) (?:provided|applicable)(?: for)? in ?(?:the applicable|such) subheading/iy, APPLICABLE],
  [/the rate applicable,?(?: to each article)? in the absence of this (?:sub)?heading/iy, APPLICABLE],
  [/a duty (?=upon the (?:full )?value )/iy, APPLICABLE],
  [/no change/iy, () => ({ what: 'general' })],
  [new RegExp(`(?:see|the duty provided in subheadings?) ${CODES}`, 'iy'), ([, list = '']) => ({
    what: 'codes',
    codes: list.split(/, or |, ?| or /),
  })],
  [/see ((?:additional )?U\.S\. note \d+(?:\([a-z]\))?)(?: (?:to|of) this subchapter)?/iy, ([, note = '']) => ({
    what: 'note',
    note,
  })],
  [/the rate (?:of duty )?(?:applicable to|of) (?:the )?([a-z][^+(]*?)(?= *(?:[+(]|\.?$| MIN | MAX | - | minus ))/iy, ([, goods = '']) => ({
    what: 'goods',
    goods,
  })],
  [/(EAR?|ADSZR?|ADFMR?)(?![A-Za-z])/y, ([, code = '']) => ({ what: 'component', code })],
]; // prettier-ignore

/** A note to the reader, which changes nothing. */
const REMARK = / ?\(see [^()]*\)/iy;

/** Null when the text at the cursor refers to nothing. */
export function takeReference(cursor: Cursor): ReferenceTerm | null {
  for (const [form, read] of FORMS) {
    const match = take(cursor, form);
    if (match === null) continue;
    const part = takePart(cursor);
    take(cursor, REMARK);
    return { kind: 'reference', to: read(match), part };
  }
  return null;
}

const PART =
  / ?(?:on|upon|of) ?(?:the )?(?:value of )?(?:the )?([a-z][^+()]*?)(?= *(?:[+(]|\.?$|,? but | MIN | MAX | - | minus |,? or \d))/iy;
/** Words for the goods as a whole. */
const WHOLE = /^(?:full value of the imported article|entire set|value|customs value|goods)$/i;

/** The part of the goods whose value is meant ('battery'); null when it is the goods as a whole. */
export function takePart(cursor: Cursor): string | null {
  const part = take(cursor, PART)?.[1];
  return part === undefined || WHOLE.test(part) ? null : part;
}

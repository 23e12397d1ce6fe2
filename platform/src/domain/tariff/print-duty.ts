/** Writes a rate of duty in one form, which reads back as the same rate. */
import type { Rate } from '../kernel/rate.ts';
import type { Duty, Reference, Term } from './duty.ts';
import { unitAt } from './unit-words.ts';
import { unitOf } from './units.ts';

/** '6.5% + 0.1 USD / kg MIN 2 EUR / 100 kg'. */
export function printDuty({ terms, least, most }: Duty): string {
  const bounds = [
    ...(least === null ? [] : ['MIN', printSum(least)]),
    ...(most === null ? [] : ['MAX', printSum(most)]),
  ];
  return [printSum(terms), ...bounds].join(' ');
}

export function printSum(terms: readonly Term[]): string {
  let text = '';
  for (const [index, term] of terms.entries()) {
    const isLess = term.kind === 'share' && term.rate.numerator < 0n;
    const sign = index === 0 ? '' : isLess ? ' - ' : ' + ';
    text += sign + printTerm(term);
  }
  return text;
}

export function printTerm(term: Term): string {
  switch (term.kind) {
    case 'free':
      return term.condition === null ? 'Free' : `Free, ${term.condition}`;
    case 'share':
      return `${printNumber(hundredfold(term.rate))}%${printPart(term.part)}`;
    case 'specific':
      return printSpecific(term);
    case 'reference':
      return printReference(term.to) + printPart(term.part);
  }
}

function printSpecific({
  amount,
  currency,
  per,
  measure,
  less,
}: Extract<Term, { kind: 'specific' }>): string {
  const count = per.numerator === per.denominator ? '' : `${printNumber(per)} `;
  const unit = `${currency} / ${count}${unitName(measure.unit)}`;
  const text = `${printNumber(amount)} ${unit}${printManner(measure.of)}`;
  return less === null
    ? text
    : `${text} less ${printNumber(less.step)} ${unit} for each degree under ${printNumber(less.under)}`;
}

const printPart = (part: string | null): string => (part === null ? '' : ` on ${part}`);

const printManner = (of: string | null): string =>
  of === null ? '' : of.startsWith('over ') ? ` ${of}` : ` on ${of}`;

export function printReference(to: Reference): string {
  switch (to.what) {
    case 'applicable':
      return 'the applicable rate';
    case 'general':
      return 'no change';
    case 'codes':
      return `see ${to.codes.join(', ')}`;
    case 'note':
      return `see ${to.note}`;
    case 'goods':
      return `the rate of ${to.goods}`;
    case 'component':
      return to.code;
  }
}

/** The word of a unit where it reads back as the same unit, else its code. */
export function unitName(code: string): string {
  const name = unitOf(code)?.name ?? code;
  const read = unitAt(name, 0);
  return read?.unit === code && read.of === null && read.end === name.length ? name : code;
}

const hundredfold = ({ numerator, denominator }: Rate): Rate => ({
  numerator: (numerator < 0n ? -numerator : numerator) * 100n,
  denominator,
});

const PLACES_MAX = 12;

/** A decimal where it ends ('6.5'), else whole and fraction ('33 1/3'). */
export function printNumber({ numerator, denominator }: Rate): string {
  const integer = numerator / denominator;
  let rest = numerator % denominator;
  let decimals = '';
  for (let place = 0; rest !== 0n && place < PLACES_MAX; place++) {
    decimals += ((rest * 10n) / denominator).toString();
    rest = (rest * 10n) % denominator;
  }
  if (rest !== 0n) return `${integer} ${numerator % denominator}/${denominator}`;
  return decimals === '' ? integer.toString() : `${integer}.${decimals}`;
}

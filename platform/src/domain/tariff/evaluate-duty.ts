/** Works out a rate of duty on goods, exactly; what it cannot work out is said, and is never nothing. */
import { isLess, negative, NOTHING, over, plus, reduced, times } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import type { DutyFinding, DutyFindingCode } from './duty-findings.ts';
import type { DutyWork, Goods, SumWork, TermWork } from './duty-work.ts';
import { POLARISATION, type Duty, type Term } from './duty.ts';
import { placeOf } from './parse-duty.ts';
import { printReference, unitName } from './print-duty.ts';

/** References may lead to references; a longer chain is a circle. */
const DEPTH_MAX = 4;

/**
 * The duty on the goods in minor units of the currency of the law, before any rounding, with its work; or every finding
 * that stands in the way. A bound that is not known leaves the duty unknown too. Free is nothing owed, and says so.
 */
export function evaluateDuty(duty: Duty, goods: Goods): Result<DutyWork, readonly DutyFinding[]> {
  const findings: DutyFinding[] = [];
  const work = evaluate(duty, { goods, findings, depth: 0 });
  return work === null ? failure(findings) : success(work);
}

type Asking = {
  readonly goods: Goods;
  readonly findings: DutyFinding[];
  readonly depth: number;
  /** The rate that is being worked out, where a reference led to it. */
  readonly rate?: string;
};

/** Null exactly when there are findings. */
function evaluate({ terms, least, most }: Duty, asking: Asking): DutyWork | null {
  const sum = sumOf(terms, asking);
  const lower = least === null ? null : sumOf(least, asking);
  const upper = most === null ? null : sumOf(most, asking);
  if (sum === null || (least !== null && lower === null) || (most !== null && upper === null))
    return null;
  return { sum, least: lower, most: upper, ...heldBetween(sum, lower, upper) };
}

function heldBetween(
  sum: SumWork,
  least: SumWork | null,
  most: SumWork | null,
): Pick<DutyWork, 'minor' | 'held'> {
  let { minor } = sum;
  let held: DutyWork['held'] = null;
  if (least !== null && isLess(minor, least.minor)) [minor, held] = [least.minor, 'least'];
  if (most !== null && isLess(most.minor, minor)) [minor, held] = [most.minor, 'most'];
  return minor.numerator < 0n ? { minor: NOTHING, held: 'nothing' } : { minor, held };
}

function sumOf(terms: readonly Term[], asking: Asking): SumWork | null {
  const [only] = terms;
  if (only !== undefined && terms.length === 1) {
    const work = workOf(only, asking);
    return work === null ? null : { terms: [work], minor: work.minor };
  }
  const works: TermWork[] = [];
  let minor = NOTHING;
  for (const term of terms) {
    const work = workOf(term, asking);
    if (work === null) continue;
    works.push(work);
    minor = plus(minor, work.minor);
  }
  return works.length === terms.length ? { terms: works, minor: reduced(minor) } : null;
}

function workOf(term: Term, asking: Asking): TermWork | null {
  switch (term.kind) {
    case 'free':
      return term.condition === null
        ? { kind: 'free', minor: NOTHING }
        : open(asking, term, ['condition-open', term.condition]);
    case 'share': {
      const base = baseOf(term, asking);
      return base === null ? null : { kind: 'share', term, base, minor: times(base, term.rate) };
    }
    case 'specific':
      return specificWork(term, asking);
    case 'reference':
      return referenceWork(term, asking);
  }
}

/** Says why the term is not known, and where it stands in its text. */
function open(
  { findings, rate }: Asking,
  term: Term,
  [code, about]: readonly [DutyFindingCode, string],
): null {
  const { at, length } = placeOf(term);
  findings.push({ code, at, length, about, ...(rate === undefined ? {} : { rate }) });
  return null;
}

function baseOf(term: Extract<Term, { kind: 'share' }>, asking: Asking): Rate | null {
  const { value, worthOf } = asking.goods;
  if (term.part === null) return value ?? open(asking, term, ['value-missing', 'the goods']);
  return worthOf(term.part) ?? open(asking, term, ['part-value-missing', term.part]);
}

function specificWork(term: Extract<Term, { kind: 'specific' }>, asking: Asking): TermWork | null {
  const { measure, currency, per, less } = term;
  const { quantityOf, minorOf } = asking.goods;
  const inWords = `${unitName(measure.unit)}${measure.of === null ? '' : ` (${measure.of})`}`;
  const quantity = quantityOf(measure) ?? open(asking, term, ['quantity-missing', inWords]);
  const exchange = minorOf(currency) ?? open(asking, term, ['exchange-rate-missing', currency]);
  const degrees =
    less === null
      ? null
      : (quantityOf(POLARISATION) ??
        open(asking, term, ['quantity-missing', 'degrees of polarisation']));
  if (quantity === null || exchange === null || (less !== null && degrees === null)) return null;
  const amount =
    less === null || degrees === null ? term.amount : fallen(term.amount, less, degrees);
  const minor = times(times(amount, exchange), over(quantity, per));
  return { kind: 'specific', term, quantity, amount, degrees, minor };
}

type Fall = NonNullable<Extract<Term, { kind: 'specific' }>['less']>;

/** The amount less one step for each degree, and part of one, below the line; never below nothing. */
function fallen(amount: Rate, { step, under }: Fall, degrees: Rate): Rate {
  if (!isLess(degrees, under)) return amount;
  const left = plus(amount, negative(times(step, plus(under, negative(degrees)))));
  return left.numerator < 0n ? NOTHING : left;
}

function referenceWork(
  term: Extract<Term, { kind: 'reference' }>,
  asking: Asking,
): TermWork | null {
  const about = printReference(term.to);
  if (asking.depth >= DEPTH_MAX) return open(asking, term, ['reference-circular', about]);
  const referred = asking.goods.dutyOf(term.to);
  if (referred === null) return open(asking, term, ['reference-open', about]);
  if (!referred.ok) {
    asking.findings.push(referred.error);
    return null;
  }
  const value = term.part === null ? asking.goods.value : asking.goods.worthOf(term.part);
  if (term.part !== null && value === null)
    return open(asking, term, ['part-value-missing', term.part]);
  const work = evaluate(referred.value.duty, {
    ...asking,
    rate: referred.value.rule,
    goods: { ...asking.goods, value },
    depth: asking.depth + 1,
  });
  return work === null
    ? null
    : { kind: 'reference', term, referred: referred.value, work, minor: work.minor };
}

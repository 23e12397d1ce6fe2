/** Answers what a parcel will cost under the law of today, by the quote that a platform would get for the same question. */
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { QuoteDocument } from '../quotes/answer-schema.ts';
import type { QuoteRequest } from '../quotes/request-schema.ts';
import { readAnswers, type Answers, type Typed } from './estimate-form.ts';

export type Answered = { readonly quote: Quote; readonly document: QuoteDocument };

export type Estimate = Answers & {
  /** Null while a field has to be mended. */
  readonly answer: Answered | null;
};

/** Works a quote out; what it finds wrong is said at a field. */
export type Ask = (request: QuoteRequest) => Result<Answered, readonly Finding[]>;

export function estimate(typed: Typed, law: LawInForce, ask: Ask): Estimate {
  const answers = readAnswers(typed, law);
  if (answers.request === null) return { ...answers, answer: null };
  const asked = ask(answers.request);
  const fault = asked.ok ? faultOf(asked.value.quote) : faultOfFinding(asked.error);
  if (fault !== null || !asked.ok)
    return { ...answers, faults: { ...answers.faults, ...fault }, answer: null };
  return { ...answers, answer: asked.value };
}

/** Goods charged by weight need it; nothing else can be missing that the form has not asked for. */
function faultOf({ charges: { incomplete, missing } }: Quote): Answers['faults'] | null {
  if (!incomplete) return null;
  return missing.some((pointer) => pointer.toLowerCase().includes('mass'))
    ? { weight: 'weight-needed' }
    : { currency: 'currency-unknown' };
}

/** The form has read all fields before, so that only a combination of them can be wrong. */
function faultOfFinding([first]: readonly Finding[]): Answers['faults'] {
  if (first?.pointer.includes('/value') === true) return { price: 'price-malformed' };
  if (first?.pointer.startsWith('/freight') === true) return { freight: 'freight-malformed' };
  if (first?.pointer.includes('/weight') === true) return { weight: 'weight-malformed' };
  return { what: 'what-unknown' };
}

/** From a request to its quote under the law of its destination and day, or to everything that is wrong with the request. */
import { lawInForce } from '../../domain/jurisdiction/in-force.ts';
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import { hasError, type Finding } from '../../domain/kernel/finding.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import { workOutQuote, type QuoteSetting } from '../../domain/quotes/work-out-quote.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import type { Installed, Jurisdictions } from './jurisdictions.ts';
import { readRequest, readRoute, readShape } from './read-request.ts';
import type { QuoteRequest } from './request-schema.ts';

export type Calculated = {
  readonly quote: Quote;
  readonly law: LawInForce;
  readonly installed: Installed;
};

export type Asking = { readonly jurisdictions: Jurisdictions; readonly now: Moment };

/** `request` is what somebody sent, not yet looked at. */
export function calculateQuote(
  request: unknown,
  asking: Asking,
): Result<Calculated, readonly Finding[]> {
  const shaped = readShape(request);
  return shaped.ok ? quoteOf(shaped.value, asking) : failure(shaped.error);
}

function quoteOf(
  request: QuoteRequest,
  { jurisdictions, now }: Asking,
): Result<Calculated, readonly Finding[]> {
  const route = readRoute(request);
  const installed = jurisdictions.of(request.to);
  const findings =
    installed !== null || hasError(route.findings)
      ? route.findings
      : [finding('destination-without-law', '/to', { country: request.to, known: jurisdictions.countries.join(', ') })]; // prettier-ignore
  if (installed === null || hasError(findings)) return failure(findings);
  const { pack, book, isOwn } = installed;
  const today = book.dayAt(now);
  const law = book.on(route.on ?? today);
  const asked = readRequest(request, { law: law.law, pack });
  if (!asked.ok) return failure([...findings, ...asked.error]);
  const setting: QuoteSetting = {
    pack,
    law,
    lawOn: lawsOf(installed),
    today,
    authority: isOwn ? 'own' : jurisdictions.authority,
  };
  return success({ quote: workOutQuote(asked.value, setting), law: law.law, installed });
}

const kept = new WeakMap<Installed, Map<number, LawInForce>>();
/** Days of law kept beside those of the book, for the changes that the validity of quotes is held against. */
const DAYS_MAX = 64;

/** The law by day without compiling its rules of risk, which validity has no use for. */
function lawsOf(installed: Installed): (day: number) => LawInForce {
  const laws = kept.get(installed) ?? new Map<number, LawInForce>();
  kept.set(installed, laws);
  return (day) => {
    const known = laws.get(day);
    if (known !== undefined) return known;
    if (laws.size >= DAYS_MAX) laws.clear();
    const law = lawInForce(installed.pack, day);
    laws.set(day, law);
    return law;
  };
}

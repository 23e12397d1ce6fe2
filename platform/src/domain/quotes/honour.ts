/** Charges a parcel as it was quoted where it is what was quoted, and says which fact differs where it is not. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import { assessCharges } from '../charges/assess-charges.ts';
import type { ChargeAssessment } from '../charges/charge.ts';
import { factsThatMatter } from '../charges/facts-that-matter.ts';
import type { KnownQuote, QuoteOutcome } from '../charges/quoted.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { differencesOf, writeQuotedFacts } from './quoted-facts.ts';

/** A quote with the law that it was worked out by. */
export type QuoteInForce = { readonly quote: KnownQuote; readonly law: LawInForce };

export type ChargedAsQuoted = {
  readonly charges: ChargeAssessment;
  /** Null where the parcel names no quote. */
  readonly outcome: QuoteOutcome | null;
};

/** What a quote says, and what the parcel it was given for owes: one computation for both. */
export const chargesAsQuoted = (facts: ParcelFacts, law: LawInForce): ChargeAssessment =>
  assessCharges(factsThatMatter(facts, law), law);

/**
 * Charges a parcel under the law of its taxable event, unless it names a quote that binds on that day and is what was
 * quoted: then it owes what the quote says, worked out again from the same facts under the same law.
 * `named` is the id that the parcel states; `known` is null when no such quote was given.
 */
export function chargeAsQuoted(
  facts: ParcelFacts,
  law: LawInForce,
  { named, known }: { readonly named: string; readonly known: QuoteInForce | null },
): ChargedAsQuoted {
  const refused = (outcome: QuoteOutcome): ChargedAsQuoted => ({
    charges: assessCharges(facts, law),
    outcome,
  });
  if (known === null)
    return refused({ quote: named, honoured: false, because: 'unknown', differences: [], quoted: null }); // prettier-ignore
  const { quote } = known;
  const { currency, total, payable } = quote;
  const quoted = { currency, total, payable };
  if (law.on < quote.from || law.on >= quote.until)
    return refused({ quote: quote.id, honoured: false, because: 'not-its-day', differences: [], quoted }); // prettier-ignore
  const shipped = factsThatMatter(facts, known.law);
  const written = writeQuotedFacts(shipped);
  if (written !== quote.facts) {
    const differences = differencesOf(quote.facts, written);
    return refused({ quote: quote.id, honoured: false, because: 'facts-differ', differences, quoted }); // prettier-ignore
  }
  return {
    charges: assessCharges(shipped, known.law),
    outcome: { quote: quote.id, honoured: true },
  };
}

/** Tells the declarant who names a quote whether the parcel was charged as quoted, and if not, why and what is owed instead. */
import type { Finding } from '../../domain/kernel/finding.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import type { AnsweredQuote } from './arriving.ts';
import type { StatementDraft } from './batch.ts';

/** Null unless the statement is a declaration that names a quote: figures of others' words are for nobody else. */
export function answerQuote({ statement, parcel }: StatementDraft): AnsweredQuote | null {
  const charges = parcel?.state?.charges;
  const isAsked = statement.kind === 'declaration' && statement.facts.fiscal?.quote !== undefined;
  if (!isAsked || charges?.quote === undefined) return null;
  const { quote: outcome, currency, total, payable } = charges;
  return { outcome, currency, total, payable };
}

export function quoteFinding(
  { outcome, currency, total }: AnsweredQuote,
  pointer: string,
): Finding {
  const { quote } = outcome;
  if (outcome.honoured) return finding('quote-honoured', pointer, { quote });
  const { quoted, because, differences } = outcome;
  const figures = {
    quote,
    quoted: quoted === null ? '' : `${quoted.total} ${quoted.currency}`,
    owed: `${total} ${currency}`,
  };
  switch (because) {
    case 'unknown':
      return finding('quote-unknown', pointer, { quote });
    case 'not-its-day':
      return finding('quote-not-its-day', pointer, figures);
    case 'facts-differ': {
      const facts = differences.map(
        ({ fact, quoted: before, shipped }) =>
          `${fact} was ${before ?? 'not stated'}, is ${shipped ?? 'not stated'}`,
      );
      return finding('quote-facts-differ', pointer, { ...figures, facts: facts.join('; ') });
    }
  }
}

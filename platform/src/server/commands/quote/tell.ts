/** Tells a quote to people on a terminal: money first, then each charge with its law, then what else they must know. */
import type { QuoteDocument } from '../../quotes/answer-schema.ts';

export function* tell(quote: QuoteDocument): Generator<string> {
  yield* figures(quote);
  yield* charges(quote);
  for (const { category, action, agency, licence, title } of quote.prohibitions)
    yield `  ${category}: ${licence === null ? action : `licence ${licence}`}, ${agency}  ${title}`;
  yield `category ${quote.category}; must be stated: ${quote.documents.map(({ element }) => element).join(', ')}`;
  yield `law of ${quote.on}, ${quote.law}; holds from ${quote.validFrom} and before ${quote.validUntil}`;
  for (const { message, fix } of quote.findings) yield `${message} ${fix}`;
  const rows = quote.unverified.length === 0 ? '' : `; rows not verified: ${quote.unverified.join(', ')}`;
  yield `An estimate that binds nobody (${quote.because.join(', ')})${rows}.`;
} // prettier-ignore

function* figures({ currency, total, range }: QuoteDocument): Generator<string> {
  if (range === null) {
    yield `${total} ${currency} on top of the price`;
    return;
  }
  const { low, high, settledBy } = range;
  yield `${low} to ${high} ${currency} on top of the price; most likely ${total}`;
  for (const { fact, options } of settledBy)
    yield `  depends on ${fact}: ${options.map(({ says, total: sum }) => `${says} ${sum}`).join(', ')}`;
}

function* charges({ currency, lines, spared }: QuoteDocument): Generator<string> {
  for (const { charge, amount, title, place, verified } of lines) {
    const where = place === 'at-sale' ? 'to the seller' : 'on delivery';
    yield `  ${charge.padEnd(7)}${amount.padStart(10)} ${currency}  ${where}  ${title}${verified ? '' : ' (not verified)'}`;
  }
  for (const { charge, limit, title } of spared)
    yield `  no ${charge}: the law spares up to ${limit} ${currency}  ${title}`;
}

/** A binding quote as its holder sees it: the number first, what it promises and until when, and how to use it. */
import type { QuoteDocument } from '../quotes/answer-schema.ts';
import { answerLines, legalNotes } from './answer-lines.ts';
import { html, isolated, marked, type Html } from './html.ts';
import { addressOf, groupedNumber, type Page, type Setting } from './layout.ts';

export type ShownQuote = {
  readonly quote: QuoteDocument;
  readonly dayOf: (date: string) => string;
};

export function quotePage(setting: Setting, { quote, dayOf }: ShownQuote): Page {
  const { texts } = setting;
  const { quote: words } = texts;
  const number = quote.quote ?? '';
  return {
    title: words.title,
    body: html`<p class="quiet">${words.title}</p>
      <h1>${groupedNumber(number)}</h1>
      ${answerLines(setting, { ...quote, range: null }, quote)}
      <div class="note">
        <p>${marked(words.holds(dayOf(quote.validFrom), dayOf(quote.validUntil)))}</p>
        <p>${words.use}</p>
      </div>
      <h2>${words.for}</h2>
      ${factLines(quote)} ${legalNotes(setting, quote)}
      <p class="law">${words.proof} <bdi dir="ltr" class="number">${quote.law}</bdi></p>
      <p class="law"><bdi dir="ltr" class="number">sha256 ${quote.factDigest}</bdi></p>
      <p>
        <a class="button" href="${addressOf(setting, '/estimate')}">${texts.estimate.again}</a>
      </p>`,
  };
}

/** The facts as the signature covers them, by their names in the contract. */
function factLines({ facts }: QuoteDocument): Html {
  const lines: Html[] = [];
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null)
      lines.push(html`<p class="line"><span class="label">${isolated(name)}</span><span>${isolated(String(value))}</span></p>`); // prettier-ignore
    else
      for (const [member, inside] of Object.entries(value))
        visit(inside, name === '' ? member : `${name} ${member}`);
  };
  visit(facts, '');
  return html`<div class="lines" lang="en">${lines}</div>`;
}

/** A number that we gave to nobody. */
export const unknownQuotePage = ({ texts: { quote } }: Setting): Page => ({
  title: quote.title,
  body: html`<h1>${quote.title}</h1>
    <p class="fault">${quote.foreign}</p>`,
});

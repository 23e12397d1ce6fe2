/** The figures of a quote on a page: the sum, each charge that opens to its steps and its law, and what else must be known. */
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import { percentText } from '../percent-text.ts';
import type { QuoteDocument } from '../quotes/answer-schema.ts';
import { html, isolated, marked, type Html } from './html.ts';
import type { Setting } from './layout.ts';
import { amountCell, stepWords } from './step-words.ts';

/** The sum with its lines, what is paid to whom, and what the law spares. */
export function answerLines(setting: Setting, quote: QuoteDocument, { currency }: Pick<LawInForce, 'currency'>): Html {
  const texts = setting.texts.estimate;
  const { total, lines, atSale, atDelivery } = quote;
  const isFree = isNothing(total);
  return html`<p class="sum" id="sum">${isFree ? texts.nothing : isolated(`${total} ${currency}`)}</p>
    <p class="quiet">${texts.onTop}</p>
    ${rangeNote(setting, quote)}
    <div class="lines">
      ${lines.map((line) => chargeLine(setting, line))}
      ${isFree || lines.length === 1 ? null : totalLine(texts.total, total)}
      ${isNothing(atSale) ? null : totalLine(texts.checkout, atSale)}
      ${totalLine(texts.door, atDelivery, 'door')}
    </div>
    ${sparedLines(setting, quote)} ${restrictionNotes(setting, quote)}`;
} // prettier-ignore

const isNothing = (amount: string): boolean => /^[0.]*$/.test(amount);

type Line = QuoteDocument['lines'][number];

function chargeLine(setting: Setting, line: Line): Html {
  const { language, texts } = setting;
  return html`<details class="line">
    <summary>
      <span class="label"
        >${marked(labelOf(setting, line))} <span class="why">${texts.estimate.why}</span></span
      >${amountCell(line.amount)}
    </summary>
    <ol class="steps">
      ${line.steps.map((step) => html`<li>${stepWords(step, language)}</li> `)}
    </ol>
    ${lawLine(setting, line)}
    ${line.verified ? null : html`<p class="law">${texts.quote.notVerified}</p>`}
  </details> `;
}

function labelOf({ texts: { estimate } }: Setting, { charge, steps }: Line): string {
  const name = estimate.charges[charge];
  const share = steps.find(({ what }) => what === 'share of the value');
  const percent = share?.rate === undefined ? null : percentText(share.rate);
  return percent === null || share?.base === undefined
    ? name
    : estimate.share(name, percent, share.base);
}

type Legal = Pick<Line, 'title' | 'rule' | 'permalink'>;

/** The law speaks its own language: its title is never translated. */
const lawLine = ({ texts }: Setting, { title, rule, permalink }: Legal): Html => {
  const named = html`<cite lang="en"><bdi dir="ltr">${title}</bdi></cite>`;
  const isAddress = permalink.startsWith('https://');
  return html`<p class="law">
    ${texts.estimate.legal}:
    ${isAddress ? html`<a href="${permalink}" rel="noopener noreferrer external">${named}</a>` : named}
    <span class="number" dir="ltr">${rule}</span>
  </p>`;
};

const totalLine = (label: string, amount: string, name = 'total'): Html =>
  html`<p class="line ${name}"><span class="label">${label}</span>${amountCell(amount)}</p> `;

/** How far it may be off, and what to tell us so that it is not. */
function rangeNote(setting: Setting, { range, currency }: QuoteDocument): Html | null {
  if (range === null) return null;
  const { quote } = setting.texts;
  const facts = range.settledBy.map(({ fact, options }) => {
    const figures = options.map(({ says, total }) => html`<li>${quote.options[says] ?? isolated(says)}: ${isolated(`${total} ${currency}`)}</li>`); // prettier-ignore
    return html`<li>
      ${quote.facts[fact.startsWith('/goods') ? '/goods' : fact] ?? fact}
      <ul>
        ${figures}
      </ul>
    </li>`;
  });
  return html`<details class="line range">
    <summary>
      <span class="label"
        >${marked(quote.range(`${range.low} ${currency}`, `${range.high} ${currency}`))}
        <span class="why">${setting.texts.estimate.why}</span></span
      >
    </summary>
    <ul>
      ${facts}
    </ul>
  </details>`;
}

function sparedLines(setting: Setting, { spared, currency }: QuoteDocument): Html | null {
  if (spared.length === 0) return null;
  const texts = setting.texts.estimate;
  const lines = spared.map(({ charge, limit, ...legal }) => {
    const says = texts.relief(texts.charges[charge], `${limit} ${currency}`);
    return html`<li>
      <p>${marked(says)}</p>
      ${lawLine(setting, legal)}
    </li> `;
  });
  return html`<h2>${texts.spared}</h2>
    <ul class="spared">
      ${lines}
    </ul>`;
}

function restrictionNotes(setting: Setting, { prohibitions }: QuoteDocument): Html | null {
  if (prohibitions.length === 0) return null;
  const lines = prohibitions.map(
    ({ agency, licence, ...legal }) =>
      html`<p lang="en" dir="ltr">${agency}${licence === null ? null : html` · ${licence}`}</p>
        ${lawLine(setting, legal)}`,
  );
  return html`<div class="note act">
    <p>${setting.texts.estimate.restricted}</p>
    ${lines}
  </div>`;
}

/** What the declaration must state, folded away: it is the sender who has to know it. */
export const legalNotes = ({ texts }: Setting, { documents, category }: QuoteDocument): Html =>
  html`<details class="more">
    <summary>${texts.quote.documents}</summary>
    <p>${marked(texts.quote.category(category))}</p>
    <ul lang="en" dir="ltr">
      ${documents.map(({ says }) => html`<li>${says}</li>`)}
    </ul>
  </details>`;

/** What a parcel will cost: the form, or the sum first, then each charge that opens to its steps and its law. */
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import { countryName } from '../place-names.ts';
import { KNOWN_GOODS } from '../quotes/known-goods.ts';
import { answerLines, legalNotes } from './answer-lines.ts';
import { estimateForm } from './estimate-form-page.ts';
import { FIELDS, type Typed } from './estimate-form.ts';
import type { Answered, Estimate } from './estimating.ts';
import { figure, html, marked, type Html } from './html.ts';
import { addressOf, languageField, type Page, type Setting } from './layout.ts';

export type Shown = {
  readonly law: LawInForce;
  /** The day of the law, as people write it. */
  readonly day: string;
  /** A date of law, as people write it. */
  readonly dayOf: (date: string) => string;
  /** Null for the empty form. */
  readonly estimate: Estimate | null;
};

export function estimatePage(setting: Setting, shown: Shown): Page {
  const { estimate, law } = shown;
  const { title, intro } = setting.texts.estimate;
  if (estimate === null || estimate.answer === null)
    return {
      title,
      body: html`<h1>${title}</h1>
        <p>${intro}</p>
        ${estimateForm(setting, { law, estimate })}`,
    };
  return { title, body: answer(setting, { ...shown, typed: estimate.typed }, estimate.answer) };
}

type Answering = Omit<Shown, 'estimate'> & { readonly typed: Typed };

function answer(setting: Setting, { law, day, dayOf, typed }: Answering, answered: Answered): Html {
  const texts = setting.texts.estimate;
  const { quote, document } = answered;
  const codes = quote.charges.items.length === 0 ? '' : codesShown(answered);
  return html`<p class="quiet">${texts.title}</p>
    <h1>${marked(headingOf(setting, { typed, answered, law }))}</h1>
    ${answerLines(setting, document, law)}
    ${document.status === 'binding' ? bindForm(setting, typed, dayOf(document.validUntil)) : null}
    <div class="note">
      <p>${marked(texts.law(day))}</p>
      <p>${texts.lawSays}</p>
      ${document.status === 'binding' ? null : openReasons(setting, document)}
    </div>
    ${legalNotes(setting, document)}
    <p class="quiet">${marked(texts.takenAs(codes))} ${texts.carrier}</p>
    <p><a class="button" href="${addressOf(setting, '/estimate')}">${texts.again}</a></p>`;
}

/** The codes as they were asked, because the law may look at fewer digits. */
function codesShown({ quote }: Answered): string {
  const open = quote.uncertainties.find(({ fact }) => fact.startsWith('/goods'));
  return open === undefined
    ? (quote.facts.items[0]?.commodityCode ?? '')
    : open.options.map(({ says }) => says).join(', ');
}

/** Why the figures bind nobody, where they do not: in words, and by the rows of law that nobody has verified. */
function openReasons({ texts }: Setting, { because, unverified }: Answered['document']): Html {
  const said = because.map((doubt) => html`<li>${texts.quote.doubts[doubt]}</li>`);
  const rows = unverified.length === 0 ? null : html`<p class="law" lang="en" dir="ltr">${unverified.join(', ')}</p>`; // prettier-ignore
  return html`<p>${texts.quote.open}</p>
    <ul>
      ${said}
    </ul>
    ${rows}`;
}

/** Asks for the same again by a post, because only that keeps anything. */
function bindForm(setting: Setting, typed: Typed, until: string): Html {
  const { quote } = setting.texts;
  const fields = FIELDS.filter((field) => typed[field] !== '').map(
    (field) => html`<input type="hidden" name="${field}" value="${typed[field]}" />`,
  );
  return html`<form action="/quotes" method="post" class="note">
    ${languageField(setting)}${fields}
    <p>${marked(quote.offer(until))}</p>
    <p><button type="submit">${quote.button}</button></p>
  </form>`;
}

type Heading = {
  readonly typed: Typed;
  readonly answered: Answered;
  readonly law: LawInForce;
};

/** The goods in the visitor's words; in ours where only a code was given. */
function headingOf({ language, texts, place }: Setting, { typed, answered, law }: Heading): string {
  const code = answered.quote.facts.items[0]?.commodityCode ?? '';
  const known = KNOWN_GOODS.find((goods) => goods.code === code.slice(0, goods.code.length));
  const goods = typed.what === '' ? (known?.name[language] ?? figure(typed.code)) : typed.what;
  const country = typed.from === law.country ? place : countryName(law, typed.from, language);
  const price = answered.quote.facts.items[0]?.value;
  return texts.estimate.heading(goods, country, price === undefined ? '' : `${typed.price} ${price.currency}`); // prettier-ignore
}

/** What a parcel will cost: the sum first, then each charge that opens to its steps and its law. */
import type { ChargeLine } from '../../domain/charges/charge.ts';
import type { LawInForce, Source, Threshold } from '../../domain/jurisdiction/pack.ts';
import { writeAmount, type Money } from '../../domain/kernel/money.ts';
import { percentText } from '../percent-text.ts';
import { countryName } from '../place-names.ts';
import { KNOWN_GOODS } from '../quotes/known-goods.ts';
import { estimateForm } from './estimate-form-page.ts';
import { sourceOf, type Estimate } from './estimating.ts';
import { figure, html, isolated, marked, type Html } from './html.ts';
import { addressOf, type Page, type Setting } from './layout.ts';
import { amountCell, stepWords } from './step-words.ts';

export type Shown = {
  readonly law: LawInForce;
  /** The day of the law, as people write it. */
  readonly day: string;
  /** Null for the empty form. */
  readonly estimate: Estimate | null;
};

export function estimatePage(setting: Setting, shown: Shown): Page {
  const { estimate, law } = shown;
  const { title, intro } = setting.texts.estimate;
  if (estimate === null || estimate.charges === null)
    return {
      title,
      body: html`<h1>${title}</h1>
        <p>${intro}</p>
        ${estimateForm(setting, { law, estimate })}`,
    };
  return { title, body: answer(setting, { ...shown, estimate: { ...estimate, charges: estimate.charges } }) }; // prettier-ignore
}

type Answered = Shown & {
  readonly estimate: Estimate & { readonly charges: NonNullable<Estimate['charges']> };
};

const withCurrency = (amount: Money): string => `${writeAmount(amount)} ${amount.currency}`;

function answer(setting: Setting, { law, day, estimate }: Answered): Html {
  const texts = setting.texts.estimate;
  const { charges, reliefs, facts } = estimate;
  const { total, payable, lines } = charges;
  const checkout = { ...total, minor: total.minor - payable.minor };
  const code = facts?.items[0]?.commodityCode ?? '';
  const isFree = total.minor === 0n;
  return html`<p class="quiet">${texts.title}</p>
    <h1>${marked(headingOf(setting, estimate, law))}</h1>
    <p class="sum" id="sum">${isFree ? texts.nothing : isolated(withCurrency(total))}</p>
    <p class="quiet">${texts.onTop}</p>
    <div class="lines">
      ${lines.map((line) => chargeLine(setting, line, law))}
      ${isFree || lines.length === 1 ? null : totalLine(texts.total, total)}
      ${checkout.minor === 0n ? null : totalLine(texts.checkout, checkout)}
      ${totalLine(texts.door, payable, 'door')}
    </div>
    ${sparedLines(setting, { reliefs, law })} ${restrictionNote(setting, estimate.restriction)}
    <div class="note">
      <p>${marked(texts.law(day))}</p>
      <p>${texts.lawSays}</p>
    </div>
    <p class="quiet">${marked(texts.takenAs(code))} ${texts.carrier}</p>
    <p><a class="button" href="${addressOf(setting, '/estimate')}">${texts.again}</a></p>`;
}

/** The goods in the visitor's words; in ours where only a code was given. */
function headingOf({ language, texts, place }: Setting, { typed, facts }: Estimate, law: LawInForce): string {
  const [item] = facts?.items ?? [];
  const known = KNOWN_GOODS.find(({ code }) => code === item?.commodityCode);
  const goods = typed.what === '' ? (known?.name[language] ?? figure(typed.code)) : typed.what;
  const country = typed.from === law.country ? place : countryName(law, typed.from, language);
  const price = item?.value === undefined ? '' : withCurrency(item.value);
  return texts.estimate.heading(goods, country, price);
} // prettier-ignore

function chargeLine(setting: Setting, line: ChargeLine, law: LawInForce): Html {
  const { language, texts } = setting;
  return html`<details class="line">
    <summary>
      <span class="label"
        >${marked(labelOf(setting, line))} <span class="why">${texts.estimate.why}</span></span
      >${amountCell(writeAmount(line.amount))}
    </summary>
    <ol class="steps">
      ${line.steps().map((step) => html`<li>${stepWords(step, language)}</li> `)}
    </ol>
    ${lawLine(setting, sourceOf(law, line.source))}
  </details> `;
}

function labelOf({ texts: { estimate } }: Setting, { charge, steps }: ChargeLine): string {
  const name = estimate.charges[charge];
  const share = steps().find(({ what }) => what === 'share of the value');
  const percent = share?.rate === undefined ? null : percentText(share.rate);
  return percent === null || share?.base === undefined
    ? name
    : estimate.share(name, percent, share.base);
}

/** The law speaks its own language: its title is never translated. */
function lawLine({ texts }: Setting, source: Source | undefined): Html | null {
  if (source === undefined) return null;
  return html`<p class="law">
    ${texts.estimate.legal}:
    <cite lang="en"><bdi dir="ltr">${source.title}, ${source.article}</bdi></cite>
  </p>`;
}

const totalLine = (label: string, amount: Money, name = 'total'): Html =>
  html`<p class="line ${name}">
    <span class="label">${label}</span>${amountCell(writeAmount(amount))}
  </p> `;

type Spared = { readonly reliefs: readonly Threshold[]; readonly law: LawInForce };

function sparedLines(setting: Setting, { reliefs, law }: Spared): Html | null {
  if (reliefs.length === 0) return null;
  const texts = setting.texts.estimate;
  const lines = reliefs.map(({ tax, amount, source }) => {
    const says = texts.relief(texts.charges[tax], withCurrency(amount));
    return html`<li>
      <p>${marked(says)}</p>
      ${lawLine(setting, sourceOf(law, source))}
    </li> `;
  });
  return html`<h2>${texts.spared}</h2>
    <ul class="spared">
      ${lines}
    </ul>`;
}

const restrictionNote = (setting: Setting, source: Source | null): Html | null =>
  source === null
    ? null
    : html`<div class="note act">
        <p>${setting.texts.estimate.restricted}</p>
        ${lawLine(setting, source)}
      </div>`;

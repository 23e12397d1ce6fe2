/** The page that shops embed: the three questions and their sum, without header, script or cookie. */
import { html, isolated, marked } from './html.ts';
import { estimateForm } from './estimate-form-page.ts';
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import { FIELDS } from './estimate-form.ts';
import type { Estimate } from './estimating.ts';
import { addressOf, type Setting } from './layout.ts';

type Shown = { readonly law: LawInForce; readonly estimate: Estimate | null };

export function writeWidget(setting: Setting, { law, estimate }: Shown): string {
  const { language, texts, styleVersion } = setting;
  const answer = estimate?.answer ?? null;
  const body =
    answer === null
      ? html`<h1>${texts.estimate.title}</h1>
          ${estimateForm(setting, { law, estimate, action: '/widget' })}`
      : answered(setting, estimate, answer);
  return html`<!doctype html>
    <html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${texts.estimate.title} · ${texts.customs(setting.place)}</title>
        <link rel="stylesheet" href="/public.css?version=${styleVersion}" />
      </head>
      <body>
        <main class="column">${body}</main>
      </body>
    </html> `.text;
}

function answered(
  setting: Setting,
  estimate: Estimate | null,
  { document }: NonNullable<Estimate['answer']>,
) {
  const { estimate: texts, quote } = setting.texts;
  const { total, currency, range, lines } = document;
  const asked = new URLSearchParams();
  for (const field of FIELDS)
    if ((estimate?.typed[field] ?? '') !== '') asked.set(field, estimate?.typed[field] ?? '');
  const whole = addressOf(setting, `/estimate?${asked.toString()}`);
  return html`<p class="quiet">${setting.texts.customs(setting.place)}</p>
    <h1 class="sum" id="sum">${/^[0.]*$/.test(total) ? texts.nothing : isolated(`${total} ${currency}`)}</h1>
    <p class="quiet">${texts.onTop}</p>
    ${range === null ? null : html`<p>${marked(quote.range(`${range.low} ${currency}`, `${range.high} ${currency}`))}</p>`}
    <div class="lines">
      ${lines.map(({ charge, amount }) => html`<p class="line"><span class="label">${texts.charges[charge]}</span><span class="amount">${isolated(amount)}</span></p>`)}
    </div>
    <p><a href="${whole}" target="_blank" rel="noopener">${quote.whole}</a></p>
    <p><a class="button" href="${addressOf(setting, '/widget')}">${texts.again}</a></p>`;
} // prettier-ignore

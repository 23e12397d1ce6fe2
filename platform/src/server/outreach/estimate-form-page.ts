/** The form of the estimate: three questions first, the rest folded away, each fault said at its field with its mend. */
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import { COUNTRIES, isFictional } from '../../domain/kernel/country.ts';
import { countryName, type Language } from '../place-names.ts';
import { goodsUnder } from '../quotes/known-goods.ts';
import { checkoutScheme, FIELDS, type Faults, type Field, type Typed } from './estimate-form.ts';
import type { Estimate } from './estimating.ts';
import { html, marked, type Html } from './html.ts';
import { languageField, type Setting } from './layout.ts';

type Asking = {
  readonly law: LawInForce;
  readonly estimate: Estimate | null;
  /** Where the answer stands; the page itself when left out. */
  readonly action?: '/estimate' | '/widget';
};

type Drawing = {
  readonly setting: Setting;
  readonly law: LawInForce;
  readonly typed: Partial<Typed>;
  readonly faults: Faults;
};

const MORE: readonly Field[] = ['code', 'freight', 'weight'];

export function estimateForm(
  setting: Setting,
  { law, estimate, action = '/estimate' }: Asking,
): Html {
  const drawing: Drawing = { setting, law, typed: estimate?.typed ?? {}, faults: estimate?.faults ?? {} }; // prettier-ignore
  const texts = setting.texts.estimate;
  const wantsList = drawing.faults.what !== undefined || (drawing.typed.goods ?? '') !== '';
  const isOpen = MORE.some((field) => (drawing.typed[field] ?? '') !== '' || drawing.faults[field] !== undefined); // prettier-ignore
  return html`${faultList(drawing)}
    <form action="${action}" method="get">
      ${languageField(setting)}
      ${textField(drawing, 'what', { label: texts.what, hint: texts.whatHint })}
      ${wantsList ? selectField(drawing, 'goods', { label: texts.goods, options: goodsOptions(drawing) }) : null}
      ${selectField(drawing, 'from', { label: texts.from, options: countryOptions(drawing) })}
      <div class="pair">
        ${textField(drawing, 'price', { label: texts.price, hint: texts.priceHint, isFigure: true })}
        ${selectField(drawing, 'currency', { label: texts.currency, options: currencyOptions(drawing) })}
      </div>
      ${ways(drawing)}
      <details class="more" ${isOpen ? html` open` : null}>
        <summary>${texts.more}</summary>
        ${textField(drawing, 'freight', { label: texts.freight, hint: texts.freightHint, isFigure: true })}
        ${textField(drawing, 'weight', { label: texts.weight, hint: texts.weightHint, isFigure: true })}
        ${textField(drawing, 'code', { label: texts.code, hint: texts.codeHint, isFigure: true })}
        ${tick(drawing, 'gift', texts.gift)}
        ${checkoutScheme(law) === undefined ? null : tick(drawing, 'taxed', texts.taxed)}
      </details>
      <p><button type="submit">${texts.button}</button></p>
    </form>`;
}

/** All faults on top, each a way to its field. */
function faultList({ setting, faults }: Drawing): Html | null {
  const texts = setting.texts.estimate;
  const lines = FIELDS.flatMap((field) => {
    const fault = faults[field];
    return fault === undefined ? [] : [html`<li><a href="#${field}">${marked(texts.fault[fault])}</a></li>`]; // prettier-ignore
  });
  if (lines.length === 0) return null;
  return html`<section class="note act" aria-labelledby="faults" role="alert">
    <h2 id="faults">${texts.faults}</h2>
    <ul>
      ${lines}
    </ul>
  </section> `;
}

function faultAt({ setting, faults }: Drawing, field: Field): Html | null {
  const fault = faults[field];
  return fault === undefined
    ? null
    : html`<p class="fault" id="${field}-fault">${marked(setting.texts.estimate.fault[fault])}</p>`;
}

/** The attributes that tie a field to its hint and its fault. */
function ties({ faults }: Drawing, field: Field, hasHint: boolean): Html {
  const isFaulty = faults[field] !== undefined;
  const ids = [hasHint ? `${field}-hint` : '', isFaulty ? `${field}-fault` : ''].filter((id) => id !== ''); // prettier-ignore
  const described = ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`;
  return html`${described}${isFaulty ? html` aria-invalid="true"` : null}`;
}

type TextLook = { readonly label: string; readonly hint: string; readonly isFigure?: boolean };

function textField(drawing: Drawing, field: Field, { label, hint, isFigure = false }: TextLook): Html {
  const look = isFigure ? html` class="figure" dir="ltr" inputmode="decimal"` : null;
  return html`<div class="${drawing.faults[field] === undefined ? 'field' : 'field faulty'}">
<label for="${field}">${label}</label>
<p class="hint" id="${field}-hint">${marked(hint)}</p>${faultAt(drawing, field)}
<input id="${field}" name="${field}"${look} value="${drawing.typed[field] ?? ''}" maxlength="120" autocomplete="off"${ties(drawing, field, true)}>
</div>`;
} // prettier-ignore

type Option = { readonly value: string; readonly label: string };
type SelectLook = { readonly label: string; readonly options: readonly Option[] };

function selectField(drawing: Drawing, field: Field, { label, options }: SelectLook): Html {
  const chosen = drawing.typed[field] ?? (field === 'currency' ? drawing.law.currency : '');
  return html`<div class="${drawing.faults[field] === undefined ? 'field' : 'field faulty'}">
    <label for="${field}">${label}</label>${faultAt(drawing, field)}
    <select id="${field}" name="${field}" ${ties(drawing, field, false)}>
      ${options.map(({ value, label: name }) => html`<option value="${value}" ${value === chosen ? html` selected` : null}>${name}</option> `)}
    </select>
  </div>`;
}

const goodsOptions = ({ setting: { language, texts }, law }: Drawing): readonly Option[] => [
  { value: '', label: texts.estimate.goodsNone },
  ...sorted(
    goodsUnder(law).map(({ code, name }) => ({ value: code, label: name[language] })),
    language,
  ),
];

/** Every country; of the invented ones those that the jurisdiction names, and whatever was typed. */
function countryOptions({ setting: { language, texts }, law, typed }: Drawing): readonly Option[] {
  const named = COUNTRIES.map((value) => ({ value, label: countryName(law, value, language) }));
  const offered = named.filter(
    ({ value, label }) =>
      value !== law.country && (!isFictional(value) || label !== value || value === typed.from),
  );
  return [{ value: '', label: texts.estimate.choose }, ...sorted(offered, language)];
}

function currencyOptions({ setting: { language }, law }: Drawing): readonly Option[] {
  const names = new Intl.DisplayNames(language, { type: 'currency', fallback: 'code' });
  const known = Intl.supportedValuesOf('currency').filter((code) => law.exchangeRate(code) !== null);
  const others = known.filter((code) => code !== law.currency);
  return [law.currency, ...others].map((value) => {
    const name = names.of(value) ?? value;
    return { value, label: name === value ? value : `${value} · ${name}` };
  });
} // prettier-ignore

const sorted = (options: readonly Option[], language: Language): readonly Option[] =>
  options.toSorted((one, other) => one.label.localeCompare(other.label, language));

function ways(drawing: Drawing): Html {
  const { by, ways: names } = drawing.setting.texts.estimate;
  const chosen = drawing.typed.by ?? 'post';
  const choices = (['post', 'express'] as const).map(
    (way, index) => html`<label class="choice"><input type="radio" name="by"${index === 0 ? html` id="by"` : null} value="${way}"${way === chosen ? html` checked` : null}> ${names[way]}</label>\n`,
  ); // prettier-ignore
  return html`<fieldset class="${drawing.faults.by === undefined ? 'field' : 'field faulty'}">
    <legend>${by}</legend>
    ${faultAt(drawing, 'by')}
    <div class="choices">${choices}</div>
  </fieldset>`;
}

const tick = ({ typed }: Drawing, field: Field, label: string): Html =>
  html`<label class="choice"
    ><input
      type="checkbox"
      name="${field}"
      value="yes"
      ${(typed[field] ?? '') === '' ? null : html` checked`}
    />
    ${label}</label
  >`;

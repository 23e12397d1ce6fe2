/** The first page: two questions, each with its door. */
import { html, marked, type Html } from './html.ts';
import { addressOf, languageField, type Page, type Setting } from './layout.ts';

export const homePage = (setting: Setting): Page => ({
  title: setting.texts.home.title,
  body: html`<h1 class="quiet">${setting.texts.home.title}</h1>
    <section class="question" aria-labelledby="cost">
      <h2 id="cost">${setting.texts.home.cost}</h2>
      <p>${setting.texts.home.costSays}</p>
      <p>
        <a class="button" href="${addressOf(setting, '/estimate')}"
          >${setting.texts.home.costButton}</a
        >
      </p>
    </section>
    <section class="question" aria-labelledby="parcel">
      <h2 id="parcel">${setting.texts.home.parcel}</h2>
      <p>${setting.texts.home.parcelSays}</p>
      ${numberForm(setting, { number: '', fault: null })}
    </section>
    ${realMessage(setting)}`,
});

type Asked = { readonly number: string; readonly fault: string | null };

/** The one field of tracking, with its hint and what is wrong with it. */
export function numberForm(setting: Setting, { number, fault }: Asked): Html {
  const { track } = setting.texts;
  const problem = fault === null ? null : html`<p class="fault" id="number-fault">${fault}</p>`;
  const described = fault === null ? 'number-hint' : 'number-hint number-fault';
  return html`<form
    action="/track"
    method="get"
    class="${fault === null ? 'field' : 'field faulty'}"
  >
    ${languageField(setting)}<label for="number">${track.field}</label>
    <p class="hint" id="number-hint">${marked(track.hint)}</p>
    ${problem}
    <div class="together">
      <input
        id="number"
        name="number"
        class="number"
        dir="ltr"
        value="${number}"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="60"
        aria-describedby="${described}"
        ${fault === null ? null : html` aria-invalid="true"`}
      />
      <button type="submit">${track.button}</button>
    </div>
  </form>`;
}

/** Stands on every page that may follow a message about money. */
export const realMessage = (setting: Setting): Html =>
  html`<p class="quiet">
    ${setting.texts.track.money}
    <a href="${addressOf(setting, '/about#real')}">${setting.texts.track.real}</a>.
  </p>`;

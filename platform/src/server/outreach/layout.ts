/** The frame of every public page: header with the languages, main content, footer; no script, no style within the page. */
import type { Language } from '../place-names.ts';
import { html, isolated, NOTHING, type Html } from './html.ts';
import { textsIn } from './languages.ts';
import type { Texts } from './texts.ts';

/** What every page needs to know. */
export type Setting = {
  readonly language: Language;
  readonly texts: Texts;
  /** Name of the jurisdiction, in the language where the pack has it. */
  readonly place: string;
  /** Path and query of this page without its language. */
  readonly here: string;
  /** Ends the address of the style sheet, so that a new one is fetched at once. */
  readonly styleVersion: string;
};

/** An address of ours in the visitor's language. */
export function addressOf({ language }: Pick<Setting, 'language'>, path: string): string {
  if (language === 'en') return path;
  const [before = '', mark] = path.split('#', 2);
  const address = `${before}${before.includes('?') ? '&' : '?'}language=${language}`;
  return mark === undefined ? address : `${address}#${mark}`;
}

/** A form keeps the language by a field of its own. */
export const languageField = ({ language }: Setting): Html =>
  language === 'en' ? NOTHING : html`<input type="hidden" name="language" value="${language}" />`;

export type Page = {
  readonly title: string;
  readonly body: Html;
  /** Bytes the page is filled up to a multiple of, so that its length tells nothing. */
  readonly lengthClass?: number;
};

export function writePage(setting: Setting, { title, body, lengthClass }: Page): string {
  const { language, texts, place, styleVersion } = setting;
  const customs = texts.customs(place);
  const page = html`<!doctype html>
    <html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${customs}</title>
        <link rel="stylesheet" href="/public.css?version=${styleVersion}" />
        <link rel="icon" href="/public-icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">${texts.skip}</a>
        <header>
          <div class="column">
            <a class="brand" href="${addressOf(setting, '/')}">${customs}</a>
            ${languageLinks(setting)}
          </div>
        </header>
        <main id="content" class="column">${body}</main>
        <footer>
          <div class="column">
            <nav aria-label="${customs}">
              <a href="${addressOf(setting, '/')}">${texts.footer.home}</a>
              <a href="${addressOf(setting, '/about')}">${texts.footer.about}</a>
              <a href="${addressOf(setting, '/about#real')}">${texts.footer.real}</a>
            </nav>
          </div>
        </footer>
      </body>
    </html> `.text;
  return lengthClass === undefined ? page : filledUp(page, lengthClass);
}

const LANGUAGES = { en: 'English', ar: 'العربية' } as const;

function languageLinks(setting: Setting): Html {
  const links = (['en', 'ar'] as const).map((language) =>
    language === setting.language
      ? html`<span lang="${language}" aria-current="true">${LANGUAGES[language]}</span>`
      : html`<a
          lang="${language}"
          hreflang="${language}"
          href="${addressOf({ language }, setting.here)}"
          >${LANGUAGES[language]}</a
        >`,
  );
  return html`<nav class="languages" aria-label="${textsIn(setting.language).languages}">
    ${links}
  </nav>`;
}

function filledUp(page: string, lengthClass: number): string {
  const bytes = Buffer.byteLength(page);
  return page + '\n'.repeat((lengthClass - (bytes % lengthClass)) % lengthClass);
}

const POSTAL = /^([A-Z]{2})(\d{4})(\d{4})(\d)([A-Z]{2})$/;

/** A parcel's number as its label prints it: a postal one in its five parts, another in groups of four where it is long. */
export function groupedNumber(number: string): Html {
  const capitals = number.toUpperCase();
  const groups = POSTAL.exec(capitals)?.slice(1) ?? number.match(/.{1,4}/g) ?? [];
  return html`<span class="number"
    >${isolated(number.length > 8 ? groups.join(' ') : number)}</span
  >`;
}

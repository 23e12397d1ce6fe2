/** Writes HTML as a template whose values are text until they are proven to be HTML: nothing a visitor types becomes markup. */

/** Markup that is already safe; only `html` makes it. */
export type Html = { readonly kind: 'html'; readonly text: string };

export type Inserted = string | number | null | Html | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '');

/** Values are escaped; pieces of HTML and lists of them go in as they are; null is nothing. */
export function html(strings: TemplateStringsArray, ...inserted: readonly Inserted[]): Html {
  let text = strings[0] ?? '';
  for (const [index, value] of inserted.entries())
    text += written(value) + (strings[index + 1] ?? '');
  return { kind: 'html', text };
}

function written(value: Inserted): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  return 'kind' in value ? value.text : value.map(({ text }) => text).join('');
}

export const NOTHING: Html = html``;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Figures, numbers and codes keep their own direction within Arabic; a date in Arabic words keeps that of its words. */
export const isolated = (text: string): Html =>
  html`<bdi dir="${RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr'}">${text}</bdi>`;

/** A sentence with its figures isolated: text outside the marks, figures between them. */
export const marked = (sentence: string): Html => ({
  kind: 'html',
  text: sentence
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? escapeText(part) : isolated(part).text))
    .join(''),
});

const MARK = '\u2063';

/** Marks a figure within a sentence, so that `marked` isolates it. */
export const figure = (text: string): string => `${MARK}${text.replaceAll(MARK, '')}${MARK}`;

/** What Customs does with what it knows, what rights a person has, and how to tell a real message from a false one. */
import { html, isolated, type Html } from './html.ts';
import type { Page, Setting } from './layout.ts';

/** `address` is what a person types to reach these pages; no message ever links to them. */
export function aboutPage({ texts: { about } }: Setting, address: string): Page {
  const [never, typing, ...then] = about.realSays;
  return {
    title: about.title,
    body: html`<h1>${about.title}</h1>
      <section aria-labelledby="real">
        <h2 id="real">${about.real}</h2>
        <p>${never ?? null}</p>
        <p>${typing ?? null}</p>
        <p class="address"><span class="aside">${about.type}: </span>${isolated(address)}</p>
        ${then.map((sentence) => html`<p>${sentence}</p>`)}
      </section>
      ${listed('doing', about.doing, about.doingSays)}
      ${listed('rights', about.rights, about.rightsSays)}`,
  };
}

const listed = (id: string, title: string, sentences: readonly string[]): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </section>`;

/** Asks somebody to wait, whose address has sent more requests than are answered. */
import { html } from './html.ts';
import type { Page, Setting } from './layout.ts';

export function busyPage({ texts: { busy } }: Setting, seconds: number): Page {
  return {
    title: busy.title,
    body: html`<h1>${busy.title}</h1>
      <p>${busy.text(seconds)}</p>`,
  };
}

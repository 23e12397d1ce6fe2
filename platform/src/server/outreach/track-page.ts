/** Where a parcel is: five stages in words, and the one thing to do; an unknown number has the same page with other words. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { numberForm, realMessage } from './home-page.ts';
import { html, isolated, marked, type Html } from './html.ts';
import { addressOf, groupedNumber, type Page, type Setting } from './layout.ts';
import { PUBLIC_STAGES, type PublicStage, type Tracking } from './tracking.ts';

/** Every answer about a number is this many bytes, or twice as many: its length tells nothing. */
const LENGTH_CLASS = 8_192;

export type Tracked = {
  readonly number: string;
  readonly tracking: Tracking;
  readonly clock: (at: Moment) => string;
  /** The tick whose state is shown. */
  readonly tick: Moment;
};

export function trackPage(setting: Setting, tracked: Tracked): Page {
  const { track } = setting.texts;
  const { number, tracking, clock, tick } = tracked;
  const [title, says] = track.nexts[tracking.next];
  return {
    title: track.title,
    lengthClass: LENGTH_CLASS,
    body: html`<h1 class="quiet">${track.title}</h1>
      <p class="subject">${groupedNumber(number)}</p>
      <section class="next" aria-labelledby="next">
        <h2 id="next" class="quiet">${track.next}</h2>
        <p class="answer">${title}</p>
        <p>${says}</p>
      </section>
      <ol class="stages">
        ${PUBLIC_STAGES.map((stage) => stageLine(setting, tracked, stage))}
      </ol>
      <p class="quiet">${marked(track.asOf(clock(tick)))}</p>
      ${realMessage(setting)}
      <p><a class="button" href="${addressOf(setting, '/track')}">${track.again}</a></p>`,
  };
}

function stageLine({ texts: { track } }: Setting, { tracking, clock }: Tracked, stage: PublicStage): Html {
  const at = tracking.reached[stage];
  const standing = standingOf(tracking, stage);
  const words = { done: track.done, current: track.current, 'not-yet': track.notYet }[standing];
  const time = at === null ? null : html` <span class="time">${isolated(clock(at))}</span>`;
  const current = standing === 'current' ? html` aria-current="step"` : null;
  return html`<li class="${standing}"${current}><span class="sign" aria-hidden="true"></span><span>${track.stages[stage]}${time}<span class="aside"> (${words})</span></span></li>
`;
} // prettier-ignore

function standingOf({ current }: Tracking, stage: PublicStage): 'done' | 'current' | 'not-yet' {
  if (current === null || PUBLIC_STAGES.indexOf(stage) > PUBLIC_STAGES.indexOf(current))
    return 'not-yet';
  return stage === current && stage !== 'delivered' ? 'current' : 'done';
}

/** The field alone: nobody has typed a number yet, or it was empty. */
export const askNumberPage = (setting: Setting, fault: string | null): Page => ({
  title: setting.texts.track.title,
  body: html`<h1>${setting.texts.track.title}</h1>
    ${numberForm(setting, { number: '', fault })} ${realMessage(setting)}`,
});

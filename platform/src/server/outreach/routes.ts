/** The doors of the public: plain pages that work without JavaScript, in English and Arabic. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { tickAt } from '../../domain/kernel/outside-state.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Access } from '../access/caller.ts';
import { countryName, type Language } from '../place-names.ts';
import type { Platform } from '../world.ts';
import { aboutPage } from './about-page.ts';
import { isAnswered, typedFields } from './estimate-form.ts';
import { busyPage } from './busy-page.ts';
import { estimatePage } from './estimate-page.ts';
import { estimate } from './estimating.ts';
import { addFiles, STYLE_VERSION } from './files.ts';
import { homePage } from './home-page.ts';
import { writePage, type Page, type Setting } from './layout.ts';
import { textsIn } from './languages.ts';
import { followNumber, readNumber } from './following.ts';
import { findReceipt, receiptPage } from './receipt-page.ts';
import { askNumberPage, trackPage } from './track-page.ts';
import { typedIn, type Query } from './typed.ts';

const access: Access = { zone: 'public' };

type Asked = FastifyRequest<{ Querystring: Query }>;
type Answer = { readonly page: Page; readonly status?: number; readonly keep: string };

/** A page that is the same for everybody. */
const FOR_ALL = 'public, max-age=300';
const FOR_NOBODY = 'no-store';

/** Every answer about a number takes at least this long, so that its time does not tell a known number from an unknown one. */
const ANSWER_MILLISECONDS = 60;

/** What people see at each address. */
const SAYS = {
  '/': 'Two questions: what will it cost to bring in, and where is my parcel?',
  '/about': 'What Customs does with what it knows, rights, and how to tell that a message is real.',
  '/estimate': 'What goods from abroad cost on top of their price under the law of today.',
  '/track': 'Where a parcel is, as of the last full minute, and what its receiver has to do.',
} as const;

export function outreachRoutes(app: FastifyInstance, platform: Platform): void {
  addFiles(app);
  const tooMany = busyIn(platform);
  const add = (url: keyof typeof SAYS, answer: (setting: Setting, query: Query) => Answer | Promise<Answer>) =>
    app.get<{ Querystring: Query }>(url, { config: { access, page: SAYS[url], tooMany } }, async (request, reply) => {
      const setting = settingOf(platform, request);
      return send(reply, setting, await answer(setting, request.query));
    });
  add('/', (setting) => ({ page: homePage(setting), keep: FOR_ALL }));
  add('/about', (setting) => ({ page: aboutPage(setting, addressToType(platform)), keep: FOR_ALL }));
  add('/estimate', (setting, query) => answerEstimate(platform, setting, query));
  add('/track', (setting, query) => answerTrack(platform, setting, query));
  addReceipt(app, platform);
} // prettier-ignore

/** A receipt's number is longer than any of its parts, and no longer than this. */
const RECEIPT_LETTERS_MAX = 40;

function addReceipt(app: FastifyInstance, platform: Platform): void {
  const tooMany = busyIn(platform);
  app.get<{ Querystring: Query; Params: { id: string } }>(
    '/receipts/:id',
    { config: { access, page: 'Whether a receipt is ours.', tooMany } },
    async (request, reply) => {
      const setting = settingOf(platform, request);
      const { id } = request.params;
      const given = await findReceipt(platform.database, id);
      const clock = written(platform, setting, {
        dateStyle: 'long',
        timeStyle: 'short',
        hourCycle: 'h23',
      });
      const page = receiptPage(setting, { id: id.slice(0, RECEIPT_LETTERS_MAX), given, clock });
      return send(reply, setting, { page, status: given === null ? 404 : 200, keep: FOR_NOBODY });
    },
  );
}

/** Says as a page that more was asked than is answered. */
const busyIn =
  (platform: Platform) =>
  (request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply => {
    const setting = settingOf(platform, { url: request.url, query: (request as Asked).query });
    return send(reply, setting, {
      page: busyPage(setting, seconds),
      status: 429,
      keep: FOR_NOBODY,
    });
  };

function send(reply: FastifyReply, setting: Setting, { page, status = 200, keep }: Answer): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', keep)
    .header('content-language', setting.language)
    .send(writePage(setting, page));
} // prettier-ignore

function settingOf({ pack }: Platform, { query, url }: Pick<Asked, 'query' | 'url'>): Setting {
  const language: Language = typedIn(query, 'language') === 'ar' ? 'ar' : 'en';
  const [path = '/', search = ''] = url.split('?', 2);
  const kept = new URLSearchParams(search);
  kept.delete('language');
  const here = kept.size === 0 ? path : `${path}?${kept.toString()}`;
  const named = countryName(pack, pack.country, language);
  const place = named === pack.country ? pack.title : named;
  return { language, texts: textsIn(language), place, here, styleVersion: STYLE_VERSION };
}

/** What a person types to come here; the operator's own name where one is set. */
const addressToType = ({ config }: Platform): string =>
  `${config.publicAddress ?? `localhost:${config.port.toString()}`}/`;

function answerEstimate(platform: Platform, setting: Setting, query: Query): Answer {
  const on = platform.law.dayAt(platform.now());
  const { law } = platform.law.on(on);
  const day = written(platform, setting, { dateStyle: 'long' })(platform.now());
  if (!isAnswered(query))
    return { page: estimatePage(setting, { law, day, estimate: null }), keep: FOR_ALL };
  const answer = estimate(typedFields(query), law);
  const status = answer.charges === null ? 422 : 200;
  return { page: estimatePage(setting, { law, day, estimate: answer }), status, keep: FOR_NOBODY };
}

async function answerTrack(platform: Platform, setting: Setting, query: Query): Promise<Answer> {
  if (!('number' in query)) return { page: askNumberPage(setting, null), keep: FOR_ALL };
  const typed = readNumber(typedIn(query, 'number'));
  if (typed === '')
    return { page: askNumberPage(setting, setting.texts.track.empty), status: 422, keep: FOR_NOBODY };
  const tick = tickAt(platform.now());
  const [tracking] = await Promise.all([
    followNumber(platform.database.public, typed, tick),
    pause(ANSWER_MILLISECONDS),
  ]);
  const clock = written(platform, setting, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return { page: trackPage(setting, { number: typed, tracking, clock, tick }), keep: FOR_NOBODY };
} // prettier-ignore

/** Moments by the clock of the jurisdiction, with Latin digits in every language. */
function written({ pack }: Platform, { language }: Setting, style: Intl.DateTimeFormatOptions): (at: Moment) => string {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: pack.zone });
  return (at) => format.format(at);
} // prettier-ignore

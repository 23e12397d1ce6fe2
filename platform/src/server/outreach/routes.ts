/** The doors of the public: plain pages that work without JavaScript, in English and Arabic. */
import type { FastifyInstance } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { tickAt } from '../../domain/kernel/outside-state.ts';
import type { Access } from '../access/caller.ts';
import type { Platform } from '../world.ts';
import { aboutPage } from './about-page.ts';
import { busyIn, dateWords, estimateOf, FOR_ALL, FOR_NOBODY, send, settingOf, written, type Answer } from './doors.ts'; // prettier-ignore
import { isAnswered } from './estimate-form.ts';
import { estimatePage } from './estimate-page.ts';
import { addQuotes } from './quote-routes.ts';
import { addFiles } from './files.ts';
import { homePage } from './home-page.ts';
import type { Setting } from './layout.ts';
import { followNumber, readNumber } from './following.ts';
import { findReceipt, receiptPage } from './receipt-page.ts';
import { askNumberPage, trackPage } from './track-page.ts';
import { typedIn, type Query } from './typed.ts';

const access: Access = { zone: 'public' };

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
  addQuotes(app, platform);
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

/** What a person types to come here; the operator's own name where one is set. */
const addressToType = ({ config }: Platform): string =>
  `${config.publicAddress ?? `localhost:${config.port.toString()}`}/`;

function answerEstimate(platform: Platform, setting: Setting, query: Query): Answer {
  const on = platform.law.dayAt(platform.now());
  const { law } = platform.law.on(on);
  const day = written(platform, setting, { dateStyle: 'long' })(platform.now());
  const dayOf = dateWords(setting);
  if (!isAnswered(query))
    return { page: estimatePage(setting, { law, day, dayOf, estimate: null }), keep: FOR_ALL };
  const answer = estimateOf(platform, query, law);
  const status = answer.answer === null ? 422 : 200;
  return { page: estimatePage(setting, { law, day, dayOf, estimate: answer }), status, keep: FOR_NOBODY }; // prettier-ignore
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

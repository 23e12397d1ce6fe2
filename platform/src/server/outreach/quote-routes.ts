/** The pages of binding quotes, and the page that shops embed: posted once, shown to whoever names the number, framed by anybody. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { tidyQuoteId } from '../../domain/quotes/quote-id.ts';
import type { Access } from '../access/caller.ts';
import { findQuote, issueQuote } from '../quotes/issue.ts';
import type { Platform } from '../world.ts';
import { busyIn, dateWords, estimateOf, FOR_ALL, FOR_NOBODY, send, settingOf, written } from './doors.ts'; // prettier-ignore
import { isAnswered } from './estimate-form.ts';
import { estimatePage } from './estimate-page.ts';
import { addressOf } from './layout.ts';
import { quotePage, unknownQuotePage } from './quote-page.ts';
import type { Query } from './typed.ts';
import { writeWidget } from './widget-page.ts';

const access: Access = { zone: 'public' };

export function addQuotes(app: FastifyInstance, platform: Platform): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: FORM_BYTES_MAX }, (_request, body, parsed) => {
      parsed(null, Object.fromEntries(new URLSearchParams(body.toString())));
    });
    addPost(scope, platform);
    done();
  });
  addShow(app, platform);
  addWidget(app, platform);
} // prettier-ignore

/** Ten short fields, every letter of them escaped. */
const FORM_BYTES_MAX = 16_384;

/** A quote is kept by a post alone; its page has an address of its own, so that reloading asks nothing again. */
function addPost(app: FastifyInstance, platform: Platform): void {
  app.post<{ Body: Query | null; Querystring: Query }>(
    '/quotes',
    { config: { access, page: 'Makes an estimate a quote that binds.', tooMany: busyIn(platform) } },
    async (request, reply) => {
      const typed = request.body ?? {};
      const setting = settingOf(platform, { query: typed, url: '/estimate' });
      const now = platform.now();
      const { law } = platform.law.on(platform.law.dayAt(now));
      const estimate = estimateOf(platform, typed, law);
      const issued = estimate.answer === null ? null : await issueQuote(platform, estimate.request, null);
      const id = issued?.ok === true ? issued.value.quote : null;
      if (id !== null) return reply.redirect(addressOf(setting, `/quotes/${id}`), 303);
      const day = written(platform, setting, { dateStyle: 'long' })(now);
      const page = estimatePage(setting, { law, day, dayOf: dateWords(setting), estimate });
      return send(reply, setting, { page, status: 422, keep: FOR_NOBODY });
    },
  );
} // prettier-ignore

function addShow(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { id: string }; Querystring: Query }>(
    '/quotes/:id',
    { config: { access, page: 'A binding quote, by its number.', tooMany: busyIn(platform) } },
    async (request, reply) => {
      const setting = settingOf(platform, request);
      const quote = await findQuote(platform.database, tidyQuoteId(request.params.id));
      const page =
        quote === null
          ? unknownQuotePage(setting)
          : quotePage(setting, { quote, dayOf: dateWords(setting) });
      return send(reply, setting, { page, status: quote === null ? 404 : 200, keep: FOR_NOBODY });
    },
  );
}

/** Anybody may frame it: it holds no cookie, no script and nothing that a visitor could be tricked to press. */
const FRAMED =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *";

function addWidget(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Query }>(
    '/widget',
    { config: { access, page: 'The estimate for shops to embed.', tooMany: busyIn(platform) } },
    (request, reply): FastifyReply => {
      const setting = settingOf(platform, request);
      const { law } = platform.law.on(platform.law.dayAt(platform.now()));
      const isAsked = isAnswered(request.query);
      const estimate = isAsked ? estimateOf(platform, request.query, law) : null;
      return reply
        .code(estimate !== null && estimate.answer === null ? 422 : 200)
        .type('text/html; charset=utf-8')
        .header('content-security-policy', FRAMED)
        .header('cache-control', isAsked ? FOR_NOBODY : FOR_ALL)
        .header('content-language', setting.language)
        .send(writeWidget(setting, { law, estimate }));
    },
  );
}

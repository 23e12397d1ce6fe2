/** What all public pages share: the setting of a visitor, how a page is sent, and what the form of the estimate comes to. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { countryName, type Language } from '../place-names.ts';
import { calculate } from '../quotes/issue.ts';
import type { Platform } from '../world.ts';
import { busyPage } from './busy-page.ts';
import { typedFields } from './estimate-form.ts';
import { estimate, type Estimate } from './estimating.ts';
import { STYLE_VERSION } from './files.ts';
import { textsIn } from './languages.ts';
import { writePage, type Page, type Setting } from './layout.ts';
import { typedIn, type Query } from './typed.ts';

type Asked = FastifyRequest<{ Querystring: Query }>;
export type Answer = { readonly page: Page; readonly status?: number; readonly keep: string };

/** A page that is the same for everybody. */
export const FOR_ALL = 'public, max-age=300';
export const FOR_NOBODY = 'no-store';
/** Says as a page that more was asked than is answered. */
export const busyIn =
  (platform: Platform) =>
  (request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply => {
    const setting = settingOf(platform, { url: request.url, query: (request as Asked).query });
    return send(reply, setting, {
      page: busyPage(setting, seconds),
      status: 429,
      keep: FOR_NOBODY,
    });
  };

export function send(reply: FastifyReply, setting: Setting, { page, status = 200, keep }: Answer): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', keep)
    .header('content-language', setting.language)
    .send(writePage(setting, page));
} // prettier-ignore

export function settingOf(
  { pack }: Platform,
  { query, url }: Pick<Asked, 'query' | 'url'>,
): Setting {
  const language: Language = typedIn(query, 'language') === 'ar' ? 'ar' : 'en';
  const [path = '/', search = ''] = url.split('?', 2);
  const kept = new URLSearchParams(search);
  kept.delete('language');
  const here = kept.size === 0 ? path : `${path}?${kept.toString()}`;
  const named = countryName(pack, pack.country, language);
  const place = named === pack.country ? pack.title : named;
  return { language, texts: textsIn(language), place, here, styleVersion: STYLE_VERSION };
}

/** What the typed fields come to, by the quote of today's law. */
export const estimateOf = (platform: Platform, query: Query, law: LawInForce): Estimate =>
  estimate(typedFields(query), law, (request) => calculate(platform, request));

/** A date of law in words. */
export function dateWords({ language }: Setting): (date: string) => string {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (date) =>
    format.format(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds);
}

/** Moments by the clock of the jurisdiction, with Latin digits in every language. */
export function written({ pack }: Platform, { language }: Setting, style: Intl.DateTimeFormatOptions): (at: Moment) => string {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: pack.zone });
  return (at) => format.format(at);
} // prettier-ignore

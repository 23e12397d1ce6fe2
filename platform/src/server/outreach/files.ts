/** Serves the style sheet, the typefaces and the icon of the public pages, from our own address and for ever. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Access } from '../access/caller.ts';

const access: Access = { zone: 'public' };
const FILE = { access, page: 'How the public pages look.', unlimited: true } as const;

/** In the order in which one may overrule another; sent as one. */
const STYLES = ['look', 'frame', 'form', 'answer', 'circumstances'];
const STYLE = Buffer.concat(
  STYLES.map((name) => readFileSync(join(import.meta.dirname, 'styles', `${name}.css`))),
);
const ICON = readFileSync(join(import.meta.dirname, 'public-icon.svg'));

/** Changes with the style sheet, so that its address may be kept for a year. */
export const STYLE_VERSION = hash('sha256', STYLE, 'hex').slice(0, 12);

const FONTS = {
  'plex-sans.woff2': '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
  'plex-sans-bold.woff2': '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2',
  'plex-mono.woff2': '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  'plex-arabic.woff2': '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
  'plex-arabic-bold.woff2': '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2',
} as const; // prettier-ignore

const YEAR = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';

export function addFiles(app: FastifyInstance): void {
  const add = (url: string, send: (reply: FastifyReply) => FastifyReply): void => {
    app.get(url, { config: FILE }, (_request, reply) => send(reply));
  };
  add('/public.css', (reply) => sendFile(reply, { type: 'text/css; charset=utf-8', content: STYLE, keep: YEAR })); // prettier-ignore
  add('/public-icon.svg', (reply) => sendFile(reply, { type: 'image/svg+xml', content: ICON, keep: DAY })); // prettier-ignore
  for (const [name, file] of Object.entries(FONTS)) {
    const content = readFileSync(fontPath(file));
    add(`/public-fonts/${name}`, (reply) => sendFile(reply, { type: 'font/woff2', content, keep: YEAR })); // prettier-ignore
  }
}

type File = { readonly type: string; readonly content: Buffer; readonly keep: string };

const sendFile = (reply: FastifyReply, { type, content, keep }: File): FastifyReply =>
  reply.type(type).header('cache-control', keep).send(content);

/** Packages say where they are themselves, wherever npm has put them. */
function fontPath(file: string): string {
  const [scope = '', name = '', ...inner] = file.split('/');
  const folder = dirname(fileURLToPath(import.meta.resolve(`${scope}/${name}/package.json`)));
  return join(folder, ...inner);
}

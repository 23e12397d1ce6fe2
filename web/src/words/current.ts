/** The language the console speaks now: chosen once, kept in the browser, and changed without leaving the page. */
import { ENGLISH, type Texts } from './english.ts';

export const LANGUAGES = { en: 'English', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'luxor-language';

let language: Language = 'en';
let texts: Texts = ENGLISH;
const listeners = new Set<() => void>();

/** The words as they stand; a component asks `useWords`, so that it is written again when they change. */
export const words = (): Texts => texts;
export const languageNow = (): Language => language;

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const isLanguage = (text: unknown): text is Language => text === 'en' || text === 'ar';

/** What was chosen here before; otherwise the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Words and typeface come when they are first needed: who reads English downloads neither. */
async function load(wanted: Language): Promise<Texts> {
  if (wanted === 'en') return ENGLISH;
  const [{ ARABIC }] = await Promise.all([import('./arabic.ts'), import('./arabic-typeface.ts')]);
  return ARABIC;
}

export async function speak(wanted: Language): Promise<void> {
  texts = await load(wanted);
  language = wanted;
  document.documentElement.lang = texts.locale;
  document.documentElement.dir = texts.direction;
  for (const listener of listeners) listener();
}

/** Speaks another language from now on, here and at the next visit. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, wanted);
  await speak(wanted);
}

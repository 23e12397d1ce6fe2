/** Chooses the words of the public pages by language. */
import type { Language } from '../place-names.ts';
import { ARABIC } from './texts-arabic.ts';
import { ENGLISH } from './texts-english.ts';
import type { Texts } from './texts.ts';

const TEXTS: Readonly<Record<Language, Texts>> = { en: ENGLISH, ar: ARABIC };

export const textsIn = (language: Language): Texts => TEXTS[language];

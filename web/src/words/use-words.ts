/** The words of the console for a component, written again when the language changes. */
import { useSyncExternalStore } from 'react';
import { languageNow, onLanguage, words, type Language } from './current.ts';
import type { Texts } from './english.ts';

export const useWords = (): Texts => useSyncExternalStore(onLanguage, words);
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, languageNow);

/** Decides whether the description of an item says what the goods are. */
import { wordsOf } from '../parties/normalise.ts';
import { finding } from './catalogue.ts';
import type { QualityLaw } from './quality-law.ts';
import { note, type Sheet } from './sheet.ts';
import { coverageOf, isNaming, wholeTerm } from './term-set.ts';

/**
 * Notes `description-without-words`, `description-only-qualities`, `description-too-short`, `description-too-few-words`, `description-stop-word` (nothing but stop words) or
 * `description-vague-word` (a stop word among few others). Precise words beside a stop word make it harmless.
 * @source eu-dr-2015-2446-annex-b
 */
export function checkDescription(sheet: Sheet, description: string, index: number): void {
  const words = wordsOf(description);
  const isAddress = looksLikeAddress(description);
  if (!isAddress && isPlain(sheet.rules, words)) return;
  const pointer = `${sheet.pointer}/items/${index}/description`;
  if (!isAddress && checkStopWords(sheet, words, pointer)) return;
  const naming = words.filter(isNaming);
  if (naming.length === 0 || isAddress) {
    note(sheet, finding('description-without-words', pointer));
  } else if (saysOnlyQualities(sheet.rules, words)) {
    note(sheet, finding('description-only-qualities', pointer));
  } else if (!isIdeographic(description)) checkLength(sheet, naming, pointer);
}

/** Most descriptions have words enough and no stop word at all; they are passed in one look. */
function isPlain(rules: QualityLaw, words: readonly string[]): boolean {
  let letters = 0;
  let naming = 0;
  for (const word of words) {
    if (!isNaming(word)) continue;
    naming++;
    letters += word.length;
  }
  if (naming < Math.max(1, rules.wordsLeast) || letters < rules.lettersLeast) return false;
  if (saysOnlyQualities(rules, words)) return false;
  return rules.stopWords === null || coverageOf(rules.stopWords, words).term === null;
}

/** `Black, size 38`: nothing but colours, sizes and numbers. */
const saysOnlyQualities = ({ qualities }: QualityLaw, words: readonly string[]): boolean =>
  qualities !== null && wholeTerm(qualities, words) !== null;

function checkLength(sheet: Sheet, naming: readonly string[], pointer: string): void {
  const { lettersLeast, wordsLeast } = sheet.rules;
  const letters = naming.reduce((sum, word) => sum + word.length, 0);
  if (letters < lettersLeast) {
    note(sheet, finding('description-too-short', pointer, { letters: String(letters) }));
  } else if (naming.length < wordsLeast) {
    note(sheet, finding('description-too-few-words', pointer, { words: String(naming.length) }));
  }
}

/** True when the description is nothing but stop words, after which its length says nothing more. */
function checkStopWords(sheet: Sheet, words: readonly string[], pointer: string): boolean {
  const { stopWords, vagueBelowWords } = sheet.rules;
  if (stopWords === null) return false;
  const { term, rest } = coverageOf(stopWords, words);
  if (term === null) return false;
  if (rest === 0) note(sheet, finding('description-stop-word', pointer, { word: term }));
  else if (rest < vagueBelowWords) {
    note(sheet, finding('description-vague-word', pointer, { word: term }));
  }
  return rest === 0;
}

/** Nothing but an address of the web or a mailbox. */
const looksLikeAddress = (description: string): boolean =>
  !description.includes(' ') && /^(?:https?:|www\.)|^[^@]+@[^@]+\.[^@]+$/i.test(description);

/** In Chinese and Japanese characters two letters say what eight do in others. */
const isIdeographic = (description: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(description);

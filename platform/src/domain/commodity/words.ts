/** How titles and questions become words that can be compared: without case, accents and the endings of the plural. */

const MARKS = /\p{M}+/gu;
const BETWEEN = /[^\p{L}\p{N}]+/u;
/** Endings of number and case in English, French and German; what is left must still be a word. */
const ENDING = /(?:en|es|er|n|s|e|x)$/;
const STEM_LETTERS_LEAST = 3;

/** The words of a text in their order, each reduced to its stem. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => word !== '')
    .map(stemOf);

function stemOf(word: string): string {
  const stem = word.replace(ENDING, '');
  return stem.length >= STEM_LETTERS_LEAST ? stem : word;
}

/** Cuts a description into lower-case words, so that rules look words up instead of searching text. */

/** Words of one description that are looked at; honest ones have fewer than twenty. */
const WORDS_MAX = 64;

const ZERO = 48;
const NINE = 57;
const SMALL_A = 97;
const SMALL_Z = 122;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

const SURROGATE_FIRST = 0xd800;
const SURROGATE_LAST = 0xdfff;

/** Half a character beyond the first plane counts as a letter: those planes hold mostly Han. */
function isWordCode(code: number): boolean {
  if (code < 128) return (code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE);
  if (code >= SURROGATE_FIRST && code <= SURROGATE_LAST) return true;
  return LETTER.test(String.fromCharCode(code));
}

/** The words of a text in order, repeated ones included: runs of letters and digits of any script. */
export function wordsOf(text: string): readonly string[] {
  const small = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= small.length; at++) {
    const inside = at < small.length && isWordCode(small.charCodeAt(at));
    if (inside && start < 0) start = at;
    if (inside || start < 0) continue;
    words.push(small.slice(start, at));
    start = -1;
    if (words.length === WORDS_MAX) break;
  }
  return words;
}

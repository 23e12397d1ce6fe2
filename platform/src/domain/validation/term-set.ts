/** Finds listed words and phrases in a text by whole words: `bag` is not in `baggage`, `general cargo` is one phrase. */
import { wordsOf } from '../parties/normalise.ts';

type Branch = { readonly next: Map<string, Branch>; term: string | null };

/** Words and phrases, folded, one branch for each word. */
export type TermSet = {
  readonly root: Branch;
  /** Codes of the first letters of the terms. */
  readonly initials: ReadonlySet<number>;
};

/** Compiles a list of terms as written in the law; case, accents and punctuation do not matter. */
export function termSet(terms: readonly string[]): TermSet {
  const root: Branch = { next: new Map(), term: null };
  for (const term of terms) {
    let branch = root;
    for (const word of wordsOf(term)) {
      const known = branch.next.get(word);
      const next = known ?? { next: new Map<string, Branch>(), term: null };
      if (known === undefined) branch.next.set(word, next);
      branch = next;
    }
    if (branch !== root) branch.term = term;
  }
  return { root, initials: new Set([...root.next.keys()].map((word) => word.charCodeAt(0))) };
}

export type Coverage = {
  /** The first term found, as the law writes it; null when there is none. */
  readonly term: string | null;
  /** Words that belong to no term and could name something. */
  readonly rest: number;
};

const NOTHING_FOUND: Coverage = { term: null, rest: 0 };

/**
 * Which terms a text of these words has, and how many words are left beside them. At each word the longest phrase wins.
 * For texts without any term the answer's `rest` is not counted.
 */
export function coverageOf(terms: TermSet, words: readonly string[]): Coverage {
  let first: string | null = null;
  let rest = 0;
  for (let place = 0; place < words.length; place++) {
    const found = longestAt(terms, words, place);
    if (found === null) {
      if (isNaming(words[place] ?? '')) rest++;
      continue;
    }
    first ??= found.term;
    place = found.last;
  }
  return first === null ? NOTHING_FOUND : { term: first, rest };
}

/** A word of letters; an article number mixes them with digits, a size has no letters at all, one letter names nothing. */
export function isNaming(word: string): boolean {
  for (let place = 0; place < word.length; place++) {
    const code = word.charCodeAt(place);
    if (code >= 48 && code <= 57) return false;
  }
  return word.length > 1 || word.charCodeAt(0) > 127;
}

function longestAt(
  terms: TermSet,
  words: readonly string[],
  start: number,
): { readonly term: string; readonly last: number } | null {
  let branch = terms.root.next.get(words[start] ?? '');
  if (branch === undefined) return null;
  let found: { term: string; last: number } | null = null;
  for (let place = start; branch !== undefined;) {
    if (branch.term !== null) found = { term: branch.term, last: place };
    place++;
    const word: string | undefined = words[place];
    branch = word === undefined ? undefined : branch.next.get(word);
  }
  return found;
}

/** The first term of a text that consists of terms alone; null when any word says something else. */
export function wholeTerm(terms: TermSet, words: readonly string[]): string | null {
  let first: string | null = null;
  for (let place = 0; place < words.length; place++) {
    const found = longestAt(terms, words, place);
    if (found !== null) {
      first ??= found.term;
      place = found.last;
    } else if (isNaming(words[place] ?? '')) return null;
  }
  return first;
}

/**
 * The term a text consists of, for texts that hardly ever are one: unless the text begins with the first letter of some
 * term it is not read any further.
 */
export function wholeTermOf(terms: TermSet, text: string): string | null {
  const first = text.charCodeAt(0);
  const isPlain = (first >= 48 && first <= 57) || (first >= 97 && first <= 122) || (first >= 65 && first <= 90); // prettier-ignore
  if (isPlain && !terms.initials.has(first | LETTER_CASE)) return null;
  return wholeTerm(terms, wordsOf(text));
}

/** The bit by which ASCII capitals differ from small letters; digits have it set. */
const LETTER_CASE = 32;

/** Finds commodity codes by digits or by words, on a day: titles, synonyms and the titles above count, in this order. */
import type { Day } from '../kernel/day.ts';
import { limits } from '../kernel/limits.ts';
import { holdsOn, type Period } from '../kernel/period.ts';
import { wordsOf } from './words.ts';

export const TITLE_LANGUAGES = ['en', 'fr', 'de'] as const;
export type TitleLanguage = (typeof TITLE_LANGUAGES)[number];

/** What one publication says of a code in a period; several may speak of one code. */
export type CodeEntry = Period & {
  /** Two digits a chapter, four a heading, six a subheading, more a national line. */
  readonly code: string;
  readonly titles: Readonly<Partial<Record<TitleLanguage, string>>>;
  /** Words that people use for the goods. */
  readonly terms: readonly string[];
  /** False: its words find a code that stands, and do not make it stand. */
  readonly isCode: boolean;
};

/** Why a code was found, the best first. */
export const MATCHES = ['code', 'prefix', 'title', 'term', 'above'] as const;
export type Match = (typeof MATCHES)[number];

export type TitledCode = { readonly code: string; readonly title: string };

export type CodeHit = TitledCode & {
  readonly match: Match;
  /** From the chapter to the code itself. */
  readonly path: readonly TitledCode[];
};

export type CodeQuestion = {
  readonly text: string;
  readonly on: Day;
  readonly language: TitleLanguage;
  readonly hitsMax: number;
};

export type CodeIndex = {
  readonly search: (question: CodeQuestion) => readonly CodeHit[];
  /** True when the code stands on the day. */
  readonly knows: (code: string, on: Day) => boolean;
  readonly periodsOf: (code: string) => readonly Period[];
};

type Group = { readonly code: string; readonly entries: readonly CodeEntry[] };
/** A word of an entry: in a title, or among its terms. */
type Place = { readonly group: number; readonly entry: CodeEntry; readonly isTerm: boolean };
type Vocabulary = {
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
};

/** Builds the index of all days at once; what holds on a day is chosen when it is asked. Earlier entries name codes before later ones. */
export function indexCodes(entries: readonly CodeEntry[]): CodeIndex {
  const groups = [...Map.groupBy(entries, ({ code }) => code)]
    .map(([code, each]): Group => ({ code, entries: each }))
    .sort((left, right) => (left.code < right.code ? -1 : 1));
  const byCode = new Map(groups.map((group) => [group.code, group]));
  const vocabulary = vocabularyOf(groups);
  const standing = (code: string): readonly CodeEntry[] =>
    (byCode.get(code)?.entries ?? []).filter(({ isCode }) => isCode);
  return {
    knows: (code, on) => standing(code).some((entry) => holdsOn(entry, on)),
    periodsOf: standing,
    search: (question) => {
      const found = DIGITS.test(question.text.trim())
        ? byDigits(groups, question)
        : byWords(groups, vocabulary, question);
      return found.slice(0, question.hitsMax).map(({ code, match }) => hitOf(byCode, { code, match }, question));
    },
  };
} // prettier-ignore

/** Codes as people write them: 6109.10, 6109 10 00. */
const DIGITS = /^[0-9](?:[0-9 .]*[0-9])?$/;

type Found = { readonly code: string; readonly match: Match };

const isStanding = (group: Group, on: Day): boolean =>
  group.entries.some((entry) => entry.isCode && holdsOn(entry, on));

function byDigits(groups: readonly Group[], { text, on }: CodeQuestion): readonly Found[] {
  const digits = text.replaceAll(/[^0-9]/g, '');
  const found: Found[] = [];
  for (const group of groups) {
    if (!group.code.startsWith(digits) || !isStanding(group, on)) continue;
    found.push({ code: group.code, match: group.code === digits ? 'code' : 'prefix' });
  }
  // Digits that nobody has are shortened until some code has them: the line that the longer one would be under.
  if (found.length > 0 || digits.length <= 2) return found;
  return byDigits(groups, { text: digits.slice(0, -1), on, language: 'en', hitsMax: 0 }).map(
    ({ code }) => ({ code, match: 'prefix' }),
  );
}

type Marked = { title: number; own: number; exact: number };

function byWords(
  groups: readonly Group[],
  vocabulary: Vocabulary,
  { text, on }: CodeQuestion,
): readonly Found[] {
  const asked = [...new Set(wordsOf(text))].slice(0, limits.codeSearchWordsMax);
  if (asked.length === 0) return [];
  const marks = new Map<number, Marked>();
  asked.forEach((word, index) => markPlaces(vocabulary, { word, bit: 1 << index, on }, marks));
  const scored = scoreAll(groups, marks, on);
  const all = (1 << asked.length) - 1;
  const whole = scored.filter(({ reached }) => reached === all);
  // Where no code has all words, those that have the most of them are better than none.
  const most = scored.reduce((best, { reached }) => Math.max(best, bits(reached)), 0);
  const chosen = whole.length > 0 ? whole : scored.filter(({ reached }) => bits(reached) === most);
  return chosen.sort(better).map(({ code, own, title }) => ({ code, match: own === 0 ? 'above' : title === own ? 'title' : 'term' }));
} // prettier-ignore

type Wanted = { readonly word: string; readonly bit: number; readonly on: Day };

function markPlaces(
  { words, places }: Vocabulary,
  { word, bit, on }: Wanted,
  marks: Map<number, Marked>,
): void {
  for (const known of matching(words, word))
    for (const { group, entry, isTerm } of places.get(known) ?? []) {
      if (!holdsOn(entry, on)) continue;
      const mark = marks.get(group) ?? { title: 0, own: 0, exact: 0 };
      mark.own |= bit;
      if (!isTerm) mark.title |= bit;
      if (known === word) mark.exact |= bit;
      marks.set(group, mark);
    }
}

/** Letters from which the beginning of a word is enough, and from which it may stand within one: hemd in Baumwollhemden. */
const BEGINNING_LETTERS = 3;
const WITHIN_LETTERS = 4;

const matching = (words: readonly string[], asked: string): readonly string[] =>
  words.filter(
    (word) =>
      word === asked ||
      (asked.length >= BEGINNING_LETTERS && word.startsWith(asked)) ||
      (asked.length >= WITHIN_LETTERS && word.includes(asked)),
  );

type Scored = Marked & {
  readonly code: string;
  readonly reached: number;
  readonly letters: number;
};

/** Words of a title reach whatever stands below it. */
function scoreAll(
  groups: readonly Group[],
  marks: ReadonlyMap<number, Marked>,
  on: Day,
): readonly Scored[] {
  const above: { readonly code: string; readonly reached: number }[] = [];
  const scored: Scored[] = [];
  groups.forEach((group, index) => {
    while (above.length > 0 && !group.code.startsWith(above.at(-1)?.code ?? '')) above.pop();
    if (!isStanding(group, on)) return;
    const mark = marks.get(index) ?? NO_MARK;
    const reached = mark.own | (above.at(-1)?.reached ?? 0);
    above.push({ code: group.code, reached });
    if (reached !== 0) scored.push({ ...mark, code: group.code, reached, letters: lettersOf(group) });
  });
  return scored;
} // prettier-ignore

const NO_MARK: Marked = { title: 0, own: 0, exact: 0 };

const lettersOf = ({ entries }: Group): number =>
  entries.reduce(
    (least, { titles: { en = '' } }) => (en === '' ? least : Math.min(least, en.length)),
    LETTERS_MOST,
  );
const LETTERS_MOST = 10_000; // prettier-ignore

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** More words of its own, more of them whole, more in the title; then higher up, shorter, and in the order of codes. */
const better = (left: Scored, right: Scored): number =>
  bits(right.own) - bits(left.own) ||
  bits(right.exact) - bits(left.exact) ||
  bits(right.title) - bits(left.title) ||
  left.code.length - right.code.length ||
  left.letters - right.letters ||
  (left.code < right.code ? -1 : 1);

function vocabularyOf(groups: readonly Group[]): Vocabulary {
  const places = new Map<string, Place[]>();
  groups.forEach(({ entries }, group) => {
    for (const entry of entries) {
      const title = new Set(Object.values(entry.titles).flatMap(wordsOf));
      const terms = new Set(entry.terms.flatMap(wordsOf).filter((word) => !title.has(word)));
      for (const [words, isTerm] of [[title, false], [terms, true]] as const)
        for (const word of words) {
          const list = places.get(word);
          const place = { group, entry, isTerm };
          if (list === undefined) places.set(word, [place]);
          else list.push(place);
        }
    }
  });
  return { words: [...places.keys()], places };
} // prettier-ignore

function hitOf(
  byCode: ReadonlyMap<string, Group>,
  { code, match }: Found,
  { on, language }: CodeQuestion,
): CodeHit {
  const titled = (each: string): TitledCode => ({
    code: each,
    title: titleOf(byCode.get(each), on, language),
  });
  const path: TitledCode[] = [];
  for (let length = 2; length <= code.length; length += 2) {
    const part = code.slice(0, length);
    if (byCode.has(part)) path.push(titled(part));
  }
  return {
    ...titled(code),
    match,
    path: path.map((step, index) => shortened(step, path[index - 1])),
  };
}

/** A title that begins with the one above it need not say that again. */
function shortened(step: TitledCode, above: TitledCode | undefined): TitledCode {
  const begins = `${above?.title ?? ''} > `;
  return step.title.startsWith(begins) ? { ...step, title: step.title.slice(begins.length) } : step;
}

/** In the language where somebody has one, else in English; empty when nobody has. */
function titleOf(group: Group | undefined, on: Day, language: TitleLanguage): string {
  const entries = (group?.entries ?? []).filter((entry) => holdsOn(entry, on));
  const inLanguage = (wanted: TitleLanguage): string | undefined =>
    entries.map(({ titles }) => titles[wanted]).find((title) => title !== undefined && title !== '');
  return inLanguage(language) ?? inLanguage('en') ?? '';
} // prettier-ignore

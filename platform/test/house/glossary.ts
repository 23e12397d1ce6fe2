/** Reads the glossary: its words, and for each the synonyms that it tells us to avoid. */
import { wordsOf } from './repository.ts';

export type Entry = { readonly word: string; readonly avoid: readonly string[] };

/** An entry is `**word**: definition` and may end with `*Avoid:* synonym, synonym (reason)`. */
export function readGlossary(text: string): Entry[] {
  return [...text.matchAll(/^\*\*(?<word>[^*]+)\*\*: (?<rest>(?:.+\n?)+)/gm)].map((match) => {
    const avoided = /\*Avoid:\* (?<list>[\s\S]+)$/.exec(match.groups?.['rest'] ?? '');
    const list = (avoided?.groups?.['list'] ?? '').replaceAll(/\([^)]*\)/g, '');
    return {
      word: (match.groups?.['word'] ?? '').toLowerCase(),
      avoid: list
        .split(',')
        .map((word) => word.trim().replace(/\.$/, '').toLowerCase())
        .filter((word) => word !== ''),
    };
  });
}

/** The first avoided word in a name, unless it stands in a phrase that is itself a word of the glossary. */
export function avoidedIn(name: string, entries: readonly Entry[]): string | undefined {
  const phrases = entries.map((entry) => entry.word).filter((word) => word.includes(' '));
  const said = phrases.reduce(
    (rest, phrase) => rest.replaceAll(new RegExp(` ${phrase}s? `, 'g'), ' '),
    ` ${wordsOf(name).join(' ')} `,
  );
  return entries
    .flatMap((entry) => entry.avoid)
    .find((word) => said.includes(` ${word} `) || said.includes(` ${word}s `));
}

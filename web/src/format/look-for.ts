/** What to look for, as sentences: rules write whole ones or mere fragments, and no reader should notice which. */
import { words } from '../words/current.ts';

/** ['loose cells', 'no UN mark'] is 'Look for loose cells, no UN mark.'; whole sentences stay as they are, each once. */
export function lookForSentences(lookFor: readonly string[]): readonly string[] {
  const said = [...new Set(lookFor.map((text) => text.trim()).filter((text) => text !== ''))];
  const fragments = said.filter(isFragment);
  const sentences = said.filter((text) => !isFragment(text)).map(ended);
  return fragments.length === 0
    ? sentences
    : [
        words().parcel.lookFor(fragments.map((text) => text.replace(/\.$/u, '')).join(', ')),
        ...sentences,
      ];
}

const isFragment = (text: string): boolean => /^\p{Ll}/u.test(text);

/** With a stop at its end, unless it has one. */
export const ended = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** Knows common goods by the words people use for them, with the code of each; the code decides, this list only suggests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { LawInForce } from '../../domain/jurisdiction/pack.ts';
import type { Language } from '../place-names.ts';

export type KnownGoods = {
  /** Six digits, the same in all countries. */
  readonly code: string;
  readonly name: Readonly<Record<Language, string>>;
  /** In small letters, as people type them. */
  readonly words: readonly string[];
};

type Row = Readonly<Record<'code' | 'english' | 'arabic' | 'words', string>>;

const rows = parse<Row>(readFileSync(join(import.meta.dirname, 'known-goods.csv')), {
  columns: true,
});

export const KNOWN_GOODS: readonly KnownGoods[] = rows.map(({ code, english, arabic, words }) => ({
  code,
  name: { en: english, ar: arabic },
  words: [english, arabic, ...words.split(';')].map(folded),
}));

function folded(text: string): string {
  return ` ${text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `; // prettier-ignore
}

/**
 * Goods whose code the law knows on its day: codes change, and a code that is gone must not be suggested. A pack without a
 * list of codes vouches for none, and all are suggested.
 */
export const goodsUnder = (law: LawInForce, hasCodes = true): readonly KnownGoods[] =>
  hasCodes ? KNOWN_GOODS.filter(({ code }) => law.knowsCommodityCode(code)) : KNOWN_GOODS;

type Meant = { readonly goods: KnownGoods; readonly word: string };

/**
 * The goods that a text may speak of, those with the longest word first. A word within a longer one that was found tells
 * nothing: a 't-shirt' is no 'shirt'.
 */
export function goodsMeant(text: string, known: readonly KnownGoods[]): readonly KnownGoods[] {
  const said = folded(text);
  const meant = known.flatMap((goods): readonly Meant[] => {
    const words = goods.words.filter((word) => said.includes(word) || said.includes(`${word.trimEnd()}s `)); // prettier-ignore
    const [longest] = words.toSorted((left, right) => right.length - left.length);
    return longest === undefined ? [] : [{ goods, word: longest }];
  });
  return meant
    .filter(
      ({ word }) =>
        !meant.some(
          (other) => other.word.length > word.length && other.word.includes(word.trimEnd()),
        ),
    ) // prettier-ignore
    .sort((left, right) => right.word.length - left.word.length)
    .map(({ goods }) => goods);
}

/** The goods a text speaks of first of all; undefined when it speaks of none that are known. */
export const goodsNamed = (text: string, known: readonly KnownGoods[]): KnownGoods | undefined =>
  goodsMeant(text, known)[0];

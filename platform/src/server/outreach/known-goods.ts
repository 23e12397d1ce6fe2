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

/** Goods whose code the law knows on its day: codes change, and a code that is gone must not be suggested. */
export const goodsUnder = (law: LawInForce): readonly KnownGoods[] =>
  KNOWN_GOODS.filter(({ code }) => law.knowsCommodityCode(code));

/** The goods a text speaks of: those whose longest known word stands in it; undefined when none does. */
export function goodsNamed(text: string, known: readonly KnownGoods[]): KnownGoods | undefined {
  const said = folded(text);
  let best: { readonly goods: KnownGoods; readonly letters: number } | undefined;
  for (const goods of known)
    for (const word of goods.words) {
      const isIn = said.includes(word) || said.includes(`${word.trimEnd()}s `);
      if (isIn && word.length > (best?.letters ?? 0)) best = { goods, letters: word.length };
    }
  return best?.goods;
}

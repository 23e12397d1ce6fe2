/** How tariffs write their units: the words, abbreviations and codes that stand behind an amount. */
import { whole } from '../kernel/fraction.ts';
import type { Rate } from '../kernel/rate.ts';
import { UNIT_CODES } from './units.ts';

/** `of` says how the quantity is taken where the word itself does. */
export type UnitWord = { readonly unit: string; readonly times: Rate; readonly of: string | null };

const WORDS: Readonly<Record<string, string>> = {
  KGM: 'kg kgs kilogram kilograms kilo',
  GRM: 'g gram grams',
  TNE: 't tonne tonnes',
  CTM: 'carat carats c/k',
  LBR: 'lb lb. pound pounds',
  LTR: 'l liter liters litre litres',
  HLT: 'hl hectolitre hectolitres',
  MTQ: 'm3 m³',
  CMQ: 'cm3 cm³',
  BLL: 'bbl bbl. barrel barrels',
  GLL: 'gal gal. gallon gallons',
  LPA: 'lpa litre¤of¤pure¤alcohol liter¤of¤pure¤alcohol l¤alc.¤100%',
  PFL: 'pf.liter pf.¤liter pf.liters pf.¤liters proof¤liter proof¤litre',
  ASX: '%¤vol/hl %¤vol¤/¤hl %vol/hl',
  NAR: 'no. no item items article articles p/st pcs pcs. each',
  H87: 'piece pieces',
  HEA: 'head',
  DZN: 'doz. doz dozen dozens',
  GRO: 'gross',
  CEN: 'hundred hundreds',
  MIL: 'thousand thousands',
  NPR: 'pair pairs pr. pr pa',
  PR: 'prs. prs',
  DPR: 'doz.¤prs. dozen¤pairs doz.¤pr.',
  MTK: 'm2 m²',
  CMK: 'cm2 cm²',
  FTK: 'sq.¤ft.',
  SQR: 'square',
  MTR: 'm lin.¤m metre metres',
  KWH: 'kwh',
  MWH: 'mwh',
  D30: 'tj',
  GBQ: 'gbq',
  WTT: 'w watt watts',
  JWL: 'jewel jewels',
  NMP: 'pack packs',
  E27: 'dose doses',
  DD: 'degree degrees',
  NCL: 'ce/el',
  CCT: 'ct/l',
};

const once = whole(1n);
const word = (unit: string, of: string | null = null, times: Rate = once): UnitWord => ({ unit, times, of }); // prettier-ignore

/** Words that say how the quantity is taken, and codes of tariffs that Recommendation 20 does not have. */
const PARTICULAR: readonly (readonly [string, UnitWord])[] = [
  ['clean kg', word('KGM', 'clean')],
  ['cy kg', word('KGM', 'clean')],
  ['line/gross', word('GRO', 'lines')],
  ['line/ gross', word('GRO', 'lines')],
  ['gr.lines', word('GRO', 'lines')],
  ['pins', word('NAR')],
  ['mpr', word('NPR', null, whole(1_000n))],
  ['klt', word('K6')],
  ['tjo', word('D30')],
  ['asvx', word('ASX')],
  ['kg/net eda', word('KGM', 'drained weight')],
  ['kg/net mas', word('KGM', 'dry matter')],
  ['kg/br', word('KGM', 'gross mass')],
];

const spelt = new Map<string, UnitWord>([
  ...UNIT_CODES.map((code) => [code.toLowerCase(), word(code)] as const),
  ...Object.entries(WORDS).flatMap(([unit, words]) =>
    words.split(' ').map((text) => [text.replaceAll('¤', ' '), word(unit)] as const),
  ),
  ...PARTICULAR,
]);

/** By first letter; the longest first, so that 'doz. prs.' is not read as 'doz.'. */
const byFirst: ReadonlyMap<string, readonly (readonly [string, UnitWord])[]> = Map.groupBy(
  [...spelt].sort(([left], [right]) => right.length - left.length),
  ([written]) => written.charAt(0),
);

/** The unit that the text begins with at the position, and where it ends; null when no tariff writes that. */
export function unitAt(text: string, at: number): (UnitWord & { readonly end: number }) | null {
  const lower = text.slice(at, at + LONGEST).toLowerCase();
  for (const [written, unit] of byFirst.get(lower.charAt(0)) ?? []) {
    if (lower.startsWith(written) && !goesOn(written, lower.charAt(written.length)))
      return { ...unit, end: at + written.length };
  }
  return null;
}

/** 'm2of recording surface' is m2; 'mass' is not m. */
const goesOn = (written: string, next: string): boolean =>
  (DIGIT.test(written.slice(-1)) ? DIGIT : LETTER_OR_DIGIT).test(next);

const DIGIT = /[0-9]/;
const LETTER_OR_DIGIT = /[a-z0-9]/;
const LONGEST = 32;

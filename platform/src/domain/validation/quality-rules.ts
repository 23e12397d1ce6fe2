/** Lists what a pack's data-quality rows govern: each row is named by the finding it raises, with the terms it needs. */
import type { DataQualityRow } from '../jurisdiction/pack.ts';
import { areDigits } from '../kernel/check-digit.ts';
import { isCountry } from '../kernel/country.ts';
import { wordsOf } from '../parties/normalise.ts';
import { catalogueEntry, type FindingCode } from './catalogue.ts';

/** What the terms of a row are. */
export type TermKind = 'words' | 'countries' | 'amounts' | 'number' | 'tolerance' | 'weights';

export type QualityRule = {
  /** The finding's code; any finding of validation may be named, then its row only says how weighty it is. */
  readonly rule: FindingCode | 'score-weights';
  /** What stands in the row's column `field`. */
  readonly field: string;
  readonly terms: TermKind;
  readonly meaning: string;
};

/**
 * Rules that need terms of the law. Without a row the check of words, countries, amounts and numbers is not made; sums
 * are compared without tolerance; the score weighs its four parts alike.
 *
 * Terms of the kind `tolerance` are `perMille=10` (a share of the larger figure) and `units=1` (whole units of currency,
 * or grams); the more generous of the two holds. Terms of the kind `weights` are `timeliness=20`, `accuracy=40` and so on.
 * @source luxor-contract
 */
export const QUALITY_RULES: readonly QualityRule[] = [
  {
    rule: 'description-stop-word',
    field: 'items.description',
    terms: 'words',
    meaning: 'Words and phrases that say nothing of the goods when they stand alone.',
  },
  {
    rule: 'description-only-qualities',
    field: 'items.description',
    terms: 'words',
    meaning:
      'Words for colour, size, number and wearer, which name no goods however many stand together.',
  },
  {
    rule: 'description-vague-word',
    field: 'items.description',
    terms: 'number',
    meaning: 'A stop word among fewer other words than this is worth a finding.',
  },
  {
    rule: 'description-too-short',
    field: 'items.description',
    terms: 'number',
    meaning: 'Fewest letters of a description.',
  },
  {
    rule: 'description-too-few-words',
    field: 'items.description',
    terms: 'number',
    meaning: 'Fewest words of a description.',
  },
  {
    rule: 'party-name-placeholder',
    field: 'parties.name',
    terms: 'words',
    meaning: 'What stands for a name that was not known.',
  },
  {
    rule: 'address-placeholder',
    field: 'parties.address',
    terms: 'words',
    meaning: 'What stands for an address that was not known.',
  },
  {
    rule: 'consignor-generic',
    field: 'parties.name',
    terms: 'words',
    meaning: 'Functions that are no name of a consignor.',
  },
  {
    rule: 'postcode-missing',
    field: 'parties.address.postcode',
    terms: 'countries',
    meaning: 'Countries without postal codes, of whose addresses none is asked.',
  },
  {
    rule: 'value-token',
    field: 'items.value',
    terms: 'amounts',
    meaning: 'Amounts that stand for a price that was not known.',
  },
  {
    rule: 'value-round',
    field: 'items.value',
    terms: 'number',
    meaning: 'Multiples of this many units of currency are remarkably round.',
  },
  {
    rule: 'gift-from-business',
    field: 'nature',
    terms: 'words',
    meaning: 'Forms of companies, by which the name of a business is known.',
  },
  {
    rule: 'items-sum-differs',
    field: 'totalValue',
    terms: 'tolerance',
    meaning: 'How far the items may be from the total.',
  },
  {
    rule: 'order-total-differs',
    field: 'totalValue',
    terms: 'tolerance',
    meaning: 'How far order, payment and declaration may be apart.',
  },
  {
    rule: 'mass-items-above-parcel',
    field: 'massGross',
    terms: 'tolerance',
    meaning: 'How far the items may be above the parcel, which carriers weigh in steps.',
  },
  {
    rule: 'mass-differs',
    field: 'massGross',
    terms: 'tolerance',
    meaning: 'How far two weighings of one parcel may be apart.',
  },
  {
    rule: 'score-weights',
    field: 'quality',
    terms: 'weights',
    meaning: 'Weights of timeliness, accuracy, completeness and consistency in the score.',
  },
];

const AMOUNT = /^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?$/;
const isNumbered = (term: string, names: readonly string[]): boolean => {
  const [name = '', number = ''] = term.split('=');
  return names.includes(name) && number.length < 10 && areDigits(number);
};

/** Whether a term is of the kind that its rule needs. */
function isTerm(kind: TermKind, term: string): boolean {
  switch (kind) {
    case 'words':
      return wordsOf(term).length > 0;
    case 'countries':
      return isCountry(term);
    case 'amounts':
      return AMOUNT.test(term);
    case 'number':
      return term.length < 10 && areDigits(term);
    case 'tolerance':
      return isNumbered(term, ['perMille', 'units']);
    case 'weights':
      return isNumbered(term, ['timeliness', 'accuracy', 'completeness', 'consistency']);
  }
}

/** What is wrong with a data-quality row of a pack, for the check of packs; null when nothing is. */
export function faultOfQualityRow(row: Pick<DataQualityRow, 'rule' | 'terms'>): string | null {
  const rule = QUALITY_RULES.find((known) => known.rule === row.rule);
  if (rule === undefined) {
    const isKnown = catalogueEntry(row.rule) !== null;
    if (!isKnown) return `"${row.rule}" is no rule and no finding`;
    return row.terms.length === 0 ? null : `"${row.rule}" takes no terms`;
  }
  const wrong = row.terms.find((term) => !isTerm(rule.terms, term));
  if (wrong !== undefined) return `"${wrong}" is not of the kind "${rule.terms}"`;
  if (rule.terms === 'number' && row.terms.length !== 1) return `"${row.rule}" takes one number`;
  return null;
}

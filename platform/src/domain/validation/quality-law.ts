/** Compiles the data-quality rows of the law in force, once per day of law, so that a check costs a look-up. */
import type { DataQualityRow, LawInForce } from '../jurisdiction/pack.ts';
import type { Severity } from '../kernel/finding.ts';
import { areDigits } from '../kernel/check-digit.ts';
import { minorDigits } from '../kernel/currency.ts';
import type { Money } from '../kernel/money.ts';
import { readQuantity } from '../kernel/quantity.ts';
import type { FindingCode } from './catalogue.ts';
import { compileDatasets, type AskedElement } from './asked-elements.ts';
import { termSet, type TermSet } from './term-set.ts';

/** How far two figures may be apart: a share in per mille of the larger, or `units` whole units, whichever is more. */
export type Tolerance = { readonly perMille: bigint; readonly units: bigint };

export type Weights = {
  readonly timeliness: number;
  readonly accuracy: number;
  readonly completeness: number;
  readonly consistency: number;
};

/** The law as checks need it. A null switches the check off: there is no law that asks for it. */
export type QualityLaw = {
  readonly law: LawInForce;
  /** Severity by finding code, where the law says otherwise than the catalogue. */
  readonly severities: ReadonlyMap<string, Severity>;
  readonly stopWords: TermSet | null;
  readonly qualities: TermSet | null;
  readonly vagueBelowWords: number;
  readonly lettersLeast: number;
  readonly wordsLeast: number;
  readonly namePlaceholders: TermSet | null;
  readonly addressPlaceholders: TermSet | null;
  readonly genericConsignors: TermSet | null;
  readonly countriesWithoutPostcode: ReadonlySet<string> | null;
  /** Amounts that stand for an unknown price, in minor units, by the digits of the currency. */
  readonly tokenAmounts: readonly ReadonlySet<bigint>[];
  /** Units of currency; 0 when no amount is remarkable. */
  readonly roundStep: bigint;
  readonly companyForms: TermSet | null;
  readonly sumTolerance: Tolerance;
  readonly matchTolerance: Tolerance;
  readonly itemMassTolerance: Tolerance;
  readonly massTolerance: Tolerance;
  readonly weights: Weights;
  /** Schemes of the law with the form of their numbers, null where it is not known; empty when the law has no schemes. */
  readonly collectorForms: ReadonlyMap<string, RegExp | null>;
  /** Elements asked for, by profile or kind of statement. */
  readonly asked: ReadonlyMap<string, readonly AskedElement[]>;
};

const compiled = new WeakMap<LawInForce, QualityLaw>();

/** The law in force as checks need it; compiled at the first question of the day. */
export function qualityLaw(law: LawInForce): QualityLaw {
  const known = compiled.get(law);
  if (known !== undefined) return known;
  const made = compile(law);
  compiled.set(law, made);
  return made;
}

function compile(law: LawInForce): QualityLaw {
  const rows = Map.groupBy(law.dataQuality, (row) => row.rule);
  const termsOf = (rule: FindingCode | 'score-weights'): readonly string[] | null =>
    rows.get(rule)?.flatMap((row) => row.terms) ?? null;
  const words = (rule: FindingCode): TermSet | null => {
    const terms = termsOf(rule);
    return terms === null ? null : termSet(terms);
  };
  const number = (rule: FindingCode): number => wholeNumber(termsOf(rule)?.[0]);
  const countries = termsOf('postcode-missing');
  return {
    law,
    severities: new Map([...rows].map(([rule, of]) => [rule, strictest(of)])),
    stopWords: words('description-stop-word'),
    qualities: words('description-only-qualities'),
    vagueBelowWords: number('description-vague-word'),
    lettersLeast: number('description-too-short'),
    wordsLeast: number('description-too-few-words'),
    namePlaceholders: words('party-name-placeholder'),
    addressPlaceholders: words('address-placeholder'),
    genericConsignors: words('consignor-generic'),
    countriesWithoutPostcode: countries === null ? null : new Set(countries),
    tokenAmounts: tokenAmounts(termsOf('value-token') ?? []),
    roundStep: BigInt(number('value-round')),
    companyForms: words('gift-from-business'),
    sumTolerance: tolerance(termsOf('items-sum-differs')),
    matchTolerance: tolerance(termsOf('order-total-differs')),
    itemMassTolerance: tolerance(termsOf('mass-items-above-parcel')),
    massTolerance: tolerance(termsOf('mass-differs')),
    collectorForms: collectorForms(law),
    weights: weights(termsOf('score-weights')),
    asked: compileDatasets(law),
  };
}

/** A term that is a whole number; 0 when it is absent or anything else, which the check of the pack refuses. */
const wholeNumber = (term: string | undefined): number =>
  term !== undefined && term.length < 10 && areDigits(term) ? Number(term) : 0;

/** The number that a term such as `perMille=10` gives to a name; 0 when no term does. */
const named = (terms: readonly string[], name: string): number =>
  wholeNumber(terms.find((term) => term.startsWith(`${name}=`))?.slice(name.length + 1));

const tolerance = (terms: readonly string[] | null): Tolerance => ({
  perMille: BigInt(named(terms ?? [], 'perMille')),
  units: BigInt(named(terms ?? [], 'units')),
});

const ALIKE: Weights = { timeliness: 1, accuracy: 1, completeness: 1, consistency: 1 };

function weights(terms: readonly string[] | null): Weights {
  if (terms === null) return ALIKE;
  const made = {
    timeliness: named(terms, 'timeliness'),
    accuracy: named(terms, 'accuracy'),
    completeness: named(terms, 'completeness'),
    consistency: named(terms, 'consistency'),
  };
  const sum = made.timeliness + made.accuracy + made.completeness + made.consistency;
  return sum === 0 ? ALIKE : made;
}

/** True when the figures are no further apart than the law allows; `unit` is how many of the figure make one whole unit. */
export function isWithin(
  allowed: Tolerance,
  figures: readonly [bigint, bigint],
  unit: bigint,
): boolean {
  const [left, right] = figures;
  const apart = left > right ? left - right : right - left;
  if (apart === 0n) return true;
  const larger = left > right ? left : right;
  return apart * 1000n <= larger * allowed.perMille || apart <= allowed.units * unit;
}

/** True when the amount is one that stands for an unknown price, in whatever currency. */
export const isTokenAmount = (rules: QualityLaw, amount: Money): boolean =>
  rules.tokenAmounts[minorDigits(amount.currency)]?.has(amount.minor) ?? false;

const DIGITS_MOST = 4;

/** Terms such as `0.01` in minor units, for currencies without minor units up to those with four digits. */
const tokenAmounts = (terms: readonly string[]): readonly ReadonlySet<bigint>[] =>
  Array.from({ length: DIGITS_MOST + 1 }, (_, digits) => {
    const step = 10n ** BigInt(6 - digits);
    const micros = terms.map((term) => readQuantity(term, '')?.micro ?? 0n);
    return new Set(
      micros.filter((micro) => micro > 0n && micro % step === 0n).map((micro) => micro / step),
    );
  });

const WEIGHT: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/** Rows of several languages may grade one rule; the strictest holds for all. */
const strictest = (rows: readonly DataQualityRow[]): Severity =>
  rows.reduce<Severity>(
    (worst, { severity }) => (WEIGHT[severity] > WEIGHT[worst] ? severity : worst),
    'notice',
  );

/** `#` is a digit, `@` a capital letter, anything else itself. */
function collectorForms(law: LawInForce): ReadonlyMap<string, RegExp | null> {
  const forms = new Map<string, RegExp | null>();
  for (const { scheme, numberForm } of law.collectors) {
    if (numberForm === null) {
      forms.set(scheme, null);
      continue;
    }
    const pattern = RegExp.escape(numberForm)
      .replaceAll(/\\x23|#/g, '[0-9]')
      .replaceAll(/\\x40|@/g, '[A-Z]');
    forms.set(scheme, new RegExp(`^${pattern}$`));
  }
  return forms;
}

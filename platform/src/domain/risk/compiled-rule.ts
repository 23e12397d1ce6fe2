/** A rule made ready to run: its condition as a closure, its sentence with the places where facts go. */
import {
  compileCondition,
  factsOf,
  type Accessor,
  type Predicate,
} from '../jurisdiction/condition.ts';
import type { Prohibition, RiskRule } from '../jurisdiction/pack.ts';
import { present } from '../kernel/invariant.ts';
import { writeAmount } from '../kernel/money.ts';
import type { RiskEffect } from './assessment.ts';
import { factReader, isItemFact } from './facts.ts';
import type { RiskCase } from './subject.ts';

/** What a rule needs, whether it stands in the pack or is made of a prohibition. */
export type RuleText = Pick<
  RiskRule,
  'id' | 'version' | 'mode' | 'scope' | 'when' | 'weight' | 'reason' | 'lookFor' | 'question'
> & { readonly effect: RiskEffect; readonly prohibition?: Prohibition };

export type CompiledRule = RuleText & {
  readonly test: Predicate<RiskCase>;
  /** Values for the places of the reason; null when it has none. */
  readonly values: ((given: RiskCase) => Readonly<Record<string, string>>) | null;
  /** Element that a question of this rule is about. */
  readonly about: string;
};

/** Gives minor units of a threshold of the pack on the day of the law. */
export type ThresholdReader = (id: string) => number | undefined;

/** Compiles one rule. Packs are checked before; an unknown fact here is a fault of ours. */
export function compileRule(rule: RuleText, threshold: ThresholdReader): CompiledRule {
  const read = (name: string): Accessor<RiskCase> => {
    const reader = rule.scope === 'parcel' && isItemFact(name) ? undefined : factReader(name);
    return present(reader, `rule ${rule.id} of scope ${rule.scope} may use the fact ${name}`);
  };
  const test = compileCondition<RiskCase>(rule.when, { read, threshold });
  return { ...rule, test, values: compilePlaces(rule.reason, read), about: elementOf(rule) };
}

/** Which element of the contract each family of facts comes from, for the asked to know what to look at. */
const ELEMENTS: readonly (readonly [RegExp, string])[] = [
  [/^items?\.(?:words|description)/, 'items.description'],
  [/^items?\.code/, 'items.commodityCode'],
  [/^items?\.origin/, 'items.origin'],
  [/^items?\.licences/, 'items.licences'],
  [/^items?\.quantity/, 'items.quantity'],
  [/^(?:item\.)?mass/, 'massGross'],
  [/^(?:item\.)?value|^charges/, 'items.value'],
  [/^collector/, 'fiscal.collector'],
  [/^nature/, 'nature'],
  [/^security/, 'security'],
  [/^(?:seller|consignee|consignor|parties)/, 'parties'],
];

/** The element of the first fact of the condition that has one. */
function elementOf(rule: RuleText): string {
  for (const fact of factsOf(rule.when)) {
    const found = ELEMENTS.find(([family]) => family.test(fact));
    if (found !== undefined) return found[1];
  }
  return 'items';
}

/** `{order.parcels}` in a reason is filled with the fact of the parcel at hand. */
const PLACE = /\{([a-z.]+)\}/g;

/** The sentence with its places filled; a place without a value says so. */
export const fillSentence = (
  text: string,
  values: Readonly<Record<string, string>> | undefined,
): string => text.replaceAll(PLACE, (_, name: string) => values?.[name] ?? 'unknown');

function compilePlaces(
  text: string,
  read: (name: string) => Accessor<RiskCase>,
): CompiledRule['values'] {
  const writers = [...text.matchAll(PLACE)].map(([, name = '']) => ({
    name,
    write: writerOf(name, read(name)),
  }));
  if (writers.length === 0) return null;
  return (given) => Object.fromEntries(writers.map(({ name, write }) => [name, write(given)]));
}

const MONEY_FACT =
  /^(?:value|charges|item\.value)(?:\.|$)(?!freight\.percent$|incomplete$|reliefs$)/;

function writerOf(name: string, read: Accessor<RiskCase>): (given: RiskCase) => string {
  return (given) => {
    const value = read(given);
    if (value === undefined) return 'unknown';
    if (typeof value === 'number' && MONEY_FACT.test(name)) {
      const { currency } = given.subject.charges;
      return `${writeAmount({ minor: BigInt(value), currency })} ${currency}`;
    }
    return String(value);
  };
}

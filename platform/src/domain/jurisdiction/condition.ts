/** The closed condition language: all, any, not, and comparisons of named, typed facts; no arithmetic, no loops, no text to evaluate. */

/** A number, or the amount of a threshold of the pack on the day of the law (`threshold:duty-relief`). */
export type Limit = number | `threshold:${string}`;

export type Comparison =
  | { readonly fact: string; readonly is: string | number | boolean }
  | { readonly fact: string; readonly in: readonly (string | number)[] }
  | { readonly fact: string; readonly startsWith: readonly string[] }
  | { readonly fact: string; readonly contains: readonly string[] }
  | { readonly fact: string; readonly atMost: Limit }
  | { readonly fact: string; readonly atLeast: Limit }
  | { readonly fact: string; readonly known: boolean };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/**
 * A fact's value: money facts are minor units of the jurisdiction's currency as safe integers, masses grams, times minutes.
 * A comparison with an unknown fact (undefined) is false, save `known`; so is one with a threshold that does not hold on
 * the day. A comparison with a list holds when it holds for any member of the list. Text is compared without regard to case.
 */
export type FactValue = string | number | boolean | readonly string[] | undefined;

export type FactType = 'text' | 'texts' | 'number' | 'boolean';

/** The names a condition may use, with their types: what `checkCondition` holds a pack to. */
export type FactTypes = Readonly<Record<string, FactType>>;

/** Reads one fact out of the facts of a case. */
export type Accessor<Facts> = (facts: Facts) => FactValue;

export type Predicate<Facts> = (facts: Facts) => boolean;

/** What a condition is compiled against. `threshold` gives minor units on the day of the law, undefined when none holds. */
export type ConditionReader<Facts> = {
  readonly read: (name: string) => Accessor<Facts>;
  readonly threshold?: (id: string) => number | undefined;
};

/**
 * Turns a checked condition into a closure that allocates nothing when it runs. Compile once per day of law, run often.
 * Names are resolved here: `read` is asked once per mention of a fact.
 */
export function compileCondition<Facts>(
  condition: Condition,
  reader: ConditionReader<Facts>,
): Predicate<Facts> {
  if ('all' in condition) return every(condition.all.map((part) => compileCondition(part, reader)));
  if ('any' in condition) return some(condition.any.map((part) => compileCondition(part, reader)));
  if ('not' in condition) {
    const part = compileCondition(condition.not, reader);
    return (facts) => !part(facts);
  }
  return compileComparison(condition, reader);
}

/** The names of the facts a condition mentions. */
export function factsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsOf);
  if ('any' in condition) return condition.any.flatMap(factsOf);
  if ('not' in condition) return factsOf(condition.not);
  return [condition.fact];
}

function every<Facts>(parts: readonly Predicate<Facts>[]): Predicate<Facts> {
  const [first, second] = parts;
  if (first !== undefined && parts.length === 1) return first;
  if (first !== undefined && second !== undefined && parts.length === 2)
    return (facts) => first(facts) && second(facts);
  return (facts) => {
    for (const part of parts) if (!part(facts)) return false;
    return true;
  };
}

function some<Facts>(parts: readonly Predicate<Facts>[]): Predicate<Facts> {
  const [first, second] = parts;
  if (first !== undefined && parts.length === 1) return first;
  if (first !== undefined && second !== undefined && parts.length === 2)
    return (facts) => first(facts) || second(facts);
  return (facts) => {
    for (const part of parts) if (part(facts)) return true;
    return false;
  };
}

function compileComparison<Facts>(
  comparison: Comparison,
  reader: ConditionReader<Facts>,
): Predicate<Facts> {
  const accessor = reader.read(comparison.fact);
  if ('known' in comparison) {
    const wanted = comparison.known;
    return (facts) => (accessor(facts) !== undefined) === wanted;
  }
  if ('atMost' in comparison)
    return bounded(accessor, -Infinity, limitOf(comparison.atMost, reader));
  if ('atLeast' in comparison)
    return bounded(accessor, limitOf(comparison.atLeast, reader), Infinity);
  const test = memberTest(comparison);
  return (facts) => {
    const value = accessor(facts);
    if (value === undefined) return false;
    if (typeof value !== 'object') return test(value);
    for (const member of value) if (test(member)) return true;
    return false;
  };
}

/** NaN stands for a threshold that does not hold on the day: no number is at least or at most NaN. */
function limitOf<Facts>(limit: Limit, reader: ConditionReader<Facts>): number {
  if (typeof limit === 'number') return limit;
  return reader.threshold?.(limit.slice('threshold:'.length)) ?? NaN;
}

function bounded<Facts>(accessor: Accessor<Facts>, least: number, most: number): Predicate<Facts> {
  return (facts) => {
    const value = accessor(facts);
    return typeof value === 'number' && value >= least && value <= most;
  };
}

type MemberTest = (value: string | number | boolean) => boolean;
type Membership = Extract<
  Comparison,
  { is: unknown } | { in: unknown } | { startsWith: unknown } | { contains: unknown }
>;

function memberTest(comparison: Membership): MemberTest {
  if ('is' in comparison) {
    const wanted = typeof comparison.is === 'boolean' ? comparison.is : folded(comparison.is);
    return (value) =>
      value === wanted || (typeof value === 'string' && value.toLowerCase() === wanted);
  }
  if ('in' in comparison) {
    const wanted: ReadonlySet<string | number | boolean> = new Set(comparison.in.map(folded));
    return (value) => wanted.has(typeof value === 'string' ? value.toLowerCase() : value);
  }
  if ('startsWith' in comparison) {
    const wanted = comparison.startsWith.map((prefix) => prefix.toLowerCase());
    return (value) => typeof value === 'string' && startsWithAny(value.toLowerCase(), wanted);
  }
  const wanted = comparison.contains.map((term) => term.toLowerCase());
  return (value) => typeof value === 'string' && containsAny(value.toLowerCase(), wanted);
}

const folded = (value: string | number): string | number =>
  typeof value === 'string' ? value.toLowerCase() : value;

function startsWithAny(value: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (value.startsWith(prefix)) return true;
  return false;
}

function containsAny(value: string, terms: readonly string[]): boolean {
  for (const term of terms) if (value.includes(term)) return true;
  return false;
}

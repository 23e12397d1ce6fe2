/** Looks up the rules whose gate a parcel or item passes: one map look-up for each value, whatever the number of rules. */
import type { Accessor } from '../jurisdiction/condition.ts';
import { present } from '../kernel/invariant.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { factReader, isItemFact } from './facts.ts';
import { gateOf, type Gate } from './gates.ts';
import type { RiskCase } from './subject.ts';

type Lookup = {
  readonly read: Accessor<RiskCase>;
  readonly equal: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly prefix: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly prefixLengths: readonly number[];
  /** What prefixes found for a value before: codes come again and again. */
  readonly remembered: Map<string, readonly CompiledRule[]>;
};

/** The index of gates that are open or shut for a whole parcel, and the one of those that each item opens. */
export type RuleIndex = {
  readonly parcel: readonly Lookup[];
  readonly item: readonly Lookup[];
  readonly alwaysParcel: readonly CompiledRule[];
  readonly alwaysItem: readonly CompiledRule[];
};

type Gated = readonly [Gate, CompiledRule];

export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const ungated: CompiledRule[] = [];
  const byFact = new Map<string, Gated[]>();
  for (const rule of rules) {
    const gate = gateOf(rule.when);
    if (gate === null) ungated.push(rule);
    else byFact.set(gate.fact, [...(byFact.get(gate.fact) ?? []), [gate, rule]]);
  }
  const lookups = [...byFact].map(([fact, gated]) => ({ fact, lookup: lookupOf(fact, gated) }));
  return {
    parcel: lookups.filter(({ fact }) => !isItemFact(fact)).map(({ lookup }) => lookup),
    item: lookups.filter(({ fact }) => isItemFact(fact)).map(({ lookup }) => lookup),
    alwaysParcel: ungated.filter((rule) => rule.scope === 'parcel'),
    alwaysItem: ungated.filter((rule) => rule.scope === 'item'),
  };
}

function lookupOf(fact: string, gated: readonly Gated[]): Lookup {
  const prefix = byValue(gated.filter(([gate]) => gate.kind === 'prefix'));
  const lengths = new Set([...prefix.keys()].map((value) => value.length));
  return {
    read: present(factReader(fact), `the indexed fact ${fact} is in the registry`),
    equal: byValue(gated.filter(([gate]) => gate.kind === 'equal')),
    prefix,
    prefixLengths: [...lengths].sort((left, right) => left - right),
    remembered: new Map(),
  };
}

function byValue(gated: readonly Gated[]): ReadonlyMap<string, readonly CompiledRule[]> {
  const found = new Map<string, CompiledRule[]>();
  for (const [gate, rule] of gated) {
    for (const value of new Set(gate.values)) {
      const rules = found.get(value);
      if (rules === undefined) found.set(value, [rule]);
      else rules.push(rule);
    }
  }
  return found;
}

/** Appends the rules whose gate is open; a rule whose gate is open twice is appended twice. */
export function collectCandidates(
  lookups: readonly Lookup[],
  given: RiskCase,
  into: CompiledRule[],
): void {
  for (const lookup of lookups) {
    const value = lookup.read(given);
    if (typeof value === 'string') collectValue(lookup, value, into);
    else if (typeof value === 'object') {
      for (const member of value) collectValue(lookup, member, into);
    }
  }
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const LAST_ASCII = 127;

/** Most values are digits or small letters already: looking is cheaper than a new text. */
function isSmall(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if ((code >= CAPITAL_A && code <= CAPITAL_Z) || code > LAST_ASCII) return false;
  }
  return true;
}

function collectValue(lookup: Lookup, value: string, into: CompiledRule[]): void {
  if (lookup.prefixLengths.length === 0) {
    const equal = lookup.equal.get(isSmall(value) ? value : value.toLowerCase());
    if (equal !== undefined) append(equal, into);
    return;
  }
  const { remembered } = lookup;
  const known = remembered.get(value);
  if (known !== undefined) {
    append(known, into);
    return;
  }
  const found = rulesOf(lookup, isSmall(value) ? value : value.toLowerCase());
  if (remembered.size >= VALUES_REMEMBERED) remembered.clear();
  remembered.set(value, found);
  append(found, into);
}

/** More than a tariff has codes, so that invented values cannot make it grow. */
const VALUES_REMEMBERED = 20_000;

function rulesOf({ equal, prefix, prefixLengths }: Lookup, small: string): readonly CompiledRule[] {
  const found = [...(equal.get(small) ?? [])];
  for (const length of prefixLengths) {
    if (length > small.length) break;
    found.push(...(prefix.get(small.slice(0, length)) ?? []));
  }
  return found;
}

function append(rules: readonly CompiledRule[], into: CompiledRule[]): void {
  for (const rule of rules) into.push(rule);
}

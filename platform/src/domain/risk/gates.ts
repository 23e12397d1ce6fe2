/** Finds, in a rule's condition, the one comparison every hit must pass, so that most rules are never run on most parcels. */
import type { Comparison, Condition } from '../jurisdiction/condition.ts';

/** Values are lower case. `prefix` gates hold when the fact (or a member of it) starts with one of them. */
export type Gate = {
  readonly fact: string;
  readonly kind: 'equal' | 'prefix';
  readonly values: readonly string[];
};

/** Facts worth an index, the most selective first; a rule takes the first it has a gate on. */
const INDEXED = [
  'item.gtin',
  'parties.identifiers',
  'parties.keys',
  'screening.lists',
  'item.dangerous',
  'item.words',
  'item.code',
  'items.words',
  'items.codes',
  'findings.codes',
  'collector.standing',
  'item.origin',
  'items.origins',
  'seller.country',
  'consignor.country',
  'country.dispatch',
  'nature',
  'collector.scheme',
  'security.status',
  'declarant.kind',
] as const;
export type IndexedFact = (typeof INDEXED)[number];

/** The best gate of a condition, or null when the rule must run on every parcel. */
export function gateOf(condition: Condition): (Gate & { readonly fact: IndexedFact }) | null {
  const gates = gatesOf(condition);
  for (const fact of INDEXED) {
    const gate = gates.find((found) => found.fact === fact);
    if (gate !== undefined) return { ...gate, fact };
  }
  return null;
}

function gatesOf(condition: Condition): readonly Gate[] {
  if ('all' in condition) return condition.all.flatMap(gatesOf);
  if ('any' in condition) return sharedGates(condition.any.map(gatesOf));
  if ('not' in condition) return [];
  return gateOfComparison(condition);
}

function gateOfComparison(comparison: Comparison): readonly Gate[] {
  const { fact } = comparison;
  if ('is' in comparison && typeof comparison.is === 'string') {
    return [{ fact, kind: 'equal', values: [comparison.is.toLowerCase()] }];
  }
  if ('in' in comparison) {
    const values = comparison.in.filter((value) => typeof value === 'string').map(toLower);
    return values.length === comparison.in.length ? [{ fact, kind: 'equal', values }] : [];
  }
  if ('startsWith' in comparison) {
    return [{ fact, kind: 'prefix', values: comparison.startsWith.map(toLower) }];
  }
  return [];
}

const toLower = (text: string): string => text.toLowerCase();

/** A gate on the same fact in every branch of `any` is a gate of the whole, with the values of all. */
function sharedGates(branches: readonly (readonly Gate[])[]): readonly Gate[] {
  const [first, ...others] = branches;
  return (first ?? []).flatMap((gate) => {
    const twins = others.map((branch) =>
      branch.find((found) => found.fact === gate.fact && found.kind === gate.kind),
    );
    const found = twins.filter((twin) => twin !== undefined);
    if (found.length < twins.length) return [];
    return [{ ...gate, values: [...gate.values, ...found.flatMap((twin) => twin.values)] }];
  });
}

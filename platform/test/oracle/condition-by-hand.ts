/** Reads conditions literally, one word after the other, for the calculator by hand. */
import type { Condition } from '../../src/domain/jurisdiction/condition.ts';

export type FactsByHand = Readonly<Record<string, unknown>>;

export function isMet(
  condition: Condition,
  facts: FactsByHand,
  thresholds: ReadonlyMap<string, bigint>,
): boolean {
  if ('all' in condition) return condition.all.every((part) => isMet(part, facts, thresholds));
  if ('any' in condition) return condition.any.some((part) => isMet(part, facts, thresholds));
  if ('not' in condition) return !isMet(condition.not, facts, thresholds);
  if (!(condition.fact in facts))
    throw new Error(`the calculator by hand does not know ${condition.fact}`);
  const fact = facts[condition.fact];
  if ('known' in condition) return (fact !== undefined) === condition.known;
  if (fact === undefined) return false;
  const members = Array.isArray(fact) ? fact : [fact];
  const limit = (value: number | string): number =>
    typeof value === 'number'
      ? value
      : Number(thresholds.get(value.replace('threshold:', '')) ?? NaN);
  return members.some((member) => {
    const text = String(member).toLowerCase();
    if ('is' in condition) return text === String(condition.is).toLowerCase();
    if ('in' in condition)
      return condition.in.some((value) => text === String(value).toLowerCase());
    if ('startsWith' in condition)
      return condition.startsWith.some((value) => text.startsWith(value.toLowerCase()));
    if ('contains' in condition)
      return condition.contains.some((value) => text.includes(value.toLowerCase()));
    if ('atMost' in condition) return Number(member) <= limit(condition.atMost);
    return Number(member) >= limit(condition.atLeast);
  });
}

/** How far the figures of a quote may lie apart while facts are uncertain, and which fact would settle it. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { LawInForce } from '../jurisdiction/pack.ts';
import { money } from '../kernel/money.ts';
import type { Uncertainty } from './asked.ts';
import { chargesAsQuoted } from './honour.ts';
import type { QuoteRange } from './quote.ts';

/**
 * The lowest and the highest total over all combinations of what is uncertain. Null when they all come to the same.
 * The reader of the request has seen to it that there are few.
 */
export function rangeOf(
  facts: ParcelFacts,
  uncertainties: readonly Uncertainty[],
  law: LawInForce,
): QuoteRange | null {
  if (uncertainties.length === 0) return null;
  const totalOf = (given: ParcelFacts): bigint => chargesAsQuoted(given, law).total.minor;
  const totals = combinations(facts, uncertainties).map(totalOf);
  const [low, high] = [least(totals), most(totals)];
  if (low === high) return null;
  const { currency } = law;
  const settledBy = uncertainties.map(({ fact, options }) => {
    const others = uncertainties.filter((each) => each.fact !== fact);
    const base = others.reduce((taken, other) => other.options[0]?.apply(taken) ?? taken, facts);
    const figures = options.map(({ says, apply }) => ({ says, total: totalOf(apply(base)) }));
    const sums = figures.map(({ total }) => total);
    return { fact, figures, spread: most(sums) - least(sums) };
  });
  return {
    low: money(low, currency),
    high: money(high, currency),
    settledBy: settledBy
      .filter(({ spread }) => spread > 0n)
      .sort((left, right) => Number(right.spread - left.spread))
      .map(({ fact, figures }) => ({
        fact,
        options: figures.map(({ says, total }) => ({ says, total: money(total, currency) })),
      })),
  };
}

const combinations = (
  facts: ParcelFacts,
  uncertainties: readonly Uncertainty[],
): readonly ParcelFacts[] =>
  uncertainties.reduce<readonly ParcelFacts[]>(
    (all, { options }) => all.flatMap((given) => options.map(({ apply }) => apply(given))),
    [facts],
  );

const least = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((best, each) => (each < best ? each : best), amounts[0] ?? 0n);
const most = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((best, each) => (each > best ? each : best), amounts[0] ?? 0n);

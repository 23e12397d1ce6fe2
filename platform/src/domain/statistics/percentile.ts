/** Exact percentiles of whole numbers that are kept as counts. */

export type Counted = { readonly value: number; readonly count: number };

/** The least value that at least `percent` of a hundred reach; null when nothing was counted. */
export function percentileOf(counts: readonly Counted[], percent: number): number | null {
  const sorted = [...counts].sort((left, right) => left.value - right.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const wanted = Math.max(1, Math.ceil((total * percent) / 100));
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return null;
}

/** Divides an amount over items in proportion to their weights, whole minor units each, so that the parts sum to the amount. */

/**
 * Largest remainder: each part is its exact share rounded down, and the units left over go to the largest remainders.
 * Equal remainders are served in the order of `before`, so that the order of the items never matters. Without any weight
 * the parts are as equal as can be.
 */
export function apportion(
  amount: bigint,
  weights: readonly bigint[],
  before: (left: number, right: number) => number,
): readonly bigint[] {
  if (weights.length === 1) return [amount];
  if (amount === 0n) return weights.map(() => 0n);
  let total = 0n;
  for (const weight of weights) total += weight;
  if (total === 0n)
    return total === amount
      ? weights
      : apportion(
          amount,
          weights.map(() => 1n),
          before,
        );
  const parts: bigint[] = [];
  const rests: bigint[] = [];
  let left = amount;
  for (const weight of weights) {
    const share = amount * weight;
    const part = share / total;
    parts.push(part);
    rests.push(share - part * total);
    left -= part;
  }
  if (left > 0n) serve(parts, rests, { left: Number(left), before });
  return parts;
}

type Serving = { readonly left: number; readonly before: (left: number, right: number) => number };

function serve(parts: bigint[], rests: readonly bigint[], { left, before }: Serving): void {
  const order = rests.map((_, index) => index);
  if (left === 1) {
    const first = order.reduce(
      (best, index) => (index !== best && comesFirst(index, best) ? index : best),
      0,
    );
    parts[first] = (parts[first] ?? 0n) + 1n;
    return;
  }
  order.sort((one, other) => (comesFirst(one, other) ? -1 : comesFirst(other, one) ? 1 : 0));
  for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;

  function comesFirst(one: number, other: number): boolean {
    const mine = rests[one] ?? 0n;
    const theirs = rests[other] ?? 0n;
    return mine > theirs || (mine === theirs && before(one, other) < 0);
  }
}

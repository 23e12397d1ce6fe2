/** Sums the postings of a batch by their two accounts and the day, so that balances never add up every posting there ever was. */
import { dayOfId } from '../ids.ts';
import type { PostingRow, PostingSumRow } from './tables.ts';

export function postingSums(
  postings: readonly PostingRow[],
  nextId: () => bigint,
): readonly PostingSumRow[] {
  const sums = new Map<string, { readonly posting: PostingRow; minor: bigint; count: number }>();
  for (const posting of postings) {
    const { debit, credit, charge, reason, currency } = posting;
    const key = `${debit}|${credit}|${charge}|${reason}|${currency}`;
    const sum = sums.get(key) ?? { posting, minor: 0n, count: 0 };
    sums.set(key, sum);
    sum.minor += BigInt(posting.amountMinor);
    sum.count += 1;
  }
  return Array.from(
    sums.values(),
    ({ posting: { postingId, debit, credit, charge, reason, currency }, minor, count }) => ({
      sumId: nextId(),
      debit,
      credit,
      charge,
      reason,
      currency,
      day: dayOfId(BigInt(postingId)),
      amountMinor: minor,
      postings: count,
    }),
  );
}

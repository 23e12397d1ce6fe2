/** What may be relied on: a broken invariant is a fault of ours and stops the work at hand. */
export function invariant(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`);
}

/** Returns a value that must exist; its absence is a fault of ours. */
export function present<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`Invariant broken: ${why}`);
  return value;
}

/** Finds the right name that a wrong one most resembles, for "did you mean". */

/** The nearest of `names` in edit distance, case aside; undefined when none is near enough to be meant. */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  const sought = wrong.slice(0, 70).toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(sought.length / 2)) + 1;
  for (const name of names) {
    const distance = editDistance(sought, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Insertions, deletions and replacements that turn one word into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + Number(from[row - 1] !== to[column - 1]);
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

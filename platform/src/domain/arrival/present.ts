/** Holds what was scanned against what is expected: late, double and crossed scans give the same picture as orderly ones. */
import type { ParcelFacts } from '../advance-data/parcel-facts.ts';
import type { Presentation } from './arrival.ts';

/** Stands among the scanned pieces for a scan that counted the parcel as a whole. */
export const WHOLE_PARCEL = '*';

export type Expected = Pick<ParcelFacts, 'reference' | 'pieces' | 'packages'>;

/**
 * Matches pieces by reference where they are listed. Where they are not, any reference counts as one of the declared
 * packages (one, when none are declared), and a missing one is named by its number.
 */
export function present(expected: Expected, scanned: readonly string[]): Presentation {
  const isWhole = scanned.includes(WHOLE_PARCEL);
  const seen = [...new Set(scanned)].filter((reference) => reference !== WHOLE_PARCEL).sort();
  const wanted = expected.pieces.map((piece) => piece.reference);
  return wanted.length === 0
    ? presentByCount(expected, seen, isWhole)
    : presentByReference([...new Set(wanted)].sort(), seen, isWhole);
}

function presentByReference(
  wanted: readonly string[],
  seen: readonly string[],
  isWhole: boolean,
): Presentation {
  const found = new Set(seen);
  const matched = isWhole ? wanted : wanted.filter((reference) => found.has(reference));
  const excess = seen.filter((reference) => !wanted.includes(reference));
  const short = isWhole ? [] : wanted.filter((reference) => !found.has(reference));
  return { matched, excess, short, complete: excess.length === 0 && short.length === 0 };
}

function presentByCount(
  { reference, packages }: Expected,
  seen: readonly string[],
  isWhole: boolean,
): Presentation {
  const count = packages ?? 1;
  const matched = isWhole && seen.length === 0 ? [reference.number] : seen.slice(0, count);
  const excess = seen.slice(count);
  const missing = isWhole ? 0 : Math.max(0, count - seen.length);
  const short = Array.from(
    { length: missing },
    (_, index) => `${reference.number}/${count - missing + index + 1}`,
  );
  return { matched, excess, short, complete: excess.length === 0 && missing === 0 };
}

/** Moves a commodity code to another edition of the Harmonized System: of itself only where each code became exactly one. */

/** One link of a published correlation, read in the direction of the move. */
export type CodeLink = { readonly code: string; readonly becomes: string };

export type Correlation = {
  /** Every link between the two editions. */
  readonly links: readonly CodeLink[];
  /** The publication's one best target of a code, where it names one. */
  readonly bestOf: (code: string) => string | undefined;
};

export type Candidate = {
  readonly code: string;
  /** The publication names this one for statistics. */
  readonly isBest: boolean;
};

/** Why somebody who knows the goods has to choose. */
export const MIGRATION_REASONS = {
  split: 'the goods of this code are in several codes now',
  joined: 'this code took up goods of other codes too',
  'not-correlated': 'the code stands in both editions, and no correlation was imported to say that it means the same',
  unknown: 'no correlation was imported that has this code',
} as const; // prettier-ignore
export type MigrationReason = keyof typeof MIGRATION_REASONS;

export type Migration =
  | { readonly kind: 'moved'; readonly code: string }
  | {
      readonly kind: 'ask';
      readonly reason: MigrationReason;
      readonly candidates: readonly Candidate[];
    };

/**
 * Decides what became of a code: `moved` where the correlation is one to one, else the candidates with the best first and
 * the reason to ask. `isInBoth` says that the code itself stands in both editions. @source wco-harmonized-system
 */
export function migrateCode(
  code: string,
  correlation: Correlation | null,
  isInBoth: boolean,
): Migration {
  const targets = new Set(correlation?.links.filter((link) => link.code === code).map(({ becomes }) => becomes)); // prettier-ignore
  const [only, second] = targets;
  if (correlation === null || only === undefined)
    return isInBoth
      ? { kind: 'ask', reason: 'not-correlated', candidates: [{ code, isBest: false }] }
      : { kind: 'ask', reason: 'unknown', candidates: [] };
  const best = correlation.bestOf(code);
  const candidates = [...targets]
    .map((target) => ({ code: target, isBest: target === best }))
    .sort((left, right) => Number(right.isBest) - Number(left.isBest) || order(left.code, right.code));
  if (second !== undefined) return { kind: 'ask', reason: 'split', candidates };
  const isAlone = correlation.links.every((link) => link.becomes !== only || link.code === code);
  return isAlone ? { kind: 'moved', code: only } : { kind: 'ask', reason: 'joined', candidates };
} // prettier-ignore

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

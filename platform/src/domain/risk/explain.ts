/** What a front officer may see of targeting: bands, reasons in words and what to look for; no rule, no figure, no chance. */
import { fillSentence } from './compiled-rule.ts';
import type { RiskAssessed, RiskPieceRecord } from './events.ts';
import type { RuleBook, Sentences } from './rules.ts';
import { PLAIN, RANDOM_RULE } from './stratum.ts';

/** A is the lowest fifth of a score or weight. */
export type Band = 'A' | 'B' | 'C' | 'D' | 'E';

export type Explanation = {
  readonly band: Band;
  readonly reasons: readonly {
    readonly sentence: string;
    readonly band: Band;
    readonly items: readonly number[];
  }[];
  readonly lookFor: readonly string[];
};

/** Reasons shown: more are not read. */
const REASONS_MAX = 5;

/**
 * Puts the record of an assessment into words with the rules of its day. A random selection reads exactly as a targeted
 * parcel does: its piece wears the sentences of a rule.
 */
export function explainToOfficer(
  assessed: Pick<RiskAssessed, 'score' | 'pieces'>,
  book: Pick<RuleBook, 'sentences'>,
): Explanation {
  const shown = assessed.pieces
    .slice(0, REASONS_MAX)
    .map((piece) => ({ piece, words: sentencesOf(piece, book) }));
  return {
    band: bandOf(assessed.score),
    reasons: shown.map(({ piece, words }) => ({
      sentence: fillSentence(words.reason, piece.values),
      band: bandOf(piece.weight),
      items: piece.items,
    })),
    lookFor: [...new Set(shown.flatMap(({ words }) => words.lookFor ?? []))],
  };
}

/** A rule that has left the pack cannot be put into words; its effect still stands in the record. */
const NO_WORDS: Sentences = {
  reason: 'The reason is no longer in the rules of this jurisdiction.',
  lookFor: null,
};

function sentencesOf(
  piece: RiskPieceRecord,
  { sentences }: Pick<RuleBook, 'sentences'>,
): Sentences {
  const found = sentences.get(piece.wears ?? piece.rule);
  if (found !== undefined) return found;
  return piece.rule === RANDOM_RULE ? PLAIN : NO_WORDS;
}

export function bandOf(score: number): Band {
  if (score < 200) return 'A';
  if (score < 400) return 'B';
  if (score < 600) return 'C';
  return score < 800 ? 'D' : 'E';
}

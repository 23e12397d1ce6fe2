/** What a front officer may see of targeting: a band, reasons in words and what to look for; no rule, no figure, no chance. */
import type { RiskAssessment } from './assessment.ts';

/** A is the lowest fifth of the score. */
export type Band = 'A' | 'B' | 'C' | 'D' | 'E';

export type OfficerExplanation = {
  readonly band: Band;
  readonly reasons: readonly { readonly sentence: string; readonly items: readonly number[] }[];
  readonly lookFor: readonly string[];
};

/** Reasons shown: more are not read. */
const REASONS_MAX = 5;

/** A random selection reads exactly as a targeted parcel does: its piece wears the sentences of a rule. */
export function explainToOfficer(assessment: RiskAssessment): OfficerExplanation {
  const shown = assessment.pieces.slice(0, REASONS_MAX);
  return {
    band: bandOf(assessment.score),
    reasons: shown.map((piece) => ({ sentence: piece.reason, items: piece.items })),
    lookFor: [...new Set(shown.flatMap((piece) => piece.lookFor ?? []))],
  };
}

export function bandOf(score: number): Band {
  if (score < 200) return 'A';
  if (score < 400) return 'B';
  if (score < 600) return 'C';
  return score < 800 ? 'D' : 'E';
}

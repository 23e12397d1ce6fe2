/** Combines pieces to one lane and one score, so that a further piece can only make a parcel look riskier. */
import { LANES, type Lane } from '../kernel/lane.ts';
import type { ModelScore, RiskPiece } from './assessment.ts';

/**
 * Support a lane needs. A lane's support is the sum of the weights of all pieces that ask for it or for a severer one, so
 * one piece of 500 acts alone, and two of 250 act together. A piece of less stays a hint that only raises the score.
 */
export const ACTING_WEIGHT = 500;

/** The severest lane with enough support; `ask` pieces are questions and support none. */
export function combineLane(pieces: readonly RiskPiece[]): Lane {
  if (pieces.length === 0) return 'release';
  let support = 0;
  for (let severity = LANES.length - 1; severity > 0; severity--) {
    const lane = LANES[severity] ?? 'release';
    for (const piece of pieces) if (piece.effect === lane) support += piece.weight;
    if (support >= ACTING_WEIGHT) return lane;
  }
  return 'release';
}

/**
 * Chance, per thousand, that at least one piece is right, taking weights as independent chances; the score of the model,
 * when there is one, counts as a piece. Questions count too: what had to be asked is less certain.
 */
export function combineScore(pieces: readonly RiskPiece[], model: ModelScore): number {
  let wrong = 1 - (model?.score ?? 0) / 1000;
  for (const piece of pieces) wrong *= 1 - piece.weight / 1000;
  return Math.round((1 - wrong) * 1000);
}

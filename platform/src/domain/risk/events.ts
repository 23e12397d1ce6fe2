/** What the journal keeps of targeting: which rules spoke and how heavily, by id and version, never their text. */
import type { Lane } from '../kernel/lane.ts';
import type {
  ModelScore,
  RandomDraw,
  RiskAssessment,
  RiskEffect,
  RiskPiece,
} from './assessment.ts';

export type RiskPieceRecord = {
  readonly rule: string;
  readonly version: number;
  readonly effect: RiskEffect;
  readonly weight: number;
  readonly items: readonly number[];
  /** What fills the places of the rule's sentence. */
  readonly values?: Readonly<Record<string, string>>;
  readonly wears?: string;
};

export type RiskAssessed = {
  readonly type: 'risk-assessed';
  readonly lane: Lane;
  /** 0 to 1000. */
  readonly score: number;
  readonly pieces: readonly RiskPieceRecord[];
  readonly shadow: readonly RiskPieceRecord[];
  readonly draw: RandomDraw | null;
  readonly model: ModelScore;
  readonly rulesVersion: string;
};

/** The event of an assessment. Sentences stay in the pack, where id and version find them. */
export const riskAssessed = (assessment: RiskAssessment): RiskAssessed => ({
  type: 'risk-assessed',
  lane: assessment.lane,
  score: assessment.score,
  pieces: assessment.pieces.map(recordOf),
  shadow: assessment.shadow.map(recordOf),
  draw: assessment.draw,
  model: assessment.model,
  rulesVersion: assessment.rulesVersion,
});

const recordOf = (piece: RiskPiece): RiskPieceRecord => ({
  rule: piece.rule,
  version: piece.version,
  effect: piece.effect,
  weight: piece.weight,
  items: piece.items,
  ...(piece.values === undefined ? {} : { values: piece.values }),
  ...(piece.wears === undefined ? {} : { wears: piece.wears }),
});

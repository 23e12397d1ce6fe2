/** What targeting thinks of a parcel: pieces that each explain themselves, combined to one lane. */
import type { Lane } from '../kernel/lane.ts';

/** `ask` is a question to the sender, not a lane. */
export type RiskEffect = Lane | 'ask';

/** One reason. `weight` is 0 to 1000; `reason` and `lookFor` are sentences of the rule, in English. */
export type RiskPiece = {
  readonly rule: string;
  readonly version: number;
  readonly effect: RiskEffect;
  readonly weight: number;
  readonly reason: string;
  readonly lookFor?: string;
  /** Items the piece is about; empty when it is about the parcel. */
  readonly items: readonly number[];
  readonly question?: string;
  /** Element that the question is about, named without a hint of the rule. */
  readonly about?: string;
  /** What filled the places of the sentence, by fact; the record keeps these instead of the sentence. */
  readonly values?: Readonly<Record<string, string>>;
  /** The rule whose sentences a random selection wears. */
  readonly wears?: string;
};

/** The verifiable random draw: `draw` in [0, 1,000,000) came from the key of `day`; selected when below `threshold`. */
export type RandomDraw = {
  readonly day: string;
  readonly stratum: string;
  readonly draw: number;
  readonly threshold: number;
  readonly selected: boolean;
};

/** The socket of the learning model: a calibrated score in [0, 1000], or null while there is none. */
export type ModelScore = {
  readonly model: string;
  readonly version: string;
  readonly score: number;
} | null;

/** Goods that a prohibition row of the pack is about. */
export type ProhibitionHit = {
  readonly row: string;
  readonly category: string;
  readonly action: 'refuse' | 'seize' | 'hold' | 'licence';
  readonly agency: string;
  readonly items: readonly number[];
};

export type RiskAssessment = {
  readonly lane: Lane;
  /** 0 to 1000. */
  readonly score: number;
  readonly pieces: readonly RiskPiece[];
  /** What rules in shadow mode would have said; it changes nothing. */
  readonly shadow: readonly RiskPiece[];
  readonly prohibitions: readonly ProhibitionHit[];
  readonly draw: RandomDraw | null;
  readonly model: ModelScore;
  readonly rulesVersion: string;
};

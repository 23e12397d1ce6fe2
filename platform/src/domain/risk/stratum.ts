/** The stratified random selection: which share a parcel belongs to, and whether the day's draw took it. */
import type { RandomDraw, RiskPiece } from './assessment.ts';
import type { RuleBook } from './rules.ts';
import { caseOfParcel, type RiskSubject } from './subject.ts';

export type StratumOfParcel = { readonly stratum: string; readonly perMillion: number };

/** The first stratum of the pack whose condition holds; null when none does, and then nothing is drawn. */
export function stratumOf(subject: RiskSubject, book: RuleBook): StratumOfParcel | null {
  const parcel = caseOfParcel(subject);
  for (const { name, perMillion, test } of book.strata) {
    if (test(parcel)) return { stratum: name, perMillion };
  }
  return null;
}

/** Holds a number drawn by the day's key, in [0, 1,000,000), against the share of the stratum. */
export const drawFor = (
  { stratum, perMillion }: StratumOfParcel,
  { day, draw }: { readonly day: string; readonly draw: number },
): RandomDraw => ({ day, stratum, draw, threshold: perMillion, selected: draw < perMillion });

/** The rule id of a random selection: for the enclave and the record, never for a front officer. */
export const RANDOM_RULE = 'random-selection';

/**
 * The piece of a selected parcel. It wears the effect, weight and sentences of a rule of the pack that is marked `cover`,
 * chosen by the draw itself, so that who examines cannot tell chance from targeting. Null when the draw passed it by.
 */
export function randomPiece(draw: RandomDraw | null, book: RuleBook): RiskPiece | null {
  if (draw?.selected !== true) return null;
  const cover = book.covers[draw.draw % Math.max(1, book.covers.length)];
  if (cover === undefined) return { ...PLAIN, rule: RANDOM_RULE, version: 1, items: [] };
  const { effect, weight, reason, lookFor } = cover;
  return {
    rule: RANDOM_RULE,
    version: cover.version,
    effect,
    weight,
    reason,
    ...(lookFor === null ? {} : { lookFor }),
    items: [],
    wears: cover.id,
  };
}

/** What a random selection says in a pack without covers. */
export const PLAIN = {
  effect: 'examine',
  weight: 500,
  reason: 'Goods of this kind on this route are examined regularly.',
  lookFor: 'Compare the contents with the declaration, item by item.',
} as const;

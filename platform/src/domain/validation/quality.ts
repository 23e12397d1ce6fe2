/** Scores the data of one statement: timely, accurate, complete and consistent, each from 0 to 100. */
import type { Finding, Severity } from '../kernel/finding.ts';
import { catalogueEntry } from './catalogue.ts';
import type { Tally } from './check-elements.ts';
import type { Weights } from './quality-law.ts';

/** Each part and the total are whole numbers from 0 to 100; 100 is faultless. */
export type Quality = {
  readonly timeliness: number;
  readonly accuracy: number;
  readonly completeness: number;
  readonly consistency: number;
  readonly total: number;
};

export const FAULTLESS: Quality = {
  timeliness: 100,
  accuracy: 100,
  completeness: 100,
  consistency: 100,
  total: 100,
};

/** Points that a finding takes from the part it measures. */
const POINTS: Readonly<Record<Severity, number>> = { error: 40, warning: 15, notice: 5 };

/** Just late is half the points; a day late is none. */
const LATE_POINTS = 50;
const LATE_MINUTES_MOST = 1440;

export type Scored = {
  readonly findings: readonly Finding[];
  readonly tally: Tally;
  readonly minutesLate: number;
  readonly items: number;
  readonly weights: Weights;
};

/**
 * The score of one statement. A finding about one of many items weighs as one of many; a finding about the whole parcel
 * weighs in full. Completeness is the share of the elements asked for that are stated. All arithmetic is whole numbers.
 */
export function scoreQuality(scored: Scored): Quality {
  const { tally, minutesLate, weights } = scored;
  if (scored.findings.length === 0 && minutesLate === 0) return FAULTLESS;
  const share = tally.asked === 0 ? 100 : Math.floor((100 * tally.stated) / tally.asked);
  const parts = {
    timeliness: timelinessOf(minutesLate),
    accuracy: 100 - lost(scored, 'accuracy'),
    completeness: Math.max(0, share - lost(scored, 'completeness')),
    consistency: 100 - lost(scored, 'consistency'),
  };
  return { ...parts, total: weighed(parts, weights) };
}

const timelinessOf = (minutesLate: number): number =>
  minutesLate === 0
    ? 100
    : LATE_POINTS -
      Math.floor((LATE_POINTS * Math.min(minutesLate, LATE_MINUTES_MOST)) / LATE_MINUTES_MOST);

/** Codes whose absence the share of stated elements counts already. */
const COUNTED: ReadonlySet<string> = new Set([
  'required-element-missing',
  'pre-loading-element-missing',
]);

function lost(scored: Scored, measure: keyof Weights): number {
  let ofItems = 0;
  let ofParcel = 0;
  for (const { code, severity, pointer } of scored.findings) {
    if (COUNTED.has(code) || catalogueEntry(code)?.measures !== measure) continue;
    if (pointer.includes('/items/')) ofItems += POINTS[severity];
    else ofParcel += POINTS[severity];
  }
  return Math.min(100, ofParcel + Math.ceil(ofItems / Math.max(1, scored.items)));
}

function weighed(parts: Omit<Quality, 'total'>, weights: Weights): number {
  const sum =
    parts.timeliness * weights.timeliness +
    parts.accuracy * weights.accuracy +
    parts.completeness * weights.completeness +
    parts.consistency * weights.consistency;
  const whole = weights.timeliness + weights.accuracy + weights.completeness + weights.consistency;
  return Math.floor(sum / whole);
}

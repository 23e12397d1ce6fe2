/** The shapes of four lists of a pack: exchange rates, offices, sources and random selections. */
import type { Day } from '../kernel/day.ts';
import type { Condition } from './condition.ts';
import type { LawRow } from './law-row.ts';
import type { Period } from '../kernel/period.ts';
import type { Rate } from '../kernel/rate.ts';

export type ExchangeRate = Period & {
  readonly currency: string;
  readonly rate: Rate;
  readonly source: string;
  readonly verified: boolean;
};

export type Office = Period & {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly modes: readonly string[];
};

/** A paragraph of law, or the page where a fact was read. */
export type Source = {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly permalink: string;
  readonly readOn: Day;
};

/** Shares of the random selection, per stratum, in parts per million. */
export type SelectionRow = LawRow & {
  readonly stratum: string;
  readonly when: Condition | null;
  readonly perMillion: number;
};

/** A period of law is half-open: it holds on `from` and no longer on `until`; null means open. */
import type { Day } from './day.ts';

export type Period = { readonly from: Day; readonly until: Day | null };

export const holdsOn = (period: Period, day: Day): boolean =>
  period.from <= day && (period.until === null || day < period.until);

export const overlaps = (left: Period, right: Period): boolean =>
  (right.until === null || left.from < right.until) &&
  (left.until === null || right.from < left.until);

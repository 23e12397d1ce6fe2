/** What every row of law carries, whatever it says: its period, its source, and how sure we are of it. */
import type { Day } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';

export type Setting = { readonly parameter: string; readonly value: string };

/** `knownFrom` is the day the rule was published; `verified` means a primary source was read. */
export type LawRow = Period & {
  readonly id: string;
  readonly knownFrom: Day;
  /** Id in the pack's sources.csv. */
  readonly source: string;
  readonly readOn: Day;
  readonly verified: boolean;
  /** Why the row corrects an earlier one of the same id, or what a reader must know. */
  readonly note?: string;
  /** The row holds only while a parameter of the pack has this value. */
  readonly setting?: Setting;
};

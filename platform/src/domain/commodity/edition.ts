/** An edition of the Harmonized System: the codes that all countries share from one day until another. */
import type { Day } from '../kernel/day.ts';
import { holdsOn, type Period } from '../kernel/period.ts';

export type Edition = Period & {
  /** As it is called: 2022. */
  readonly year: string;
};

/** The edition that holds on a day; undefined before the first one that is known and after the last. */
export const editionOn = (editions: readonly Edition[], on: Day): Edition | undefined =>
  editions.find((edition) => holdsOn(edition, on));

/** The editions, the youngest first, in which a code of six digits stands, by the periods in which it holds. */
export const editionsOf = (
  periods: readonly Period[],
  editions: readonly Edition[],
): readonly Edition[] =>
  editions
    .filter((edition) => periods.some((period) => holdsOn(period, edition.from)))
    .toSorted((left, right) => right.from - left.from);

/** An edition of the Harmonized System: the codes that all countries share from one day until another. */
import type { Period } from '../kernel/period.ts';

export type Edition = Period & {
  /** As it is called: 2022. */
  readonly year: string;
};

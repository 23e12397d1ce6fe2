/** The lanes of a parcel: one word everywhere, in lists, charts, print and rules. */
export const LANES = [
  'release',
  'documents',
  'scan',
  'examine',
  'hold',
  'refer',
  'do-not-load',
] as const;

/**
 * `release`: goes on arrival; `documents`: papers are checked; `scan`: non-intrusive inspection; `examine`: physical
 * examination; `hold`: agency, revenue or identity (with reason); `refer`: an officer decides; `do-not-load`: proposed
 * to an officer, never decided by the engine.
 */
export type Lane = (typeof LANES)[number];

/** The severer of two lanes: the order of LANES is the order of severity. */
export const severer = (left: Lane, right: Lane): Lane =>
  LANES.indexOf(left) >= LANES.indexOf(right) ? left : right;

/** What the outside may learn of a parcel: one word, the same for every reason behind it. */
export const OUTSIDE_STATES = [
  'accepted',
  'refused',
  'question',
  'do-not-load',
  'cleared',
  'waiting',
] as const;
export type OutsideState = (typeof OUTSIDE_STATES)[number];

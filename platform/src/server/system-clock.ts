/** The clock of the machine, cheap enough to be asked for every id: the steady clock, set by the real one once a second. */
import type { Moment } from '../domain/kernel/instant.ts';

const SET_EVERY_MILLISECONDS = 1_000;

/** Milliseconds since the epoch. Asking Temporal for each of the dozen ids of a parcel took a fiftieth of a pass. */
export function systemClock(): () => Moment {
  let steadyAt = -Infinity;
  let ahead = 0;
  return () => {
    const steady = performance.now();
    if (steady - steadyAt >= SET_EVERY_MILLISECONDS) {
      ahead = Temporal.Now.instant().epochMilliseconds - steady;
      steadyAt = steady;
    }
    return Math.floor(ahead + steady);
  };
}

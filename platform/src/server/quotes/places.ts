/** A number of places for work at the same time; whoever finds none is told at once. */

export type Places = {
  /** Gives the place back when it is called; null when there is none. */
  readonly enter: () => (() => void) | null;
};

export function createPlaces(count: number): Places {
  let free = count;
  return {
    enter: () => {
      if (free === 0) return null;
      free -= 1;
      return () => {
        free += 1;
      };
    },
  };
}

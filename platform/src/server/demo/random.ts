/** Chance that can be repeated: the same seed gives the same day, on every machine. */

export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly whole: (min: number, max: number) => number;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
  readonly chance: (probability: number) => boolean;
};

/** Small Fast Counter of 32 bits (public domain, by C. Doty-Humphrey), started from a hash of the seed. */
export function seeded(seed: string): Random {
  const hash = hasherOf(seed);
  let [a, b, c, counter] = [hash(), hash(), hash(), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    pick: (values) => values[whole(0, values.length - 1)] ?? values[0],
    chance: (probability) => next() < probability,
  };
}

/** Spreads a text over 32 bits, as often as asked (after MurmurHash3's mixing, public domain, by A. Appleby). */
function hasherOf(text: string): () => number {
  let state = 1_779_033_703 ^ text.length;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 3_432_918_353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2_246_822_507);
    state = Math.imul(state ^ (state >>> 13), 3_266_489_909);
    state ^= state >>> 16;
    return state;
  };
}

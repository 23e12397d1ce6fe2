/** Token buckets, one a key, in bounded memory: each fills at a steady rate up to its size, and every request takes one token. */

export type BucketSize = {
  /** Tokens of a full bucket: so many requests may come at once. */
  readonly burst: number;
  /** Tokens that come back each second. */
  readonly perSecond: number;
  /** Buckets that are remembered; the one used longest ago is forgotten first, and would be full again soonest. */
  readonly keysMax: number;
};

export type TokenBuckets = {
  /** Zero when a token was there and is taken now, else the whole seconds until there is one. */
  take(key: string, nowMilliseconds: number): number;
};

type Bucket = { readonly tokens: number; readonly at: number };

export function createTokenBuckets({ burst, perSecond, keysMax }: BucketSize): TokenBuckets {
  // A map keeps the order in which keys were set: the first is the one used longest ago.
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const known = buckets.get(key) ?? { tokens: burst, at: now };
      const seconds = Math.max(0, now - known.at) / 1_000;
      const tokens = Math.min(burst, known.tokens + seconds * perSecond);
      const isThere = tokens >= 1;
      buckets.delete(key);
      if (buckets.size >= keysMax) buckets.delete(buckets.keys().next().value ?? key);
      buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, at: now });
      return isThere ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
  };
}

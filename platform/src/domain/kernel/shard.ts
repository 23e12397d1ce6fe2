/** The shard key: derived once from the first house reference (or order number), first column of every hot key. */

/** Few enough that each batch keeps its inserts on warm pages, enough to spread over many database servers. */
export const SHARDS = 64;

/** FNV-1a over UTF-16 code units: the same everywhere and for ever, because keys depend on it. */
export function shardOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 0) ^ (hash >>> 16)) & (SHARDS - 1);
}

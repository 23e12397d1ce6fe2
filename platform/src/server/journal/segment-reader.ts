/** Reads frames back out of segments, as long as their key is there. */
import type { Queryable } from '../db/sql.ts';
import { frameSalt } from './commitment.ts';
import type { DataKeys } from './keys.ts';
import { openSegment, type OpenSegment } from './segment.ts';
import { readSegmentRow } from './store.ts';

/** `erased`: its key was deleted; `damaged`: the key is there and the bytes are not those that it encrypted. */
export type SegmentReading =
  ({ readonly kind: 'open' } & OpenSegment) | { readonly kind: 'erased' | 'missing' | 'damaged' };

export type FrameReading =
  | { readonly kind: 'open'; readonly frame: Uint8Array; readonly salt: Uint8Array }
  | { readonly kind: 'erased' | 'missing' | 'damaged' };

export type SegmentReader = {
  segment(segmentId: bigint): Promise<SegmentReading>;
  frame(segmentId: bigint, index: number): Promise<FrameReading>;
};

/** Opened segments kept at hand: a page about one parcel reads a few; each takes about 1 MB. */
const OPEN_SEGMENTS_MAX = 8;

type Kept = { readonly open: OpenSegment; readonly retentionClass: string; readonly day: number };

export function createSegmentReader(
  database: { readonly intake: Queryable },
  keys: Pick<DataKeys, 'forReading'>,
): SegmentReader {
  const kept = new Map<bigint, Kept>();

  async function read(segmentId: bigint): Promise<SegmentReading> {
    const row = await readSegmentRow(database.intake, segmentId);
    if (row === null) return { kind: 'missing' };
    const key = await keys.forReading(row.retentionClass, row.day);
    if (key === null) return { kind: 'erased' };
    const open = await openSegment(row, key.secret);
    if (open === null) return { kind: 'damaged' };
    if (kept.size >= OPEN_SEGMENTS_MAX) kept.delete(kept.keys().next().value ?? segmentId);
    kept.set(segmentId, { open, retentionClass: row.retentionClass, day: row.day });
    return { kind: 'open', ...open };
  }

  async function segment(segmentId: bigint): Promise<SegmentReading> {
    const known = kept.get(segmentId);
    if (known === undefined) return read(segmentId);
    // Its key may have been erased since, here or by another process.
    if ((await keys.forReading(known.retentionClass, known.day)) !== null)
      return { kind: 'open', ...known.open };
    kept.delete(segmentId);
    return { kind: 'erased' };
  }

  return {
    segment,
    async frame(segmentId, index) {
      const reading = await segment(segmentId);
      if (reading.kind !== 'open') return reading;
      const frame = reading.frames[index];
      return frame === undefined
        ? { kind: 'missing' }
        : { kind: 'open', frame, salt: frameSalt(reading.batchSalt, index) };
    },
  };
}

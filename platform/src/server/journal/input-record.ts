/** Opens the input record of a decision, and makes sure that it is the one the journal was written with. */
import { fromBase64Url } from './base64.ts';
import { frameSalt, opens } from './commitment.ts';
import { HASH_BYTES } from './merkle.ts';
import type { SegmentReading } from './segment-reader.ts';

/** Where a journal entry says that its input record lies. */
export type InputPlace = {
  readonly segment: string;
  readonly frame: number;
  readonly commitment: string;
};

/** `erased`: the key of the record was deleted; `broken`: it cannot be what the decision was made from. */
export type InputReading =
  | { readonly kind: 'open'; readonly record: string }
  | { readonly kind: 'erased' }
  | { readonly kind: 'broken'; readonly because: string };

/** `segment` is the one that the place names. */
export function openInputRecord(segment: SegmentReading, place: InputPlace): InputReading {
  if (segment.kind === 'erased') return { kind: 'erased' };
  if (segment.kind !== 'open') return broken(`the segment of the input record is ${segment.kind}`);
  const frame = segment.frames[place.frame];
  const commitment = fromBase64Url(place.commitment, HASH_BYTES);
  if (frame === undefined || commitment === null) return broken('the input record is missing');
  if (!opens(commitment, frameSalt(segment.batchSalt, place.frame), frame))
    return broken('the input record is not the one that the journal was written with');
  return { kind: 'open', record: Buffer.from(frame).toString() };
}

const broken = (because: string): InputReading => ({ kind: 'broken', because });

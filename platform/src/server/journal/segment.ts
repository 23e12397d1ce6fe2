/** Packs the raw messages and input records of one batch into one compressed, encrypted segment, and unpacks it again. */
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompress } from 'node:zlib';
import { invariant, present } from '../../domain/kernel/invariant.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { toBase64Url } from './base64.ts';
import { commit, frameSalt, SALT_BYTES } from './commitment.ts';
import type { FrameReference } from './entry.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

const compressAside = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Level 1: 4 us for a message of 2 KB and its input record, a twentieth of their size; Brotli takes twice that for a fifth more. */
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1 }, chunkSize: 262_144 };
const FORMAT_VERSION = 1;

/** The most a segment may hold once unpacked; a batch has at most 500 messages of 4 MB, and they are never all so large. */
export const SEGMENT_BYTES_MAX = 268_435_456;

/** The key of a retention class and day: deleting it makes everything written with it unreadable. */
export type DataKey = {
  readonly retentionClass: string;
  readonly day: Day;
  readonly secret: Uint8Array;
};

/** One row of the table `segment`. */
export type SegmentRow = {
  readonly segmentId: bigint;
  readonly retentionClass: string;
  readonly day: Day;
  readonly sealed: Uint8Array;
};

export type SegmentBuilder = {
  /** Takes a frame and gives its index; the bytes must not change until `finish`. */
  add(frame: Uint8Array): number;
  /** The pointer to a frame and its salted commitment, as the journal keeps it. */
  reference(frame: number): FrameReference;
  commitment(frame: number): Uint8Array;
  /** The salt that opens the commitment of one frame: for the receipt of its sender alone. */
  salt(frame: number): Uint8Array;
  /** Compresses, encrypts, and gives the row. */
  finish(): Promise<SegmentRow>;
};

export function createSegmentBuilder(segmentId: bigint, key: DataKey): SegmentBuilder {
  const batchSalt = randomBytes(SALT_BYTES);
  const frames: Uint8Array[] = [];
  const commitments: Uint8Array[] = [];
  const commitment = (frame: number): Uint8Array =>
    present(commitments[frame], 'a frame that was added');

  return {
    add(frame) {
      const index = frames.push(frame) - 1;
      commitments.push(commit(frameSalt(batchSalt, index), frame));
      return index;
    },
    commitment,
    reference: (frame) => ({
      segment: segmentId,
      frame,
      commitment: toBase64Url(commitment(frame)),
    }),
    salt: (frame) => frameSalt(batchSalt, frame),
    async finish() {
      const { retentionClass, day, secret } = key;
      const sealed = sealBytes(
        secret,
        await packed(batchSalt, frames),
        contextOf({ segmentId, retentionClass, day }),
      );
      return { segmentId, retentionClass, day, sealed };
    },
  };
}

/** A segment in clear. */
export type OpenSegment = {
  readonly batchSalt: Uint8Array;
  readonly frames: readonly Uint8Array[];
};

/** Null when the row was altered or the key is another one. */
export async function openSegment(
  row: SegmentRow,
  secret: Uint8Array,
): Promise<OpenSegment | null> {
  const packed = openBytes(secret, row.sealed, contextOf(row));
  return packed === null
    ? null
    : unpack(await decompress(packed, { maxOutputLength: SEGMENT_BYTES_MAX }));
}

const contextOf = ({ segmentId, retentionClass, day }: Omit<SegmentRow, 'sealed'>): string =>
  `segment ${segmentId} ${retentionClass} ${writeDay(day)}`;

const HEAD_BYTES = 1 + SALT_BYTES + 4;

/**
 * A batch of common size is packed into one buffer that is used again and compressed at once, in 2 ms: handing it to another
 * thread took as long again. A larger one is compressed aside.
 */
async function packed(batchSalt: Uint8Array, frames: readonly Uint8Array[]): Promise<Uint8Array> {
  const length = frames.reduce((sum, frame) => sum + frame.length, HEAD_BYTES + frames.length * 4);
  invariant(length <= SEGMENT_BYTES_MAX, 'a segment stays within its limit');
  if (length > AT_ONCE_BYTES_MAX)
    return compressAside(pack(Buffer.allocUnsafeSlow(length), batchSalt, frames), ZSTD);
  if (atOnce.length < length) atOnce = Buffer.allocUnsafeSlow(length * 2);
  return zstdCompressSync(pack(atOnce, batchSalt, frames), ZSTD);
}

const AT_ONCE_BYTES_MAX = 4 * 1024 * 1024;
let atOnce = Buffer.allocUnsafeSlow(1024 * 1024);

/** Version, salt, number of frames, their lengths, then the frames; numbers are big-endian 32-bit. Gives what was written of `into`. */
function pack(into: Buffer, batchSalt: Uint8Array, frames: readonly Uint8Array[]): Buffer {
  into.writeUInt8(FORMAT_VERSION);
  into.set(batchSalt, 1);
  into.writeUInt32BE(frames.length, 1 + SALT_BYTES);
  let at = HEAD_BYTES + frames.length * 4;
  for (const [index, frame] of frames.entries()) {
    into.writeUInt32BE(frame.length, HEAD_BYTES + index * 4);
    into.set(frame, at);
    at += frame.length;
  }
  return into.subarray(0, at);
}

function unpack(plain: Buffer): OpenSegment {
  invariant(plain.readUInt8() === FORMAT_VERSION, 'the format of a segment is known');
  const count = plain.readUInt32BE(1 + SALT_BYTES);
  let offset = HEAD_BYTES + count * 4;
  const frames = Array.from({ length: count }, (_, index) => {
    const end = offset + plain.readUInt32BE(HEAD_BYTES + index * 4);
    invariant(end <= plain.length, 'a frame lies within its segment');
    const frame = plain.subarray(offset, end);
    offset = end;
    return frame;
  });
  return { batchSalt: plain.subarray(1, 1 + SALT_BYTES), frames };
}

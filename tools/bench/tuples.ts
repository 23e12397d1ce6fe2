/** Takes PostgreSQL's binary COPY apart into rows and puts rows together again, so that identical bytes can be written a second time. */
import type { CopyLoad } from '../../platform/src/server/db/copy.ts';
import { reserve, type Sink } from '../../platform/src/server/db/copy-encoder.ts';

/** Rows of one table as COPY wrote them; row `n` is the bytes from `starts[n]` to `starts[n + 1]`. */
export type Tuples = { readonly bytes: Buffer; readonly starts: Uint32Array };

export const rowsOf = ({ starts }: Tuples): number => starts.length - 1;

/** `PGCOPY`, its guard bytes, flags and the length of an extension that is never there. */
const HEADER_BYTES = 19;
const TRAILER = -1;
const NULL_LENGTH = -1;

/** Finds where each row begins; `copied` is all that COPY sent. */
export function readTuples(copied: Buffer): Tuples {
  const starts: number[] = [];
  let at = HEADER_BYTES;
  for (;;) {
    const fields = copied.readInt16BE(at);
    starts.push(at);
    if (fields === TRAILER) break;
    at += 2;
    for (let field = 0; field < fields; field++) {
      const length = copied.readInt32BE(at);
      at += 4 + (length === NULL_LENGTH ? 0 : length);
    }
  }
  return { bytes: copied, starts: Uint32Array.from(starts) };
}

const COPY_DATA = 0x64;
/** As the platform's own COPY cuts its frames. */
const FRAME_BYTES = 256 * 1024;

/** The rows from `from` up to `to`, as one more load of a COPY exchange. */
export function loadOf(
  statement: string,
  tuples: Tuples,
  [from, to]: readonly [number, number],
): CopyLoad {
  return {
    statement,
    rows: to - from,
    encode: (sink) => {
      writeFrame(sink, tuples.bytes.subarray(0, HEADER_BYTES));
      for (let row = from; row < to;) {
        let last = row + 1;
        const start = tuples.starts[row] ?? 0;
        while (last < to && (tuples.starts[last] ?? 0) - start < FRAME_BYTES) last++;
        writeFrame(sink, tuples.bytes.subarray(start, tuples.starts[last]));
        row = last;
      }
      writeFrame(sink, TRAILER_BYTES);
    },
  };
}

const TRAILER_BYTES = Buffer.from([0xff, 0xff]);

function writeFrame(sink: Sink, content: Buffer): void {
  reserve(sink, content.length + 5);
  sink.bytes[sink.at] = COPY_DATA;
  sink.view.setInt32(sink.at + 1, content.length + 4);
  sink.bytes.set(content, sink.at + 5);
  sink.at += content.length + 5;
}

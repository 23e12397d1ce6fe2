/** Cuts a stream of bytes into lines without ever holding more than one line's limit. */
import type { Bytes } from '../door.ts';

export type Line =
  | { readonly line: number; readonly bytes: Uint8Array }
  | { readonly line: number; readonly tooLong: true };

const LINE_FEED = 0x0a;

/** Every line in order, counted from one; of a line longer than `bytesMax` nothing is kept and the next one goes on. */
export async function* linesOf(source: Bytes, bytesMax: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let line = 1;
  let tooLong = false;
  const take = (piece: Uint8Array): void => {
    heldBytes += piece.length;
    tooLong ||= heldBytes > bytesMax;
    if (tooLong) held = [];
    else if (piece.length > 0) held.push(piece);
  };
  const finished = (): Line => {
    const found: Line = tooLong ? { line, tooLong } : { line, bytes: joined(held) };
    held = [];
    heldBytes = 0;
    tooLong = false;
    line++;
    return found;
  };
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield finished();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (heldBytes > 0) yield finished();
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}

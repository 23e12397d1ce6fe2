/** Looks at the first bytes of a stream without losing them. */
import type { Bytes } from './door.ts';

/** Bytes of a file that are enough to recognise it. */
export const HEAD_BYTES = 65_536;

export type Peeked = {
  readonly head: Uint8Array;
  readonly rest: Bytes;
  readonly close: () => Promise<unknown>;
};

/** The first bytes of a stream, and the whole stream again. */
export async function peek(source: Bytes): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
    bytes += next.value.length;
  }
  return {
    head: Buffer.concat(taken).subarray(0, HEAD_BYTES),
    rest: again(taken, iterator),
    close: async () => iterator.return?.(),
  };
}

async function* again(
  taken: Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let first = taken.shift(); first !== undefined; first = taken.shift()) yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield next.value;
  } finally {
    await iterator.return?.();
  }
}

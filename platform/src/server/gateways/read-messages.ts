/** The one way in for files and streams: recognises the format, opens its door, and yields messages and refusals. */
import { detectFormat, HEAD_BYTES, SUPPORTED, type Recognition } from './detect-format.ts';
import type { Bytes, DoorFormat, DoorRefusal, DoorResult } from './door.ts';
import { doorFinding, placeParameters } from './door-finding.ts';
import { readJson } from './json/json-door.ts';
import { readNdjson } from './json/ndjson-door.ts';

type Door = (source: Bytes) => AsyncIterable<DoorResult>;
const DOORS: Readonly<Partial<Record<DoorFormat, Door>>> = { json: readJson, ndjson: readNdjson };

/** Without a format the content decides; the name of a file says nothing. */
export async function* readMessages(
  source: Bytes,
  format?: DoorFormat,
): AsyncGenerator<DoorResult> {
  const { head, rest, close } = await peek(source);
  const recognised: Recognition = format === undefined ? detectFormat(head) : { format };
  const door = 'format' in recognised ? DOORS[recognised.format] : undefined;
  if (door !== undefined) {
    yield* door(rest);
    return;
  }
  await close();
  yield refuse('format' in recognised ? { unsupported: recognised.format } : recognised);
}

function refuse(recognised: Exclude<Recognition, { format: DoorFormat }>): DoorRefusal {
  const place = { line: 1, column: 1 };
  if ('empty' in recognised) return { ...place, findings: [doorFinding('message-empty', '')] };
  if ('wide' in recognised)
    return {
      ...place,
      findings: [
        doorFinding('encoding-invalid', '', {
          encoding: 'UTF-8',
          offset: '0',
          ...placeParameters(place),
        }),
      ],
    };
  const { unsupported, remoteContext } = recognised;
  const refused = doorFinding('format-not-supported', '', { format: unsupported, supported: SUPPORTED }); // prettier-ignore
  return {
    ...place,
    findings:
      remoteContext === undefined
        ? [refused]
        : [refused, doorFinding('context-not-allowed', '/@context', { context: remoteContext })],
  };
}

type Peeked = {
  readonly head: Uint8Array;
  readonly rest: Bytes;
  readonly close: () => Promise<unknown>;
};

/** The first bytes of a stream, and the whole stream again. */
async function peek(source: Bytes): Promise<Peeked> {
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

/** Reads a JSON file: one submission, or an array whose entries are read and refused one by one in bounded memory. */
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import type { Bytes, DoorResult, Place } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placedFrom, placeParameters } from '../finding-place.ts';
import { withoutMark } from '../utf8.ts';
import { createSplitter, type Part } from './array-splitter.ts';
import { readWire } from './read-wire.ts';
import { trimmed } from './trimmed.ts';

export async function* readJson(source: Bytes): AsyncGenerator<DoorResult> {
  const splitter = createSplitter(limits.submissionBytesMax);
  let first = true;
  for await (const chunk of source) {
    const bytes = first ? withoutMark(chunk) : chunk;
    first = false;
    for (const part of splitter.take(bytes)) yield readPart(part);
  }
  for (const part of splitter.end()) yield readPart(part);
}

function readPart(part: Part): DoorResult {
  const { line, column } = part;
  switch (part.kind) {
    case 'value':
      return readValue(trimmed(part.bytes), { line, column });
    case 'too-large':
      return refusedAt(part, finding('message-too-large', '', { bytesMax: String(limits.submissionBytesMax), ...placeParameters(part) })); // prettier-ignore
    case 'broken':
      return refusedAt(part, finding('json-malformed', '', { reason: part.reason, ...placeParameters(part) })); // prettier-ignore
  }
}

function readValue(raw: Uint8Array, place: Place): DoorResult {
  const reading = readWire(raw);
  return 'wire' in reading
    ? { ...place, wire: reading.wire, raw }
    : { ...place, findings: placedFrom(reading.findings, place) };
}

const refusedAt = ({ line, column }: Place, finding: Finding): DoorResult => ({
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
  findings: [finding],
});

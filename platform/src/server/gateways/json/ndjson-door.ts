/** Reads NDJSON: one submission a line, each refused or passed on alone, in memory bounded by one line. */
import { limits } from '../../../domain/kernel/limits.ts';
import type { Bytes, DoorResult } from '../door.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { placedFrom, placeParameters } from '../finding-place.ts';
import { withoutMark } from '../utf8.ts';
import { linesOf } from './lines.ts';
import { readWire } from './read-wire.ts';
import { trimmed } from './trimmed.ts';

export async function* readNdjson(source: Bytes): AsyncGenerator<DoorResult> {
  for await (const found of linesOf(source, limits.submissionBytesMax)) {
    const { line } = found;
    if ('tooLong' in found) {
      yield { line, column: 1, findings: [lineTooLong(line)] };
      continue;
    }
    const raw = trimmed(line === 1 ? withoutMark(found.bytes) : found.bytes);
    if (raw.length > 0) yield readLine(raw, line);
  }
}

function readLine(raw: Uint8Array, line: number): DoorResult {
  const reading = readWire(raw);
  return 'wire' in reading
    ? { line, column: 1, wire: reading.wire, raw }
    : { line, column: 1, findings: placedFrom(reading.findings, { line, column: 1 }) };
}

const lineTooLong = (line: number) =>
  finding('line-too-long', '', {
    bytesMax: String(limits.submissionBytesMax),
    ...placeParameters({ line, column: 1 }),
  });

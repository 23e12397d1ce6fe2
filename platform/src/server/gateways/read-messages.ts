/** The one way in for files and streams: recognises the format, opens its door, and yields messages and refusals. */
import { detectFormat, SUPPORTED, type Recognition } from './detect-format.ts';
import type { Bytes, DoorFormat, DoorRefusal, DoorResult } from './door.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import { placeParameters } from './finding-place.ts';
import { readJson } from './json/json-door.ts';
import { readNdjson } from './json/ndjson-door.ts';
import { peek } from './peek.ts';
import { readCsv } from './table/csv-door.ts';
import { readXlsx } from './table/xlsx-door.ts';

type Door = (source: Bytes) => AsyncIterable<DoorResult>;
const DOORS: Readonly<Record<DoorFormat, Door>> = {
  json: readJson,
  ndjson: readNdjson,
  csv: readCsv,
  xlsx: readXlsx,
};

/** Without a format the content decides; the name of a file says nothing. */
export async function* readMessages(
  source: Bytes,
  format?: DoorFormat,
): AsyncGenerator<DoorResult> {
  yield* readAs(source, (head) => (format === undefined ? detectFormat(head) : { format }));
}

/** The content decides, and must be what the sender declares it to be. */
export async function* readDeclared(
  source: Bytes,
  declared: DoorFormat,
): AsyncGenerator<DoorResult> {
  yield* readAs(source, (head) => asDeclared(detectFormat(head), declared));
}

async function* readAs(
  source: Bytes,
  recognise: (head: Uint8Array) => Recognition,
): AsyncGenerator<DoorResult> {
  const { head, rest, close } = await peek(source);
  const recognised = recognise(head);
  if ('format' in recognised) {
    yield* DOORS[recognised.format](rest);
    return;
  }
  await close();
  yield refuse(recognised);
}

function asDeclared(found: Recognition, declared: DoorFormat): Recognition {
  if (!('format' in found) || found.format === declared) return found;
  return { unsupported: `${found.format.toUpperCase()} declared as ${declared.toUpperCase()}` };
}

function refuse(recognised: Exclude<Recognition, { format: DoorFormat }>): DoorRefusal {
  const place = { line: 1, column: 1 };
  if ('empty' in recognised) return { ...place, findings: [finding('message-empty', '')] };
  if ('wide' in recognised)
    return {
      ...place,
      findings: [
        finding('encoding-invalid', '', {
          encoding: 'UTF-8',
          offset: '0',
          ...placeParameters(place),
        }),
      ],
    };
  const { unsupported, remoteContext } = recognised;
  const refused = finding('format-not-supported', '', { format: unsupported, supported: SUPPORTED }); // prettier-ignore
  return {
    ...place,
    findings:
      remoteContext === undefined
        ? [refused]
        : [refused, finding('context-not-allowed', '/@context', { context: remoteContext })],
  };
}

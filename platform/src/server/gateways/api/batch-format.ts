/** The media types a batch may come in, with the door of each; what a broken file still sends is read and dropped. */
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { limits } from '../../../domain/kernel/limits.ts';
import type { DoorFormat, DoorResult } from '../door.ts';
import { readNdjson } from '../json/ndjson-door.ts';
import { readDeclared } from '../read-messages.ts';

export type BatchDoor = (source: Readable) => AsyncIterable<DoorResult>;

export const NDJSON_TYPE = 'application/x-ndjson';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const BATCH_DOORS: Readonly<Record<string, BatchDoor>> = {
  [NDJSON_TYPE]: readNdjson,
  'text/csv': fileDoor('csv'),
  [XLSX_TYPE]: inTime(fileDoor('xlsx')),
};

/** Reads a file to its end even where it can be understood only in part: who breaks off the connection takes the answer with it. */
function fileDoor(format: DoorFormat): BatchDoor {
  return async function* (source) {
    yield* readDeclared(source.iterator({ destroyOnReturn: false }), format);
    source.resume();
    await finished(source);
  };
}

/** A workbook is held whole, so that one that never arrives must not be held for ever. */
function inTime(door: BatchDoor): BatchDoor {
  return async function* (source) {
    const late = setTimeout(() => {
      source.destroy(new Error('The workbook did not arrive in time.'));
    }, limits.workbookArrivalMilliseconds);
    source.once('end', () => {
      clearTimeout(late);
    });
    try {
      yield* door(source);
    } finally {
      clearTimeout(late);
    }
  };
}

export type Workbooks = {
  /** A place for one more workbook of a party; null when there is none now. Give it back when the workbook is done with. */
  readonly enter: (partyId: number) => (() => void) | null;
};

/** Workbooks are the one format held in memory: few at a time, and one of each party, so that none of them shuts the others out. */
export function createWorkbooks(): Workbooks {
  const inside = new Set<number>();
  return {
    enter(partyId) {
      if (inside.has(partyId) || inside.size >= limits.workbooksAtOnceMax) return null;
      inside.add(partyId);
      return () => {
        inside.delete(partyId);
      };
    },
  };
}

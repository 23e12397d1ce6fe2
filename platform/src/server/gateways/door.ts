/** What every door makes of a file or a request: messages in the contract's shape, or findings that say why not. */
import type { WireSubmission } from '../../domain/advance-data/wire.ts';
import type { Finding } from '../../domain/kernel/finding.ts';

/** The formats whose doors are open; every other one is recognised and refused. */
export const DOOR_FORMATS = ['json', 'ndjson', 'csv', 'xlsx'] as const;
export type DoorFormat = (typeof DOOR_FORMATS)[number];

/** Where something stands in a file, counted from one: a column is a character in JSON and a cell in a table. */
export type Place = { readonly line?: number; readonly column?: number };

/** One submission. `raw` is what is kept as received: the sender's bytes, or the canonical JSON of its rows. */
export type DoorMessage = Place & {
  readonly wire: WireSubmission;
  readonly raw: Uint8Array;
  /** The cell that a pointer into `wire` was read from; only tables know. */
  readonly placeOf?: (pointer: string) => Place;
};

/** One submission that is none. The findings name their own line and column in their parameters where they know them. */
export type DoorRefusal = Place & { readonly findings: readonly Finding[] };

export type DoorResult = DoorMessage | DoorRefusal;

export type Bytes = AsyncIterable<Uint8Array>;

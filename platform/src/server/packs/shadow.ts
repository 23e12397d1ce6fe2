/** Rehearses a law on decisions that were made: each is made again from its recorded inputs, beside the hot path, and compared. */
import { decideInShadow } from '../../domain/journey-record.ts';
import type { LawBook } from '../../domain/journey-law.ts';
import {
  outcomeOf,
  withCompared,
  type Compared,
  type ShadowFigures,
} from '../../domain/journey-shadow.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { ParcelEvent } from '../../domain/parcel-state.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import type { Database } from '../db/connect.ts';
import { openInputRecord, type InputPlace } from '../journal/input-record.ts';
import type { SegmentReader, SegmentReading } from '../journal/segment-reader.ts';
import { LOG_START, type LogPlace, type StoredEntry } from '../journal/store.ts';
import { readSettledDecisions } from './shadow-store.ts';

export type Rehearsed = {
  readonly figures: ShadowFigures;
  /** Of the last decision looked at. */
  readonly place: LogPlace;
  /** Whether nothing was left of the day. */
  readonly isDone: boolean;
};

export type Rehearsing = {
  readonly database: Pick<Database, 'intake'>;
  readonly segments: SegmentReader;
  /** The law that is rehearsed. */
  readonly shadow: LawBook;
  /** The law it is compared with; null takes what was decided, as the journal has it. */
  readonly against: LawBook | null;
  readonly day: Day;
  readonly after?: LogPlace;
  /** True ends the run before the day is over. */
  readonly isEnough: () => boolean;
};

const PAGE = 500;

/** Adds the decisions of a day, from a place in the log on, to the figures. */
export async function rehearse(rehearsing: Rehearsing, figures: ShadowFigures): Promise<Rehearsed> {
  let place = rehearsing.after ?? LOG_START;
  let sums = figures;
  const segmentOf = readOnce(rehearsing.segments);
  for (;;) {
    const page = await readSettledDecisions(rehearsing.database.intake, {
      day: rehearsing.day,
      after: place,
      limit: PAGE,
    });
    for (const entry of page) {
      sums = withOutcome(sums, await compare(rehearsing, { entry, segmentOf }));
      place = entry;
    }
    if (page.length < PAGE) return { figures: sums, place, isDone: true };
    if (rehearsing.isEnough()) return { figures: sums, place, isDone: false };
  }
}

/** Entries of one segment follow each other: it is read once for all of them. */
function readOnce(reader: SegmentReader): (id: bigint) => Promise<SegmentReading> {
  let last: { readonly id: bigint; readonly reading: SegmentReading } | null = null;
  return async (id) => {
    if (last?.id !== id) last = { id, reading: await reader.segment(id) };
    return last.reading;
  };
}

type Body = { readonly events: readonly ParcelEvent[]; readonly input: InputPlace | null };
type Outcome = Compared | 'no-decision' | 'failed' | 'unreadable';

function withOutcome(figures: ShadowFigures, outcome: Outcome): ShadowFigures {
  switch (outcome) {
    case 'no-decision':
      return figures;
    case 'failed':
      return { ...figures, failed: figures.failed + 1 };
    case 'unreadable':
      return { ...figures, unreadable: figures.unreadable + 1 };
  }
  return withCompared(figures, outcome);
}

type Entry = {
  readonly entry: StoredEntry;
  readonly segmentOf: (id: bigint) => Promise<SegmentReading>;
};

async function compare(
  { shadow, against }: Rehearsing,
  { entry, segmentOf }: Entry,
): Promise<Outcome> {
  const { events, input } = parseOwn<Body>(entry.body);
  const decided = outcomeOf(events);
  if (input === null || decided === null) return 'no-decision';
  const reading = openInputRecord(await segmentOf(BigInt(input.segment)), input);
  if (reading.kind !== 'open') return 'unreadable';
  const { record } = reading;
  try {
    const made = decideInShadow(record, shadow);
    const after = outcomeOf(made.events);
    const before = against === null ? decided : outcomeOf(decideInShadow(record, against).events);
    if (before === null || after === null) return 'failed';
    return { parcel: entry.parcelId.toString(), isFirst: made.isFirst, before, after };
  } catch {
    // A law that needs what was not looked up then cannot decide again; the count says how often.
    return 'failed';
  }
}

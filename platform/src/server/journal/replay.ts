/** Replays a past day: every decision is made again from its input record alone and compared with the journal byte by byte in canonical form. */
import { canonicalJson, type Json } from '../../domain/kernel/canonical-json.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import type { Database } from '../db/connect.ts';
import { openInputRecord, type InputPlace } from './input-record.ts';
import type { SegmentReader, SegmentReading } from './segment-reader.ts';
import { LOG_START, readDecisions, type StoredEntry } from './store.ts';

/** `first` is the JSON Pointer of the first difference, or why the decision could not be made again. */
export type Difference = { readonly parcel: string; readonly first: string };

export type ReplayReport = {
  readonly day: string;
  readonly decisions: number;
  readonly identical: number;
  /** Decisions whose input record is unreadable, because its key was erased. */
  readonly erased: number;
  readonly different: readonly Difference[];
};

export type ReplayWorld = {
  readonly database: Pick<Database, 'intake'>;
  readonly reader: SegmentReader;
  /** Makes a decision from its input record: the canonical JSON of its events. */
  readonly decideAgain: (inputRecord: string) => string;
};

const ENTRIES_PER_PAGE = 1_000;
/** Differences listed; the numbers count all. */
const DIFFERENCES_KEPT = 1_000;

type Outcome = 'identical' | 'erased' | { readonly first: string };

export async function replayDay(world: ReplayWorld, day: Day): Promise<ReplayReport> {
  const counts = { decisions: 0, identical: 0, erased: 0 };
  const different: Difference[] = [];
  const segmentOf = readOnce(world.reader);
  for (let after = LOG_START, isLast = false; !isLast;) {
    const page = await readDecisions(world.database.intake, {
      day,
      after,
      limit: ENTRIES_PER_PAGE,
    });
    for (const entry of page) {
      const outcome = await replayEntry({ ...world, segmentOf }, entry);
      if (outcome === null) continue;
      counts.decisions++;
      if (outcome === 'identical') counts.identical++;
      else if (outcome === 'erased') counts.erased++;
      else if (different.length < DIFFERENCES_KEPT)
        different.push({ parcel: `${entry.parcelId}`, first: outcome.first });
    }
    after = page.at(-1) ?? after;
    isLast = page.length < ENTRIES_PER_PAGE;
  }
  return { day: writeDay(day), ...counts, different };
}

type Body = { readonly events: Json; readonly input: InputPlace | null };

type SegmentOf = (segmentId: bigint) => Promise<SegmentReading>;

/** Entries of one segment follow each other: it is read once for all of them. */
function readOnce(reader: SegmentReader): SegmentOf {
  let last: { readonly id: bigint; readonly reading: SegmentReading } | null = null;
  return async (id) => {
    if (last?.id !== id) last = { id, reading: await reader.segment(id) };
    return last.reading;
  };
}

/** Null when the entry has no input record after all. */
async function replayEntry(
  { segmentOf, decideAgain }: Pick<ReplayWorld, 'decideAgain'> & { readonly segmentOf: SegmentOf },
  entry: StoredEntry,
): Promise<Outcome | null> {
  // The door of the journal: intake wrote the body, and `verify` shows that nobody changed it since.
  const { events, input } = JSON.parse(entry.body) as Body;
  if (input === null) return null;
  const reading = openInputRecord(await segmentOf(BigInt(input.segment)), input);
  switch (reading.kind) {
    case 'erased':
      return 'erased';
    case 'broken':
      return { first: reading.because };
    case 'open':
      return compare(canonicalJson(events), decidedAgain(decideAgain, reading.record));
  }
}

/** A decision that cannot be made again is a difference to report, not the end of the replay. */
function decidedAgain(decideAgain: (record: string) => string, record: string): string | Error {
  try {
    return decideAgain(record);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function compare(journaled: string, decided: string | Error): Outcome {
  if (decided instanceof Error) return { first: `deciding again failed: ${decided.message}` };
  if (journaled === decided) return 'identical';
  // The order of members is no part of what was decided.
  const pointer = firstDifference(JSON.parse(journaled) as Json, JSON.parse(decided) as Json);
  return pointer === null ? 'identical' : { first: pointer };
}

/** The JSON Pointer of the first member, in canonical order, in which two values differ; null when they are equal. */
export function firstDifference(left: Json | undefined, right: Json | undefined): string | null {
  if (!isBranch(left) || !isBranch(right) || Array.isArray(left) !== Array.isArray(right)) {
    return isEqual(left, right) ? null : '';
  }
  const [leftMembers, rightMembers] = [membersOf(left), membersOf(right)];
  const names = new Set([...leftMembers.keys(), ...rightMembers.keys()]);
  const ordered = Array.isArray(left) ? [...names] : [...names].sort();
  for (const name of ordered) {
    const inside = firstDifference(leftMembers.get(name), rightMembers.get(name));
    if (inside !== null) return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${inside}`;
  }
  return null;
}

type Branch = readonly Json[] | { readonly [key: string]: Json | undefined };

const isBranch = (value: Json | undefined): value is Branch =>
  typeof value === 'object' && value !== null;
const membersOf = (value: Branch): ReadonlyMap<string, Json | undefined> =>
  new Map(Object.entries(value));

const isEqual = (left: Json | undefined, right: Json | undefined): boolean =>
  left === undefined || right === undefined
    ? left === right
    : canonicalJson(left) === canonicalJson(right);

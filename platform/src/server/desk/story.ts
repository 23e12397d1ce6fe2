/** The story of a parcel: its journal in words, each line with who did it, its receipt and its place in the sealed log. */
import type { ParcelEvent } from '../../domain/parcel-state.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import type { OfficerRecord } from '../../domain/decision/officer.ts';
import type { InputPlace } from '../journal/input-record.ts';
import type { EntryRow } from './store.ts';
import type { Spoken } from './spoken.ts';
import { titleOf, type Told } from './story-lines.ts';

export type StoryLine = {
  readonly at: string;
  readonly title: string;
  readonly detail?: string;
  readonly by?: string;
  readonly receipt?: string;
  readonly changed?: true;
  readonly entry: { readonly sequence: number; readonly leaf: string | null };
};

export type StorySubject = {
  readonly entries: readonly EntryRow[];
  readonly spoken: readonly Spoken[];
  /** Entries up to this one were there when the officer last looked; null when that never was. */
  readonly seen: number | null;
  readonly clock: (at: number) => string;
  readonly told: Omit<Told, 'statement'>;
  /** What officers wrote beside their acts, by the sequence of the entry. */
  readonly notes: ReadonlyMap<number, string>;
};

export type Entry = EntryRow & {
  readonly events: readonly ParcelEvent[];
  readonly commitments: readonly { readonly segment: string; readonly frame: number }[];
  readonly input: InputPlace | null;
  readonly versions: { readonly law?: string };
};

type Body = Pick<Entry, 'events' | 'commitments' | 'input' | 'versions'>;

export const openEntry = (row: EntryRow): Entry => {
  const { events, commitments, input, versions } = parseOwn<Body>(row.body);
  return { ...row, events, commitments, input, versions };
};

/** Oldest first. Events that tell nothing new to a person (facts chosen, a decision that stays the same) have no line. */
export function storyOf(subject: StorySubject, entries: readonly Entry[]): readonly StoryLine[] {
  const statements = new Map(subject.spoken.map((each) => [each.id.toString(), each]));
  const lines: StoryLine[] = [];
  let decided = '';
  for (const entry of entries)
    for (const event of entry.events) {
      const statement = 'statement' in event ? statements.get(event.statement) : undefined;
      const line = titleOf(event, { ...subject.told, statement });
      if (line === null) continue;
      const text = `${line.title} ${line.detail ?? ''}`;
      if (event.type === 'decided' && text === decided) continue;
      if (event.type === 'decided') decided = text;
      lines.push(written(subject, { entry, event, line, statement }));
    }
  return lines;
}

type Written = {
  readonly entry: Entry;
  readonly event: ParcelEvent;
  readonly line: { readonly title: string; readonly detail?: string };
  readonly statement: Spoken | undefined;
};

function written(
  { seen, clock, told, notes }: StorySubject,
  { entry, event, line, statement }: Written,
): StoryLine {
  const by = actorOf(event);
  const receipt = statement?.receipt ?? null;
  const note = by === null ? undefined : notes.get(entry.sequence);
  const detail = [line.detail, note === undefined ? undefined : `“${note}”`].filter((part) => part !== undefined).join(' · '); // prettier-ignore
  return {
    at: clock(momentOf(event, entry)),
    title: line.title,
    ...(detail === '' ? {} : { detail }),
    ...(by === null ? {} : { by: told.name(by.person) }),
    ...(receipt === null ? {} : { receipt }),
    ...(seen !== null && entry.sequence > seen ? { changed: true } : {}),
    entry: { sequence: entry.sequence, leaf: entry.leaf === null ? null : entry.leaf.toString() },
  };
}

/** Scans tell when they happened; everything else is told when it was recorded. */
function momentOf(event: ParcelEvent, { at }: Entry): number {
  return event.type === 'departed' || event.type === 'arrived' || event.type === 'presented'
    ? event.at
    : at.epochMilliseconds;
}

const actorOf = (event: ParcelEvent): OfficerRecord | null =>
  'by' in event && event.by !== null ? event.by : null;

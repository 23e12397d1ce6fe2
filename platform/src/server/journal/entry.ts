/** Makes the rows of the journal: what happened, by whom, under which versions, spelt once and without personal data. */
import type { Moment } from '../../domain/kernel/instant.ts';
import { writeMoment } from './moment.ts';

/** Points to one frame of a segment and binds it by its salted commitment (unpadded base64url). */
export type FrameReference = {
  readonly segment: bigint;
  readonly frame: number;
  readonly commitment: string;
};

export type EntryDraft = {
  readonly shardKey: number;
  /** Zero for what concerns no parcel, such as receipts issued or keys erased. */
  readonly parcelId: bigint;
  /** Counts the entries of a parcel from 1; zero where there is no parcel. */
  readonly sequence: number;
  readonly entryId: bigint;
  readonly at: Moment;
  /** Party, person or job; a code, never a name. */
  readonly actor: string;
  /** The command that was carried out; the column `kind`. */
  readonly command: string;
  /** JSON object of pack, rule, model and list versions, written already. */
  readonly versions: string;
  /** The input record of a decision; replay reads nothing else. */
  readonly input: FrameReference | null;
  /** The messages this entry stands on. */
  readonly commitments: readonly FrameReference[];
  /** JSON list of what happened, written already: the log binds these very bytes. */
  readonly events: string;
};

/** One row of the table `journal`. */
export type JournalRow = {
  readonly shardKey: number;
  readonly parcelId: bigint;
  readonly sequence: number;
  readonly entryId: bigint;
  readonly at: Moment;
  readonly kind: string;
  readonly actor: string;
  readonly body: string;
};

/**
 * The body is written member by member because `versions` and `events` come as text already; where they are canonical, so is the
 * whole, which a test holds.
 */
export function entryBody(draft: EntryDraft): string {
  const input = draft.input === null ? 'null' : referenceText(draft.input);
  return (
    `{"actor":${JSON.stringify(draft.actor)},"at":"${writeMoment(draft.at)}"` +
    `,"command":${JSON.stringify(draft.command)}` +
    `,"commitments":[${draft.commitments.map(referenceText).join(',')}],"entry":"${draft.entryId}"` +
    `,"events":${draft.events},"input":${input},"parcel":"${draft.parcelId}"` +
    `,"sequence":${draft.sequence},"versions":${draft.versions}}`
  );
}

const referenceText = ({ commitment, frame, segment }: FrameReference): string =>
  `{"commitment":"${commitment}","frame":${frame},"segment":"${segment}"}`;

export function journalRow(draft: EntryDraft): JournalRow {
  const { shardKey, parcelId, sequence, entryId, at, actor, command } = draft;
  return {
    shardKey,
    parcelId,
    sequence,
    entryId,
    at,
    kind: command,
    actor,
    body: entryBody(draft),
  };
}

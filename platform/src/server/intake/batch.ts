/** One batch in the making: the working set, and the rows and records that its messages have made so far. */
import type { KeptStatement } from '../../domain/journey.ts';
import type { LawBook } from '../../domain/journey-law.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Quality } from '../../domain/validation/quality.ts';
import type { ParcelEvent } from '../../domain/parcel-state.ts';
import type { PartyRegistry, RegisteredParty } from '../parties/store.ts';
import type { Guarantees } from './guarantees.ts';
import type { Quotes } from './known-quotes.ts';
import type { WorkingParcel, WorkingSet } from './working-set.ts';

/** What a pass needs of the world; no I/O happens between load and record. */
export type PassContext = {
  readonly law: LawBook;
  readonly parties: PartyRegistry;
  readonly nextId: () => bigint;
  /** Keyed fingerprint of normalised text, 16 hexadecimal digits. */
  readonly fingerprint: (text: string) => string;
  /** The verifiable draw of a parcel on a day, in [0, 1,000,000). */
  readonly draw: (wanted: {
    readonly reference: string;
    readonly day: number;
    readonly stratum: string;
  }) => number;
  readonly zoneOffsetMinutes: number;
};

/** A statement with what its row needs beside it. */
export type StatementDraft = {
  readonly statement: KeptStatement;
  /** Its parts; the statement itself keeps the total. */
  readonly quality: Quality;
  readonly owner: RegisteredParty;
  /** Index of its message among those of the batch. */
  readonly message: number;
  readonly consignment: number;
  readonly parcel: WorkingParcel | null;
};

/** One journal entry in the making. */
export type EntryDraft = {
  readonly shard: number;
  /** Parcel id, or the statement's own id when it speaks about no parcel yet. */
  readonly stream: bigint;
  readonly sequence: number;
  readonly at: Moment;
  readonly actor: string;
  readonly command: string;
  readonly events: readonly ParcelEvent[];
  readonly versions: string;
  /** The input record of a decision, or null when nothing was decided. */
  readonly input: string | null;
  /** Messages the entry stands on. */
  readonly messages: readonly number[];
};

export type OrderLinkDraft = {
  readonly shard: number;
  readonly order: string;
  /** Counts the links of an order from 0. */
  readonly place: number;
  readonly target: bigint;
  readonly targetShard: number;
  readonly isParcel: boolean;
};

export type Batch = {
  readonly context: PassContext;
  readonly working: WorkingSet;
  readonly partyDays: Map<string, number>;
  readonly guarantees: Guarantees;
  readonly at: Moment;
  readonly quotes: Quotes;
  readonly statements: StatementDraft[];
  readonly entries: EntryDraft[];
  readonly links: OrderLinkDraft[];
  /** Undoes what the current message did, last step first. */
  readonly undo: (() => void)[];
};

/** Forgets what the current message did: it failed, and its neighbours go on. */
export function rollBack(
  batch: Batch,
  marks: { statements: number; entries: number; links: number },
): void {
  for (let step = batch.undo.pop(); step !== undefined; step = batch.undo.pop()) step();
  batch.statements.length = marks.statements;
  batch.entries.length = marks.entries;
  batch.links.length = marks.links;
}

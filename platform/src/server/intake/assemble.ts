/** Assembles the rows of a decided batch: frames into the segment, receipts signed, journal entries spelt. */
import type { Day } from '../../domain/kernel/day.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { eventsText } from '../../domain/journey-record.ts';
import { journalRow, type JournalRow } from '../journal/entry.ts';
import { receiptsEntry, signBatch, type SignedBatch } from '../journal/receipts.ts';
import type { SegmentBuilder } from '../journal/segment.ts';
import type { Signer } from '../journal/signing.ts';
import type { Batch } from './batch.ts';
import { parcelRow } from './parcel-row.ts';
import { partyCounts } from './party-counts.ts';
import { postingSums } from './posting-sum.ts';
import type { Prepared } from './prepare.ts';
import * as rows from './rows.ts';
import { tallyRows } from './tally.ts';
import type { BatchRows } from './store.ts';
import type { Taken } from './take-message.ts';

/** A message that is recorded, with its place in the batch. */
export type Recorded = {
  readonly prepared: Prepared;
  readonly taken: Extract<Taken, { status: 'recorded' }>;
  /** Index of the message in the pass. */
  readonly message: number;
};

export type Assembly = { readonly rows: BatchRows; readonly signed: SignedBatch };

type Tools = {
  readonly batchId: bigint;
  readonly segment: SegmentBuilder;
  readonly signer: Signer;
  readonly day: Day;
};

/** Frames 0..n-1 of the segment are the recorded messages in order, so that a receipt's index is its frame. */
export async function assembleRows(
  batch: Batch,
  recorded: readonly Recorded[],
  tools: Tools,
): Promise<Assembly> {
  const { segment, batchId } = tools;
  const frames = new Map(
    recorded.map(({ prepared, message }) => [message, segment.add(prepared.arriving.raw)]),
  );
  const frameOf = (message: number): number =>
    present(frames.get(message), 'a recorded message has its frame');
  const signed = signBatch(tools.signer, {
    batchId,
    at: batch.at,
    digests: recorded.map((_, index) => segment.commitment(index)),
  });
  const journal = batch.entries.map((entry) => entryRow(batch, entry, { segment, frameOf }));
  journal.push(receiptsEntry(signed.row, batch.context.nextId()));
  const changed = [...batch.working.parcels.values()].filter((parcel) => parcel.isChanged);
  const opened = changed.filter((parcel) => parcel.isNew);
  const place: rows.Place = { batchId, frameOf };
  const postings = batch.entries.flatMap((entry) => rows.postingRows(entry, batch.context.nextId));
  return {
    signed,
    rows: {
      segment: await segment.finish(),
      receipts: signed.row,
      submissions: recorded.map((each) => submissionRow(each, place)),
      statements: batch.statements.map((draft) => rows.statementRow(draft, place)),
      parties: batch.statements.flatMap((draft) => rows.partyRows(draft)),
      newParcels: opened.map((parcel) => parcelRow(parcel, batch.at, batch.context)),
      changedParcels: changed
        .filter((parcel) => !parcel.isNew)
        .map((parcel) => ({
          ...parcelRow(parcel, batch.at, batch.context),
          loadedVersion: parcel.loadedVersion,
        })),
      references: opened.map((parcel) => ({
        shardKey: parcel.shard,
        scheme: parcel.reference.scheme,
        number: parcel.reference.number,
        period: parcel.period,
        parcelId: parcel.id,
      })),
      speakers: changed.flatMap((parcel) => rows.speakerRows(batch, parcel)),
      links: batch.links.map(rows.orderLinkRow),
      items: changed.flatMap(rows.itemRows),
      pieces: changed.flatMap(rows.pieceRows),
      tallies: tallyRows(changed, batch.context.nextId),
      postings,
      postingSums: postingSums(postings, batch.context.nextId),
      journal,
      day: tools.day,
      partyCounts: partyCounts(batch),
      guaranteeUses: batch.guarantees.uses(),
    },
  };
}

type Frames = { readonly segment: SegmentBuilder; readonly frameOf: (message: number) => number };

function entryRow(
  batch: Batch,
  entry: Batch['entries'][number],
  { segment, frameOf }: Frames,
): JournalRow {
  const input =
    entry.input === null ? null : segment.reference(segment.add(Buffer.from(entry.input)));
  return journalRow({
    shardKey: entry.shard,
    parcelId: entry.stream,
    sequence: entry.sequence,
    entryId: batch.context.nextId(),
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    versions: entry.versions,
    input,
    commitments: entry.messages.map((message) => segment.reference(frameOf(message))),
    events: eventsText(entry.events),
  });
}

function submissionRow(
  { prepared, taken, message }: Recorded,
  place: rows.Place,
): BatchRows['submissions'][number] {
  const { arriving, submission, digest } = prepared;
  return {
    ownerPartyId: arriving.owner.partyId,
    messageId: submission.messageId,
    submissionId: taken.submission,
    receivedAt: arriving.receivedAt,
    kind: submission.kind,
    digest,
    batchId: place.batchId,
    frame: place.frameOf(message),
    answer: JSON.stringify(taken.answer),
  };
}

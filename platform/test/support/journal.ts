/** A journal to test with: keys, ids and batches written as intake writes them, on a database of the test's own. */
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { canonicalJson } from '../../src/domain/kernel/canonical-json.ts';
import type { Moment } from '../../src/domain/kernel/instant.ts';
import { copyAll, copyOf } from '../../src/server/db/copy.ts';
import { inTransaction } from '../../src/server/db/transaction.ts';
import { createIdMaker, type IdMaker } from '../../src/server/ids.ts';
import { journalRow, type JournalRow } from '../../src/server/journal/entry.ts';
import { createDataKeys, loadSigner, masterKeyOf } from '../../src/server/journal/keys.ts';
import { receiptsEntry, signBatch, type Receipt } from '../../src/server/journal/receipts.ts';
import { createSealer } from '../../src/server/journal/sealer.ts';
import { createSegmentBuilder } from '../../src/server/journal/segment.ts';
import { leaseSlot } from '../../src/server/journal/store.ts';
import { journalTable, receiptBatchTable, segmentTable } from '../../src/server/journal/tables.ts';
import { freshDatabase } from './database.ts';

export const TEST_DAY = 20_700;
export const TEST_ORIGIN = 'xm-meridia.luxor/journal';
const DAY_MILLISECONDS = 86_400_000;

export type JournalWorld = Awaited<ReturnType<typeof journalWorld>>;

export type WrittenBatch = {
  readonly receipts: readonly Receipt[];
  readonly entries: readonly JournalRow[];
};

export async function journalWorld(context: Pick<TestContext, 'after'>) {
  const { database, admin } = await freshDatabase(context);
  const master = masterKeyOf(randomBytes(32));
  const clock = { day: TEST_DAY };
  const ids = await createIdMaker({
    day: () => clock.day,
    lease: (day) => leaseSlot(database.intake, day),
  });
  const signers = {
    receipt: await loadSigner(database, master, 'receipt'),
    checkpoint: await loadSigner(database, master, 'checkpoint'),
  };
  const keys = createDataKeys(database, master);
  const sealer = createSealer({ database, signer: signers.checkpoint, origin: TEST_ORIGIN });
  const sequences = new Map<bigint, number>();

  /** One message a parcel, with its input record; `events` says what was decided. */
  async function writeBatch(
    messages: readonly { readonly parcel: bigint; readonly text: string }[],
  ): Promise<WrittenBatch> {
    await ids.ready();
    const at: Moment = clock.day * DAY_MILLISECONDS + 3_600_000;
    const batchId = ids.next();
    const segment = createSegmentBuilder(batchId, await keys.forWriting('submission', clock.day));
    const frames = messages.map(({ text }) => segment.add(Buffer.from(text)));
    const entries = messages.map(({ parcel, text }, index) => {
      const sequence = (sequences.get(parcel) ?? 0) + 1;
      sequences.set(parcel, sequence);
      const input = segment.add(Buffer.from(inputOf(text)));
      return entryOf({
        ids,
        at,
        parcel,
        sequence,
        message: segment.reference(frames[index]!),
        input: segment.reference(input),
        text,
      });
    });
    const batch = signBatch(signers.receipt, {
      batchId,
      at,
      digests: frames.map((frame) => segment.commitment(frame)),
    });
    const rows = [...entries, receiptsEntry(batch.row, ids.next())];
    const segmentRow = await segment.finish();
    await inTransaction(database.intake, (transaction) =>
      copyAll(transaction, [
        copyOf(segmentTable, [segmentRow]),
        copyOf(journalTable, rows),
        copyOf(receiptBatchTable, [batch.row]),
      ]),
    );
    return {
      entries: rows,
      receipts: frames.map((frame) => batch.receipt(frame, segment.salt(frame))),
    };
  }

  return { database, admin, master, clock, ids, keys, signers, sealer, writeBatch };
}

type Draft = { ids: IdMaker; at: Moment; parcel: bigint; sequence: number; text: string } & Record<
  'message' | 'input',
  { segment: bigint; frame: number; commitment: string }
>;

/** The decision of the test's own law: what it says depends on the input record alone. */
export const inputOf = (text: string): string => canonicalJson({ text });
export const decideAgain = (input: string): string =>
  canonicalJson([{ type: 'judged', length: input.length }]);

function entryOf({ ids, at, parcel, sequence, message, input, text }: Draft): JournalRow {
  return journalRow({
    shardKey: Number(parcel % 256n),
    parcelId: parcel,
    sequence,
    entryId: ids.next(),
    at,
    actor: 'party:test',
    command: 'submit',
    versions: '{"pack":"xm-meridia@1"}',
    input,
    commitments: [message],
    events: decideAgain(inputOf(text)),
  });
}

/** The one pass over a batch: load, decide, record, answer; after a conflict with another pass it simply runs again. */
import type { LawBook } from '../../domain/journey-law.ts';
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import type { Pool } from '../db/connect.ts';
import { isTransactionConflict, isUniqueViolation } from '../db/errors.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { createSegmentBuilder, type DataKey } from '../journal/segment.ts';
import type { Signer } from '../journal/signing.ts';
import type { Receipt } from '../journal/receipts.ts';
import { answerRecorded, answerRefused, answerRepeated, answerTwin } from './answers.ts';
import type { Answer, Arriving } from './arriving.ts';
import { coverUses, isGuaranteeShort } from '../revenue/guarantee-store.ts';
import { openGuarantees } from './guarantees.ts';
import { meetGuarantees } from './accounts.ts';
import { assembleRows, type Recorded } from './assemble.ts';
import { rollBack, type Batch, type PassContext } from './batch.ts';
import { loadBatch, type Loaded } from './load.ts';
import type { Quotes } from './known-quotes.ts';
import { loadQuotes } from './quotes.ts';
import { prepare, type Prepared } from './prepare.ts';
import { sortOut, type Fresh, type Sorted } from './sort-out.ts';
import { ParcelMoved, writeBatch } from './store.ts';
import { takeMessage } from './take-message.ts';
import { openingOf } from './turn.ts';
import { wantedBy } from './wanted.ts';
import { openWorkingSet } from './working-set.ts';

export type PassTools = {
  readonly pool: Pool;
  readonly context: PassContext;
  readonly now: () => Moment;
  /** Waits until ids can be made and the draws of the day are ready. */
  readonly ready: (day: number) => Promise<void>;
  readonly dataKey: (day: number) => Promise<DataKey>;
  readonly signer: Signer;
  /** The law as it was, by 'pack@version', for parcels that were quoted under it; null where it is not kept. */
  readonly lawOf: (version: string) => Promise<LawBook | null>;
  /** Gives the receipt of a recorded message again. */
  readonly receiptOf: (
    transaction: Transaction,
    place: { batchId: bigint; frame: number },
  ) => Promise<Receipt | null>;
  /** Told of a message that broke; it is refused, its neighbours go on. */
  readonly onFault: (arriving: Arriving, error: unknown) => void;
};

const ATTEMPTS_MAX = 8;
/** A pass that lost this often against others is run while no other runs: then it cannot lose again. */
const ATTEMPTS_BESIDE_OTHERS = 2;

/** Runs a batch to its commit; one answer a message, in order. */
export async function runPass(
  tools: PassTools,
  messages: readonly Arriving[],
): Promise<readonly Answer[]> {
  const prepared = messages.map((message) => prepare(message, tools.context));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptPass(tools, prepared, { alone: attempt > ATTEMPTS_BESIDE_OTHERS });
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isRace(error)) throw error;
    }
  }
}

const isRace = (error: unknown): boolean =>
  error instanceof ParcelMoved ||
  isUniqueViolation(error) ||
  isTransactionConflict(error) ||
  isGuaranteeShort(error);

async function attemptPass(
  tools: PassTools,
  prepared: readonly Prepared[],
  turn: { readonly alone: boolean },
): Promise<readonly Answer[]> {
  const at = tools.now();
  const day = dayAt(at, tools.context.zoneOffsetMinutes);
  await tools.ready(day);
  const work = async (transaction: Transaction): Promise<readonly Answer[]> => {
    const loaded = await loadBatch(transaction, wantedBy(prepared, day));
    const sorted = sortOut(prepared, loaded);
    const quotes = await loadQuotes({ transaction, prepared, loaded, lawOf: tools.lawOf });
    const batch = openBatch(tools.context, { loaded, quotes }, at);
    await meetGuarantees(transaction, batch, sorted.fresh);
    const decided = decideAll(tools, batch, sorted.fresh);
    await record(tools, transaction, { batch, decided, day });
    return answerAll({ tools, transaction, sorted, decided, prepared });
  };
  return inTransaction(tools.pool, work, openingOf(turn));
}

type Known = { readonly loaded: Loaded; readonly quotes: Quotes };

const openBatch = (context: PassContext, { loaded, quotes }: Known, at: Moment): Batch => ({
  context,
  quotes,
  working: openWorkingSet(loaded),
  partyDays: new Map(Object.entries(loaded.partyDays)),
  guarantees: openGuarantees(loaded),
  at,
  statements: [],
  entries: [],
  links: [],
  undo: [],
});

type Decided = { readonly recorded: Recorded[]; readonly answers: Map<number, Answer> };

/** Decides message by message; one that breaks is undone and refused, and never fails its neighbours. */
function decideAll(tools: PassTools, batch: Batch, fresh: readonly Fresh[]): Decided {
  const decided: Decided = { recorded: [], answers: new Map() };
  for (const { message, prepared } of fresh) {
    const marks = {
      statements: batch.statements.length,
      entries: batch.entries.length,
      links: batch.links.length,
    };
    batch.undo.length = 0;
    try {
      const taken = takeMessage(batch, prepared, message);
      if (taken.status === 'recorded') decided.recorded.push({ prepared, taken, message });
      else decided.answers.set(message, answerRefused(prepared, taken.findings, batch.at));
    } catch (error) {
      rollBack(batch, marks);
      tools.onFault(prepared.arriving, error);
      decided.answers.set(
        message,
        answerRefused(prepared, [finding('processing-failed', '')], batch.at),
      );
    }
  }
  return decided;
}

type Decision = { readonly batch: Batch; readonly decided: Decided; readonly day: number };

async function record(
  tools: PassTools,
  transaction: Transaction,
  { batch, decided, day }: Decision,
): Promise<void> {
  const { recorded, answers } = decided;
  if (recorded.length === 0) return;
  const batchId = tools.context.nextId();
  const segment = createSegmentBuilder(batchId, await tools.dataKey(day));
  const { rows, signed } = await assembleRows(batch, recorded, {
    batchId,
    segment,
    signer: tools.signer,
    day,
  });
  await coverUses(transaction, batch.guarantees);
  await writeBatch(transaction, rows);
  recorded.forEach((each, index) => {
    answers.set(
      each.message,
      answerRecorded(each, () => signed.receipt(index, segment.salt(index))),
    );
  });
}

type Answering = {
  readonly tools: PassTools;
  readonly transaction: Transaction;
  readonly sorted: Sorted;
  readonly decided: Decided;
  readonly prepared: readonly Prepared[];
};

async function answerAll({
  tools,
  transaction,
  sorted,
  decided,
  prepared,
}: Answering): Promise<readonly Answer[]> {
  const { answers } = decided;
  for (const repeated of sorted.repeated) {
    const place = { batchId: BigInt(repeated.stored.batch), frame: repeated.stored.frame };
    answers.set(
      repeated.message,
      answerRepeated(repeated, await tools.receiptOf(transaction, place)),
    );
  }
  for (const { message, findings } of sorted.refused)
    answers.set(
      message,
      answerRefused(present(prepared[message], 'a message of the pass'), findings, tools.now()),
    );
  for (const { message, sameAs } of sorted.twins)
    answers.set(message, answerTwin(answers.get(sameAs)));
  return prepared.map((_, message) =>
    present(answers.get(message), 'every message of a pass is answered'),
  );
}

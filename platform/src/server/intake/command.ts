/** Carries out one command about one parcel (an officer's act, a payment): load, decide, record, in one transaction like a pass. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { dayAt, type Moment } from '../../domain/kernel/instant.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { eventsText } from '../../domain/journey-record.ts';
import { foldEntry, type ParcelEvent, type ParcelState } from '../../domain/parcel-state.ts';
import { outsideOf } from '../../domain/release/custody.ts';
import { accountsOf } from '../../domain/revenue/guarantee.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { journalRow, type FrameReference } from '../journal/entry.ts';
import { createSegmentBuilder, type SegmentRow } from '../journal/segment.ts';
import { appendEntry } from '../journal/store.ts';
import { isGuaranteeShort, readGuarantees, useShares } from '../revenue/guarantee-store.ts';
import { openGuarantees, type Guarantees } from './guarantees.ts';
import type { EntryDraft } from './batch.ts';
import { loadBatch } from './load.ts';
import type { Wanted } from './load-query.ts';
import type { PassTools } from './pass.ts';
import { parcelRow } from './parcel-row.ts';
import { postingSums } from './posting-sum.ts';
import { postingRows } from './rows.ts';
import { ParcelMoved, writeCommand } from './store.ts';
import { tallyRows } from './tally.ts';
import { openingOf } from './turn.ts';
import { followOutside, openWorkingSet, referenceKey, type WorkingParcel } from './working-set.ts';

export type Command = {
  readonly reference: HouseReference;
  /** Person or job that gives it; a code, never a name. */
  readonly actor: string;
  readonly command: string;
  /** The version the caller looked at; another one is a conflict. Null when the caller does not mind. */
  readonly expectedVersion: number | null;
  /** Free words of the person: kept encrypted, because they may name somebody; the journal keeps their commitment. */
  readonly note: string | null;
  /** Pure: the events the command makes of the parcel, or why not. */
  readonly decide: (
    state: ParcelState,
    at: Moment,
    guaranteeOf: Guarantees['of'],
  ) => Result<readonly ParcelEvent[], Refusal>;
};

const ATTEMPTS_MAX = 5;

/** The state after the command, or the refusal; a race with another pass is decided again. */
export async function carryOut(
  tools: PassTools,
  command: Command,
): Promise<Result<ParcelState, Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptCommand(tools, command);
    } catch (error) {
      const isRace = error instanceof ParcelMoved || isGuaranteeShort(error);
      if (!isRace || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

async function attemptCommand(
  tools: PassTools,
  command: Command,
): Promise<Result<ParcelState, Refusal>> {
  const at = tools.now();
  await tools.ready(dayAt(at, tools.context.zoneOffsetMinutes));
  const work = async (transaction: Transaction): Promise<Result<ParcelState, Refusal>> => {
    const parcel = await loadParcel(transaction, command.reference);
    if (parcel === undefined || parcel.state === null)
      return failure(refusal('parcel-not-found', 'There is no parcel with this number.'));
    if (command.expectedVersion !== null && command.expectedVersion !== parcel.state.version)
      return failure(
        refusal('parcel-changed', 'The parcel has changed since you opened it: look at it again.'),
      );
    const guarantees = await guaranteesFor(transaction, parcel.state);
    const decided = command.decide(parcel.state, at, guarantees.of);
    if (!decided.ok) return decided;
    return success(
      await record(tools, transaction, { command, parcel, events: decided.value, at, guarantees }),
    );
  };
  return inTransaction(tools.pool, work, openingOf({ alone: false }));
}

async function guaranteesFor(transaction: Transaction, state: ParcelState): Promise<Guarantees> {
  const accounts = accountsOf(state.debt);
  if (accounts.length === 0) return openGuarantees({ accounts, guarantees: [], stripe: 0 });
  const { guarantees, stripe } = await readGuarantees(transaction, accounts);
  return openGuarantees({ accounts, guarantees: parseOwn(guarantees), stripe });
}

async function loadParcel(
  transaction: Transaction,
  reference: HouseReference,
): Promise<WorkingParcel | undefined> {
  const loaded = await loadBatch(transaction, wantedFor(reference));
  return openWorkingSet(loaded).parcels.get(referenceKey(reference));
}

const wantedFor = (reference: HouseReference): Wanted => ({
  owners: [],
  messageIds: [],
  referenceShards: [shardOf(reference.number)],
  schemes: [reference.scheme],
  numbers: [reference.number],
  orderShards: [],
  orderNumbers: [],
  partyKeys: [],
  accounts: [],
  day: writeDay(0),
});

type Recording = {
  readonly command: Command;
  readonly parcel: WorkingParcel;
  readonly events: readonly ParcelEvent[];
  readonly at: Moment;
  readonly guarantees: Guarantees;
};

async function record(
  tools: PassTools,
  transaction: Transaction,
  { command, parcel, events, at, guarantees }: Recording,
): Promise<ParcelState> {
  const { context } = tools;
  const state = foldEntry(parcel.state, events, at);
  followOutside(parcel, outsideOf(state.custody), at);
  parcel.state = state;
  const segment = await sealNote(tools, command.note, at);
  const entry: EntryDraft = {
    shard: parcel.shard,
    stream: parcel.id,
    sequence: state.version,
    at,
    actor: command.actor,
    command: command.command,
    events,
    versions: '{}',
    input: null,
    messages: [],
  };
  const postings = postingRows(entry, context.nextId);
  guarantees.book(events);
  await writeCommand(transaction, {
    parcel: { ...parcelRow(parcel, at, context), loadedVersion: parcel.loadedVersion },
    tallies: tallyRows([parcel], context.nextId),
    postings,
    postingSums: postingSums(postings, context.nextId),
    segment: segment?.row ?? null,
  });
  await useShares(transaction, guarantees);
  const { shard: shardKey, stream: parcelId, ...rest } = entry;
  await appendEntry(
    transaction,
    journalRow({
      ...rest,
      input: null,
      shardKey,
      parcelId,
      entryId: context.nextId(),
      commitments: segment === null ? [] : [segment.reference],
      events: eventsText(events),
    }),
  );
  return state;
}

type SealedNote = { readonly row: SegmentRow; readonly reference: FrameReference };

async function sealNote(
  tools: PassTools,
  note: string | null,
  at: Moment,
): Promise<SealedNote | null> {
  if (note === null) return null;
  const day = dayAt(at, tools.context.zoneOffsetMinutes);
  const segment = createSegmentBuilder(tools.context.nextId(), await tools.dataKey(day));
  const reference = segment.reference(segment.add(Buffer.from(note)));
  return { row: await segment.finish(), reference };
}

/** Places and lifts legal holds, each in the record; who placed one never lifts it. */
import type { RetentionClass } from '../../domain/jurisdiction/pack.ts';
import { canonicalJson, type Json } from '../../domain/kernel/canonical-json.ts';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { inTransaction } from '../db/transaction.ts';
import { journalRow } from '../journal/entry.ts';
import { appendEntry } from '../journal/store.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';

export type Placing = {
  readonly retentionClass: RetentionClass;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly caseNumber: string;
  readonly person: string;
};

const refuse = (code: string, sentence: string): Result<never, Refusal> =>
  failure(refusal(code, sentence));

/** From its commit on no key of these days is erased. */
export async function placeLegalHold(
  platform: Platform,
  { person, ...placing }: Placing,
): Promise<Result<number, Refusal>> {
  const { firstDay, lastDay } = placing;
  if (firstDay > lastDay)
    return refuse('legal-hold-days-reversed', 'The last day of the hold is before its first.');
  const at = platform.now();
  await platform.ids.ready();
  return inTransaction(platform.database.intake, async (transaction) => {
    const placedAt = Temporal.Instant.fromEpochMilliseconds(at);
    const holdId = await store.insertLegalHold(transaction, { ...placing, placedBy: person, placedAt }); // prettier-ignore
    const event = {
      type: 'legal-hold-placed',
      hold: holdId,
      retentionClass: placing.retentionClass,
      firstDay: writeDay(firstDay),
      lastDay: writeDay(lastDay),
      case: placing.caseNumber,
    };
    await appendEntry(transaction, entryOf(platform, { at, person, command: 'place-legal-hold', event })); // prettier-ignore
    return success(holdId);
  });
}

export async function liftLegalHold(
  platform: Platform,
  { holdId, person }: { readonly holdId: number; readonly person: string },
): Promise<Result<number, Refusal>> {
  const at = platform.now();
  await platform.ids.ready();
  return inTransaction(platform.database.intake, async (transaction) => {
    const hold = await store.readLegalHold(transaction, holdId);
    if (hold === null) return refuse('not-found', 'There is no legal hold of that number.');
    if (hold.placedBy === person)
      return refuse('legal-hold-own', 'A hold is lifted by somebody else than who placed it.');
    const lift = { holdId, by: person, at: Temporal.Instant.fromEpochMilliseconds(at) };
    if (!(await store.liftLegalHold(transaction, lift)))
      return refuse('legal-hold-lifted', 'The hold was lifted already.');
    const event = { type: 'legal-hold-lifted', hold: holdId };
    await appendEntry(transaction, entryOf(platform, { at, person, command: 'lift-legal-hold', event })); // prettier-ignore
    return success(holdId);
  });
}

type Written = {
  readonly at: number;
  readonly person: string;
  readonly command: string;
  readonly event: Json;
};

const entryOf = ({ ids }: Platform, { at, person, command, event }: Written) =>
  journalRow({
    shardKey: 0,
    parcelId: 0n,
    sequence: 0,
    entryId: ids.next(),
    at,
    actor: person,
    command,
    versions: '{}',
    input: null,
    commitments: [],
    events: canonicalJson([event]),
  });

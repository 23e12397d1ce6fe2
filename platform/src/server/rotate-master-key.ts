/** Replaces the master key: every key it wrapped is wrapped anew in one transaction, and the old one is refused from then on. */
import { canonicalJson } from '../domain/kernel/canonical-json.ts';
import type { Moment } from '../domain/kernel/instant.ts';
import type { Database } from './db/connect.ts';
import { inTransaction } from './db/transaction.ts';
import { Fault } from './fault.ts';
import { journalRow } from './journal/entry.ts';
import { lockKeys, readRetirement, retireMasterKey, rewrapKeys, rewriteKeys, type Rewrap } from './journal/key-store.ts'; // prettier-ignore
import type { MasterKey } from './journal/keys.ts';
import { appendEntry } from './journal/store.ts';
import { rewrapSelectionKeys } from './risk/selection-store.ts';

export type Rotating = {
  readonly from: MasterKey;
  readonly to: MasterKey;
  readonly at: Moment;
  readonly entryId: bigint;
};

export type Rotation = {
  readonly from: string;
  readonly to: string;
  /** Keys wrapped anew; zero when an earlier run had done it and only its end was missing. */
  readonly keys: number;
};

/** Either all keys are wrapped by the new master key or none is; run again after an interruption it finishes what was begun. */
export async function rotateMasterKey(
  { owner }: Pick<Database, 'owner'>,
  { from, to, at, entryId }: Rotating,
): Promise<Rotation> {
  const ids = { from: from.id, to: to.id };
  if (from.id === to.id) throw sameKey();
  const keys = await inTransaction(owner, async (transaction) => {
    await lockKeys(transaction);
    const retirement = await readRetirement(transaction, from.id);
    if (retirement?.replacedBy === to.id) return 0;
    if (retirement !== null) throw retiredAlready(from.id, retirement.replacedBy);
    if ((await readRetirement(transaction, to.id)) !== null) throw usedBefore(to.id);
    const rewrap: Rewrap = ({ context, wrapped }) =>
      to.wrap(from.unwrap(wrapped, context), context);
    const count =
      (await rewrapKeys(transaction, { id: to.id, rewrap })) +
      (await rewrapSelectionKeys(transaction, { id: to.id, rewrap }));
    await retireMasterKey(transaction, {
      id: from.id,
      replacedBy: to.id,
      at: Temporal.Instant.fromEpochMilliseconds(at),
    });
    const event = { type: 'master-key-rotated', ...ids, keys: count };
    await appendEntry(
      transaction,
      journalRow({
        shardKey: 0,
        parcelId: 0n,
        sequence: 0,
        entryId,
        at,
        actor: 'operator',
        command: 'rotate-master-key',
        versions: '{}',
        input: null,
        commitments: [],
        events: canonicalJson([event]),
      }),
    );
    return count;
  });
  await rewriteKeys(owner);
  return { ...ids, keys };
}

const sameKey = (): Fault =>
  new Fault({
    code: 'master-key-unchanged',
    sentence: 'The new master key is the old one: name another file with --to.',
    exitCode: 2,
  });

const retiredAlready = (id: string, by: string): Fault =>
  new Fault({
    code: 'master-key-retired',
    sentence: `The master key ${id} was replaced by ${by} already: rotate from that one.`,
  });

const usedBefore = (id: string): Fault =>
  new Fault({
    code: 'master-key-used-before',
    sentence: `The master key ${id} was retired once and is never used again: name another file with --to.`,
  });

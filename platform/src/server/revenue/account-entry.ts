/** Writes what happens to an account as a whole: a journal entry, and the posting with its sum, in the caller's transaction. */
import type { Moment } from '../../domain/kernel/instant.ts';
import type { Money } from '../../domain/kernel/money.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import type { Account } from '../../domain/revenue/posting.ts';
import { copyAll, copyOf } from '../db/copy.ts';
import type { Transaction } from '../db/transaction.ts';
import { postingSums } from '../intake/posting-sum.ts';
import { postingSumTable, postingTable, type PostingRow } from '../intake/tables.ts';
import { journalRow } from '../journal/entry.ts';
import { appendEntry } from '../journal/store.ts';
import type { PassTools } from '../intake/pass.ts';
import { readGuarantees, useShares } from './guarantee-store.ts';
import { openGuarantees } from '../intake/guarantees.ts';

export type AccountEvent =
  | {
      readonly type: 'account-paid';
      readonly account: Account;
      readonly amount: string;
      readonly currency: string;
      readonly reference: string;
      readonly paidOn: string;
    }
  | {
      readonly type: 'guarantee-set';
      readonly account: Account;
      readonly limit: string;
      readonly currency: string;
      readonly reason: string;
    };

export type AccountEntry = {
  readonly at: Moment;
  readonly actor: string;
  readonly command: string;
  readonly event: AccountEvent;
};

/** Entries about accounts concern no parcel. */
export async function appendAccountEntry(
  { context }: Pick<PassTools, 'context'>,
  transaction: Transaction,
  { at, actor, command, event }: AccountEntry,
): Promise<void> {
  const entry = {
    ...{ shardKey: shardOf(event.account), parcelId: 0n, sequence: 0, entryId: context.nextId() },
    ...{ at, actor, command, versions: '{}', input: null, commitments: [] },
    events: JSON.stringify([event]),
  };
  await appendEntry(transaction, journalRow(entry));
}

/** Money that came in for an account; the word `payment` stands where other postings name the charge. */
export async function postPayment(
  { context }: Pick<PassTools, 'context'>,
  transaction: Transaction,
  { account, amount, at }: { account: Account; amount: Money; at: Moment },
): Promise<void> {
  const posting: PostingRow = {
    ...{ shardKey: shardOf(account), parcelId: 0n, postingId: context.nextId(), bookedAt: at },
    ...{ charge: 'payment', debit: 'treasury:cash', credit: account, reason: 'paid', rule: '' },
    ...{ amountMinor: amount.minor, currency: amount.currency },
  };
  await copyAll(transaction, [
    copyOf(postingTable, [posting]),
    copyOf(postingSumTable, postingSums([posting], context.nextId)),
  ]);
  const { guarantees: read, stripe } = await readGuarantees(transaction, [account]);
  const guarantees = openGuarantees({ accounts: [account], guarantees: parseOwn(read), stripe });
  guarantees.put(account, -amount.minor);
  await useShares(transaction, guarantees);
}

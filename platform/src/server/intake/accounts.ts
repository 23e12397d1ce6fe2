/** Looks up the guarantees of accounts that a batch has to do with beside those of its senders: of parcels that others declared. */
import { accountsOf, defermentAccount } from '../../domain/revenue/guarantee.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import type { Transaction } from '../db/transaction.ts';
import { readGuarantees } from '../revenue/guarantee-store.ts';
import type { Batch } from './batch.ts';
import type { Fresh } from './sort-out.ts';

/**
 * Makes the batch know the guarantee of every account that its decisions may ask for or book on. Scans decide nothing, so that
 * a batch of scans asks only for parcels that wait for room.
 */
export async function meetGuarantees(
  transaction: Transaction,
  batch: Batch,
  fresh: readonly Fresh[],
): Promise<void> {
  const decides = fresh.some(({ prepared }) => prepared.submission.kind !== 'arrival');
  const accounts = new Set<string>();
  for (const parcel of batch.working.parcels.values()) {
    if (parcel.state !== null && (decides || parcel.state.debt.account !== undefined))
      for (const account of accountsOf(parcel.state.debt)) accounts.add(account);
    if (decides) for (const { owner } of parcel.statements) addOwner(batch, accounts, owner);
  }
  for (const order of batch.working.orders.values())
    for (const { owner } of order.statements) addOwner(batch, accounts, owner);
  const wanted = [...accounts].filter((account) => !batch.guarantees.knows(account));
  if (wanted.length === 0) return;
  const { guarantees } = await readGuarantees(transaction, wanted);
  batch.guarantees.add(wanted, parseOwn(guarantees));
}

function addAccount(accounts: Set<string>, account: string | null): void {
  if (account !== null) accounts.add(defermentAccount(account));
}

function addOwner({ context }: Batch, accounts: Set<string>, code: string): void {
  addAccount(accounts, context.parties.byCode(code)?.account ?? null);
}

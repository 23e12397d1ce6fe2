/** Lets passes of all processes run beside one another, and one that keeps losing against the others run alone. */
import { execute, sql } from '../db/sql.ts';
import type { Transaction } from '../db/transaction.ts';

/** Any fixed number will do, as long as no other advisory lock of ours uses it. */
const PASSES = 4_600_020n;

/** One shared lock a pass, whatever it holds: ends with the transaction. A pass that wants to be alone waits for those that run. */
export async function takeTurn(
  transaction: Transaction,
  { alone }: { readonly alone: boolean },
): Promise<void> {
  await execute(
    transaction,
    alone
      ? sql`select pg_advisory_xact_lock(${PASSES})`
      : sql`select pg_advisory_xact_lock_shared(${PASSES})`,
  );
}

/** Runs work in one transaction, and sets the context that row-level security reads: no context, no rows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Database, Pool } from './connect.ts';
import { isTransactionConflict } from './errors.ts';
import { execute, sql } from './sql.ts';

/** The connection inside its transaction; it must not be kept beyond the work it was given to. */
export type Transaction = Client;

type Work<Outcome> = (transaction: Transaction) => Promise<Outcome>;

/** Transactions whose work has committed already, by the last of its statements. */
const committed = new WeakSet<Transaction>();

/** Told by work that has sent `commit` together with its last statement, so that no lock waits for a word of ours. */
export function markCommitted(transaction: Transaction): void {
  committed.add(transaction);
}

/** Commits what `work` returns from and rolls back what it throws from; `opening` may say more than `begin`, in the same round trip. */
export async function inTransaction<Outcome>(
  pool: Pool,
  work: Work<Outcome>,
  opening = 'begin',
): Promise<Outcome> {
  const client = await pool.connect();
  // pg reports a lost connection on the client too; the query in flight rejects with the same error, which is enough.
  const ignore = () => undefined;
  client.on('error', ignore);
  let isBroken = false;
  try {
    await client.query(opening);
    const outcome = await work(client);
    if (!committed.has(client)) await client.query('commit');
    return outcome;
  } catch (error) {
    isBroken = !(await hasRolledBack(client));
    throw error;
  } finally {
    committed.delete(client);
    client.off('error', ignore);
    client.release(isBroken);
  }
}

async function hasRolledBack(client: Client): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

const ATTEMPTS_MAX = 5;

/** Like `inTransaction`, and again when PostgreSQL broke it off for another's sake; `work` must act on the database alone. */
export async function inRetriedTransaction<Outcome>(
  pool: Pool,
  work: Work<Outcome>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, work);
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isTransactionConflict(error)) throw error;
      await pause(Math.random() * 2 ** attempt * 5);
    }
  }
}

/** `luxor.party` names the party whose rows may be seen; the setting ends with the transaction, so that no pool can leak it. */
export async function asTrader<Outcome>(
  database: Database,
  partyId: string | bigint,
  work: Work<Outcome>,
): Promise<Outcome> {
  return inTransaction(database.trader, async (transaction) => {
    await setContext(transaction, { 'luxor.party': String(partyId) });
    return work(transaction);
  });
}

export type OfficerContext = Readonly<{ personId: string; roles: readonly string[] }>;

/** `luxor.person` names the officer and `luxor.roles` what the person may do, joined by commas. */
export async function asOfficer<Outcome>(
  database: Database,
  officer: OfficerContext,
  work: Work<Outcome>,
): Promise<Outcome> {
  if (officer.roles.some((role) => role.includes(','))) throw new Error('A role holds a comma.');
  return inTransaction(database.officer, async (transaction) => {
    await setContext(transaction, {
      'luxor.person': officer.personId,
      'luxor.roles': officer.roles.join(','),
    });
    return work(transaction);
  });
}

/** Reads what belongs to one receipt, for whoever names it: the views of the public show the rows of this batch and no other. */
export async function withReceiptBatch<Outcome>(
  database: Pick<Database, 'public'>,
  batchId: bigint,
  work: Work<Outcome>,
): Promise<Outcome> {
  return inTransaction(database.public, async (transaction) => {
    await setContext(transaction, { 'luxor.asked_receipt_batch': batchId.toString() });
    return work(transaction);
  });
}

/** Reads the quote that somebody names: the view of the public shows it and no other. */
export async function withQuote<Outcome>(
  database: Pick<Database, 'public'>,
  quoteId: string,
  work: Work<Outcome>,
): Promise<Outcome> {
  return inTransaction(database.public, async (transaction) => {
    await setContext(transaction, { 'luxor.asked_quote': quoteId });
    return work(transaction);
  });
}

async function setContext(
  transaction: Transaction,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const names = Object.keys(settings);
  const values = Object.values(settings);
  await execute(
    transaction,
    sql`select set_config(name, value, true) from unnest(${names}::text[], ${values}::text[]) as setting (name, value)`,
  );
}

/** Shows accounts: what stands on each and what its guarantee has left, and the statement of a month. */
import { readDay, writeDay, type Day } from '../../domain/kernel/day.ts';
import { writeAmount } from '../../domain/kernel/money.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { Account } from '../../domain/revenue/posting.ts';
import type { Queryable } from '../db/sql.ts';
import type { Platform } from '../world.ts';
import * as store from './account-store.ts';

const ACCOUNTS_MAX = 1_000;
const LINES_MAX = 2_000;

type World = Pick<Platform, 'pack' | 'law' | 'now'>;

export async function listAccounts({ pack }: World, on: Queryable): Promise<object> {
  const { currency } = pack;
  const rows = await store.readAccountLines(on, currency, ACCOUNTS_MAX);
  const write = (minor: bigint): string => writeAmount({ minor, currency });
  const accounts = rows.map(({ account, holder, name, balanceMinor, limitMinor, waiting }) => {
    const balance = BigInt(balanceMinor);
    const limit = limitMinor === null ? null : BigInt(limitMinor);
    return {
      ...{ account, holder, name, currency, waiting, balance: write(balance) },
      limit: limit === null ? null : write(limit),
      headroom: limit === null ? null : write(limit - balance),
    };
  });
  return { accounts, more: rows.length === ACCOUNTS_MAX };
}

/** The month that is now. */
export const monthOf = ({ law, now }: Pick<World, 'law' | 'now'>): string =>
  writeDay(law.dayAt(now())).slice(0, 7);

/** The first day of a month and of the one after it; null when the text is no month. */
function daysOfMonth(month: string): { readonly from: Day; readonly until: Day } | null {
  const from = readDay(`${month}-01`);
  if (from === null) return null;
  const inNext = writeDay(from + 31).slice(0, 7);
  const until = readDay(`${inNext}-01`);
  return until === null ? null : { from, until };
}

export type AccountMonth = { readonly account: Account; readonly month: string };

/**
 * Opening balance, what moved it, and closing balance: each figure a sum of the ledger. A month that is not over says so.
 * Refusal: `month-malformed`.
 */
export async function readStatement(
  { pack, law, now }: World,
  on: Queryable,
  { account, month }: AccountMonth,
): Promise<Result<object, Refusal>> {
  const days = daysOfMonth(month);
  if (days === null) return failure(refusal('month-malformed', 'A month is written 2026-11.'));
  const { currency } = pack;
  const opening = await store.readBalance(on, { account, currency, before: days.from });
  const lines = await store.readMovements(on, { account, currency, ...days }, LINES_MAX);
  const write = (minor: bigint): string => writeAmount({ minor, currency });
  const sum = (of: (line: store.StatementLine) => string): bigint =>
    lines.reduce((total, line) => total + BigInt(of(line)), 0n);
  const [debit, credit] = [sum(({ debitMinor }) => debitMinor), sum(({ creditMinor }) => creditMinor)]; // prettier-ignore
  return success({
    ...{ account, month, currency },
    isClosed: law.dayAt(now()) >= days.until,
    opening: write(opening),
    debit: write(debit),
    credit: write(credit),
    closing: write(opening + debit - credit),
    lines: lines.map(({ day, charge, reason, debitMinor, creditMinor, postings }) => ({
      ...{ on: writeDay(day), charge, reason, postings },
      debit: write(BigInt(debitMinor)),
      credit: write(BigInt(creditMinor)),
    })),
  });
}

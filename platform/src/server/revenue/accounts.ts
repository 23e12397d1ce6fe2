/** Takes payments to accounts, sets guarantees and lets parcels go on that waited for room. */
import type { Officer } from '../../domain/decision/officer.ts';
import { withSettlement } from '../../domain/journey-settlement.ts';
import { readDay } from '../../domain/kernel/day.ts';
import { dayAt } from '../../domain/kernel/instant.ts';
import { readAmount, writeAmount, type Money } from '../../domain/kernel/money.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { secureDebt } from '../../domain/revenue/guarantee.ts';
import type { Account } from '../../domain/revenue/posting.ts';
import { inRetriedTransaction, inTransaction, type Transaction } from '../db/transaction.ts';
import { carryOut } from '../intake/command.ts';
import { openingOf } from '../intake/turn.ts';
import type { Platform } from '../world.ts';
import { appendAccountEntry, postPayment } from './account-entry.ts';
import * as store from './account-store.ts';

export type AccountPayment = {
  readonly account: Account;
  readonly amount: string;
  readonly currency: string;
  /** Of the bank: what makes a second telling the same payment. */
  readonly reference: string;
  /** ISO date. */
  readonly paidOn: string;
};

export type Booked = { readonly reference: string; readonly status: 'booked' | 'known' };

type World = Pick<Platform, 'database' | 'pack' | 'now' | 'tools'>;

/**
 * Books a payment once, however often it is told. Refusals: `amount-malformed`, `account-not-found`, `currency-differs`,
 * `payment-in-future`, and `payment-reference-used` when the reference is that of another payment.
 */
export async function bookPayment(
  world: World,
  officer: Officer,
  told: { readonly payment: AccountPayment; readonly bankStatement: string | null },
): Promise<Result<Booked, Refusal>> {
  const { tools } = world;
  const at = tools.now();
  const checked = checkPayment(world, told.payment);
  if (!checked.ok) return checked;
  await tools.ready(dayAt(at, tools.context.zoneOffsetMinutes));
  return inRetriedTransaction(world.database.intake, (transaction) =>
    book(world, transaction, { ...told, officer, at, ...checked.value }),
  );
}

type Checked = { readonly amount: Money; readonly paidOn: number };

function checkPayment(
  { pack, now }: World,
  { amount: text, currency, paidOn: day }: AccountPayment,
): Result<Checked, Refusal> {
  if (currency !== pack.currency)
    return failure(refusal('currency-differs', `Accounts are kept in ${pack.currency}.`));
  const amount = readAmount(text, currency);
  if (amount === null || amount.minor <= 0n)
    return failure(refusal('amount-malformed', 'The amount is not a positive decimal of its currency.')); // prettier-ignore
  const paidOn = readDay(day);
  if (paidOn === null) return failure(refusal('date-malformed', 'The date of payment is no date.'));
  if (paidOn > dayAt(now(), pack.zoneOffsetMinutes))
    return failure(refusal('payment-in-future', 'The date of payment has not come yet.'));
  return success({ amount, paidOn });
}

type Booking = Checked & {
  readonly payment: AccountPayment;
  readonly bankStatement: string | null;
  readonly officer: Officer;
  readonly at: number;
};

async function book(
  { tools }: World,
  transaction: Transaction,
  { payment, bankStatement, officer, at, amount, paidOn }: Booking,
): Promise<Result<Booked, Refusal>> {
  const { account, reference, currency } = payment;
  if ((await store.readHolder(transaction, account)) === undefined) return failure(NO_ACCOUNT);
  const isNew = await store.insertPayment(transaction, {
    ...{ reference, account, currency, amountMinor: amount.minor, paidOn, bankStatement },
    paymentId: tools.context.nextId(),
    bookedAt: Temporal.Instant.fromEpochMilliseconds(at),
    bookedBy: officer.person,
  });
  if (!isNew) {
    const known = await store.readPayment(transaction, reference);
    const isSame = known.account === account && known.amountMinor === amount.minor && known.currency === currency && known.paidOn === payment.paidOn; // prettier-ignore
    return isSame ? success({ reference, status: 'known' }) : failure(USED);
  }
  await postPayment(tools, transaction, { account, amount, at });
  await appendAccountEntry(tools, transaction, {
    ...{ at, actor: officer.person, command: 'pay-account' },
    event: { type: 'account-paid', account, amount: writeAmount(amount), currency, reference, paidOn: payment.paidOn }, // prettier-ignore
  });
  return success({ reference, status: 'booked' });
}

const NO_ACCOUNT = refusal('account-not-found', 'Nobody owes on an account of this name.');
const USED = refusal('payment-reference-used', 'Another payment was booked under this reference.');

export type BankStatement = {
  /** Its number at the bank. */
  readonly bankStatement: string;
  readonly lines: readonly AccountPayment[];
};

type LineAnswer = {
  readonly reference: string;
  readonly status: Booked['status'] | 'refused';
  readonly code: string | null;
  readonly detail: string | null;
};

/** Books what can be booked; each line is a payment of its own, so that a statement may be sent again after any fault. */
export async function bookStatement(
  world: World,
  officer: Officer,
  { bankStatement, lines }: BankStatement,
): Promise<object> {
  const answers: LineAnswer[] = [];
  for (const payment of lines) {
    const booked = await bookPayment(world, officer, { payment, bankStatement });
    answers.push(
      booked.ok
        ? { ...booked.value, code: null, detail: null }
        : { reference: payment.reference, status: 'refused', code: booked.error.code, detail: booked.error.sentence }, // prettier-ignore
    );
  }
  let secured = 0;
  for (const account of new Set(lines.map((line) => line.account)))
    secured += await secureWaiting(world, account);
  const countOf = (wanted: LineAnswer['status']): number =>
    answers.filter(({ status }) => status === wanted).length;
  return {
    ...{ booked: countOf('booked'), known: countOf('known'), refused: countOf('refused'), secured },
    lines: answers,
  };
}

export type GuaranteeRequest = {
  readonly limit: string;
  readonly currency: string;
  readonly reason: string;
};

/**
 * Sets how much may stand unpaid on a deferment account. A limit below what stands there takes nothing back: no further debt fits
 * until payments have lowered it. Refusals: `account-not-found`, `amount-malformed`, `currency-differs`.
 */
export async function setGuarantee(
  { database, pack, tools }: World,
  officer: Officer,
  asked: { readonly account: Account; readonly guarantee: GuaranteeRequest },
): Promise<Result<null, Refusal>> {
  const { account, guarantee } = asked;
  const { currency, reason } = guarantee;
  if (currency !== pack.currency)
    return failure(refusal('currency-differs', `Accounts are kept in ${pack.currency}.`));
  const limit = readAmount(guarantee.limit, currency);
  if (limit === null || limit.minor < 0n)
    return failure(refusal('amount-malformed', 'The limit is not a decimal of its currency.'));
  const at = tools.now();
  await tools.ready(dayAt(at, tools.context.zoneOffsetMinutes));
  const work = async (transaction: Transaction): Promise<Result<null, Refusal>> => {
    const holder = await store.readHolder(transaction, account);
    if (holder === undefined || !account.startsWith('account:')) return failure(NO_ACCOUNT);
    await store.putGuarantee(transaction, {
      ...{ account, currency, limitMinor: limit.minor, by: officer.person, reason },
      at: Temporal.Instant.fromEpochMilliseconds(at),
    });
    await appendAccountEntry(tools, transaction, {
      ...{ at, actor: officer.person, command: 'set-guarantee' },
      event: { type: 'guarantee-set', account, limit: writeAmount(limit), currency, reason },
    });
    return success(null);
  };
  return inTransaction(database.intake, work, openingOf({ alone: true }));
}

/** Parcels tried for one account at a time. */
const TRIED_MAX = 200;
/** Parcels in a row that may be too dear before the smaller ones behind them have to wait for the next time. */
const MISFITS_MAX = 25;
/** Who did it, in the journal: no person. */
const ACCOUNTS = 'accounts';

/**
 * Lets parcels go on that wait for room, the oldest first, each as a command of its own. One that does not fit is passed over.
 * Answers how many were secured.
 */
export async function secureWaiting(
  { database, tools }: Pick<Platform, 'database' | 'tools'>,
  account: Account,
  signal?: AbortSignal,
): Promise<number> {
  const waiting = await store.readWaiting(database.intake, { account, after: 0n }, TRIED_MAX);
  let secured = 0;
  let misfits = 0;
  for (const { scheme, number } of waiting) {
    if (signal?.aborted === true || misfits === MISFITS_MAX) break;
    const outcome = await carryOut(tools, {
      ...{ reference: { scheme, number }, actor: ACCOUNTS, command: 'secure' },
      ...{ expectedVersion: null, note: null },
      decide: (state, at, guaranteeOf) => {
        const events = secureDebt(state.debt, guaranteeOf);
        return events.length === 0 ? failure(NO_ROOM) : success(withSettlement(state, events, at));
      },
    });
    secured += outcome.ok ? 1 : 0;
    misfits = outcome.ok ? 0 : misfits + 1;
  }
  return secured;
}

const NO_ROOM = refusal('guarantee-used-up', 'The guarantee of the account has no room for this debt.'); // prettier-ignore

/** Takes payments and shows the ledger. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { Officer } from '../../domain/decision/officer.ts';
import { withSettlement } from '../../domain/journey-settlement.ts';
import { readAmount, writeAmount } from '../../domain/kernel/money.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import type { ParcelState } from '../../domain/parcel-state.ts';
import { owedOf, payDebt } from '../../domain/revenue/pay.ts';
import { asOfficer } from '../db/transaction.ts';
import { carryOut } from '../intake/command.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';

export type PaymentRequest = {
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
};

/** A payment in full ends a hold for revenue, and releases the parcel when nothing else is in its way. */
export async function receivePayment(
  platform: Platform,
  officer: Officer,
  received: { readonly parcel: HouseReference; readonly payment: PaymentRequest },
): Promise<Result<object, Refusal>> {
  const { parcel, payment } = received;
  const amount = readAmount(payment.amount, payment.currency);
  if (amount === null)
    return failure(refusal('amount-malformed', 'The amount is not a decimal of its currency.'));
  const outcome = await carryOut(platform.tools, {
    reference: parcel,
    actor: officer.person,
    command: 'pay',
    expectedVersion: null,
    note: null,
    decide: (state, at) => {
      const paid = payDebt(state.debt, { amount, reference: payment.reference });
      return paid.ok ? success(withSettlement(state, paid.value, at)) : paid;
    },
  });
  return outcome.ok ? success(writtenDebt(parcel, outcome.value)) : outcome;
}

const writtenDebt = (parcel: HouseReference, { debt, custody, version }: ParcelState): object => ({
  parcel,
  standing: debt.standing,
  owed: { amount: writeAmount(owedOf(debt)), currency: debt.currency },
  stage: custody.stage,
  version,
});

const ACCOUNTS_MAX = 1_000;

/** Every account with its balance, and the proof that all of them sum to zero in each currency. */
export async function readLedger(platform: Platform, officer: Officer): Promise<object> {
  const rows = await asOfficer(
    platform.database,
    { personId: officer.person, roles: officer.roles },
    (transaction) => store.readAccounts(transaction, ACCOUNTS_MAX),
  );
  const sums = new Map<string, bigint>();
  const accounts = rows.map(({ account, currency, debitMinor, creditMinor, postings }) => {
    const [debit, credit] = [BigInt(debitMinor), BigInt(creditMinor)];
    sums.set(currency, (sums.get(currency) ?? 0n) + debit - credit);
    const write = (minor: bigint): string => writeAmount({ minor, currency });
    return {
      account,
      currency,
      debit: write(debit),
      credit: write(credit),
      balance: write(debit - credit),
      postings,
    };
  });
  const total = [...sums].map(([currency, minor]) => ({
    currency,
    balance: writeAmount({ minor, currency }),
  }));
  return { accounts, total, more: rows.length === ACCOUNTS_MAX };
}

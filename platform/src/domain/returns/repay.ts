/** Pays out what was refunded to somebody who had paid at the till: exactly that, and once. */
import { money, writeAmount, type Money } from '../kernel/money.ts';
import { refusal, type Refusal } from '../kernel/refusal.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import { isOwed, type DebtRepaid, type DebtState } from '../revenue/events.ts';
import { sumOf } from '../revenue/guarantee.ts';

export type Repayment = {
  readonly amount: Money;
  /** Of the bank. */
  readonly reference: string;
};

/** What is still to be paid out; zero when it was, or when accounts were credited. */
export function repayable({ refund, currency }: DebtState): Money {
  const lines = refund === undefined || refund.repaidBy !== null ? [] : refund.lines.filter(isOwed);
  return money(sumOf(lines, currency), currency);
}

/** Whether this very repayment was booked already. */
export const isKnownRepayment = ({ refund, currency }: DebtState, { amount, reference }: Repayment): boolean =>
  refund?.repaidBy === reference && amount.currency === currency && sumOf(refund.lines.filter(isOwed), currency) === amount.minor; // prettier-ignore

/** Refusals: `nothing-to-repay`, `repaid-already`, and `repayment-differs` when amount or currency is not exactly what is due. */
export function repay(
  debt: DebtState,
  { amount, reference }: Repayment,
): Result<readonly DebtRepaid[], Refusal> {
  const { refund, currency } = debt;
  if (refund !== undefined && refund.repaidBy !== null)
    return failure(refusal('repaid-already', `The refund was paid out already, by ${refund.repaidBy}.`)); // prettier-ignore
  const due = repayable(debt);
  if (refund === undefined || due.minor === 0n)
    return failure(refusal('nothing-to-repay', 'Nothing is to be paid out on this parcel.'));
  if (due.minor !== amount.minor || currency !== amount.currency)
    return failure(refusal('repayment-differs', `Exactly ${writeAmount(due)} ${currency} is to be paid out.`)); // prettier-ignore
  return success([{ type: 'debt-repaid', currency, lines: refund.lines.filter(isOwed), reference }]); // prettier-ignore
}

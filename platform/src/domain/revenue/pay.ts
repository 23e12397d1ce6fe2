/** Takes a payment of what is payable at the border, in full or not at all. */
import { money, readAmount, writeAmount, type Money } from '../kernel/money.ts';
import { refusal, type Refusal } from '../kernel/refusal.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import { isUnsettled } from '../release/standing.ts';
import { isOwed, type DebtLine, type DebtPaid, type DebtState } from './events.ts';

export type Payment = {
  readonly amount: Money;
  /** Of the bank or the till. */
  readonly reference: string;
};

/** What a debtor still owes itself; what was collected at sale or is secured by an account comes with its statement. */
const owedLines = ({ lines }: DebtState): readonly DebtLine[] => lines.filter(isOwed);

/** What is to be paid now; zero when nothing is owed. */
export function owedOf(debt: DebtState): Money {
  let minor = 0n;
  if (isUnsettled(debt.standing))
    for (const { amount } of owedLines(debt)) minor += readAmount(amount, debt.currency)?.minor ?? 0n; // prettier-ignore
  return money(minor, debt.currency);
}

/**
 * The payment as an event that settles each line owed. Refusals: `nothing-owed`, and `payment-differs` when amount or
 * currency is not exactly what is owed, because part of a debt releases nothing.
 */
export function payDebt(debt: DebtState, payment: Payment): Result<readonly DebtPaid[], Refusal> {
  const owed = owedOf(debt);
  if (owed.minor === 0n)
    return failure(refusal('nothing-owed', 'Nothing is owed on this parcel at the border.'));
  const { amount, reference } = payment;
  if (amount.minor !== owed.minor || amount.currency !== owed.currency)
    return failure(
      refusal('payment-differs', `Exactly ${writeAmount(owed)} ${owed.currency} is owed.`),
    );
  return success([{ type: 'debt-paid', currency: debt.currency, lines: owedLines(debt), reference }]); // prettier-ignore
}

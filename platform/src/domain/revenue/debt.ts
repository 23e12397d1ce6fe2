/** Turns charges into debts of named parties, and a change of charges into a reversal and a new debt. */
import type { ChargeAssessment, ChargeLine } from '../charges/charge.ts';
import type { ParcelId } from '../kernel/identifier.ts';
import { present } from '../kernel/invariant.ts';
import { readAmount, writeAmount } from '../kernel/money.ts';
import { bears, defermentAccount, securedOn, sumOf, type Guarantee } from './guarantee.ts';
import { isOwed, NO_DEBT, type DebtLine, type DebtState, type RevenueEvent } from './events.ts';
import type { Account, Posting } from './posting.ts';

/** Who answers for the charges of a parcel. */
export type Debtors = {
  /** Party code of the declarant, who owes what is payable at the border. */
  readonly declarant: string;
  /** Its deferment account, which secures the debt; null when it has none. */
  readonly account: string | null;
  /** Holder of the collector number under which charges were collected at sale. */
  readonly collector: string | null;
};

/** What a debt may stand on: the debt that it takes the place of, and what is left of an account's guarantee. */
export type Security = {
  readonly before: DebtState;
  readonly guaranteeOf: (account: Account) => Guarantee | null;
};

/**
 * The debt that the charges make. A debt is incurred when the declaration is accepted; charges that do not bind
 * (incomplete figures, or figures that rest on law no primary source confirms) make none. It stands on the declarant's account
 * as long as the guarantee bears it, less what this parcel has there already; beyond it, it is owed until there is room or somebody pays. What was paid at the till stays there.
 * @source eu-ucc-77
 */
export function debtOf(
  charges: ChargeAssessment,
  debtors: Debtors,
  { before, guaranteeOf }: Security,
): DebtState {
  if (charges.incomplete || !charges.verified) return NO_DEBT;
  const charged = charges.lines.filter((line) => line.amount.minor > 0n);
  if (charged.length === 0) return NO_DEBT;
  const { currency } = charges;
  const owed = charged.map((line) => debtLine(line, debtors));
  if (charges.payable.minor === 0n) return { currency, lines: owed, standing: 'collected-at-sale' };
  if (debtors.account === null || before.standing === 'paid')
    return { currency, lines: owed, standing: 'owed' };
  const account = defermentAccount(debtors.account);
  const raise = sumOf(owed.filter(isOwed), currency) - securedOn(account, before);
  if (!bears(guaranteeOf(account), currency, raise))
    return { currency, lines: owed, standing: 'beyond-guarantee', account };
  const lines = owed.map((line) => (isOwed(line) ? { ...line, debit: account } : line));
  return { currency, lines, standing: 'secured' };
}

function debtLine(line: ChargeLine, debtors: Debtors): DebtLine {
  return {
    charge: line.charge,
    amount: writeAmount(line.amount),
    debit: debitAccount(line, debtors),
    credit: `treasury:${line.charge}`,
    rule: line.rule,
  };
}

function debitAccount(line: ChargeLine, debtors: Debtors): string {
  return line.place === 'at-sale'
    ? `party:${debtors.collector ?? debtors.declarant}:collected`
    : `party:${debtors.declarant}:owed`;
}

/** The events that bring a parcel from one debt to another; none when they are equal. */
export function changeDebt(from: DebtState, to: DebtState): readonly RevenueEvent[] {
  if (isSameDebt(from, to)) return [];
  const events: RevenueEvent[] = [];
  if (from.lines.length > 0)
    events.push({ type: 'debt-reversed', currency: from.currency, lines: from.lines });
  if (to.lines.length > 0) events.push({ type: 'debt-assessed', ...to });
  return events;
}

function isSameDebt(left: DebtState, right: DebtState): boolean {
  return (
    left.currency === right.currency &&
    left.lines.length === right.lines.length &&
    left.lines.every((line, index) => {
      const other = right.lines[index];
      return (
        line.amount === other?.amount &&
        line.debit === other.debit &&
        line.credit === other.credit &&
        line.rule === other.rule
      );
    })
  );
}

/** The ledger postings of an event: two sides, one amount each; a reversal exchanges the sides. */
export function postingsOf(parcel: ParcelId, event: RevenueEvent): readonly Posting[] {
  return event.lines.map((line) => {
    const amount = present(readAmount(line.amount, event.currency), 'a debt line holds an amount');
    const { charge, rule } = line;
    return { parcel, charge, rule, amount, ...sidesOf(event, line) };
  });
}

/** Where a refund of the line stands: what was paid at the till is owed to whoever paid it until it is paid out. */
const refundAccount = (line: DebtLine): Account =>
  isOwed(line) ? line.debit.replace(/:owed$/, ':refund') : line.debit;

function sidesOf(
  event: RevenueEvent,
  line: DebtLine,
): Pick<Posting, 'debit' | 'credit' | 'reason'> {
  const { debit, credit } = line;
  switch (event.type) {
    case 'debt-assessed':
      return { debit, credit, reason: 'assessed' };
    case 'debt-secured':
      return { debit: event.account, credit: debit, reason: 'secured' };
    case 'debt-reversed':
      return { debit: credit, credit: debit, reason: 'reversed' };
    case 'debt-paid':
      return { debit: 'treasury:cash', credit: debit, reason: 'paid' };
    case 'debt-refunded':
      return { debit: credit, credit: refundAccount(line), reason: 'refunded' };
    case 'debt-repaid':
      return { debit: refundAccount(line), credit: 'treasury:cash', reason: 'repaid' };
  }
}

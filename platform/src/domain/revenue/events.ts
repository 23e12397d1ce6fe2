/** What the journal keeps of money owed: debts assessed, secured, reversed and paid, line by line. */
import type { ChargeKind } from '../charges/charge.ts';
import type { RevenueStanding } from '../release/standing.ts';
import type { Account } from './posting.ts';

/** One posting in the making: amounts are decimal text in `currency` of the event. */
export type DebtLine = {
  readonly charge: ChargeKind;
  readonly amount: string;
  readonly debit: Account;
  readonly credit: Account;
  readonly rule: string;
};

export type DebtAssessed = {
  readonly type: 'debt-assessed';
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  readonly standing: RevenueStanding;
};
/** The debt was assessed anew or its declaration withdrawn: the same lines, sides exchanged. */
export type DebtReversed = {
  readonly type: 'debt-reversed';
  readonly currency: string;
  readonly lines: readonly DebtLine[];
};
export type DebtPaid = {
  readonly type: 'debt-paid';
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  /** Of the bank or the till. */
  readonly reference: string;
};

export type RevenueEvent = DebtAssessed | DebtReversed | DebtPaid;

/** What a parcel owes at present. */
export type DebtState = {
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  readonly standing: RevenueStanding;
};

export const NO_DEBT: DebtState = { currency: '', lines: [], standing: 'nothing-owed' };

export function foldDebt(state: DebtState, event: RevenueEvent): DebtState {
  switch (event.type) {
    case 'debt-assessed':
      return { currency: event.currency, lines: event.lines, standing: event.standing };
    case 'debt-reversed':
      return NO_DEBT;
    case 'debt-paid':
      return { ...state, standing: 'paid' };
  }
}

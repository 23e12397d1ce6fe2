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
  /** The account that would secure it once its guarantee has room; only where that is missing. */
  readonly account?: Account;
};
/** The account has room now: what was owed moves to it. `lines` are those that were owed. */
export type DebtSecured = {
  readonly type: 'debt-secured';
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  readonly account: Account;
  /** Minor units that the guarantee had left at that moment; null where the account is not limited. */
  readonly headroomMinor: string | null;
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

/** Goods went back: so much of each line is refunded to wherever it stood; what was paid at the till is to be paid out. */
export type DebtRefunded = {
  readonly type: 'debt-refunded';
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  /** Id of the row of law. */
  readonly rule: string;
  readonly claim: string;
};
/** What was refunded to whoever paid at the till was paid out. */
export type DebtRepaid = {
  readonly type: 'debt-repaid';
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  /** Of the bank. */
  readonly reference: string;
};

export type RevenueEvent =
  DebtAssessed | DebtSecured | DebtReversed | DebtPaid | DebtRefunded | DebtRepaid;

/** Every event of money is named so, and no other. */
export const isRevenueEvent = <E extends { readonly type: string }>(
  event: E,
): event is E & RevenueEvent => event.type.startsWith('debt-');

/** What a parcel owes at present. */
export type DebtState = {
  readonly currency: string;
  readonly lines: readonly DebtLine[];
  readonly standing: RevenueStanding;
  readonly account?: Account;
  /** What was refunded of it, and the reference it was paid out by; null while it is due, or where accounts were credited. */
  readonly refund?: { readonly lines: readonly DebtLine[]; readonly repaidBy: string | null };
};

export const NO_DEBT: DebtState = { currency: '', lines: [], standing: 'nothing-owed' };

/** Whether the debtor itself still owes the line: it was neither collected at sale nor secured by an account. */
export const isOwed = ({ debit }: Pick<DebtLine, 'debit'>): boolean => debit.endsWith(':owed');

export function foldDebt(state: DebtState, event: RevenueEvent): DebtState {
  switch (event.type) {
    case 'debt-assessed': {
      const { type: _type, ...debt } = event;
      return debt;
    }
    case 'debt-secured': {
      const { currency, lines } = state;
      const moved = lines.map((line) => (isOwed(line) ? { ...line, debit: event.account } : line));
      return { currency, lines: moved, standing: 'secured' };
    }
    case 'debt-reversed':
      return NO_DEBT;
    case 'debt-paid': {
      const { currency, lines } = state;
      return { currency, lines, standing: 'paid' };
    }
    case 'debt-refunded':
      return { ...state, refund: { lines: event.lines, repaidBy: null } };
    case 'debt-repaid':
      return {
        ...state,
        refund: { lines: state.refund?.lines ?? event.lines, repaidBy: event.reference },
      };
  }
}

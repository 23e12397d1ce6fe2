/** The double-entry ledger: a posting has two sides and one amount, is never edited, and corrections are new postings. */
import type { ParcelId } from '../kernel/identifier.ts';
import type { Money } from '../kernel/money.ts';
import type { ChargeKind } from '../charges/charge.ts';

/** Named accounts: 'treasury:duty', 'party:souqline:collected', 'parcel:…:owed' is never used: debtors are parties. */
export type Account = string;

export type Posting = {
  readonly parcel: ParcelId;
  readonly charge: ChargeKind;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
  /** `assessed`, `secured`, `paid`, `refunded`, `repaid`, `reversed`: why it was booked. */
  readonly reason: 'assessed' | 'secured' | 'paid' | 'refunded' | 'repaid' | 'reversed';
  /** Pack row that made the debt. */
  readonly rule: string;
};

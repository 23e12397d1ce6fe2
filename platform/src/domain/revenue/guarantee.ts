/** Guarantees: how much of an account's debts may stand unpaid, and how their room is dealt out so that writers need not wait for one another. */
import { readAmount } from '../kernel/money.ts';
import { present } from '../kernel/invariant.ts';
import type { DebtLine, DebtSecured, DebtState, RevenueEvent } from './events.ts';
import { isOwed, isRevenueEvent } from './events.ts';
import type { Account } from './posting.ts';

/** What is left of an account's guarantee at a moment, in minor units as text; it is negative where more stands than is covered. */
export type Guarantee = {
  readonly account: Account;
  readonly currency: string;
  readonly headroomMinor: string;
};

/** The ledger's name of a deferment account. */
export const defermentAccount = (number: string): Account => `account:${number}`;

const isDeferred = (account: Account): boolean => account.startsWith('account:');

const minorOf = (line: DebtLine, currency: string): bigint =>
  present(readAmount(line.amount, currency), 'a debt line holds an amount').minor;

/** Minor units of lines of one currency. */
export const sumOf = (lines: readonly DebtLine[], currency: string): bigint =>
  lines.reduce((sum, line) => sum + minorOf(line, currency), 0n);

/** What of a debt stands on an account. */
export const securedOn = (account: Account, { lines, currency }: DebtState): bigint =>
  sumOf(
    lines.filter(({ debit }) => debit === account),
    currency,
  );

/**
 * Whether a guarantee bears `raise` minor units more. Null is an account without a limit. What raises nothing always fits, so that
 * a parcel once secured stays so when its charges do not grow.
 */
export function bears(guarantee: Guarantee | null, currency: string, raise: bigint): boolean {
  if (guarantee === null || raise <= 0n) return true;
  return guarantee.currency === currency && raise <= BigInt(guarantee.headroomMinor);
}

/** The event by which a debt beyond its guarantee moves to the account; none while there is no room for all of it. */
export function secureDebt(
  debt: DebtState,
  guaranteeOf: (account: Account) => Guarantee | null,
): readonly DebtSecured[] {
  const { standing, account, currency } = debt;
  if (standing !== 'beyond-guarantee' || account === undefined) return [];
  const lines = debt.lines.filter(isOwed);
  const guarantee = guaranteeOf(account);
  if (!bears(guarantee, currency, sumOf(lines, currency))) return [];
  const headroomMinor = guarantee?.headroomMinor ?? null;
  return [{ type: 'debt-secured', currency, lines, account, headroomMinor }];
}

export type Utilisation = { readonly account: Account; readonly minor: bigint };

/** By how much events raise or lower what stands on deferment accounts: the same as their postings do. */
export function utilisationsOf(
  events: readonly { readonly type: string }[],
): readonly Utilisation[] {
  return events.filter(isRevenueEvent).flatMap((event) => utilisationOf(event));
}

function utilisationOf(event: RevenueEvent): readonly Utilisation[] {
  const { currency, lines } = event;
  switch (event.type) {
    case 'debt-assessed':
      return onAccounts(lines, currency, 1n);
    case 'debt-reversed':
      return onAccounts(lines, currency, -1n);
    case 'debt-secured':
      return [{ account: event.account, minor: sumOf(lines, currency) }];
    case 'debt-paid':
    case 'debt-refunded':
    case 'debt-repaid':
      return onAccounts(lines, currency, -1n);
  }
}

const onAccounts = (
  lines: readonly DebtLine[],
  currency: string,
  sign: bigint,
): readonly Utilisation[] =>
  lines
    .filter(({ debit }) => isDeferred(debit))
    .map((line) => ({ account: line.debit, minor: sign * minorOf(line, currency) }));

/** Every deferment account that a debt names. */
export const accountsOf = ({ lines, account }: DebtState): readonly Account[] => [
  ...new Set([
    ...lines.map(({ debit }) => debit).filter(isDeferred),
    ...(account === undefined ? [] : [account]),
  ]),
];

/** A part of a guarantee that one stripe of writers may use without asking: what it was granted, and what of it stands used. */
export type Share = {
  readonly stripe: number;
  readonly grantedMinor: bigint;
  readonly usedMinor: bigint;
};

/** Grants beyond what is asked, so that asking is rare while there is room and fair when there is little. */
const PART_OF_THE_REST = 4n;

/**
 * Deals the room of a guarantee out anew, so that `stripe` may use `minor` more. What nobody was granted goes first; if that is not
 * enough, every share gives back what it does not use. Null when the guarantee does not bear it. Afterwards no share has used
 * more than it was granted, and all grants together are within the limit, or within what stands used already.
 */
export function dealOut(
  limitMinor: bigint,
  shares: readonly Share[],
  asked: { readonly stripe: number; readonly minor: bigint },
): readonly Share[] | null {
  const own = shares.find(({ stripe }) => stripe === asked.stripe) ?? { stripe: asked.stripe, grantedMinor: 0n, usedMinor: 0n }; // prettier-ignore
  const others = shares.filter(({ stripe }) => stripe !== asked.stripe);
  const missing = asked.minor - (own.grantedMinor - own.usedMinor);
  if (missing <= 0n) return [...others, own];
  const free = limitMinor - total([...others, own], ({ grantedMinor }) => grantedMinor);
  if (free >= missing) return [...others, granted(own, own.grantedMinor + missing, free - missing)];
  const room = limitMinor - total([...others, own], ({ usedMinor }) => usedMinor);
  if (room < asked.minor) return null;
  const givenBack = others.map((share) => ({ ...share, grantedMinor: share.usedMinor }));
  return [...givenBack, granted(own, own.usedMinor + asked.minor, room - asked.minor)];
}

const granted = (own: Share, grantedMinor: bigint, rest: bigint): Share => ({
  ...own,
  grantedMinor: grantedMinor + rest / PART_OF_THE_REST,
});

const total = (shares: readonly Share[], of: (share: Share) => bigint): bigint =>
  shares.reduce((sum, share) => sum + of(share), 0n);

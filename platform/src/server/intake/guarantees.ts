/** The guarantees that a transaction has to do with, in memory: what is left of each while it decides, and what it uses in the end. */
import { invariant } from '../../domain/kernel/invariant.ts';
import type { Account } from '../../domain/revenue/posting.ts';
import { utilisationsOf, type Guarantee } from '../../domain/revenue/guarantee.ts';
import type { GuaranteeUse, LoadedGuarantee } from '../revenue/guarantee-store.ts';

export type Guarantees = {
  /** What is left of an account's guarantee now; null where the account is not limited. */
  readonly of: (account: Account) => Guarantee | null;
  /** Takes what events put on accounts from their guarantees; gives what undoes it. */
  readonly book: (events: readonly { readonly type: string }[]) => () => void;
  /** Takes so much more of an account's guarantee, or less. */
  readonly put: (account: Account, minor: bigint) => void;
  readonly knows: (account: Account) => boolean;
  /** Guarantees of accounts that were not looked up at first. */
  readonly add: (accounts: readonly Account[], loaded: readonly LoadedGuarantee[]) => void;
  /** What the transaction uses so far, in the order of guarantees, which is the order of locks. */
  readonly uses: () => readonly GuaranteeUse[];
  /** Those of the uses that the own share may not bear. */
  readonly short: () => readonly GuaranteeUse[];
};

type Open = {
  readonly id: number;
  readonly currency: string;
  readonly headroom: bigint;
  readonly free: bigint | null;
  used: bigint;
};

const NOTHING = (): void => undefined;

/** What was looked up: the accounts, those of them that are limited, and which share of each is ours. */
export type LookedUp = {
  readonly accounts: readonly Account[];
  readonly guarantees: readonly LoadedGuarantee[];
  readonly stripe: number;
};

export function openGuarantees({ accounts: first, guarantees, stripe }: LookedUp): Guarantees {
  const limited = new Map<Account, Open>();
  const unlimited = new Set<Account>();

  function add(accounts: readonly Account[], rows: readonly LoadedGuarantee[]): void {
    for (const { id, account, currency, limit, used, free } of rows)
      limited.set(account, {
        id,
        currency,
        headroom: BigInt(limit) - BigInt(used),
        free: free === null ? null : BigInt(free),
        used: 0n,
      });
    for (const account of accounts) if (!limited.has(account)) unlimited.add(account);
  }
  add(first, guarantees);

  function put(account: Account, minor: bigint): void {
    const open = limited.get(account);
    if (open !== undefined) open.used += minor;
  }

  const opened = (): readonly Open[] =>
    [...limited.values()]
      .filter(({ used }) => used !== 0n)
      .sort((left, right) => left.id - right.id);
  const useOf = ({ id, used }: Open): GuaranteeUse => ({ guaranteeId: id, stripe, minor: used });

  return {
    of: (account) => {
      const open = limited.get(account);
      if (open === undefined) {
        invariant(unlimited.has(account), 'every account that is asked for was looked up');
        return null;
      }
      const { currency, headroom, used } = open;
      return { account, currency, headroomMinor: (headroom - used).toString() };
    },
    book: (events) => {
      if (limited.size === 0) return NOTHING;
      const booked = utilisationsOf(events);
      for (const { account, minor } of booked) put(account, minor);
      return () => {
        for (const { account, minor } of booked) put(account, -minor);
      };
    },
    put,
    knows: (account) => limited.has(account) || unlimited.has(account),
    add,
    uses: () => opened().map(useOf),
    short: () =>
      opened()
        .filter(({ free, used }) => free === null || used > free)
        .map(useOf),
  };
}

/** Keeps guarantees: what is left of them, what a transaction uses of its own share, and more for a share that is short. */
import { present } from '../../domain/kernel/invariant.ts';
import { dealOut, type Share } from '../../domain/revenue/guarantee.ts';
import { isCheckViolation } from '../db/errors.ts';
import { execute, one, query, sql, type Queryable, type Sql } from '../db/sql.ts';
import type { Transaction } from '../db/transaction.ts';

/** Shares of each guarantee; connections are dealt to them by the number of their process in PostgreSQL. */
export const STRIPES = sql`64`;

/** A guarantee as it is read; amounts are minor units as text. */
export type LoadedGuarantee = {
  readonly id: number;
  readonly account: string;
  readonly currency: string;
  readonly limit: string;
  readonly used: string;
  /** What this connection's share has left; null where it has no share yet. */
  readonly free: string | null;
};

/** What a transaction uses of one guarantee: less than zero where it gives back. */
export type GuaranteeUse = {
  readonly guaranteeId: number;
  readonly stripe: number;
  readonly minor: bigint;
};

/** The uses of a transaction, and those of them that its shares may not bear. */
type Uses = {
  readonly uses: () => readonly GuaranteeUse[];
  readonly short: () => readonly GuaranteeUse[];
};

/** A JSON list of the guarantees of accounts; one without a guarantee is not limited and not in it. */
export const guaranteesOf = (accounts: readonly string[]): Sql => sql`
  (select coalesce(json_agg(json_build_object(
      'id', guarantee.guarantee_id, 'account', guarantee.account, 'currency', guarantee.currency, 'limit', guarantee.limit_minor::text,
      'used', coalesce(share.used, 0)::text, 'free', share.free::text)), '[]')::text
    from guarantee
    cross join lateral (
      select sum(used_minor) as used,
        sum(granted_minor - used_minor) filter (where stripe = pg_backend_pid() % ${STRIPES}) as free
      from guarantee_share
      where guarantee_share.guarantee_id = guarantee.guarantee_id
    ) share
    where guarantee.account = any (${accounts}::text[])
  )`;

/** Guarantees for one transaction outside a pass. */
export const readGuarantees = (
  on: Queryable,
  accounts: readonly string[],
): Promise<{ readonly guarantees: string; readonly stripe: number }> =>
  one(
    on,
    sql`select ${guaranteesOf(accounts)} as guarantees, pg_backend_pid() % ${STRIPES} as stripe`,
  );

/** A share that was granted less than a transaction uses breaks the check: whoever meets it decides again. */
export const isGuaranteeShort = (error: unknown): boolean =>
  error instanceof GuaranteeShort || isCheckViolation(error, 'guarantee_share_kept');

/** Others have used the room in the meantime. */
class GuaranteeShort extends Error {
  constructor() {
    super('A guarantee no longer bears what was decided.');
  }
}

/** The last statement of a transaction but its commit, as whole numbers in text; no row is missing after `coverUses`. */
export function useOfShares(uses: readonly GuaranteeUse[]): readonly string[] {
  const [first] = uses;
  if (first === undefined) return [];
  const ids = uses.map(({ guaranteeId }) => guaranteeId.toString()).join(',');
  const minors = uses.map(({ minor }) => minor.toString()).join(',');
  return [
    `update guarantee_share set used_minor = used_minor + used.minor
from unnest('{${ids}}'::integer[], '{${minors}}'::bigint[]) as used (guarantee_id, minor)
where guarantee_share.guarantee_id = used.guarantee_id and guarantee_share.stripe = ${first.stripe.toString()}`,
  ];
}

/** Makes sure that the shares of this connection bear what it is about to use of them; seldom a round trip. */
export async function coverUses(
  transaction: Transaction,
  { short }: Pick<Uses, 'short'>,
): Promise<void> {
  for (const use of short()) await enlargeShare(transaction, use);
}

/** For transactions that use shares by a statement of its own. */
export async function useShares(transaction: Transaction, uses: Uses): Promise<void> {
  await coverUses(transaction, uses);
  for (const statement of useOfShares(uses.uses())) await transaction.query(statement);
}

/** Locks the guarantee and its shares until the end of the transaction; others wait there only for their commit. */
async function enlargeShare(
  transaction: Transaction,
  { guaranteeId, stripe, minor }: GuaranteeUse,
): Promise<void> {
  const { limitMinor } = await one<{ limitMinor: bigint }>(
    transaction,
    sql`select limit_minor from guarantee where guarantee_id = ${guaranteeId} for no key update`,
  );
  await execute(
    transaction,
    sql`
insert into guarantee_share (guarantee_id, stripe, granted_minor, used_minor)
values (${guaranteeId}, ${stripe}, 0, 0)
on conflict (guarantee_id, stripe) do nothing`,
  );
  const shares = await query<Share>(
    transaction,
    sql`
select stripe, granted_minor, used_minor
from guarantee_share
where guarantee_id = ${guaranteeId}
order by stripe
for update`,
  );
  const dealt = dealOut(limitMinor, shares, { stripe, minor });
  if (dealt === null) throw new GuaranteeShort();
  await grantShares(transaction, guaranteeId, changedAmong(shares, dealt));
}

const changedAmong = (before: readonly Share[], after: readonly Share[]): readonly Share[] => {
  const granted = new Map(before.map(({ stripe, grantedMinor }) => [stripe, grantedMinor]));
  return after.filter(
    ({ stripe, grantedMinor }) =>
      present(granted.get(stripe), 'a share that is dealt was read') !== grantedMinor,
  );
};

export async function grantShares(
  transaction: Transaction,
  guaranteeId: number,
  shares: readonly Share[],
): Promise<void> {
  const stripes = shares.map(({ stripe }) => stripe);
  const grants = shares.map(({ grantedMinor }) => grantedMinor);
  await execute(
    transaction,
    sql`
update guarantee_share set granted_minor = dealt.granted_minor
from unnest(${stripes}::smallint[], ${grants}::bigint[]) as dealt (stripe, granted_minor)
where guarantee_share.guarantee_id = ${guaranteeId} and guarantee_share.stripe = dealt.stripe`,
  );
}

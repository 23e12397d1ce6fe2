/** Reads and writes the wrapped keys. */
import type { Day } from '../../domain/kernel/day.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import type { Pool } from '../db/connect.ts';
import { execute, maybeOne, one, query, sql, type Queryable } from '../db/sql.ts';
import type { SigningPurpose } from './signing.ts';

export type DataKeyPlace = { readonly retentionClass: string; readonly day: Day };

export async function readDataKey(
  on: Queryable,
  { retentionClass, day }: DataKeyPlace,
): Promise<{ readonly wrapped: Uint8Array | null } | null> {
  const row = await maybeOne<{ wrapped: Buffer | null }>(
    on,
    sql`select wrapped
        from data_key
        where retention_class = ${retentionClass} and day = ${writeDay(day)}`,
  );
  return row ?? null;
}

/** Leaves the key of another process that was first. */
export async function insertDataKey(
  on: Queryable,
  key: DataKeyPlace & { readonly masterId: string; readonly wrapped: Uint8Array },
): Promise<void> {
  await execute(
    on,
    sql`insert into data_key (retention_class, day, master_id, wrapped)
        values (${key.retentionClass}, ${writeDay(key.day)}, ${key.masterId}, ${key.wrapped})
        on conflict do nothing`,
  );
}

/** The days of a class whose keys are there, the oldest first. */
export async function readKeyDays(
  on: Queryable,
  wanted: { readonly retentionClass: string; readonly before: Day },
): Promise<readonly Day[]> {
  const rows = await query<{ day: number }>(
    on,
    sql`select day - date '1970-01-01' as day
        from data_key
        where retention_class = ${wanted.retentionClass} and day < ${writeDay(wanted.before)} and wrapped is not null
        order by data_key.day
        limit 100000`,
  );
  return rows.map(({ day }) => day);
}

/** The days whose keys are gone now. */
export async function eraseDataKeys(
  on: Queryable,
  erasure: {
    readonly retentionClass: string;
    readonly days: readonly Day[];
    readonly actor: string;
  },
): Promise<readonly Day[]> {
  const rows = await query<{ day: number }>(
    on,
    sql`with erased as (
          update data_key
          set wrapped = null, erased_at = now(), erased_by = ${erasure.actor}
          where retention_class = ${erasure.retentionClass}
            and day = any(${erasure.days.map(writeDay)}::date[])
            and wrapped is not null
          returning day
        )
        select day - date '1970-01-01' as day
        from erased
        order by day`,
  );
  return rows.map(({ day }) => day);
}

/** Writes the table's file anew, without the dead rows; it holds a row a day and class, so that the lock is short. */
export async function rewriteDataKeys(owner: Pool): Promise<void> {
  await execute(owner, sql`vacuum full data_key`);
}

export type SigningKeyRow = {
  readonly keyId: string;
  readonly purpose: SigningPurpose;
  readonly publicKey: Uint8Array;
  readonly masterId: string;
  readonly wrapped: Uint8Array;
};

export async function readSigningKey(
  on: Queryable,
  purpose: SigningPurpose,
): Promise<SigningKeyRow | null> {
  const row = await maybeOne<SigningKeyRow>(
    on,
    sql`select key_id, purpose, public_key, master_id, wrapped
        from signing_key
        where purpose = ${purpose} and retired_at is null`,
  );
  return row ?? null;
}

export async function insertSigningKey(on: Queryable, key: SigningKeyRow): Promise<void> {
  await execute(
    on,
    sql`insert into signing_key (key_id, purpose, public_key, master_id, wrapped)
        values (${key.keyId}, ${key.purpose}, ${key.publicKey}, ${key.masterId}, ${key.wrapped})
        on conflict do nothing`,
  );
}

export type PublicKeyRow = {
  readonly keyId: string;
  readonly purpose: SigningPurpose;
  readonly publicKey: Uint8Array;
  readonly madeAt: Temporal.Instant;
  readonly retiredAt: Temporal.Instant | null;
};

/** Every public key there ever was: old receipts need old keys. */
export function readPublicKeys(on: Queryable): Promise<readonly PublicKeyRow[]> {
  return query<PublicKeyRow>(
    on,
    sql`select key_id, purpose, public_key, made_at, retired_at
        from signing_key
        order by made_at, key_id
        limit 1000`,
  );
}

/** When a master key was replaced, and by which; null while it is in use or was never known. */
export async function readRetirement(
  on: Queryable,
  masterId: string,
): Promise<{ readonly replacedBy: string; readonly retiredAt: Temporal.Instant } | null> {
  const row = await maybeOne<{ replacedBy: string; retiredAt: Temporal.Instant }>(
    on,
    sql`select replaced_by, retired_at
        from retired_master_key
        where master_id = ${masterId}`,
  );
  return row ?? null;
}

/** A key of any kind as it is wrapped, with the context it was wrapped for. */
export type WrappedKey = { readonly context: string; readonly wrapped: Uint8Array };
export type Rewrap = (key: WrappedKey) => Uint8Array;

/** Wraps every data key and signing key anew; gives their number. */
export async function rewrapKeys(
  on: Queryable,
  master: { readonly id: string; readonly rewrap: Rewrap },
): Promise<number> {
  return (await rewrapDataKeys(on, master)) + (await rewrapSigningKeys(on, master));
}

type Rewrapping = Parameters<typeof rewrapKeys>[1];

async function rewrapDataKeys(on: Queryable, { id, rewrap }: Rewrapping): Promise<number> {
  const rows = await query<{ retentionClass: string; day: number; wrapped: Buffer }>(
    on,
    sql`select retention_class, day - date '1970-01-01' as day, wrapped
        from data_key
        where wrapped is not null
        order by retention_class, data_key.day
        limit 1000000`,
  );
  for (const { retentionClass, day, wrapped } of rows) {
    const anew = rewrap({ context: dataKeyContext(retentionClass, day), wrapped });
    await execute(
      on,
      sql`update data_key
          set master_id = ${id}, wrapped = ${anew}
          where retention_class = ${retentionClass} and day = ${writeDay(day)}`,
    );
  }
  return rows.length;
}

async function rewrapSigningKeys(on: Queryable, { id, rewrap }: Rewrapping): Promise<number> {
  const rows = await query<{ keyId: string; wrapped: Buffer }>(
    on,
    sql`select key_id, wrapped
        from signing_key
        order by key_id
        limit 1000000`,
  );
  for (const { keyId, wrapped } of rows) {
    const anew = rewrap({ context: signingKeyContext(keyId), wrapped });
    await execute(
      on,
      sql`update signing_key
          set master_id = ${id}, wrapped = ${anew}
          where key_id = ${keyId}`,
    );
  }
  return rows.length;
}

/** Nobody makes or changes a key until the transaction ends. */
export async function lockKeys(on: Queryable): Promise<void> {
  await execute(
    on,
    sql`lock table data_key, signing_key, selection_key in share row exclusive mode`,
  );
}

export async function retireMasterKey(
  on: Queryable,
  retired: { readonly id: string; readonly replacedBy: string; readonly at: Temporal.Instant },
): Promise<void> {
  await execute(
    on,
    sql`insert into retired_master_key (master_id, replaced_by, retired_at)
        values (${retired.id}, ${retired.replacedBy}, ${retired.at})`,
  );
}

/** Writes the files of all keys anew, so that none wrapped by the old master key is left in them. */
export async function rewriteKeys(owner: Pool): Promise<void> {
  await execute(owner, sql`vacuum full data_key`);
  await execute(owner, sql`vacuum full signing_key`);
  await execute(owner, sql`vacuum full selection_key`);
}

/** Processes of a platform that are connected to this database; our own connection is the owner's alone. */
export async function countServing(on: Queryable): Promise<bigint> {
  const { serving } = await one<{ serving: bigint }>(
    on,
    sql`select count(*) as serving
        from pg_stat_activity
        where datname = current_database()
          and application_name in ('luxor-intake', 'luxor-trader', 'luxor-officer', 'luxor-public')`,
  );
  return serving;
}

/** What a wrapped key is bound to, so that none can stand in for another. */
export const dataKeyContext = (retentionClass: string, day: Day): string =>
  `data key ${retentionClass} ${writeDay(day)}`;
export const signingKeyContext = (keyId: string): string => `signing key ${keyId}`;

/** Reads and writes the wrapped keys. */
import type { Day } from '../../domain/kernel/day.ts';
import { writeDay } from '../../domain/kernel/day.ts';
import type { Pool } from '../db/connect.ts';
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';
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

/** The days whose keys are gone now. */
export async function eraseDataKeys(
  on: Queryable,
  erasure: { readonly retentionClass: string; readonly before: Day; readonly actor: string },
): Promise<readonly Day[]> {
  const rows = await query<{ day: number }>(
    on,
    sql`with erased as (
          update data_key
          set wrapped = null, erased_at = now(), erased_by = ${erasure.actor}
          where retention_class = ${erasure.retentionClass}
            and day < ${writeDay(erasure.before)}
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

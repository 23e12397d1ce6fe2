/** Reads and writes credentials, people and sessions; what is secret is known by its digest only. */
import { hash, randomBytes } from 'node:crypto';
import type { Role } from '../../domain/decision/officer.ts';
import type { Pool } from '../db/connect.ts';
import { execute, maybeOne, query, sql } from '../db/sql.ts';

export const digestOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A new secret of 192 bits, with a prefix that tells people and scanners what it is. */
export const newSecret = (prefix: 'lx_key' | 'lx_session'): string =>
  `${prefix}_${randomBytes(24).toString('base64url')}`;

export type CredentialRow = { readonly partyId: number; readonly scopes: readonly string[] };

export const readCredential = (pool: Pool, key: string): Promise<CredentialRow | undefined> =>
  maybeOne<CredentialRow>(
    pool,
    sql`select party_id, scopes from credential where key_digest = ${digestOf(key)} and revoked_at is null`,
  );

export async function insertCredential(
  pool: Pool,
  credential: {
    readonly partyId: number;
    readonly key: string;
    readonly label: string;
    readonly scopes: readonly string[];
  },
): Promise<void> {
  await execute(
    pool,
    sql`
insert into credential (party_id, key_digest, label, scopes)
values (${credential.partyId}, ${digestOf(credential.key)}, ${credential.label}, ${[...credential.scopes]}::text[])
on conflict (key_digest) do nothing`,
  );
}

export type PersonRow = {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly office: string;
};

export const readPeople = (pool: Pool): Promise<readonly PersonRow[]> =>
  query<PersonRow>(
    pool,
    sql`select person_id, name, roles, office from person where is_active order by person_id limit 200`,
  );

export async function upsertPerson(pool: Pool, person: PersonRow): Promise<void> {
  await execute(
    pool,
    sql`
insert into person (person_id, name, roles, office)
values (${person.personId}, ${person.name}, ${[...person.roles]}::text[], ${person.office})
on conflict (person_id) do update set name = excluded.name, roles = excluded.roles, office = excluded.office`,
  );
}

/** Hours a session lasts: one shift. */
const SESSION_HOURS = 12;

export async function openSession(
  pool: Pool,
  person: string,
): Promise<{ readonly secret: string; readonly csrf: string }> {
  const secret = newSecret('lx_session');
  const csrf = randomBytes(18).toString('base64url');
  await execute(
    pool,
    sql`
insert into session (session_digest, person_id, csrf, expires_at)
values (${digestOf(secret)}, ${person}, ${csrf}, now() + make_interval(hours => ${SESSION_HOURS}))`,
  );
  return { secret, csrf };
}

export type SessionRow = PersonRow & { readonly csrf: string };

export const readSession = (pool: Pool, secret: string): Promise<SessionRow | undefined> =>
  maybeOne<SessionRow>(
    pool,
    sql`
select person.person_id, person.name, person.roles, person.office, session.csrf
from session
join person on person.person_id = session.person_id
where session.session_digest = ${digestOf(secret)} and session.closed_at is null and session.expires_at > now() and person.is_active`,
  );

export async function closeSession(pool: Pool, secret: string): Promise<void> {
  await execute(
    pool,
    sql`update session set closed_at = now() where session_digest = ${digestOf(secret)} and closed_at is null`,
  );
}

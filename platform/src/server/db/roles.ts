/** Creates the five database roles where they are missing; they belong to the whole server, not to one database. */
import type pg from 'pg';
import { Fault } from '../fault.ts';
import { databaseRoles } from './connect.ts';
import { isInsufficientPrivilege, sqlState } from './errors.ts';
import { execute, identifier, one, query, sql } from './sql.ts';

const attributes = {
  [databaseRoles.owner]: sql`nologin nobypassrls`,
  [databaseRoles.intake]: sql`nologin bypassrls`,
  [databaseRoles.trader]: sql`nologin nobypassrls`,
  [databaseRoles.officer]: sql`nologin nobypassrls`,
  [databaseRoles.public]: sql`nologin nobypassrls`,
} as const;

/** What an administrator runs when our login may not. */
const script = [
  ...Object.entries(attributes).map(
    ([role, attribute]) => `create role ${role} ${attribute.chunks.join('')};`,
  ),
  `grant ${Object.values(databaseRoles).join(', ')} to `,
].join(' ');

/** Idempotent, and safe beside another process that does the same. `login` is the user whose pools will take the roles on. */
export async function ensureRoles(client: pg.Client, login: string): Promise<void> {
  try {
    await createMissing(client);
    await grantMissing(client, login);
    await grantDatabase(client);
  } catch (error) {
    if (!isInsufficientPrivilege(error)) throw error;
    const sentence = `The database login may not create Luxor's roles: let an administrator run "${script}${login};" and start again.`;
    throw new Fault({ code: 'database-roles-missing', sentence, cause: error });
  }
}

async function createMissing(client: pg.Client): Promise<void> {
  const known = await query<{ rolname: string }>(
    client,
    sql`select rolname from pg_roles where rolname = any(${Object.values(databaseRoles)})`,
  );
  for (const [role, attribute] of Object.entries(attributes)) {
    if (known.some(({ rolname }) => rolname === role)) continue;
    await unlessSimultaneous(() =>
      execute(client, sql`create role ${identifier(role)} ${attribute}`),
    );
  }
}

async function grantMissing(client: pg.Client, login: string): Promise<void> {
  for (const role of Object.values(databaseRoles)) {
    const { has } = await one<{ has: boolean }>(
      client,
      sql`select pg_has_role(${login}, ${role}, 'member') as has`,
    );
    if (has) continue;
    await unlessSimultaneous(() =>
      execute(client, sql`grant ${identifier(role)} to ${identifier(login)}`),
    );
  }
}

/** luxor_owner makes tables, schemas and the extensions that PostgreSQL trusts a database's owner with. */
async function grantDatabase(client: pg.Client): Promise<void> {
  const owner = databaseRoles.owner;
  const { database, may } = await one<{ database: string; may: boolean }>(
    client,
    sql`select current_database() as database,
               has_database_privilege(${owner}, current_database(), 'create')
               and has_schema_privilege(${owner}, 'public', 'create') as may`,
  );
  if (may) return;
  await unlessSimultaneous(async () => {
    await execute(
      client,
      sql`grant create on database ${identifier(database)} to ${identifier(owner)}`,
    );
    await execute(client, sql`grant usage, create on schema public to ${identifier(owner)}`);
  });
}

const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
/** "tuple concurrently updated": two grants at the same moment. */
const INTERNAL_ERROR = 'XX000';

/** Advisory locks do not reach across databases, roles do: so the loser of a race finds its work done. */
async function unlessSimultaneous(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const state = sqlState(error) ?? '';
    if (![DUPLICATE_OBJECT, UNIQUE_VIOLATION, INTERNAL_ERROR].includes(state)) throw error;
  }
}

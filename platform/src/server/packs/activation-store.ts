/** Reads and appends what was done with each version of the law: one row an act, never changed. */
import {
  takePackAct,
  type PackActKind,
  type PackRegister,
} from '../../domain/jurisdiction/pack-state.ts';
import { invariant } from '../../domain/kernel/invariant.ts';
import { execute, maybeOne, query, sql, type Queryable } from '../db/sql.ts';

export type PackActRow = {
  readonly version: string;
  readonly act: PackActKind;
  readonly actor: string;
  readonly role: string | null;
  readonly reason: string;
  readonly seal: string;
  readonly at: Temporal.Instant;
};

/** An installation that replaced its law every day would need a generation to come here. */
const ACTS_MAX = 10_000;

export const readPackActs = (on: Queryable, pack: string): Promise<readonly PackActRow[]> =>
  query<PackActRow>(
    on,
    sql`select version, act, actor, role, reason, seal, at
        from pack_act
        where pack = ${pack}
        order by act_id
        limit ${ACTS_MAX}`,
  );

export async function insertPackAct(on: Queryable, pack: string, row: PackActRow): Promise<void> {
  await execute(
    on,
    sql`insert into pack_act (pack, version, act, actor, role, reason, seal, at)
        values (${pack}, ${row.version}, ${row.act}, ${row.actor}, ${row.role}, ${row.reason}, ${row.seal}, ${row.at})`,
  );
}

/** Acts wait for each other until the transaction ends, so that each is decided on what the others left. */
export async function lockLaw(on: Queryable): Promise<void> {
  await execute(on, sql`select pg_advisory_xact_lock(4600054)`);
}

/** The version in force; undefined before the set-up. */
export async function readActiveVersion(on: Queryable, pack: string): Promise<string | undefined> {
  const row = await maybeOne<{ version: string }>(
    on,
    sql`select version
        from pack_act
        where pack = ${pack} and act in ('set-up', 'activate')
        order by act_id desc
        limit 1`,
  );
  return row?.version;
}

/** The register that the acts on record lead to. */
export const registerOf = (acts: readonly PackActRow[]): PackRegister =>
  acts.reduce<PackRegister>((register, { version, act, actor }) => {
    const taken = takePackAct(register, { version, act, person: actor }, { isRehearsed: true });
    invariant(taken.ok, 'an act on record was possible when it was done');
    return taken.value;
  }, new Map());

/** Whether a shadow run has looked at live decisions since the version entered its shadow. */
export async function isRehearsed(on: Queryable, pack: string, version: string): Promise<boolean> {
  const row = await maybeOne<{ rehearsalId: number }>(
    on,
    sql`select rehearsal_id
        from pack_rehearsal
        where pack = ${pack} and version = ${version} and as_of is null
          and started_at >= (
            select max(at)
            from pack_act
            where pack = ${pack} and version = ${version} and act = 'shadow'
          )
        order by rehearsal_id
        limit 1`,
  );
  return row !== undefined;
}

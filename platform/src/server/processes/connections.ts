/** Shares out the connections that PostgreSQL allows: how many processes may serve, and how large the pools of each are. */
import { availableParallelism } from 'node:os';
import type { PoolSizes, Pool } from '../db/connect.ts';
import { one, sql } from '../db/sql.ts';
import { exitCodes, Fault } from '../fault.ts';

/** The first process seals and runs jobs with four connections of the owner and six of intake; it answers nobody. */
const FIRST = 10;
/** Four passes with two connections to spare for keys and receipts; more would only wait for the one thread. */
const LEAST_POOLS: PoolSizes = { owner: 1, intake: 6, trader: 1, officer: 1, public: 1 };
const FULL_POOLS: PoolSizes = { ...LEAST_POOLS, trader: 4, officer: 4, public: 3 };
/** For setting up, for verbs that look into the running database, and for whoever administers it. */
const OTHERS = 8;
/**
 * Eight threads ask more of one database than eight cores give it: of what a parcel takes, two fifths are the database's own. Where
 * PostgreSQL allows a hundred connections, as it does unless told otherwise, seven fit.
 */
export const UNASKED_MAX = 8;

/** What nobody asked for: a process a core. */
export const usualProcesses = (): number => Math.min(availableParallelism(), UNASKED_MAX);

const sum = (sizes: PoolSizes): number =>
  Object.values(sizes).reduce((total, size) => total + size, 0);

export type Share = { readonly processes: number; readonly poolSizes: PoolSizes };

/** `asked` undefined takes what fits; a number that does not fit is refused. */
export async function shareConnections(owner: Pool, asked: number | undefined): Promise<Share> {
  const { allowed } = await one<{ allowed: number }>(
    owner,
    sql`select current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer as allowed`,
  );
  const left = allowed - OTHERS - FIRST;
  const fitting = Math.max(1, Math.floor(left / sum(LEAST_POOLS)));
  if (asked !== undefined && asked > fitting) throw tooMany(asked, { allowed, fitting });
  const processes = asked ?? Math.min(usualProcesses(), fitting);
  return { processes, poolSizes: poolSizesWithin(Math.floor(left / processes)) };
}

/** What is left over is shared out alike among those who ask. */
function poolSizesWithin(connections: number): PoolSizes {
  const spare = Math.floor(Math.max(0, connections - sum(LEAST_POOLS)) / 3);
  const more = (role: 'trader' | 'officer' | 'public'): number =>
    Math.min(FULL_POOLS[role], LEAST_POOLS[role] + spare);
  return { ...LEAST_POOLS, trader: more('trader'), officer: more('officer'), public: more('public') }; // prettier-ignore
}

function tooMany(asked: number, { allowed, fitting }: { allowed: number; fitting: number }): Fault {
  const sentence = `${String(asked)} processes need more connections than the ${String(allowed)} that PostgreSQL allows: start at most ${String(fitting)}, or raise max_connections.`;
  return new Fault({ code: 'processes-too-many', sentence, exitCode: exitCodes.wrongUsage });
}

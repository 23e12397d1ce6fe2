/** The registered parties, held in memory: few, read by every message, and changed rarely. */
import type { PartyStanding } from '../../domain/parties/standing.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Pool } from '../db/connect.ts';
import type { Transaction } from '../db/transaction.ts';
import { execute, one, query, sql } from '../db/sql.ts';

export type RegisteredParty = PartyStanding & {
  readonly partyId: number;
  readonly name: string;
};

export type PartyDraft = Pick<RegisteredParty, 'code' | 'name' | 'kind'> &
  Partial<Pick<RegisteredParty, 'trustTier' | 'account' | 'collectorNumbers'>> & {
    /** What is known of it from before its registration here. */
    readonly history?: { readonly parcels: number; readonly adverse: number };
  };

export type PartyRegistry = {
  readonly byCode: (code: string) => RegisteredParty | undefined;
  readonly byId: (partyId: number) => RegisteredParty | undefined;
  /** Holder of a collector number, 'scheme:number'. */
  readonly holderOf: (collector: string) => RegisteredParty | undefined;
  /** Adds parties that are not known yet; those known stay as they are. */
  readonly register: (drafts: readonly PartyDraft[]) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Counts reloads: what was remembered of a party or a key under another number is to be read again. */
  readonly edition: () => number;
  /** Reloads soon after any process has changed the register; gives what ends that. */
  readonly watch: (everyMilliseconds: number) => () => void;
};

type PartyRow = {
  partyId: number;
  code: string;
  name: string;
  kind: string;
  trustTier: number;
  isActive: boolean;
  account: string | null;
  collectorNumbers: string[];
  parcels: bigint;
  adverse: bigint;
};

type Register = {
  readonly version: bigint;
  readonly byCode: ReadonlyMap<string, RegisteredParty>;
  readonly byId: ReadonlyMap<number, RegisteredParty>;
  readonly byCollector: ReadonlyMap<string, RegisteredParty>;
};

/** Loads the register; what other processes change in it is seen by whoever watches. */
export async function openPartyRegistry(pool: Pool): Promise<PartyRegistry> {
  let register = await readRegister(pool);
  let edition = 0;

  async function reload(): Promise<void> {
    register = await readRegister(pool);
    edition += 1;
  }

  async function reloadWhenChanged(): Promise<void> {
    if ((await readVersion(pool)) !== register.version) await reload();
  }

  return {
    byCode: (code) => register.byCode.get(code),
    byId: (partyId) => register.byId.get(partyId),
    holderOf: (collector) => register.byCollector.get(collector),
    reload,
    edition: () => edition,
    watch: (everyMilliseconds) => repeat(everyMilliseconds, reloadWhenChanged),
    register: async (drafts) => {
      const unknown = drafts.filter((draft) => !register.byCode.has(draft.code));
      if (unknown.length === 0) return;
      await insertParties(pool, unknown);
      await reload();
    },
  };
}

/** One after the other; a database that is away is asked again the next time. */
function repeat(everyMilliseconds: number, work: () => Promise<void>): () => void {
  let isWorking = false;
  const timer = setInterval(() => {
    if (isWorking) return;
    isWorking = true;
    void work()
      .catch(() => undefined)
      .finally(() => (isWorking = false));
  }, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** The version is read before the parties, so that a change in between is read again rather than missed. */
async function readRegister(pool: Pool): Promise<Register> {
  const version = await readVersion(pool);
  const parties = await readParties(pool);
  return {
    version,
    byCode: new Map(parties.map((party) => [party.code, party])),
    byId: new Map(parties.map((party) => [party.partyId, party])),
    byCollector: new Map(
      parties.flatMap((party) => party.collectorNumbers.map((number) => [number, party] as const)),
    ),
  };
}

/** Grows with every committed change of parties, of their standing and of keys. */
async function readVersion(pool: Pool): Promise<bigint> {
  const { version } = await one<{ version: bigint }>(
    pool,
    sql`select version from register_version`,
  );
  return version;
}

async function readParties(pool: Pool): Promise<readonly RegisteredParty[]> {
  const rows = await query<PartyRow>(
    pool,
    sql`
select party.party_id, party.code, party.name, party.kind, party.trust_tier, party.is_active, party.account,
  party.collector_numbers, coalesce(history.parcels, 0) as parcels, coalesce(history.adverse, 0) as adverse
from registered_party party
left join (
  select party_id, sum(parcels) as parcels, sum(adverse) as adverse
  from party_history
  where day > current_date - 90
  group by party_id
) history on history.party_id = party.party_id
order by party.party_id`,
  );
  return rows.map(({ isActive, parcels, adverse, ...row }) => ({
    ...row,
    active: isActive,
    parcels: Number(parcels),
    adverse: Number(adverse),
  }));
}

async function insertParties(pool: Pool, drafts: readonly PartyDraft[]): Promise<void> {
  for (const draft of drafts) {
    await execute(
      pool,
      sql`
insert into registered_party (code, name, kind, trust_tier, account, collector_numbers)
values (${draft.code}, ${draft.name}, ${draft.kind}, ${draft.trustTier ?? 0}, ${draft.account ?? null},
  ${[...(draft.collectorNumbers ?? [])]}::text[])
on conflict (code) do nothing`,
    );
    if (draft.history !== undefined) await keepEarlierHistory(pool, draft.code, draft.history);
  }
}

/** History from elsewhere stands under the day before. */
async function keepEarlierHistory(
  pool: Pool,
  code: string,
  history: NonNullable<PartyDraft['history']>,
): Promise<void> {
  await execute(
    pool,
    sql`
insert into party_history (party_id, day, parcels, adverse)
select party_id, current_date - 2, ${history.parcels}, ${history.adverse}
from registered_party
where code = ${code}
on conflict (party_id, day) do nothing`,
  );
}

/** Outcomes that count against whoever declared the parcel. */
const ADVERSE = ['seized', 'refused', 'destroyed'];

/** Counts anew what the parcels of some days came to, by their declarant. */
export async function countHistory(
  transaction: Transaction,
  days: { readonly from: Day; readonly to: Day },
): Promise<void> {
  await execute(
    transaction,
    sql`
insert into party_history (party_id, day, parcels, adverse)
select declarant_party_id, date '1970-01-01' + (parcel_id >> 40)::integer, count(*), count(*) filter (where stage = any (${ADVERSE}))
from parcel
where parcel_id >= first_id_of(${days.from}::integer) and parcel_id < first_id_of(${days.to}::integer + 1)
  and declarant_party_id is not null
group by 1, 2
on conflict (party_id, day) do update set parcels = excluded.parcels, adverse = excluded.adverse`,
  );
}

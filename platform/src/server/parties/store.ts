/** The registered parties, held in memory: few, read by every message, and changed rarely. */
import type { PartyStanding } from '../../domain/parties/standing.ts';
import type { Pool } from '../db/connect.ts';
import { execute, query, sql } from '../db/sql.ts';

export type RegisteredParty = PartyStanding & {
  readonly partyId: number;
  readonly name: string;
};

export type PartyDraft = Pick<RegisteredParty, 'code' | 'name' | 'kind'> &
  Partial<Pick<RegisteredParty, 'trustTier' | 'account' | 'collectorNumbers'>>;

export type PartyRegistry = {
  readonly byCode: (code: string) => RegisteredParty | undefined;
  readonly byId: (partyId: number) => RegisteredParty | undefined;
  /** Holder of a collector number, 'scheme:number'. */
  readonly holderOf: (collector: string) => RegisteredParty | undefined;
  /** Adds parties that are not known yet; those known stay as they are. */
  readonly register: (drafts: readonly PartyDraft[]) => Promise<void>;
  readonly reload: () => Promise<void>;
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
};

/** Loads the register; `reload` again after another process changed it. */
export async function openPartyRegistry(pool: Pool): Promise<PartyRegistry> {
  const byCode = new Map<string, RegisteredParty>();
  const byId = new Map<number, RegisteredParty>();
  const byCollector = new Map<string, RegisteredParty>();

  async function reload(): Promise<void> {
    for (const party of await readParties(pool)) {
      byCode.set(party.code, party);
      byId.set(party.partyId, party);
      for (const collector of party.collectorNumbers) byCollector.set(collector, party);
    }
  }

  await reload();
  return {
    byCode: (code) => byCode.get(code),
    byId: (partyId) => byId.get(partyId),
    holderOf: (collector) => byCollector.get(collector),
    reload,
    register: async (drafts) => {
      const unknown = drafts.filter((draft) => !byCode.has(draft.code));
      if (unknown.length === 0) return;
      await insertParties(pool, unknown);
      await reload();
    },
  };
}

async function readParties(pool: Pool): Promise<readonly RegisteredParty[]> {
  const rows = await query<PartyRow>(
    pool,
    sql`
select party_id, code, name, kind, trust_tier, is_active, account, collector_numbers
from registered_party
order by party_id`,
  );
  return rows.map(({ isActive, ...row }) => ({ ...row, active: isActive, parcels: 0, adverse: 0 }));
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
  }
}

/** Shows who is thought to be behind parties and why, and takes a person's word that one of them is somebody else. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { Officer } from '../../domain/decision/officer.ts';
import { dayAt } from '../../domain/kernel/instant.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { readState } from '../../domain/parcel-state.ts';
import { asOfficer, inTransaction, type Transaction } from '../db/transaction.ts';
import { officeTime } from '../http/office-time.ts';
import { readParcelState } from '../revenue/store.ts';
import type { Platform } from '../world.ts';
import * as store from './store.ts';
import { appendEntityEntry } from './jobs.ts';

const LINKS_MAX = 1_000;
const PARTIES_MAX = 200;

const reading = <Outcome>(
  { database }: Platform,
  { person, roles }: Officer,
  work: (transaction: Transaction) => Promise<Outcome>,
): Promise<Outcome> => asOfficer(database, { personId: person, roles }, work);

/** The key as facts write it: sixteen hexadecimal digits. */
const writeKey = (partyKey: bigint): string => BigInt.asUintN(64, partyKey).toString(16).padStart(16, '0'); // prettier-ignore
const readKey = (key: string): bigint => BigInt.asIntN(64, BigInt(`0x${key}`));

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['name', 'The same name, but for its spelling, order and legal form.'],
  ['place', 'The same postcode and house number, or the same street and town.'],
  ['phone', 'The same telephone number.'],
  ['email', 'The same address for mail.'],
]);

const sentenceOf = (kind: string): string =>
  SENTENCES.get(kind) ?? `The same number in the register ${kind.slice(kind.indexOf(':') + 1)}.`;

export async function readEntity(
  platform: Platform,
  officer: Officer,
  entityId: bigint,
): Promise<Result<object, Refusal>> {
  const links = await reading(platform, officer, (on) => store.readLinks(on, entityId, LINKS_MAX));
  if (links.length === 0)
    return failure(refusal('entity-not-found', 'There is no entity of this number.'));
  const { zone } = platform.pack;
  return success({
    entity: entityId.toString(),
    parties: links.map((link) => ({
      party: writeKey(link.partyKey),
      from: officeTime(link.linkedFrom.epochMilliseconds, zone),
      until: link.linkedUntil === null ? null : officeTime(link.linkedUntil.epochMilliseconds, zone), // prettier-ignore
      confidence: link.confidencePerThousand / 1_000,
      because: link.because.split(';').map(sentenceOf),
      ...{ author: link.author, endedBy: link.endedBy, endedBecause: link.endedBecause },
    })),
  });
}

export async function partyEntities(
  platform: Platform,
  officer: Officer,
  reference: HouseReference,
): Promise<Result<object, Refusal>> {
  return reading(platform, officer, async (on) => {
    const parcel = await readParcelState(on, reference);
    if (parcel === undefined)
      return failure(refusal('parcel-not-found', 'There is no parcel with this number.'));
    const { statements } = readState(parcel.state);
    const shards = statements.map(([, shard]) => shard);
    const ids = statements.map(([statement]) => BigInt(statement));
    const rows = await store.readParcelParties(on, { shards, ids }, PARTIES_MAX);
    const parties = rows.map(({ role, partyKey, entityId, parties: spellings }) => ({
      ...{ role, party: writeKey(partyKey), parties: spellings },
      entity: entityId?.toString() ?? null,
    }));
    return success({ parties });
  });
}

/** Codes, because free words might name somebody, and the journal names nobody. */
export const SEPARATION_REASONS = [
  'shared-address',
  'same-name-other-person',
  'number-used-by-another',
  'written-wrongly',
] as const;

export type Separation = {
  readonly entityId: bigint;
  readonly party: string;
  readonly reason: (typeof SEPARATION_REASONS)[number];
};

/** The link ends and stays on record; matching never looks at this party again. Refusal: `party-not-linked`. */
export async function separate(
  platform: Platform,
  officer: Officer,
  { entityId, party, reason }: Separation,
): Promise<Result<object, Refusal>> {
  const { tools, database, pack } = platform;
  const now = tools.now();
  await tools.ready(dayAt(now, pack.zoneOffsetMinutes));
  const isEnded = await inTransaction(database.intake, async (transaction) => {
    const at = Temporal.Instant.fromEpochMilliseconds(now);
    const end = { partyKey: readKey(party), entityId, at, by: officer.person, because: reason };
    if (!(await store.endLink(transaction, end))) return false;
    const events = [{ type: 'party-separated', party: end.partyKey.toString(), entity: entityId.toString(), reason }]; // prettier-ignore
    await appendEntityEntry(tools, transaction, { actor: officer.person, command: 'separate-party', events }); // prettier-ignore
    return true;
  });
  return isEnded
    ? readEntity(platform, officer, entityId)
    : failure(refusal('party-not-linked', 'The party is not in this entity now.'));
}

/** Records that an officer looked at a parcel and opened what is personal in it, or took its evidence away: for the officer's page, and in the sealed journal. */
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { journalRow } from '../journal/entry.ts';
import { appendEntry } from '../journal/store.ts';
import type { Desk } from './desk.ts';
import { keepLook, type WorkRow } from './store.ts';

/** The kind of journal entry that tells who saw whom. */
export const ACCESS_COMMAND = 'open-parties';

/** The kind of journal entry that tells who took the evidence of a parcel away. */
export const EVIDENCE_COMMAND = 'take-evidence';

type Seen = Pick<WorkRow, 'shardKey' | 'parcelId' | 'scheme' | 'number'>;

/** One entry a page: it concerns no state of the parcel, so that it stands beside the parcel's own journal. */
export async function keepAccess(desk: Desk, parcel: Seen, version: number): Promise<void> {
  const { platform, officer } = desk;
  const look = { person: officer.person, parcel, at: platform.now(), version };
  await inTransaction(platform.database.intake, async (transaction) => {
    await keepLook(transaction, look);
    await appendAccess(desk, transaction, { parcel, command: ACCESS_COMMAND, type: 'parties-opened' }); // prettier-ignore
  });
}

export async function keepEvidence(desk: Desk, parcel: Seen): Promise<void> {
  await inTransaction(desk.platform.database.intake, (transaction) =>
    appendAccess(desk, transaction, { parcel, command: EVIDENCE_COMMAND, type: 'evidence-taken' }),
  );
}

type Access = { readonly parcel: Seen; readonly command: string; readonly type: string };

async function appendAccess(
  { platform, officer }: Desk,
  transaction: Transaction,
  { parcel, command, type }: Access,
): Promise<void> {
  const event = {
    type,
    parcel: parcel.parcelId.toString(),
    reference: { scheme: parcel.scheme, number: parcel.number },
    roles: officer.roles,
    office: officer.office,
  };
  await appendEntry(
    transaction,
    journalRow({
      shardKey: 0,
      parcelId: 0n,
      sequence: 0,
      entryId: platform.ids.next(),
      at: platform.now(),
      actor: officer.person,
      command,
      versions: '{}',
      input: null,
      commitments: [],
      events: canonicalJson([event]),
    }),
  );
}

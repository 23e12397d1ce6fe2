/** Records that an officer looked at a parcel and opened what is personal in it: for the officer's page, and in the sealed journal. */
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import { inTransaction } from '../db/transaction.ts';
import { journalRow } from '../journal/entry.ts';
import { appendEntry } from '../journal/store.ts';
import type { Desk } from './desk.ts';
import { keepLook, type WorkRow } from './store.ts';

/** The kind of journal entry that tells who saw whom. */
export const ACCESS_COMMAND = 'open-parties';

/** One entry a page: it concerns no state of the parcel, so that it stands beside the parcel's own journal. */
export async function keepAccess(
  { platform, officer }: Desk,
  parcel: Pick<WorkRow, 'shardKey' | 'parcelId' | 'scheme' | 'number'>,
  version: number,
): Promise<void> {
  const at = platform.now();
  const { person } = officer;
  const event = {
    type: 'parties-opened',
    parcel: parcel.parcelId.toString(),
    reference: { scheme: parcel.scheme, number: parcel.number },
    roles: officer.roles,
    office: officer.office,
  };
  await inTransaction(platform.database.intake, async (transaction) => {
    await keepLook(transaction, { person, parcel, at, version });
    await appendEntry(
      transaction,
      journalRow({
        shardKey: 0,
        parcelId: 0n,
        sequence: 0,
        entryId: platform.ids.next(),
        at,
        actor: person,
        command: ACCESS_COMMAND,
        versions: '{}',
        input: null,
        commitments: [],
        events: canonicalJson([event]),
      }),
    );
  });
}

/** What was stated about a parcel, as its page needs it: each statement with its sender, its receipt and, where it may be opened, its parties. */
import type { WireParty } from '../../domain/advance-data/wire.ts';
import type { Statement } from '../../domain/advance-data/statement.ts';
import type { PartyRole } from '../../domain/parties/party.ts';
import { readWire } from '../gateways/json/read-wire.ts';
import { keptStatement } from '../intake/working-set.ts';
import type { LoadedStatement } from '../intake/load.ts';
import { receiptId } from '../journal/receipts.ts';
import type { Platform } from '../world.ts';
import type { SpokenRow } from './store.ts';

export type Spoken = Statement & {
  readonly sender: string;
  readonly receipt: string | null;
  /** Null when the personal content was not opened, or is erased. */
  readonly named: ReadonlyMap<PartyRole, WireParty> | null;
};

/** Without `open` nothing personal is read; with it the raw message of each statement is decrypted. */
export async function readSpoken(
  platform: Platform,
  rows: readonly SpokenRow[],
  open: boolean,
): Promise<readonly Spoken[]> {
  const spoken: Spoken[] = [];
  for (const row of rows)
    spoken.push({
      ...keptStatement(loaded(row)),
      sender: platform.parties.byCode(row.owner)?.name ?? row.owner,
      receipt: row.digestStart === null ? null : receiptId(row.batchId, row.frame, row.digestStart),
      named: open ? await readParties(platform, row) : null,
    });
  return spoken;
}

/** The store wrote these columns, and only what the platform wrote stands in them. */
const loaded = (row: SpokenRow): LoadedStatement => row as LoadedStatement;

async function readParties(
  platform: Platform,
  { batchId, frame, consignment }: SpokenRow,
): Promise<Spoken['named']> {
  const reading = await platform.segments.frame(batchId, frame);
  if (reading.kind !== 'open') return null;
  const message = readWire(reading.frame);
  if (!('wire' in message)) return null;
  const parties = message.wire.consignments[consignment]?.parties ?? [];
  // The first party of a role is the one that facts are made of.
  return new Map(parties.toReversed().map((party) => [party.role, party]));
}

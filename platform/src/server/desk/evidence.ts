/** Puts together what a judge needs of one parcel: the record byte by byte with its proofs, and beside it the same in words. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { refusal, type Refusal } from '../../domain/kernel/refusal.ts';
import { failure, success, type Result } from '../../domain/kernel/result.ts';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { readState, type ParcelEvent } from '../../domain/parcel-state.ts';
import { toBase64Url } from '../journal/base64.ts';
import type { Evidence, EvidenceEntry } from '../journal/evidence.ts';
import { readPublicKeys } from '../journal/key-store.ts';
import { readLatestCheckpoint, readNodes } from '../journal/log-store.ts';
import { inclusionProof, leafHash } from '../journal/merkle.ts';
import { proveReceipt } from '../journal/proof.ts';
import { publishKey } from '../journal/published-keys.ts';
import { receiptIn } from '../journal/receipt-reader.ts';
import { logOrigin } from '../journal/routes.ts';
import { readReceiptBatch } from '../journal/store.ts';
import type { Platform } from '../world.ts';
import { clockText, deskSight, read, type Desk } from './desk.ts';
import { keepEvidence } from './looks.ts';
import { parcelPage } from './parcel-page.ts';
import type { Sight } from './sight.ts';
import * as store from './store.ts';

const PURPOSE =
  'Shows a court, the parties or an auditor what Customs knew and decided about one parcel, when, by whom and under which law, and proves that none of it was changed since. It holds no name, address or message of the parties: a party that kept its message shows that the receipt is for it.';
const VERIFY = 'npx --no-install luxor verify --evidence FILE --key KEYS (keys as /v1/public/keys gave them to you; without --key the file vouches for itself)'; // prettier-ignore

type Found = {
  readonly row: store.WorkRow;
  readonly entries: readonly store.EntryRow[];
  readonly spoken: readonly store.SpokenRow[];
};

/** Whoever takes evidence away is recorded in the sealed journal, as whoever opens what is personal. */
export async function evidenceOf(
  desk: Desk,
  reference: HouseReference,
): Promise<Result<Evidence, Refusal>> {
  const found = await read(desk, async (transaction): Promise<Found | null> => {
    const row = await store.readParcel(transaction, reference);
    if (row === undefined) return null;
    const entries = await store.readEntries(transaction, row);
    const { statements } = readState(row.state);
    return { row, entries, spoken: await store.readStatements(transaction, statements) };
  });
  if (found === null)
    return failure(refusal('parcel-not-found', 'There is no parcel with this number.'));
  const page = await parcelPage(desk, reference, { peek: true });
  if (!page.ok) return page;
  await keepEvidence(desk, found.row);
  const { platform, officer } = desk;
  return success({
    format: 'luxor-evidence/1',
    purpose: PURPOSE,
    verify: VERIFY,
    madeAt: clockText(desk, platform.now()),
    madeBy: { id: officer.person, name: officer.name, office: officer.office },
    jurisdiction: { id: platform.pack.id, title: platform.pack.title },
    law: lawsOf(found.entries),
    parcel: { id: found.row.parcelId.toString(), ...reference },
    page: { ...page.value },
    ...(await provedEntries(desk, found.entries)),
    receipts: await receiptsOf(platform, found.spoken),
    keys: await keysOf(platform),
  });
}

function lawsOf(entries: readonly store.EntryRow[]): string[] {
  const laws = entries.flatMap(({ body }) => parseOwn<{ versions: { law?: string } }>(body).versions.law ?? []); // prettier-ignore
  return [...new Set(laws)];
}

async function provedEntries(
  desk: Desk,
  rows: readonly store.EntryRow[],
): Promise<Pick<Evidence, 'entries' | 'checkpoint'>> {
  const pool = desk.platform.database.intake;
  const checkpoint = await readLatestCheckpoint(pool);
  const size = Number(checkpoint?.size ?? 0);
  const sight = deskSight(desk);
  const indexOf = ({ leaf }: store.EntryRow): number | null => leaf === null || Number(leaf) >= size ? null : Number(leaf); // prettier-ignore
  const places = rows.map(indexOf).filter((index) => index !== null);
  const nodeAt = await readNodes(pool, (nodes) => places.map((index) => inclusionProof({ index, size }, nodes))); // prettier-ignore
  const entries = rows.map((row): EvidenceEntry => {
    const index = indexOf(row);
    return {
      sequence: row.sequence,
      at: row.at.toString(),
      command: row.kind,
      body: isOpen(row.body, sight) ? row.body : null,
      leaf: toBase64Url(leafHash(Buffer.from(row.body))),
      index,
      path: index === null ? [] : inclusionProof({ index, size }, nodeAt).map(toBase64Url),
    };
  });
  return { entries, checkpoint: checkpoint?.note ?? null };
}

/** What tells rules, scores or chance; who may not read those on a page does not get them in a file either. */
const TARGETING: ReadonlySet<ParcelEvent['type']> = new Set(['risk-assessed', 'decided', 'held']);

const isOpen = (body: string, sight: Sight): boolean =>
  sight === 'all' ||
  !parseOwn<{ events: readonly ParcelEvent[] }>(body).events.some(({ type }) => TARGETING.has(type)); // prettier-ignore

async function receiptsOf(
  { database, segments }: Platform,
  spoken: readonly store.SpokenRow[],
): Promise<Evidence['receipts']> {
  const receipts: Evidence['receipts'] = [];
  for (const { batchId, frame } of spoken) {
    const batch = await readReceiptBatch(database.intake, batchId);
    if (batch === null) continue;
    const receipt = await receiptIn(batch, segments, frame);
    const proof = await proveReceipt(database, batch, receipt);
    receipts.push({
      receipt: { ...receipt, path: [...receipt.path] },
      proof: proof === null ? null : { ...proof, path: [...proof.path] },
    });
  }
  return receipts;
}

async function keysOf({ database, pack }: Platform): Promise<Evidence['keys']> {
  const rows = await readPublicKeys(database.intake);
  return rows.map((row) => publishKey(row, logOrigin(pack.id)));
}

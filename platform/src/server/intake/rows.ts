/** Turns a decided batch into rows: pure, so that what is written can be read here table by table. */
import type { Item } from '../../domain/advance-data/statement.ts';
import { parcelId } from '../../domain/kernel/identifier.ts';
import { gramsOf } from '../../domain/kernel/quantity.ts';
import { FAULTLESS, type Quality } from '../../domain/validation/quality.ts';
import { postingsOf } from '../../domain/revenue/debt.ts';
import { isRevenueEvent } from '../../domain/revenue/events.ts';
import type { Batch, EntryDraft, StatementDraft } from './batch.ts';
import type * as tables from './tables.ts';
import type { WorkingParcel } from './working-set.ts';

/** Where the raw message of a statement lies. */
export type Place = { readonly batchId: bigint; readonly frameOf: (message: number) => number };

export const statementRow = (draft: StatementDraft, place: Place): tables.StatementRow => ({
  shardKey: draft.statement.shard,
  statementId: draft.statement.id,
  submissionId: draft.statement.submission,
  ownerPartyId: draft.owner.partyId,
  parcelId: draft.parcel?.id ?? null,
  kind: draft.statement.kind,
  function: draft.statement.function,
  profile: draft.statement.profile,
  statedAt: draft.statement.statedAt,
  receivedAt: draft.statement.receivedAt,
  batchId: place.batchId,
  frame: place.frameOf(draft.message),
  consignment: draft.consignment,
  quality: draft.statement.quality,
  qualityParts: qualityParts(draft.quality),
  findings: draft.statement.findings.length === 0 ? '[]' : JSON.stringify(draft.statement.findings),
  facts: draft.statement.factsText,
});

/** Four numbers up to 100 in seven bits each; none where nothing is wrong, which is nearly always. */
function qualityParts(quality: Quality): number | null {
  if (quality === FAULTLESS) return null;
  const { timeliness, accuracy, completeness, consistency } = quality;
  return timeliness | (accuracy << 7) | (completeness << 14) | (consistency << 21);
}

/** One row a role: a statement names a role at most once; a second naming is kept in the message alone. */
export function partyRows(draft: StatementDraft): readonly tables.PartyRow[] {
  const rows: tables.PartyRow[] = [];
  const seen = new Set<string>();
  for (const party of draft.statement.facts.parties) {
    if (seen.has(party.role)) continue;
    seen.add(party.role);
    rows.push({
      shardKey: draft.statement.shard,
      statementId: draft.statement.id,
      role: party.role,
      ownerPartyId: draft.owner.partyId,
      partyKey: party.key === undefined ? null : partyKeyNumber(party.key),
      country: party.country ?? null,
    });
  }
  return rows;
}

/** The fingerprint as the signed 64-bit integer that the database keeps. */
export const partyKeyNumber = (key: string): bigint => BigInt.asIntN(64, BigInt(`0x${key}`));

/** The goods in use about a parcel. */
export function itemRows(parcel: WorkingParcel): readonly tables.ItemRow[] {
  return (parcel.facts?.items ?? []).map((item, position) => ({
    shardKey: parcel.shard,
    parcelId: parcel.id,
    position,
    commodityCode: item.commodityCode ?? null,
    origin: item.origin ?? null,
    valueMinor: item.value?.minor ?? null,
    currency: item.value?.currency ?? null,
    massGrams: massOf(item),
  }));
}

function massOf(item: Item): bigint | null {
  const mass = item.massNet ?? item.massGross;
  return mass === undefined ? null : gramsOf(mass);
}

/** Pieces are rows only where there is more than the parcel itself. */
export const pieceRows = (parcel: WorkingParcel): readonly tables.PieceRow[] =>
  [...new Set((parcel.facts?.pieces ?? []).map((piece) => piece.reference))].map((reference) => ({
    shardKey: parcel.shard,
    parcelId: parcel.id,
    reference,
  }));

/** Every posting that the entry's events make. */
export function postingRows(entry: EntryDraft, nextId: () => bigint): readonly tables.PostingRow[] {
  const rows: tables.PostingRow[] = [];
  for (const event of entry.events) {
    if (!isRevenueEvent(event)) continue;
    for (const posting of postingsOf(parcelId(entry.stream), event))
      rows.push({
        shardKey: entry.shard,
        parcelId: entry.stream,
        postingId: nextId(),
        bookedAt: entry.at,
        charge: posting.charge,
        debit: posting.debit,
        credit: posting.credit,
        amountMinor: posting.amount.minor,
        currency: posting.amount.currency,
        reason: posting.reason,
        rule: posting.rule,
      });
  }
  return rows;
}

export const speakerRows = (
  batch: Batch,
  parcel: WorkingParcel,
): readonly tables.ParcelSpeakerRow[] => {
  const owners = new Set(parcel.statements.map((statement) => statement.owner));
  const rows: tables.ParcelSpeakerRow[] = [];
  for (const owner of owners) {
    const party = parcel.loadedSpeakers.has(owner)
      ? undefined
      : batch.context.parties.byCode(owner);
    if (party !== undefined)
      rows.push({ shardKey: parcel.shard, parcelId: parcel.id, ownerPartyId: party.partyId });
  }
  return rows;
};

export const orderLinkRow = (link: Batch['links'][number]): tables.OrderLinkRow => ({
  shardKey: link.shard,
  orderNumber: link.order,
  place: link.place,
  targetId: link.target,
  targetShardKey: link.targetShard,
  isParcel: link.isParcel,
});

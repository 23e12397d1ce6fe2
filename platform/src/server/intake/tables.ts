/** The columns that a pass writes by binary COPY, in the order of the migrations. */
import { table, type RowOf } from '../db/table.ts';

export const submissionTable = table('submission', [
  { name: 'owner_party_id', type: 'int4' },
  { name: 'message_id', type: 'text' },
  { name: 'submission_id', type: 'int8' },
  { name: 'received_at', type: 'timestamptz' },
  { name: 'kind', type: 'text' },
  { name: 'digest', type: 'bytea' },
  { name: 'batch_id', type: 'int8' },
  { name: 'frame', type: 'int4' },
  { name: 'answer', type: 'text' },
]);

export const statementTable = table('statement', [
  { name: 'shard_key', type: 'int2' },
  { name: 'statement_id', type: 'int8' },
  { name: 'submission_id', type: 'int8' },
  { name: 'owner_party_id', type: 'int4' },
  { name: 'parcel_id', type: 'int8', nullable: true },
  { name: 'kind', type: 'text' },
  { name: 'function', type: 'text' },
  { name: 'profile', type: 'text' },
  { name: 'stated_at', type: 'timestamptz' },
  { name: 'received_at', type: 'timestamptz' },
  { name: 'batch_id', type: 'int8' },
  { name: 'frame', type: 'int4' },
  { name: 'consignment', type: 'int2' },
  { name: 'quality', type: 'int2' },
  { name: 'quality_parts', type: 'int4', nullable: true },
  { name: 'findings', type: 'text' },
  { name: 'facts', type: 'text' },
]);

export const partyTable = table('party', [
  { name: 'shard_key', type: 'int2' },
  { name: 'statement_id', type: 'int8' },
  { name: 'role', type: 'text' },
  { name: 'owner_party_id', type: 'int4' },
  { name: 'party_key', type: 'int8', nullable: true },
  { name: 'country', type: 'char', nullable: true },
]);

export const parcelTable = table('parcel', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'scheme', type: 'text' },
  { name: 'number', type: 'text' },
  { name: 'version', type: 'int4' },
  { name: 'stage', type: 'text' },
  { name: 'lane', type: 'text', nullable: true },
  { name: 'category', type: 'int2', nullable: true },
  { name: 'needs_officer', type: 'bool' },
  { name: 'due_at', type: 'timestamptz', nullable: true },
  { name: 'watch_at', type: 'timestamptz', nullable: true },
  { name: 'awaits', type: 'text', nullable: true },
  { name: 'awaits_account', type: 'text', nullable: true },
  { name: 'means', type: 'text', nullable: true },
  { name: 'claimed_by', type: 'text', nullable: true },
  { name: 'outside', type: 'text' },
  { name: 'outside_at', type: 'timestamptz' },
  { name: 'outside_before', type: 'text' },
  { name: 'declarant_party_id', type: 'int4', nullable: true },
  { name: 'updated_at', type: 'timestamptz' },
  { name: 'state', type: 'text' },
]);

export const parcelSpeakerTable = table('parcel_speaker', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'owner_party_id', type: 'int4' },
]);

export const parcelReferenceTable = table('parcel_reference', [
  { name: 'shard_key', type: 'int2' },
  { name: 'scheme', type: 'text' },
  { name: 'number', type: 'text' },
  { name: 'period', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
]);

export const orderLinkTable = table('order_link', [
  { name: 'shard_key', type: 'int2' },
  { name: 'order_number', type: 'text' },
  { name: 'place', type: 'int4' },
  { name: 'target_id', type: 'int8' },
  { name: 'target_shard_key', type: 'int2' },
  { name: 'is_parcel', type: 'bool' },
]);

export const itemTable = table('item', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'position', type: 'int2' },
  { name: 'commodity_code', type: 'text', nullable: true },
  { name: 'origin', type: 'char', nullable: true },
  { name: 'value_minor', type: 'int8', nullable: true },
  { name: 'currency', type: 'char', nullable: true },
  { name: 'mass_grams', type: 'int8', nullable: true },
]);

export const pieceTable = table('piece', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'reference', type: 'text' },
]);

export const postingTable = table('posting', [
  { name: 'shard_key', type: 'int2' },
  { name: 'parcel_id', type: 'int8' },
  { name: 'posting_id', type: 'int8' },
  { name: 'booked_at', type: 'timestamptz' },
  { name: 'charge', type: 'text' },
  { name: 'debit', type: 'text' },
  { name: 'credit', type: 'text' },
  { name: 'amount_minor', type: 'int8' },
  { name: 'currency', type: 'char' },
  { name: 'reason', type: 'text' },
  { name: 'rule', type: 'text' },
]);

export const tallyTable = table('tally', [
  { name: 'tally_id', type: 'int8' },
  { name: 'means', type: 'text', nullable: true },
  { name: 'arrival_at', type: 'timestamptz', nullable: true },
  { name: 'day', type: 'int4', nullable: true },
  { name: 'stage', type: 'text', nullable: true },
  { name: 'lane', type: 'text', nullable: true },
  { name: 'category', type: 'int2', nullable: true },
  { name: 'parcels', type: 'int4' },
]);

export const postingSumTable = table('posting_sum', [
  { name: 'sum_id', type: 'int8' },
  { name: 'debit', type: 'text' },
  { name: 'credit', type: 'text' },
  { name: 'charge', type: 'text' },
  { name: 'reason', type: 'text' },
  { name: 'currency', type: 'char' },
  { name: 'day', type: 'int4' },
  { name: 'amount_minor', type: 'int8' },
  { name: 'postings', type: 'int4' },
]);

export type SubmissionRow = RowOf<typeof submissionTable>;
export type StatementRow = RowOf<typeof statementTable>;
export type PartyRow = RowOf<typeof partyTable>;
export type ParcelRow = RowOf<typeof parcelTable>;
export type ParcelSpeakerRow = RowOf<typeof parcelSpeakerTable>;
export type ParcelReferenceRow = RowOf<typeof parcelReferenceTable>;
export type OrderLinkRow = RowOf<typeof orderLinkTable>;
export type ItemRow = RowOf<typeof itemTable>;
export type PieceRow = RowOf<typeof pieceTable>;
export type PostingRow = RowOf<typeof postingTable>;
export type TallyRow = RowOf<typeof tallyTable>;
export type PostingSumRow = RowOf<typeof postingSumTable>;

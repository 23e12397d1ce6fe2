/** Proofs that a receipt's batch stands in the log: made from the database, checked by anybody with the published keys alone. */
import type { Queryable } from '../db/sql.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { isNoteSignedBy, readCheckpoint, type NoteKey } from './checkpoint.ts';
import { readLatestCheckpoint, readNodes, readTransactionPlace } from './log-store.ts';
import { HASH_BYTES, inclusionProof, isSame, leafHash, verifyInclusion } from './merkle.ts';
import { RECEIPTS_COMMAND, type Receipt } from './receipts.ts';
import { readEntriesOf, type FoundBatch } from './store.ts';

/** What a sender keeps beside the receipt: the entry that holds its batch's root, its place in the log, and a signed checkpoint. */
export type ReceiptProof = {
  readonly receipt: string;
  readonly entry: string;
  readonly index: number;
  readonly path: readonly string[];
  readonly checkpoint: string;
};

/** Null while the batch is not sealed: that takes a second or two. */
export async function proveReceipt(
  database: { readonly intake: Queryable },
  batch: FoundBatch,
  receipt: Pick<Receipt, 'id' | 'root'>,
): Promise<ReceiptProof | null> {
  const pool = database.intake;
  const { transactionId } = batch;
  const [checkpoint, place] = [
    await readLatestCheckpoint(pool),
    await readTransactionPlace(pool, transactionId),
  ];
  if (checkpoint === null || place === null) return null;
  const entries = await readEntriesOf(pool, {
    transactionIds: [transactionId],
    kind: RECEIPTS_COMMAND,
  });
  const entry = entries.find(({ body }) => body.includes(`"root":"${receipt.root}"`));
  if (entry === undefined) return null;
  const leaf = leafHash(Buffer.from(entry.body));
  const [first, size] = [Number(place.firstIndex), Number(checkpoint.size)];
  const candidates = Array.from({ length: place.entryCount }, (_, offset) => first + offset);
  const leaves = await readNodes(pool, (nodeAt) => candidates.map((index) => nodeAt(0, index)));
  const index = candidates.find((candidate) => isSame(leaves(0, candidate), leaf));
  if (index === undefined) return null;
  const nodeAt = await readNodes(pool, (nodes) => inclusionProof({ index, size }, nodes));
  const path = inclusionProof({ index, size }, nodeAt).map(toBase64Url);
  return { receipt: receipt.id, entry: entry.body, index, path, checkpoint: checkpoint.note };
}

/** What is wrong with a proof, in words; an empty list when it holds for the receipt (or for itself, without one). */
export function proofProblems(
  proof: ReceiptProof,
  keys: readonly NoteKey[],
  receipt: Receipt | null,
): string[] {
  const key = keys.find(
    (candidate) => candidate.kind === 'log' && isNoteSignedBy(candidate, proof.checkpoint),
  );
  const checkpoint = key === undefined ? null : readCheckpoint(proof.checkpoint, key);
  if (checkpoint === null) return ['the checkpoint carries no valid signature of a key given'];
  const problems: string[] = [];
  const path = proof.path.map((step) => fromBase64Url(step, HASH_BYTES));
  if (!path.every((step) => step !== null))
    return ['the path holds bytes that are not spelt as hashes'];
  const place = { index: proof.index, size: checkpoint.size };
  if (
    !verifyInclusion(leafHash(Buffer.from(proof.entry)), place, { path, root: checkpoint.root })
  ) {
    problems.push('the path does not lead from the entry to the root of the checkpoint');
  }
  if (receipt !== null && !isRootIn(proof.entry, receipt)) {
    problems.push('the entry does not hold the root that the receipt was signed under');
  }
  return problems;
}

function isRootIn(entry: string, { batch, root, count }: Receipt): boolean {
  const event = `{"batch":${JSON.stringify(batch)},"count":${count},"root":${JSON.stringify(root)},"type":"receipts-issued"}`;
  return entry.includes(`"command":"${RECEIPTS_COMMAND}"`) && entry.includes(`"events":[${event}]`);
}

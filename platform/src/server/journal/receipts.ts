/** Receipts: one signature at commit over the Merkle root of a batch's message digests, and what each sender keeps of it. */
import { canonicalJson } from '../../domain/kernel/canonical-json.ts';
import type { Moment } from '../../domain/kernel/instant.ts';
import { invariant, present } from '../../domain/kernel/invariant.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { opens } from './commitment.ts';
import { journalRow, type JournalRow } from './entry.ts';
import { HASH_BYTES, inclusionProof, leafHash, treeOf, verifyInclusion } from './merkle.ts';
import { writeMoment } from './moment.ts';
import { isSignedBy, SIGNATURE_BYTES, type Signer } from './signing.ts';

/**
 * What a sender keeps. `messageDigest` is the salted commitment SHA-256(salt || message): with the salt the sender opens it to anybody,
 * without it nobody can guess the message. Bytes are unpadded base64url.
 */
export type Receipt = {
  readonly id: string;
  readonly at: string;
  readonly batch: string;
  readonly index: number;
  readonly count: number;
  readonly messageDigest: string;
  /** Null once the key of the message was deleted. */
  readonly salt: string | null;
  readonly path: readonly string[];
  readonly root: string;
  readonly keyId: string;
  readonly signature: string;
};

/** One row of the table `receipt_batch`; its id is the id of the segment that holds the messages. */
export type ReceiptBatchRow = {
  readonly batchId: bigint;
  readonly at: Moment;
  readonly keyId: string;
  readonly root: Uint8Array;
  readonly signature: Uint8Array;
  /** The message digests one after another, 32 bytes each. */
  readonly digests: Uint8Array;
};

export type SignedBatch = {
  readonly row: ReceiptBatchRow;
  receipt(index: number, salt: Uint8Array | null): Receipt;
};

/** The bytes that the signature covers: nothing but this batch, at this moment, of this length. */
const promiseOf = ({
  batch,
  at,
  count,
  root,
}: Pick<Receipt, 'batch' | 'at' | 'count' | 'root'>): Uint8Array =>
  Buffer.from(`luxor-receipts/v1\n${batch}\n${at}\n${count}\n${root}\n`);

/** Signs the digests of a batch; the one signature costs about 40 us, whatever the size of the batch. */
export function signBatch(
  signer: Signer,
  batch: { readonly batchId: bigint; readonly at: Moment; readonly digests: readonly Uint8Array[] },
): SignedBatch {
  const { batchId, at, digests } = batch;
  const tree = treeOf(digests.map(leafHash));
  const { root } = tree;
  const promise = {
    batch: `${batchId}`,
    at: writeMoment(at),
    count: digests.length,
    root: toBase64Url(root),
  };
  const signature = signer.sign(promiseOf(promise));
  const row = {
    batchId,
    at,
    keyId: signer.keyId,
    root,
    signature,
    digests: Buffer.concat(digests),
  };
  return signedBatch(row, digests, tree);
}

/** Gives the receipts of a batch again, from its row. */
export function reopenBatch(row: ReceiptBatchRow): SignedBatch {
  const digests = digestsOf(row);
  return signedBatch(row, digests, treeOf(digests.map(leafHash)));
}

function signedBatch(
  row: ReceiptBatchRow,
  digests: readonly Uint8Array[],
  { nodeAt }: ReturnType<typeof treeOf>,
): SignedBatch {
  // The upper nodes stand on the path of many receipts, and are spelt once.
  const spelt = new Map<Uint8Array, string>();
  const spell = (node: Uint8Array): string => {
    const text = spelt.get(node) ?? toBase64Url(node);
    spelt.set(node, text);
    return text;
  };
  const shared = {
    at: writeMoment(row.at),
    batch: `${row.batchId}`,
    count: digests.length,
    root: toBase64Url(row.root),
    keyId: row.keyId,
    signature: toBase64Url(row.signature),
  };
  return {
    row,
    receipt(index, salt) {
      const digest = present(digests[index], 'a receipt is asked for a message of the batch');
      return {
        id: receiptId(row.batchId, index, digest),
        index,
        messageDigest: toBase64Url(digest),
        salt: salt === null ? null : toBase64Url(salt),
        path: inclusionProof({ index, size: digests.length }, nodeAt).map(spell),
        ...shared,
      };
    },
  };
}

export function digestsOf({ digests }: Pick<ReceiptBatchRow, 'digests'>): Uint8Array[] {
  invariant(digests.length % HASH_BYTES === 0, 'digests have 32 bytes each');
  const count = digests.length / HASH_BYTES;
  return Array.from({ length: count }, (_, index) =>
    digests.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}

/** The digest's part makes the id a secret between us and the sender: 64 bits that only the salt could tell. */
export const receiptId = (batchId: bigint, index: number, digest: Uint8Array): string =>
  `${batchId.toString(36)}-${index}-${Buffer.from(digest.subarray(0, 8)).toString('hex')}`;

/** How a receipt id is spelt; routes check it before anything is read. */
export const RECEIPT_ID_PATTERN = '^[0-9a-z]{1,13}-[0-9]{1,5}-[0-9a-f]{16}$';

export type ReceiptPlace = { readonly batchId: bigint; readonly index: number };

/** The batch and place an id names; null when it is none. Whether the digest agrees is for `isReceiptIdOf`. */
export function readReceiptId(id: string): ReceiptPlace | null {
  if (!new RegExp(RECEIPT_ID_PATTERN).test(id)) return null;
  const [batch = '', index = ''] = id.split('-');
  let batchId = 0n;
  for (const digit of batch) batchId = batchId * 36n + BigInt(parseInt(digit, 36));
  return { batchId, index: Number(index) };
}

export function isReceiptIdOf(row: ReceiptBatchRow, id: string): boolean {
  const place = readReceiptId(id);
  const digest = place === null ? undefined : digestsOf(row)[place.index];
  return (
    place !== null && digest !== undefined && receiptId(row.batchId, place.index, digest) === id
  );
}

/** The journal entry that takes the root of a batch into the log, so that every receipt has a place there. */
export function receiptsEntry(row: ReceiptBatchRow, entryId: bigint): JournalRow {
  const count = row.digests.length / HASH_BYTES;
  const event = {
    type: 'receipts-issued',
    batch: `${row.batchId}`,
    count,
    root: toBase64Url(row.root),
  };
  return journalRow({
    shardKey: 0,
    parcelId: 0n,
    sequence: 0,
    entryId,
    at: row.at,
    actor: 'luxor',
    command: RECEIPTS_COMMAND,
    versions: '{}',
    input: null,
    commitments: [],
    events: canonicalJson([event]),
  });
}

/** The kind of journal entry that holds the root of a batch of receipts. */
export const RECEIPTS_COMMAND = 'issue-receipts';

/** What is wrong with a receipt, in words; an empty list when it holds. `message` is checked where it is given. */
export function receiptProblems(
  receipt: Receipt,
  publicKey: Uint8Array | null,
  message: Uint8Array | null = null,
): string[] {
  const problems: string[] = [];
  const digest = fromBase64Url(receipt.messageDigest, HASH_BYTES);
  const root = fromBase64Url(receipt.root, HASH_BYTES);
  const signature = fromBase64Url(receipt.signature, SIGNATURE_BYTES);
  const path = receipt.path.map((step) => fromBase64Url(step, HASH_BYTES));
  if (
    digest === null ||
    root === null ||
    signature === null ||
    !path.every((step) => step !== null)
  ) {
    return ['the receipt holds bytes that are not spelt as hashes or a signature'];
  }
  if (publicKey === null) problems.push(`the key ${receipt.keyId} is not among the keys given`);
  else if (!isSignedBy(publicKey, promiseOf(receipt), signature))
    problems.push('the signature is not valid');
  const place = { index: receipt.index, size: receipt.count };
  if (!verifyInclusion(leafHash(digest), place, { path, root })) {
    problems.push('the path does not lead from the message digest to the signed root');
  }
  if (message !== null && !isOpenedBy(receipt, digest, message)) {
    problems.push('the message is not the one that the receipt was given for');
  }
  return problems;
}

function isOpenedBy(receipt: Receipt, digest: Uint8Array, message: Uint8Array): boolean {
  const salt = receipt.salt === null ? null : fromBase64Url(receipt.salt, HASH_BYTES);
  return salt !== null && opens(digest, salt, message);
}

/** What is wrong with the row of a batch, in words. */
export function batchProblems(row: ReceiptBatchRow, publicKey: Uint8Array | null): string[] {
  const { root } = treeOf(digestsOf(row).map(leafHash));
  if (toBase64Url(root) !== toBase64Url(row.root)) return ['the digests do not give the root'];
  if (publicKey === null) return [`the key ${row.keyId} is not known`];
  const count = row.digests.length / HASH_BYTES;
  const promise = {
    batch: `${row.batchId}`,
    at: writeMoment(row.at),
    count,
    root: toBase64Url(row.root),
  };
  return isSignedBy(publicKey, promiseOf(promise), row.signature)
    ? []
    : ['the signature is not valid'];
}

/** Verifies the journal, the log and the receipts: all of a database, or files that a sender kept, with nothing but public keys. */
import type { Database } from '../db/connect.ts';
import { execute, sql, type Queryable } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import { isNoteSignedBy, readCheckpoint } from './checkpoint.ts';
import { readPublicKeys } from './key-store.ts';
import { readHead, readLatestCheckpoint, readNodes } from './log-store.ts';
import { isSame, rootOf } from './merkle.ts';
import { proofProblems, type ReceiptProof } from './proof.ts';
import { publishKey, verifierKeys, type VerifierKeys } from './published-keys.ts';
import { batchProblems, RECEIPTS_COMMAND, receiptProblems, type Receipt } from './receipts.ts';
import { toBase64Url } from './base64.ts';
import { readEntriesOf, readReceiptBatches, type FoundBatch } from './store.ts';
import { verifyEntries } from './verify-entries.ts';
import { openFindings, type Findings, type VerifyReport } from './verify-report.ts';
import { verifyTree } from './verify-tree.ts';

const BATCHES_PER_PAGE = 200;

export type VerifyOptions = {
  /** Keys from outside; without them the database vouches for its own, which shows mishaps but not a thorough forger. */
  readonly keys?: VerifierKeys;
  /** Checkpoints that somebody kept or published: the log must still agree with them. */
  readonly checkpoints?: readonly string[];
};

/** Reads everything once, in one snapshot, in pages; work goes on beside it. */
export function verifyDatabase(
  database: Pick<Database, 'intake'>,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  return inTransaction(database.intake, async (on) => {
    await execute(on, sql`set transaction isolation level repeatable read, read only`);
    const findings = openFindings();
    const keys = options.keys ?? (await ownKeys(on));
    const head = await readHead(on);
    const { size } = await verifyTree(on, keys, findings);
    if (size !== Number(head.size)) {
      const sentence = `The log says it has ${head.size} entries and has ${size}.`;
      findings.add({ code: 'log-size', where: 'log', sentence });
    }
    for (const note of options.checkpoints ?? [])
      await verifyKept(on, { note, keys, size }, findings);
    await verifyEntries(on, head, findings);
    await verifyReceipts(on, keys, findings);
    return findings.report();
  });
}

async function ownKeys(on: Queryable): Promise<VerifierKeys> {
  const latest = await readLatestCheckpoint(on);
  const origin = latest?.note.split('\n')[0] ?? '';
  return verifierKeys((await readPublicKeys(on)).map((row) => publishKey(row, origin)));
}

type Kept = { readonly note: string; readonly keys: VerifierKeys; readonly size: number };

async function verifyKept(
  on: Queryable,
  { note, keys, size }: Kept,
  findings: Findings,
): Promise<void> {
  const key = keys.noteKeys.find((candidate) => isNoteSignedBy(candidate, note));
  const kept = key === undefined ? null : readCheckpoint(note, key);
  const where = `kept checkpoint${kept === null ? '' : ` ${kept.size}`}`;
  if (kept === null) {
    findings.add({
      code: 'kept-checkpoint-signature',
      where,
      sentence: 'The kept checkpoint carries no valid signature of a known key.',
    });
  } else if (kept.size > size) {
    findings.add({
      code: 'log-truncated',
      where,
      sentence: `The log had ${kept.size} entries once and has ${size}.`,
    });
  } else {
    const nodeAt = await readNodes(on, (nodes) => rootOf(kept.size, nodes));
    if (isSame(rootOf(kept.size, nodeAt), kept.root)) return;
    findings.add({
      code: 'log-forked',
      where,
      sentence: 'The log is another one than the kept checkpoint was made of.',
    });
  }
}

async function verifyReceipts(
  on: Queryable,
  keys: VerifierKeys,
  findings: Findings,
): Promise<void> {
  for (let after = -1n, isLast = false; !isLast;) {
    const page = await readReceiptBatches(on, { after, limit: BATCHES_PER_PAGE });
    const issued = await issuedRoots(on, page);
    for (const batch of page) {
      const problems = batchProblems(batch, keys.receiptKeys.get(batch.keyId) ?? null);
      if (!issued.has(toBase64Url(batch.root))) problems.push('no journal entry holds the root');
      for (const problem of problems) {
        const sentence = `In a batch of receipts, ${problem}.`;
        findings.add({
          code: 'receipts-invalid',
          where: `receipt batch ${batch.batchId}`,
          sentence,
        });
      }
      findings.counts.receipts += batch.digests.length / 32;
    }
    after = page.at(-1)?.batchId ?? after;
    isLast = page.length < BATCHES_PER_PAGE;
  }
}

/** The roots that the journal says were issued in the transactions of these batches. */
async function issuedRoots(
  on: Queryable,
  page: readonly FoundBatch[],
): Promise<ReadonlySet<string>> {
  const transactionIds = page.map(({ transactionId }) => transactionId);
  const entries = await readEntriesOf(on, { transactionIds, kind: RECEIPTS_COMMAND });
  return new Set(entries.flatMap(({ body }) => /"root":"([\w-]{43})"/.exec(body)?.[1] ?? []));
}

export type KeptFiles = {
  readonly keys: VerifierKeys;
  readonly receipt?: Receipt;
  readonly proof?: ReceiptProof;
  /** The message as it was sent, to show that the receipt is for it. */
  readonly message?: Uint8Array;
};

/** Verifies what a sender kept, offline. */
export function verifyFiles({ keys, receipt, proof, message }: KeptFiles): VerifyReport {
  const findings = openFindings();
  if (receipt !== undefined) {
    findings.counts.receipts = 1;
    const problems = receiptProblems(receipt, keys.receiptKeys.get(receipt.keyId) ?? null, message);
    report({ code: 'receipt-invalid', where: `receipt ${receipt.id}`, problems }, findings);
  }
  if (proof !== undefined) {
    findings.counts.entries = 1;
    findings.counts.checkpoints = 1;
    const problems = proofProblems(proof, keys.noteKeys, receipt ?? null);
    if (receipt !== undefined && proof.receipt !== receipt.id)
      problems.push('the proof is for another receipt');
    report(
      { code: 'proof-invalid', where: `proof of receipt ${proof.receipt}`, problems },
      findings,
    );
  }
  return findings.report();
}

type Reported = {
  readonly code: string;
  readonly where: string;
  readonly problems: readonly string[];
};

function report({ code, where, problems }: Reported, findings: Findings): void {
  for (const problem of problems) {
    findings.add({
      code,
      where,
      sentence: `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`,
    });
  }
}

/** The evidence of one parcel: its journal entries with their places in the log, its receipts and the keys, verified offline by anybody. */
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { fromBase64Url } from './base64.ts';
import { isNoteSignedBy, readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { HASH_BYTES, isSame, leafHash, verifyInclusion } from './merkle.ts';
import { proofProblems } from './proof.ts';
import type { VerifierKeys } from './published-keys.ts';
import { receiptProblems } from './receipts.ts';
import { openFindings, type Findings, type VerifyReport } from './verify-report.ts';
import { PublishedKeysSchema, ReceiptProofSchema, ReceiptSchema } from './wire.ts';

const EvidenceEntrySchema = Type.Object({
  sequence: Type.Integer({ description: 'Counts the entries of the parcel from 1, without a gap.' }), // prettier-ignore
  at: Type.String(),
  command: Type.String(),
  body: Type.Union([Type.String(), Type.Null()], {
    description: 'The entry byte by byte; null where its words are not for the person who asked: the leaf still binds them.', // prettier-ignore
  }),
  leaf: Type.String({ description: 'Hash of the entry as the log holds it. 32 bytes, unpadded base64url.' }), // prettier-ignore
  index: Type.Union([Type.Integer(), Type.Null()], { description: 'Place in the log; null until it is sealed.' }), // prettier-ignore
  path: Type.Array(Type.String(), { description: 'From the leaf to the root of the checkpoint.' }),
});

export const EvidenceSchema = Type.Object({
  format: Type.Literal('luxor-evidence/1'),
  purpose: Type.String(),
  verify: Type.String({ description: 'How anybody checks this file.' }),
  madeAt: Type.String(),
  madeBy: Type.Object({ id: Type.String(), name: Type.String(), office: Type.String() }),
  jurisdiction: Type.Object({ id: Type.String(), title: Type.String() }),
  law: Type.Array(Type.String(), { description: 'Versions of the law the decisions were taken under.' }), // prettier-ignore
  parcel: Type.Object({ id: Type.String(), scheme: Type.String(), number: Type.String() }),
  page: Type.Record(Type.String(), Type.Unknown(), {
    description: 'The parcel in words: story, facts by source, judgement with the steps of every charge; without personal content.', // prettier-ignore
  }),
  entries: Type.Array(EvidenceEntrySchema),
  checkpoint: Type.Union([Type.String(), Type.Null()]),
  receipts: Type.Array(
    Type.Object({ receipt: ReceiptSchema, proof: Type.Union([ReceiptProofSchema, Type.Null()]) }),
  ),
  keys: PublishedKeysSchema.properties.keys,
});
export type Evidence = Static<typeof EvidenceSchema>;
export type EvidenceEntry = Evidence['entries'][number];

const validator = Compile(EvidenceSchema);
export const isEvidence = (value: unknown): value is Evidence => validator.Check(value);

/** Checks that nothing was changed, left out between two entries, or signed by somebody else. */
export function verifyEvidence(evidence: Evidence, keys: VerifierKeys): VerifyReport {
  const findings = openFindings();
  const checkpoint = readSigned(evidence, keys);
  if (checkpoint === null && evidence.checkpoint !== null)
    add(findings, ['checkpoint-signature', 'checkpoint', 'The checkpoint carries no valid signature of a key given.']); // prettier-ignore
  if (checkpoint !== null) findings.counts.checkpoints = 1;
  evidence.entries.forEach((entry, place) => {
    findings.counts.entries += 1;
    const where = `entry ${entry.sequence}`;
    for (const sentence of entryProblems(evidence, place, checkpoint))
      add(findings, ['evidence-entry', where, sentence]);
    if (entry.index === null) findings.counts.unsealed += 1;
  });
  for (const { receipt, proof } of evidence.receipts) {
    findings.counts.receipts += 1;
    const problems = receiptProblems(receipt, keys.receiptKeys.get(receipt.keyId) ?? null);
    if (proof !== null) problems.push(...proofProblems(proof, keys.noteKeys, receipt));
    for (const problem of problems)
      add(findings, ['receipt-invalid', `receipt ${receipt.id}`, `${problem}.`]);
  }
  return findings.report();
}

const add = (findings: Findings, [code, where, sentence]: readonly [string, string, string]): void => { findings.add({ code, where, sentence }); }; // prettier-ignore

function readSigned({ checkpoint: note }: Evidence, { noteKeys }: VerifierKeys): Checkpoint | null {
  if (note === null) return null;
  const key = noteKeys.find((each) => each.kind === 'log' && isNoteSignedBy(each, note));
  return key === undefined ? null : readCheckpoint(note, key);
}

function entryProblems(
  { entries, parcel }: Evidence,
  place: number,
  checkpoint: Checkpoint | null,
): readonly string[] {
  const entry = entries[place];
  if (entry === undefined) return [];
  const problems: string[] = [];
  const leaf = fromBase64Url(entry.leaf, HASH_BYTES);
  if (leaf === null) return ['The leaf is not spelt as a hash.'];
  if (entry.sequence !== place + 1) problems.push('An entry of the parcel before it is missing.');
  if (entry.body !== null) {
    if (!isSame(leafHash(Buffer.from(entry.body)), leaf))
      problems.push('The words of the entry are not those that were recorded.');
    if (!isAbout(entry.body, parcel.id, entry.sequence))
      problems.push('The entry is of another parcel or has another place in its journal.');
  }
  if (entry.index === null || checkpoint === null) return problems;
  const path = entry.path.map((step) => fromBase64Url(step, HASH_BYTES));
  const { index } = entry;
  const isIn =
    path.every((step) => step !== null) &&
    verifyInclusion(leaf, { index, size: checkpoint.size }, { path, root: checkpoint.root });
  if (!isIn) problems.push('The path does not lead from the entry to the root of the checkpoint.');
  return problems;
}

function isAbout(body: string, parcel: string, sequence: number): boolean {
  const said: unknown = JSON.parse(body);
  return (
    typeof said === 'object' &&
    said !== null &&
    'parcel' in said &&
    said.parcel === parcel &&
    'sequence' in said &&
    said.sequence === sequence
  );
}

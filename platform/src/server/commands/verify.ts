/** Runs luxor verify: checks journal, log and receipts of a database, or the files that a sender kept, offline. */
import process from 'node:process';
import type { ReceiptProof } from '../journal/proof.ts';
import { verifierKeys, type PublishedKey, type VerifierKeys } from '../journal/published-keys.ts';
import type { Receipt } from '../journal/receipts.ts';
import { verifyDatabase, verifyFiles } from '../journal/verify.ts';
import { openFindings, verifyExitCode, type VerifyReport } from '../journal/verify-report.ts';
import { isReceipt, isReceiptProof, isPublishedKeys } from '../journal/wire.ts';
import { readCommandLine, writeJson, writeLine, wrongUsage } from './command-line.ts';
import { openStored, placeOf } from './stored-database.ts';
import { verifyEvidenceFile } from './verify/evidence.ts';
import { malformed, readBytes, readJson } from './verify/kept-file.ts';
import { verifyQuote } from './verify/quote.ts';
import { verifySelection } from './verify/selection.ts';

export const usage = `Usage: luxor verify [--json] [--data DIR] [--key FILE] [--checkpoint FILE]...
       luxor verify [--json] --key FILE --receipt FILE [--message FILE] [--proof FILE]
       luxor verify [--json] --evidence FILE [--key FILE]
       luxor verify [--json] --quote FILE [--key FILE]
       luxor verify [--json] --selection-key FILE [--commitments FILE] [--data DIR]
       luxor verify [--json] --selection-proof FILE --commitments FILE

Without files it checks everything in the database: LUXOR_DATABASE_URL, or the data folder.
  --data DIR         the data folder, where it is not LUXOR_DATA or .luxor
  --key FILE         public keys as /v1/public/keys gives them; without them the database vouches for its own
  --checkpoint FILE  a checkpoint that was kept: the log must still agree with it; may be repeated

With --receipt or --proof it checks what a sender kept, offline.
  --receipt FILE     a receipt as the platform answers it
  --message FILE     the message, byte by byte as it was sent
  --proof FILE       the proof of the receipt, from /v1/receipts/{id}/proof

With --evidence it checks the file of one parcel, offline; without --key the file vouches for its own keys.
  --evidence FILE    the evidence of a parcel, as the console or /v1/officer/parcels/{scheme}/{number}/evidence gives it

With --quote it checks a quote: its signature, and that its facts are those of its digest.
  --quote FILE       a quote as /v1/quotes answers it; without --key the keys of the database at hand are used

With --selection-key it draws every parcel of a day again; with --selection-proof it checks single draws, offline.
  --selection-key FILE    the key of a day, as it was handed over to internal audit
  --selection-proof FILE  proofs of single draws, as internal audit got them
  --commitments FILE      commitments that were kept, from /v1/public/selection-commitments

  --json             the report on stdout, one line of JSON
Exit code 0: all holds. 1: something does not.`;

const options = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  key: { type: 'string' },
  checkpoint: { type: 'string', multiple: true },
  receipt: { type: 'string' },
  message: { type: 'string' },
  proof: { type: 'string' },
  evidence: { type: 'string' },
  quote: { type: 'string' },
  'selection-key': { type: 'string' },
  'selection-proof': { type: 'string' },
  commitments: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(args, options, usage);
  if (positionals.length > 0) throw wrongUsage('verify takes options only.', usage);
  if (values['selection-key'] !== undefined || values['selection-proof'] !== undefined)
    return verifySelection({ ...values, folder: values.data }, usage);
  if (values.quote !== undefined)
    return verifyQuote({ ...values, quote: values.quote, folder: values.data }, usage);
  return verifyRecord({ ...values, folder: values.data });
}

type Values = Kept & {
  readonly json?: boolean;
  readonly folder: string | undefined;
  readonly key?: string;
  readonly checkpoint?: string[];
  readonly evidence?: string;
};

async function verifyRecord(values: Values): Promise<number> {
  const isOffline = values.receipt !== undefined || values.proof !== undefined;
  const keys = values.key === undefined ? undefined : readKeys(values.key);
  if (isOffline && keys === undefined)
    throw wrongUsage('To verify files, name the public keys with --key.', usage);
  if (values.message !== undefined && values.receipt === undefined) {
    throw wrongUsage('A message is verified by its receipt: name it with --receipt.', usage);
  }
  const report = await reportOf(values, keys, isOffline);
  if (values.json === true) writeJson({ ...report, problems: [...report.problems] });
  else writeReport(report);
  return verifyExitCode(report);
}

async function reportOf(
  { evidence, checkpoint, folder, ...files }: Values,
  keys: VerifierKeys | undefined,
  isOffline: boolean,
): Promise<VerifyReport> {
  if (evidence !== undefined) return verifyEvidenceFile(evidence, keys);
  if (isOffline && keys !== undefined) return verifyKept(keys, files);
  return verifyStored({ keys, checkpoints: checkpoint ?? [], folder });
}

type Kept = { readonly receipt?: string; readonly message?: string; readonly proof?: string };

function verifyKept(keys: VerifierKeys, files: Kept): VerifyReport {
  const receipt = files.receipt === undefined ? undefined : readReceipt(files.receipt);
  const proof = files.proof === undefined ? undefined : readProof(files.proof);
  return verifyFiles({
    keys,
    ...(receipt === undefined ? {} : { receipt }),
    ...(proof === undefined ? {} : { proof }),
    ...(files.message === undefined ? {} : { message: readBytes(files.message) }),
  });
}

type Stored = {
  readonly keys: VerifierKeys | undefined;
  readonly checkpoints: readonly string[];
  readonly folder: string | undefined;
};

async function verifyStored({ keys, checkpoints, folder }: Stored): Promise<VerifyReport> {
  const notes = checkpoints.map((file) => readBytes(file).toString());
  const { databaseUrl, dataDirectory } = placeOf(folder);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null) {
    process.stderr.write(`Nothing was ever recorded in ${dataDirectory}.\n`);
    return openFindings().report();
  }
  try {
    return await verifyDatabase(stored.database, {
      checkpoints: notes,
      ...(keys === undefined ? {} : { keys }),
    });
  } finally {
    await stored.close();
  }
}

function writeReport({
  ok,
  entries,
  checkpoints,
  receipts,
  unsealed,
  problems,
  problemCount,
}: VerifyReport): void {
  for (const { where, sentence } of problems) writeLine(`${where}: ${sentence}`);
  const counted = `${entries} entries, ${checkpoints} checkpoints, ${receipts} receipts`;
  const waiting = unsealed === 0 ? '' : `, ${unsealed} entries not sealed yet`;
  writeLine(
    `${ok ? 'All holds' : `${problemCount} ${problemCount === 1 ? 'problem' : 'problems'}`}: ${counted}${waiting}.`,
  );
}

function readKeys(file: string): VerifierKeys {
  const published = readJson(file);
  if (!isPublishedKeys(published)) throw malformed(file, 'an answer of /v1/public/keys');
  const keys: readonly PublishedKey[] = published.keys;
  return verifierKeys(keys);
}

/** A receipt alone, or the answer to a submission, which holds one. */
function readReceipt(file: string): Receipt {
  const written = readJson(file);
  const inside =
    typeof written === 'object' && written !== null && 'receipt' in written
      ? written.receipt
      : written;
  if (!isReceipt(inside)) throw malformed(file, 'a receipt');
  return inside;
}

function readProof(file: string): ReceiptProof {
  const written = readJson(file);
  if (!isReceiptProof(written)) throw malformed(file, 'a proof of a receipt');
  return written;
}

/** Verifies random selection from kept files: the key of a day against everything drawn with it, or single draws by their proofs. */
import { readDay, writeDay, type Day } from '../../../domain/kernel/day.ts';
import { present } from '../../../domain/kernel/invariant.ts';
import { exitCodes, Fault } from '../../fault.ts';
import { fromBase64Url } from '../../journal/base64.ts';
import { HASH_BYTES } from '../../journal/merkle.ts';
import { isDrawProven } from '../../risk/selection.ts';
import { readSelectionKey, type CommitmentRow } from '../../risk/selection-store.ts';
import { isCommitments, isSelectionKey, isSelectionProofs } from '../../risk/selection-wire.ts';
import { verifySelectionKey, type SelectionReport } from '../../risk/verify-selection.ts';
import { writeJson, writeLine, wrongUsage } from '../command-line.ts';
import { openStored, placeOf } from '../stored-database.ts';
import { malformed, readJson } from './kept-file.ts';

export type SelectionFiles = {
  readonly 'selection-key'?: string | undefined;
  readonly 'selection-proof'?: string | undefined;
  readonly commitments?: string | undefined;
  readonly folder?: string | undefined;
  readonly json?: boolean | undefined;
};

export async function verifySelection(files: SelectionFiles, usage: string): Promise<number> {
  const { 'selection-key': key, 'selection-proof': proof, commitments, json } = files;
  if (key !== undefined && proof !== undefined)
    throw wrongUsage('A key and a proof are verified one at a time.', usage);
  if (proof !== undefined && commitments === undefined)
    throw wrongUsage('A proof holds against a commitment: name those kept with --commitments.', usage); // prettier-ignore
  const kept = commitments === undefined ? null : readCommitmentFile(commitments);
  const report =
    key === undefined
      ? verifyProofs(present(proof, 'one of the two was given'), kept ?? new Map())
      : await verifyKey(key, kept, files.folder);
  if (json === true) writeJson({ ...report, problems: [...report.problems] });
  else writeReport(report);
  return report.ok ? exitCodes.done : exitCodes.inputRefused;
}

type Published = Pick<CommitmentRow, 'commitment' | 'bucketBits' | 'isAhead'>;
type Kept = ReadonlyMap<Day, Published>;

function readCommitmentFile(file: string): Kept {
  const written = readJson(file);
  if (!isCommitments(written)) throw malformed(file, 'an answer of /v1/public/selection-commitments'); // prettier-ignore
  const kept = new Map<Day, Published>();
  for (const { day, commitment, bucketBits, ahead } of written.commitments) {
    const [on, bytes] = [readDay(day), fromBase64Url(commitment, HASH_BYTES)];
    if (on === null || bytes === null) throw malformed(file, 'days and hashes as they are spelt');
    kept.set(on, { commitment: bytes, bucketBits, isAhead: ahead });
  }
  return kept;
}

async function verifyKey(
  file: string,
  kept: Kept | null,
  folder: string | undefined,
): Promise<SelectionReport> {
  const written = readJson(file);
  if (!isSelectionKey(written)) throw malformed(file, 'a key of random selection');
  const [day, dayKey] = [readDay(written.day), fromBase64Url(written.key, HASH_BYTES)];
  if (day === null || dayKey === null) throw malformed(file, 'a key of random selection');
  const { databaseUrl, dataDirectory } = placeOf(folder);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null) throw nothingThere(dataDirectory);
  try {
    const { intake } = stored.database;
    const published = kept === null ? await readSelectionKey(intake, day) : kept.get(day);
    if (published === undefined || published === null) throw unbound(day);
    return await verifySelectionKey(intake, { day, dayKey, published });
  } finally {
    await stored.close();
  }
}

/** Offline: nothing but the two files is read. */
function verifyProofs(file: string, kept: Kept): SelectionReport {
  const written = readJson(file);
  if (!isSelectionProofs(written)) throw malformed(file, 'proofs of random selection');
  const [first] = written.proofs;
  const day = first === undefined ? null : readDay(first.day);
  if (day === null) throw malformed(file, 'a proof of random selection');
  const published = kept.get(day);
  if (published === undefined) throw unbound(day);
  const unproven = written.proofs.filter(
    (proof) =>
      proof.bucketBits !== published.bucketBits ||
      !isDrawProven(proof, { day, commitment: published.commitment }),
  );
  const strays = written.recorded.filter(
    ({ stratum, draw }) =>
      !written.proofs.some((proof) => proof.stratum === stratum && proof.draw === draw),
  );
  const misjudged = written.recorded.filter(
    ({ draw, threshold, selected }) => selected !== draw < threshold,
  );
  const problems = [
    ...unproven.map(({ reference, stratum }) => ({ code: 'selection-proof-wrong', where: `${reference} in ${stratum}`, sentence: 'the proof does not lead from the draw to the commitment of the day' })),
    ...strays.map(({ stratum, draw }) => ({ code: 'selection-draw-differs', where: stratum, sentence: `the recorded draw ${draw.toString()} is not the one proven` })),
    ...misjudged.map(({ stratum, draw }) => ({ code: 'selection-outcome-differs', where: stratum, sentence: `what followed from the draw ${draw.toString()} is told wrongly` })),
  ]; // prettier-ignore
  return {
    ok: problems.length === 0,
    day: writeDay(day),
    ahead: published.isAhead,
    draws: written.recorded.length,
    selected: written.recorded.filter(({ selected }) => selected).length,
    problemCount: problems.length,
    problems,
  };
}

function writeReport({ ok, day, ahead, draws, selected, problems, problemCount }: SelectionReport): void {
  for (const { where, sentence } of problems) writeLine(`${where}: ${sentence}`);
  const late = ahead ? '' : ' The day was bound after it had begun, so that this proves less.';
  const outcome = ok ? 'All holds' : `${problemCount.toString()} ${problemCount === 1 ? 'problem' : 'problems'}`;
  writeLine(`${outcome}: ${draws.toString()} draws of ${day}, ${selected.toString()} of them selected.${late}`);
} // prettier-ignore

const unbound = (day: Day): Fault =>
  new Fault({
    code: 'selection-day-unbound',
    sentence: `No commitment of ${writeDay(day)} is there to verify against.`,
    exitCode: exitCodes.wrongUsage,
  });

const nothingThere = (dataDirectory: string): Fault =>
  new Fault({
    code: 'nothing-recorded',
    sentence: `Nothing was ever recorded in ${dataDirectory}: there is no draw to verify.`,
  });

/** What a verification found, in the stable shape that `luxor verify --json` prints. */
import { exitCodes, type ExitCode } from '../fault.ts';

/** `code` is for ever; `where` names the row, file or place; `sentence` says it to a person. */
export type Problem = { readonly code: string; readonly where: string; readonly sentence: string };

export type VerifyReport = {
  readonly ok: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  readonly receipts: number;
  /** Entries that wait for the next round of the sealer. */
  readonly unsealed: number;
  readonly problemCount: number;
  /** The first hundred. */
  readonly problems: readonly Problem[];
};

const PROBLEMS_KEPT = 100;

export type Counts = { entries: number; checkpoints: number; receipts: number; unsealed: number };

export type Findings = {
  readonly counts: Counts;
  add(problem: Problem): void;
  report(): VerifyReport;
};

export function openFindings(): Findings {
  const counts: Counts = { entries: 0, checkpoints: 0, receipts: 0, unsealed: 0 };
  const problems: Problem[] = [];
  let problemCount = 0;
  return {
    counts,
    add(problem) {
      problemCount++;
      if (problems.length < PROBLEMS_KEPT) problems.push(problem);
    },
    report: () => ({ ok: problemCount === 0, ...counts, problemCount, problems }),
  };
}

export const verifyExitCode = (report: VerifyReport): ExitCode =>
  report.ok ? exitCodes.done : exitCodes.inputRefused;

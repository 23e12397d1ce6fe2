/** Verifies the evidence of one parcel from its file alone, with keys from outside or, failing that, its own. */
import { isEvidence, verifyEvidence } from '../../journal/evidence.ts';
import { verifierKeys, type VerifierKeys } from '../../journal/published-keys.ts';
import type { VerifyReport } from '../../journal/verify-report.ts';
import { malformed, readJson } from './kept-file.ts';

export function verifyEvidenceFile(file: string, keys: VerifierKeys | undefined): VerifyReport {
  const evidence = readJson(file);
  if (!isEvidence(evidence)) throw malformed(file, 'the evidence of a parcel');
  return verifyEvidence(evidence, keys ?? verifierKeys(evidence.keys));
}

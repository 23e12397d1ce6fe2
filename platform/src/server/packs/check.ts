/** Checks installed packs completely: form, sources, periods, schemas, worked examples and the seal. */
import { createHash } from 'node:crypto';
import { checkPack } from '../../domain/jurisdiction/check-pack.ts';
import { hasPackError, type PackFinding } from '../../domain/jurisdiction/pack-finding.ts';
import { checkSeal, type Digest } from '../../domain/jurisdiction/seal.ts';
import type { LoadedPack } from './load.ts';
import { runCases, type CaseResult } from './run-cases.ts';
import { checkSchemas } from './schemas.ts';

export type PackReport = {
  readonly pack: string;
  readonly digest: string;
  readonly cases: number;
  readonly passed: number;
  readonly findings: readonly PackFinding[];
};

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** A pack that is not well formed is not checked further: what follows would only repeat the same mistakes. */
export function checkLoadedPack(id: string, loaded: LoadedPack): PackReport {
  const findings: PackFinding[] = [...loaded.findings, ...checkSchemas(loaded.texts)];
  let results: readonly CaseResult[] = [];
  if (loaded.pack !== null) {
    findings.push(
      ...checkPack({ pack: loaded.pack, placeOf: loaded.placeOf }),
      ...checkSeal(loaded.texts, sha256),
    );
    if (loaded.pack.id !== id) findings.push(misnamed(id, loaded.pack.id));
    results = runCases(loaded.texts, loaded.pack);
    findings.push(...results.flatMap(caseFindings));
  }
  const passed = results.filter((result) => result.differences.length === 0).length;
  return { pack: id, digest: loaded.digest, cases: results.length, passed, findings };
}

const misnamed = (folder: string, id: string): PackFinding => ({
  file: 'pack.json',
  line: 1,
  column: 1,
  severity: 'error',
  reason: `the pack calls itself "${id}", its folder is "${folder}"`,
  fix: 'give both the same name',
});

const caseFindings = ({ file, differences }: CaseResult): readonly PackFinding[] =>
  differences.map((difference) => ({
    file,
    line: 1,
    column: 1,
    severity: 'error',
    reason: difference,
    fix: 'correct the example, or the rows it is about',
  }));

export const isSound = (report: PackReport): boolean => !hasPackError(report.findings);

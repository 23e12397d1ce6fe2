/** The sheet on which all findings about one statement are noted, as weighty as the law of the day says. */
import type { Profile, StatedConsignment, StatementFunction, StatementKind } from '../advance-data/statement.ts'; // prettier-ignore
import type { Finding } from '../kernel/finding.ts';
import type { Moment } from '../kernel/instant.ts';
import { limits } from '../kernel/limits.ts';
import { graded } from './catalogue.ts';
import type { QualityLaw } from './quality-law.ts';

export type Sheet = {
  readonly rules: QualityLaw;
  readonly stated: StatedConsignment;
  readonly kind: StatementKind;
  readonly function: StatementFunction;
  readonly profile: Profile;
  readonly receivedAt: Moment;
  /** JSON Pointer of the consignment in its submission. */
  readonly pointer: string;
  readonly findings: Finding[];
};

/**
 * Notes a finding. The law may grade it; and nobody can put right what happened long ago, so that in a record of the past
 * nothing is worse than a warning.
 */
export function note(sheet: Sheet, what: Finding): void {
  if (sheet.findings.length >= limits.findingsPerSubmission) return;
  const severity = sheet.rules.severities.get(what.code) ?? what.severity;
  const isPast = sheet.profile === 'historic-declaration' && severity === 'error';
  sheet.findings.push(graded(what, isPast ? 'warning' : severity));
}

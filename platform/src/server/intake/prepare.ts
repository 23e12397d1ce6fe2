/** What can be said of a message before anything is looked up: its values typed, its consignments validated, its digest taken. */
import { readSubmission } from '../../domain/advance-data/read-submission.ts';
import { writeFacts } from '../../domain/advance-data/statement-text.ts';
import type { Submission } from '../../domain/advance-data/statement.ts';
import type { Finding } from '../../domain/kernel/finding.ts';
import { dayAt } from '../../domain/kernel/instant.ts';
import { present } from '../../domain/kernel/invariant.ts';
import {
  validateStatement,
  type StatementValidation,
} from '../../domain/validation/validate-statement.ts';
import { sha256 } from '../journal/sha256.ts';
import type { Arriving } from './arriving.ts';
import type { PassContext } from './batch.ts';

export type PreparedConsignment = StatementValidation & { readonly factsText: string };

export type Prepared = {
  readonly arriving: Arriving;
  readonly submission: Submission;
  /** SHA-256 of the raw message: what makes two messages of one number the same. */
  readonly digest: Buffer;
  /** Values that could not be read: with any, the message is refused. */
  readonly findings: readonly Finding[];
  readonly consignments: readonly PreparedConsignment[];
};

export function prepare(arriving: Arriving, context: PassContext): Prepared {
  const { submission, findings } = readSubmission(arriving.wire);
  const { law } = context.law.on(dayAt(arriving.receivedAt, context.zoneOffsetMinutes));
  const consignments = submission.consignments.map((stated, index) => {
    const validation = validateStatement(stated, {
      law,
      kind: submission.kind,
      function: submission.function,
      profile: submission.profile,
      receivedAt: arriving.receivedAt,
      pointer: `/consignments/${String(index)}`,
      fingerprint: context.fingerprint,
    });
    const wire = present(arriving.wire.consignments[index], 'a consignment was read from the wire');
    return { ...validation, factsText: writeFacts(wire, validation.facts.parties) };
  });
  return {
    arriving,
    submission,
    digest: sha256(arriving.raw),
    findings,
    consignments,
  };
}

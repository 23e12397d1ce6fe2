/** Turns findings, refusals and faults into problem details (RFC 9457), each with its code and, for findings, its fix. */
import type { FastifyReply } from 'fastify';
import type { Finding } from '../../domain/kernel/finding.ts';
import type { Refusal } from '../../domain/kernel/refusal.ts';
import { describe } from '../../domain/validation/catalogue.ts';

export type ProblemError = {
  readonly pointer: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly fix: string;
  readonly example: string;
  readonly source: string;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly ProblemError[];
};

/** One finding with everything the catalogue says of it. */
export function writtenFinding(finding: Finding): ProblemError {
  const { message, fix, example, source } = describe(finding);
  return {
    pointer: finding.pointer,
    code: finding.code,
    severity: finding.severity,
    message,
    fix,
    example,
    source,
  };
}

/** Status of each code that is not simply a conflict with the state of things. */
const STATUS: ReadonlyMap<string, number> = new Map([
  ['sign-in-needed', 401],
  ['role-missing', 403],
  ['not-yours', 404],
  ['parcel-not-found', 404],
  ['account-not-found', 404],
  ['entity-not-found', 404],
  ['not-found', 404],
  ['selection-day-unknown', 404],
  ['selection-none-drawn', 404],
  ['message-id-reused', 422],
  ['idempotency-key-reused', 422],
  ['message-too-large', 413],
  ['format-not-supported', 415],
  ['processing-failed', 500],
]);

export const problemOf = (code: string, title: string, detail: string): Problem => ({
  type: `https://luxor.example/problems/${code}`,
  title,
  status: STATUS.get(code) ?? 409,
  detail,
  code,
});

export const refusalProblem = ({ code, sentence }: Refusal): Problem =>
  problemOf(code, 'The command is refused', sentence);

/** The problem of a refused message: status of its first error, every finding listed. */
export function findingsProblem(findings: readonly Finding[]): Problem {
  const first = findings.find((finding) => finding.severity === 'error') ?? findings[0];
  const code = first?.code ?? 'processing-failed';
  return {
    ...problemOf(
      code,
      'The message is refused',
      first === undefined ? '' : describe(first).message,
    ),
    status: STATUS.get(code) ?? 422,
    errors: findings.map(writtenFinding),
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ ...problem, instance: reply.request.id });
}

/** Takes one message into the batch: checks what the record says against it, validates each consignment and moves its parcels on. */
import { hasEarlierWord, isFull } from '../../domain/advance-data/in-force.ts';
import type { StatementFunction, Submission } from '../../domain/advance-data/statement.ts';
import type { KeptStatement } from '../../domain/journey.ts';
import { hasError, type Finding } from '../../domain/kernel/finding.ts';
import { statementId, submissionId, type SubmissionId } from '../../domain/kernel/identifier.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { isClosed } from '../../domain/decision/stage.ts';
import { outsideOf } from '../../domain/release/custody.ts';
import { finding } from '../../domain/validation/catalogue.ts';
import type { ConsignmentAnswer, StoredAnswer } from './arriving.ts';
import type { Batch, StatementDraft } from './batch.ts';
import { advanceOrder, advanceParcel } from './advance.ts';
import type { Prepared } from './prepare.ts';
import { answerQuote, quoteFinding } from './answer-quote.ts';
import { findOrOpenParcel } from './open-parcel.ts';
import { referenceKey, type WorkingParcel } from './working-set.ts';

export type Taken =
  | { readonly status: 'refused'; readonly findings: readonly Finding[] }
  | {
      readonly status: 'recorded';
      readonly submission: SubmissionId;
      readonly answer: StoredAnswer;
      readonly parcels: readonly WorkingParcel[];
    };

/** Takes a message, the `message`-th of its batch. A refusal leaves no trace in the batch. */
export function takeMessage(batch: Batch, prepared: Prepared, message: number): Taken {
  const refusals = [
    ...prepared.findings,
    ...(prepared.arriving.owner.active ? [] : [finding('sender-inactive', '/sender')]),
    ...checkAgainstRecord(batch, prepared.submission),
  ];
  if (hasError(refusals)) return { status: 'refused', findings: refusals };
  const id = submissionId(batch.context.nextId());
  const taking: Taking = { batch, prepared, id, message, findings: refusals, parcels: [] };
  const consignments = prepared.submission.consignments.map((_, index) =>
    takeConsignment(taking, index),
  );
  const isParked =
    consignments.every((consignment) => consignment.state === 'waiting') &&
    taking.parcels.length === 0;
  return {
    status: 'recorded',
    submission: id,
    answer: {
      status: isParked ? 'parked' : 'accepted',
      consignments,
      findings: taking.findings.slice(0, limits.findingsPerSubmission),
    },
    parcels: taking.parcels,
  };
}

type Taking = {
  readonly batch: Batch;
  readonly prepared: Prepared;
  readonly id: SubmissionId;
  readonly message: number;
  readonly findings: Finding[];
  readonly parcels: WorkingParcel[];
};

/** What the record refuses whatever the message says otherwise. */
function checkAgainstRecord(batch: Batch, submission: Submission): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  submission.consignments.forEach((stated, index) => {
    const pointer = `/consignments/${String(index)}`;
    const reference = stated.houseReference;
    if (reference === undefined) {
      if (stated.orderNumbers.length === 0)
        findings.push(finding('house-reference-missing', pointer));
      findings.push(...checkOrders(batch, submission, { orders: stated.orderNumbers, pointer }));
      return;
    }
    const key = referenceKey(reference);
    if (seen.has(key))
      findings.push(finding('house-reference-repeated', `${pointer}/houseReference`));
    seen.add(key);
    findings.push(...checkParcel(batch, submission, { key, pointer }));
  });
  return findings;
}

function checkParcel(
  batch: Batch,
  submission: Submission,
  at: { key: string; pointer: string },
): readonly Finding[] {
  const parcel = batch.working.parcels.get(at.key);
  const speaker = { owner: submission.sender, kind: submission.kind };
  const spoke = parcel !== undefined && hasEarlierWord(parcel.statements, speaker);
  if (submission.function === 'cancel' && !spoke) return [finding('cancelled-nothing', at.pointer)];
  if (submission.kind === 'declaration' && isParcelClosed(parcel))
    return [finding('parcel-closed', at.pointer)];
  const isMore = !spoke || submission.kind === 'arrival';
  if (isMore && parcel !== undefined && isFull(parcel.statements, submission.kind))
    return [tooMany(submission.kind, at.pointer)];
  return checkFunction(submission, spoke, at.pointer);
}

/** Statements that name only an order wait with it, and would all come to its parcels. */
function checkOrders(
  batch: Batch,
  { function: purpose, kind }: Submission,
  at: { readonly orders: readonly string[]; readonly pointer: string },
): readonly Finding[] {
  if (purpose !== 'original') return [];
  const isOver = at.orders.some((number) => {
    const order = batch.working.orders.get(number);
    return order !== undefined && isFull(order.statements, kind);
  });
  return isOver ? [tooMany(kind, at.pointer)] : [];
}

const tooMany = (kind: Submission['kind'], pointer: string): Finding =>
  finding('statements-too-many', pointer, {
    statementsMax: String(kind === 'arrival' ? limits.scansPerParcel : limits.statementsPerParcel),
  });

const isParcelClosed = (parcel: WorkingParcel | undefined): boolean =>
  parcel !== undefined && parcel.state !== null && isClosed(parcel.state.custody.stage);

function checkFunction(
  submission: Submission,
  spoke: boolean,
  pointer: string,
): readonly Finding[] {
  if (submission.function === 'replace' && !spoke)
    return [finding('replace-without-original', pointer)];
  if (submission.function === 'original' && spoke && submission.kind !== 'arrival')
    return [finding('original-again', pointer)];
  return [];
}

function takeConsignment(taking: Taking, index: number): ConsignmentAnswer {
  const draft = draftStatement(taking, index);
  taking.batch.statements.push(draft);
  if (draft.parcel !== null) {
    advanceParcel(taking.batch, draft.parcel, draft);
    taking.parcels.push(draft.parcel);
    const { custody } = present(draft.parcel.state, 'a parcel that was spoken about is open');
    const quote = answerQuote(draft);
    if (quote !== null)
      taking.findings.push(quoteFinding(quote, `/consignments/${String(index)}/fiscal/quote`));
    const answer = { reference: draft.parcel.reference, state: outsideOf(custody) };
    return quote === null ? answer : { ...answer, quote };
  }
  const moved = advanceOrder(taking.batch, draft);
  taking.parcels.push(...moved);
  if (moved.length === 0)
    taking.findings.push(finding('statement-parked', `/consignments/${String(index)}`));
  return { reference: null, state: moved.length === 0 ? 'waiting' : 'accepted' };
}

function draftStatement(
  { batch, prepared, id, message, findings }: Taking,
  index: number,
): StatementDraft {
  const { arriving, submission } = prepared;
  const stated = present(submission.consignments[index], 'a consignment was read');
  const validation = present(prepared.consignments[index], 'a consignment was validated');
  findings.push(...validation.findings);
  const parcel =
    stated.houseReference === undefined ? null : findOrOpenParcel(batch, stated.houseReference);
  const statement: KeptStatement = {
    id: statementId(batch.context.nextId()),
    shard: parcel?.shard ?? shardOf(stated.orderNumbers[0] ?? ''),
    submission: id,
    owner: arriving.owner.code,
    kind: submission.kind,
    function: effectiveFunction(submission, parcel),
    profile: submission.profile,
    statedAt: submission.preparedAt ?? arriving.receivedAt,
    receivedAt: arriving.receivedAt,
    facts: validation.facts,
    factsText: validation.factsText,
    findings: validation.findings,
    quality: validation.quality.total,
  };
  const { quality } = validation;
  return { statement, quality, owner: arriving.owner, message, consignment: index, parcel };
}

/** A second original of one sender replaces its first: the warning `original-again` tells so. */
function effectiveFunction(
  submission: Submission,
  parcel: WorkingParcel | null,
): StatementFunction {
  if (submission.function !== 'original' || submission.kind === 'arrival' || parcel === null)
    return submission.function;
  const speaker = { owner: submission.sender, kind: submission.kind };
  return hasEarlierWord(parcel.statements, speaker) ? 'replace' : 'original';
}

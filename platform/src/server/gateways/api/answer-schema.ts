/** The published shapes of answers: receipt, outside state and findings; never lane, score or rule. */
import { Type, type Static } from 'typebox';
import { OUTSIDE_STATES } from '../../../domain/kernel/outside-state.ts';
import { writtenFinding } from '../../http/problem.ts';
import { FindingSchema, ReferenceSchema } from '../../http/schema.ts';
import type { Answer } from '../../intake/arriving.ts';
import { ReceiptSchema } from '../../journal/wire.ts';

const OutsideStateSchema = Type.Unsafe<(typeof OUTSIDE_STATES)[number]>(
  Type.Enum([...OUTSIDE_STATES], {
    description: 'accepted, refused, question, do-not-load, cleared or waiting',
  }),
);

export const AnswerSchema = Type.Object({
  status: Type.String({
    description: 'accepted, parked (waits for its parcel) or duplicate (the first answer again)',
  }),
  messageId: Type.String(),
  submission: Type.Union([Type.String(), Type.Null()]),
  receivedAt: Type.String({ description: 'RFC 3339, UTC.' }),
  consignments: Type.Array(
    Type.Object({
      reference: Type.Union([ReferenceSchema, Type.Null()]),
      state: OutsideStateSchema,
    }),
  ),
  findings: Type.Array(FindingSchema),
  receipt: Type.Union([ReceiptSchema, Type.Null()], {
    description: 'A signed promise that this message is in the record.',
  }),
});

export const ParcelStateSchema = Type.Object({
  reference: ReferenceSchema,
  state: OutsideStateSchema,
  asOf: Type.String({
    description: 'The tick that published this state; states change outside only on full minutes.',
  }),
});

/** The answer on the wire. */
export function writtenAnswer(answer: Answer): Static<typeof AnswerSchema> {
  const receipt = answer.receipt();
  return {
    status: answer.status,
    messageId: answer.messageId,
    submission: answer.submission?.toString() ?? null,
    receivedAt: Temporal.Instant.fromEpochMilliseconds(answer.receivedAt).toString(),
    consignments: answer.consignments.map(({ reference, state }) => ({
      reference: reference === null ? null : { ...reference },
      state,
    })),
    findings: answer.findings.map(writtenFinding),
    receipt: receipt === null ? null : { ...receipt, path: [...receipt.path] },
  };
}

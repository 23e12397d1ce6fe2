/** The published shapes of answers: receipt, outside state and findings; never lane, score or rule. */
import { Type, type Static } from 'typebox';
import { OUTSIDE_STATES } from '../../../domain/kernel/outside-state.ts';
import { writtenFinding } from '../../http/problem.ts';
import { FindingSchema, ReferenceSchema } from '../../http/schema.ts';
import type { Answer, AnsweredQuote } from '../../intake/arriving.ts';
import { ReceiptSchema } from '../../journal/wire.ts';

const OutsideStateSchema = Type.Unsafe<(typeof OUTSIDE_STATES)[number]>(
  Type.Enum([...OUTSIDE_STATES], {
    description: 'accepted, refused, question, do-not-load, cleared or waiting',
  }),
);

const AnsweredQuoteSchema = Type.Object(
  {
    quote: Type.String(),
    honoured: Type.Boolean({ description: 'Whether the parcel is charged as quoted.' }),
    because: Type.Union([Type.String(), Type.Null()], {
      description: 'Why not: unknown, not-its-day or facts-differ.',
    }),
    differences: Type.Array(
      Type.Object({
        fact: Type.String({ description: 'JSON Pointer into the facts of the quote.' }),
        quoted: Type.Union([Type.String(), Type.Null()]),
        shipped: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    currency: Type.String(),
    quotedTotal: Type.Union([Type.String(), Type.Null()]),
    total: Type.String({ description: 'What is owed.' }),
    payable: Type.String({ description: 'The part of it that is payable on delivery.' }),
  },
  { description: 'What became of the quote that the declaration names.' },
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
      quote: Type.Optional(AnsweredQuoteSchema),
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

const writtenQuote = ({ outcome, currency, total, payable }: AnsweredQuote): Static<typeof AnsweredQuoteSchema> => ({
  quote: outcome.quote,
  honoured: outcome.honoured,
  because: outcome.honoured ? null : outcome.because,
  differences: outcome.honoured ? [] : outcome.differences.map((each) => ({ ...each })),
  currency,
  quotedTotal: outcome.honoured ? total : (outcome.quoted?.total ?? null),
  total,
  payable,
}); // prettier-ignore

/** The answer on the wire. */
export function writtenAnswer(answer: Answer): Static<typeof AnswerSchema> {
  const receipt = answer.receipt();
  return {
    status: answer.status,
    messageId: answer.messageId,
    submission: answer.submission?.toString() ?? null,
    receivedAt: Temporal.Instant.fromEpochMilliseconds(answer.receivedAt).toString(),
    consignments: answer.consignments.map(({ reference, state, quote }) => ({
      reference: reference === null ? null : { ...reference },
      state,
      ...(quote === undefined ? {} : { quote: writtenQuote(quote) }),
    })),
    findings: answer.findings.map(writtenFinding),
    receipt: receipt === null ? null : { ...receipt, path: [...receipt.path] },
  };
}

/** Shapes that many answers share. */
import { Type } from 'typebox';
import { REFERENCE_SCHEMES } from '../../domain/advance-data/statement.ts';

export const text = Type.String();
export const count = Type.Integer({ minimum: 0 });
export const textOrNull = Type.Union([Type.String(), Type.Null()]);
export const moment = Type.String({
  description: 'RFC 3339 with the offset of the office’s clock.',
  examples: ['2026-11-24T14:40:00+03:00'],
});
export const momentOrNull = Type.Union([moment, Type.Null()]);

/** Decimal text and ISO 4217. */
export const AmountSchema = Type.Object({ amount: text, currency: text });
export const amountOrNull = Type.Union([AmountSchema, Type.Null()]);

const NUMBER_LETTERS_MAX = 70;

export const ReferenceSchema = Type.Object({
  scheme: Type.Enum([...REFERENCE_SCHEMES]),
  number: Type.String({ minLength: 1, maxLength: NUMBER_LETTERS_MAX }),
});

export const FindingSchema = Type.Object(
  {
    pointer: Type.String({ description: 'JSON Pointer into the message as sent.' }),
    code: Type.String(),
    severity: Type.String(),
    message: Type.String(),
    fix: Type.String(),
    example: Type.String(),
    source: Type.String(),
    line: Type.Optional(
      Type.Integer({ description: 'Line or row of the file, from one; of batches only.' }),
    ),
    column: Type.Optional(
      Type.Integer({ description: 'Character or cell of the line, from one; of batches only.' }),
    ),
  },
  { additionalProperties: false },
);

/** A problem as RFC 9457 spells it. */
export const ProblemSchema = Type.Object(
  {
    type: text,
    title: text,
    status: Type.Integer(),
    detail: text,
    code: text,
    instance: Type.Optional(text),
    errors: Type.Optional(Type.Array(FindingSchema)),
  },
  { description: 'RFC 9457 problem details; errors name every finding with its fix.' },
);

/** The published shape of a quote as it is answered, signed and kept. */
import { Type, type Static } from 'typebox';
import { CHARGE_KINDS } from '../../domain/charges/charge.ts';
import { DOUBTS } from '../../domain/quotes/quote.ts';
import { FindingSchema, text, textOrNull } from '../http/schema.ts';

const closed = { additionalProperties: false } as const;

const among = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>(Type.Enum([...values], description === undefined ? {} : { description }));

const figure = Type.String({ description: 'Decimal text in the currency of the quote.' });

/** Where it stands in the law: id of the row, id, title and address of its source. */
const legal = {
  rule: text,
  source: text,
  title: text,
  permalink: text,
};

const Step = Type.Object(
  { what: text, base: Type.Optional(text), rate: Type.Optional(text), result: text, rule: text },
  closed,
);

const Line = Type.Object(
  {
    charge: among(CHARGE_KINDS),
    amount: figure,
    item: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Index of the goods; null where it falls on the parcel as a whole.',
    }),
    place: among(['at-sale', 'at-border'] as const, 'Paid to the seller, or on delivery.'),
    ...legal,
    verified: Type.Boolean({ description: 'Whether somebody read the primary source of the row.' }),
    steps: Type.Array(Step),
  },
  closed,
);

const SignatureSchema = Type.Object(
  {
    keyId: Type.String({ description: 'Which key of /v1/public/keys signed.' }),
    value: Type.String({
      description:
        'Ed25519 over "luxor-quote/v1", a line feed and this document in canonical JSON with `signature` null. 64 bytes, unpadded base64url.',
    }),
  },
  closed,
);

export const QuoteSchema = Type.Object(
  {
    quote: Type.Union([Type.String(), Type.Null()], {
      description: 'Its number, to be stated as `fiscal.quote` of the parcel; null for an estimate.',
    }),
    status: among(['binding', 'estimate'] as const),
    because: Type.Array(among(DOUBTS), { description: 'Why it is an estimate; empty when it binds.' }),
    pack: text,
    law: Type.String({ description: "'pack@version', the version being the digest of all its rows." }),
    on: text,
    issuedAt: text,
    validFrom: Type.String({ description: 'First day of a taxable event for which it holds.' }),
    validUntil: Type.String({ description: 'The first day for which it holds no more.' }),
    category: Type.Integer({ minimum: 1, maximum: 4, description: 'Immediate Release category.' }),
    currency: text,
    total: figure,
    atSale: figure,
    atDelivery: figure,
    collector: Type.Union([Type.Object({ scheme: text, model: text, ...legal }, closed), Type.Null()]),
    lines: Type.Array(Line),
    spared: Type.Array(Type.Object({ charge: among(CHARGE_KINDS), limit: figure, ...legal }, closed), {
      description: 'Charges that the law does not ask for, and the limit below which it does not.',
    }),
    range: Type.Union([
      Type.Object(
        {
          low: figure,
          high: figure,
          settledBy: Type.Array(
            Type.Object({ fact: text, options: Type.Array(Type.Object({ says: text, total: figure }, closed)) }, closed),
            { description: 'The facts that would settle it, the weightiest first.' },
          ),
        },
        closed,
      ),
      Type.Null(),
    ]),
    prohibitions: Type.Array(
      Type.Object({ category: text, action: text, agency: text, licence: textOrNull, items: Type.Array(Type.Integer()), ...legal }, closed),
    ),
    documents: Type.Array(
      Type.Object({ element: text, says: text, obligation: among(['M', 'C', 'O', 'V'] as const), source: text }, closed),
      { description: 'What the declaration has to state.' },
    ),
    unverified: Type.Array(text, { description: 'Ids of the rows of law that keep it from binding.' }),
    facts: Type.Record(Type.String(), Type.Unknown(), {
      description: 'The facts that the figures can depend on; a parcel that is alike in them owes the same.',
    }),
    factDigest: Type.String({ description: 'SHA-256 over `facts` in canonical JSON, in hex.' }),
    findings: Type.Array(FindingSchema),
    signature: Type.Union([SignatureSchema, Type.Null()]),
  },
  closed,
); // prettier-ignore

export type QuoteDocument = Static<typeof QuoteSchema>;

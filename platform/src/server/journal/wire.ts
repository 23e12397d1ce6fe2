/** The published shapes of receipts, proofs, keys and checkpoints. */
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const closed = { additionalProperties: false } as const;
const hash = (description: string) =>
  Type.String({ description: `${description} 32 bytes, unpadded base64url.` });

export const ReceiptSchema = Type.Object(
  {
    id: Type.String({ description: 'Known to you and us alone: keep it like the receipt itself.' }),
    at: Type.String({ description: 'When the batch was signed. RFC 3339, UTC.' }),
    batch: Type.String(),
    index: Type.Integer({ description: 'Place of the message in its batch, from zero.' }),
    count: Type.Integer({ description: 'Messages in the batch.' }),
    messageDigest: hash('SHA-256 of the salt and, after it, the message exactly as it was sent.'),
    salt: Type.Union([hash('Opens the digest.'), Type.Null()], {
      description: 'Null once the key of the message was deleted.',
    }),
    path: Type.Array(hash('One step from the digest to the root.'), {
      description: 'Audit path of RFC 6962, from the leaf upwards; the leaf is the message digest.',
    }),
    root: hash('Root over the message digests of the batch.'),
    keyId: Type.String({ description: 'Which key of /v1/public/keys signed.' }),
    signature: Type.String({
      description:
        'Ed25519 over "luxor-receipts/v1", batch, at, count and root, each ended by a line feed. 64 bytes, unpadded base64url.',
    }),
  },
  closed,
);

export const ReceiptProofSchema = Type.Object(
  {
    receipt: Type.String(),
    entry: Type.String({ description: 'The journal entry that holds the root, byte by byte.' }),
    index: Type.Integer({ description: 'Place of the entry in the log, from zero.' }),
    path: Type.Array(hash('One step from the entry to the root of the checkpoint.')),
    checkpoint: Type.String({
      description: 'Signed note of C2SP tlog-checkpoint, with the lines of its witnesses.',
    }),
  },
  closed,
);

export const PublishedKeysSchema = Type.Object(
  {
    keys: Type.Array(
      Type.Object(
        {
          keyId: Type.String(),
          purpose: Type.Union([
            Type.Literal('receipt'),
            Type.Literal('checkpoint'),
            Type.Literal('quote'),
          ]),
          publicKey: hash('Ed25519.'),
          noteKey: Type.Union([Type.String(), Type.Null()], {
            description: 'The same key as C2SP signed notes spell it; null for receipts.',
          }),
          madeAt: Type.String(),
          retiredAt: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const ConsistencySchema = Type.Object(
  {
    from: Type.Integer(),
    to: Type.Integer({ description: 'The size of the checkpoint.' }),
    path: Type.Array(hash('One hash of the consistency proof of RFC 6962.')),
    checkpoint: Type.String(),
  },
  closed,
);

export const ConsistencyQuerySchema = Type.Object(
  {
    from: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The size of a checkpoint that you kept.',
    }),
  },
  closed,
);

const receiptValidator = Compile(ReceiptSchema);
const proofValidator = Compile(ReceiptProofSchema);
const keysValidator = Compile(PublishedKeysSchema);

/** The doors for files that a sender kept. */
export const isReceipt = (value: unknown): value is Static<typeof ReceiptSchema> =>
  receiptValidator.Check(value);
export const isReceiptProof = (value: unknown): value is Static<typeof ReceiptProofSchema> =>
  proofValidator.Check(value);
export const isPublishedKeys = (value: unknown): value is Static<typeof PublishedKeysSchema> =>
  keysValidator.Check(value);

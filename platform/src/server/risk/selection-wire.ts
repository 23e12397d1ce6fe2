/** The published shapes of random selection, and the doors for files of them that somebody kept. */
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const closed = { additionalProperties: false } as const;
const hash = (description: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: `${description} 32 bytes, unpadded base64url.` }); // prettier-ignore
const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const commitment = hash('Root of the Merkle tree of RFC 6962 over the bucket keys.');
const bucketBits = Type.Integer({ minimum: 8, maximum: 24 });
const draw = Type.Integer({ minimum: 0, maximum: 999_999 });

export const CommitmentsSchema = Type.Object(
  {
    commitments: Type.Array(
      Type.Object(
        {
          day,
          commitment,
          bucketBits,
          committedAt: Type.String({ description: 'RFC 3339, UTC.' }),
          ahead: Type.Boolean({ description: 'Whether it was bound before the day began.' }),
        },
        closed,
      ),
    ),
    before: Type.Union([Type.String(), Type.Null()], {
      description: 'Ask again with it for earlier days; null at the end.',
    }),
  },
  closed,
);

/** `luxor verify --selection-key` reads it from a file. */
export const SelectionKeySchema = Type.Object(
  {
    day,
    key: hash('The key of the day: draws of every parcel come from it.'),
    bucketBits,
    commitment,
    ahead: Type.Boolean({ description: 'Whether it was bound before the day began.' }),
  },
  closed,
);

const ProofSchema = Type.Object(
  {
    day,
    reference: Type.String({ description: 'scheme:number' }),
    stratum: Type.String(),
    draw,
    bucketBits,
    bucketKey: hash('SHA-256(key of the day || bucket).'),
    path: Type.Array(hash('One hash of the inclusion proof of RFC 6962.'), { maxItems: 24 }),
    commitment,
  },
  closed,
);

/** `luxor verify --selection-proof` reads it from a file. */
export const SelectionProofsSchema = Type.Object(
  {
    proofs: Type.Array(ProofSchema),
    recorded: Type.Array(
      Type.Object(
        {
          stratum: Type.String(),
          draw,
          threshold: Type.Integer({ description: 'Draws below it are selected.' }),
          selected: Type.Boolean(),
          agrees: Type.Boolean({ description: 'Whether the draw is the one proven.' }),
        },
        closed,
      ),
      { description: 'What the journal says of each decision of that day.' },
    ),
  },
  closed,
);

const commitmentsValidator = Compile(CommitmentsSchema);
const keyValidator = Compile(SelectionKeySchema);
const proofsValidator = Compile(SelectionProofsSchema);

export const isCommitments = (value: unknown): value is Static<typeof CommitmentsSchema> =>
  commitmentsValidator.Check(value);
export const isSelectionKey = (value: unknown): value is Static<typeof SelectionKeySchema> =>
  keyValidator.Check(value);
export const isSelectionProofs = (value: unknown): value is Static<typeof SelectionProofsSchema> =>
  proofsValidator.Check(value);

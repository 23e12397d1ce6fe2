/** The published shape of a request for a quote: what, its value, from where to where, and when; the rest only if it is known. */
import { Type, type Static } from 'typebox';
import { NATURES } from '../../domain/advance-data/statement.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { SELLERS, WAYS } from '../../domain/quotes/asked.ts';
import { formed } from '../gateways/json/submission-schema.ts';

const closed = { additionalProperties: false } as const;

const among = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(Type.Enum([...values], { description }));

const country = (description: string) =>
  formed(
    { pattern: '^[A-Z]{2}$', expected: 'a country code of two capital letters' },
    `${description} ISO 3166-1 alpha-2.`,
  );

const amount = (description: string) =>
  Type.Object(
    {
      amount: formed(
        {
          pattern: '^-?[0-9]{1,14}(?:\\.[0-9]{1,6})?$',
          expected: 'a plain decimal such as 12.30, with a point and without separators',
        },
        'Decimal string, never a number.',
      ),
      currency: formed(
        { pattern: '^[A-Z]{3}$', expected: 'a currency code of three capital letters' },
        'ISO 4217.',
      ),
    },
    { ...closed, description },
  );

const mass = (description: string) =>
  Type.Object(
    {
      value: formed(
        {
          pattern: '^[0-9]{1,10}(?:\\.[0-9]{1,6})?$',
          expected: 'a plain decimal such as 0.250, with a point and without separators',
        },
        'Decimal string.',
      ),
      unit: among(['KGM', 'GRM'] as const, 'Kilograms or grams, as UN/ECE Recommendation 20 has them.'),
    },
    { ...closed, description },
  ); // prettier-ignore

const code = formed(
  { pattern: '^[0-9]{4,14}$', expected: 'a code of 4 to 14 digits without points' },
  'Six digits of the Harmonized System or more.',
);

const text = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description });

const DESCRIPTION_LETTERS_MAX = 512;
const LICENCE_LETTERS_MAX = 70;
const LICENCES_MAX = 20;
const COLLECTOR_LETTERS_MAX = 70;

const Goods = Type.Object(
  {
    description: Type.Optional(text(DESCRIPTION_LETTERS_MAX, 'What it is, in plain words.')),
    commodityCode: Type.Optional(code),
    commodityCodes: Type.Optional(
      Type.Array(code, {
        minItems: 1,
        maxItems: limits.quoteCodesMax,
        description: 'Codes that it may have, the likeliest first; the answer is then a range.',
      }),
    ),
    origin: Type.Optional(country('Where it was made; else where it is bought from.')),
    value: amount('Price of all pieces of this kind, without freight and insurance.'),
    quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Number of pieces.' })),
    weight: Type.Optional(mass('Net weight of all pieces.')),
    licences: Type.Optional(Type.Array(text(LICENCE_LETTERS_MAX, 'Number of a licence or permit.'), { maxItems: LICENCES_MAX })),
  },
  closed,
); // prettier-ignore

export const QuoteRequestSchema = Type.Object(
  {
    to: country('Where the goods go.'),
    from: country('Where they are bought from.'),
    shippedFrom: Type.Optional(country('Where they are sent from, if not from there.')),
    on: Type.Optional(
      formed(
        { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', expected: 'a date such as 2026-08-01' },
        'Day on which they will be declared; today when left out.',
      ),
    ),
    goods: Type.Array(Goods, { minItems: 1, maxItems: limits.quoteGoodsMax }),
    mode: Type.Optional(among(WAYS, 'How they come; `air` is an express carrier’s.')),
    nature: Type.Optional(among(NATURES, 'Why they are sent; a sale when left out.')),
    freight: Type.Optional(amount('What is paid for the transport.')),
    insurance: Type.Optional(amount('What is paid for insurance.')),
    seller: Type.Optional(among(SELLERS, 'Who sells.')),
    collector: Type.Optional(
      text(
        COLLECTOR_LETTERS_MAX,
        'Number under which the seller or platform collects charges at sale, or `scheme:number`.',
      ),
    ),
    weight: Type.Optional(mass('Gross weight of the parcel.')),
    packages: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.piecesPerConsignment })),
  },
  { ...closed, $id: 'quote-request', title: 'Request for a quote' },
);

export type QuoteRequest = Static<typeof QuoteRequestSchema>;

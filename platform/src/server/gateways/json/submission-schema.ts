/** The published schema of a submission: it validates at the door, types the code and documents the contract. */
import { Type, type Static } from 'typebox';
import type { WireSubmission } from '../../../domain/advance-data/wire.ts';
import { ARRIVAL_EVENTS, CHANNELS, DIRECTIONS, MODES, NATURES, PROFILES, REFERENCE_SCHEMES, STATEMENT_FUNCTIONS, STATEMENT_KINDS } from '../../../domain/advance-data/statement.ts'; // prettier-ignore
import { limits } from '../../../domain/kernel/limits.ts';
import { PARTY_ROLES } from '../../../domain/parties/party.ts';

const closed = { additionalProperties: false } as const;
const text = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description });
const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(Type.Enum([...values], { description }));

/** What a pattern wants, in words that finish the sentence "the value is not ...". */
const expectations = new Map<string, string>();
export const expectedOf = (pattern: string): string => expectations.get(pattern) ?? 'of this form';

type Form = { readonly pattern: string; readonly expected: string; readonly maxLength?: number };
const formed = ({ pattern, expected, maxLength }: Form, description: string) => {
  expectations.set(pattern, expected);
  return Type.String({ pattern, description, ...(maxLength === undefined ? {} : { maxLength }) });
};

const instant = (description: string) =>
  formed(
    {
      pattern:
        '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})$',
      expected: 'a moment with its offset such as 2026-08-01T06:15:00Z',
      maxLength: 40,
    },
    `${description} RFC 3339 with offset.`,
  );
const country = (description: string) =>
  formed(
    { pattern: '^[A-Z]{2}$', expected: 'a country code of two capital letters' },
    `${description} ISO 3166-1 alpha-2.`,
  );

const Amount = Type.Object(
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
  closed,
);
const Quantity = Type.Object(
  {
    value: formed(
      {
        pattern: '^[0-9]{1,10}(?:\\.[0-9]{1,6})?$',
        expected: 'a plain decimal such as 0.250, with a point and without separators',
      },
      'Decimal string.',
    ),
    unit: formed(
      { pattern: '^[A-Z0-9]{2,3}$', expected: 'a unit code such as KGM or NAR' },
      'UN/ECE Recommendation 20: KGM, GRM, NAR ...',
    ),
  },
  closed,
);
const Reference = Type.Object(
  { scheme: oneOf(REFERENCE_SCHEMES, 'What kind of number it is.'), number: formed({ pattern: '^[A-Za-z0-9][A-Za-z0-9./_-]{0,69}$', expected: 'a number of letters, digits, points, slashes and hyphens' }, 'WCO D023.') },
  closed,
); // prettier-ignore

const Item = Type.Object(
  {
    description: Type.Optional(text(512, 'Plain words for the goods. WCO 137.')),
    commodityCode: Type.Optional(
      formed(
        { pattern: '^[0-9]{4,14}$', expected: 'a code of 4 to 14 digits without points' },
        'HS or national code. WCO 145.',
      ),
    ),
    origin: Type.Optional(country('Where the goods were made. WCO 063.')),
    quantity: Type.Optional(Quantity),
    massNet: Type.Optional(Quantity),
    massGross: Type.Optional(Quantity),
    value: Type.Optional(Amount),
    gtin: Type.Optional(
      formed(
        { pattern: '^[0-9]{8,14}$', expected: 'a GTIN of 8 to 14 digits' },
        'GS1 trade item number.',
      ),
    ),
    sku: Type.Optional(text(70, "The seller's own product number.")),
    listingUrl: Type.Optional(text(512, 'Where the goods were offered.')),
    unNumber: Type.Optional(
      formed(
        { pattern: '^[0-9]{4}$', expected: 'a UN number of four digits' },
        'UN number of dangerous goods.',
      ),
    ),
    licences: Type.Optional(Type.Array(text(70, 'Licence or permit number.'), { maxItems: 20 })),
  },
  closed,
);

const Party = Type.Object(
  {
    role: oneOf(PARTY_ROLES, 'What the party does.'),
    name: Type.Optional(text(140, 'As written by the source.')),
    personType: Type.Optional(
      oneOf(['natural', 'legal', 'association'] as const, 'Kind of person.'),
    ),
    identifiers: Type.Optional(
      Type.Array(
        Type.Object({ scheme: text(35, 'Register.'), value: text(70, 'Number.') }, closed),
        { maxItems: 10 },
      ),
    ),
    address: Type.Optional(
      Type.Object(
        {
          lines: Type.Optional(Type.Array(text(140, 'Street, number, box.'), { maxItems: 4 })),
          city: Type.Optional(text(70, 'Town.')),
          subdivision: Type.Optional(text(35, 'Province or state.')),
          postcode: Type.Optional(text(17, 'Postal code.')),
          country: country('Country of the address.'),
        },
        closed,
      ),
    ),
    phone: Type.Optional(text(35, 'E.123.')),
    email: Type.Optional(text(254, 'Address for notices.')),
  },
  closed,
);

const optionalText = (maxLength: number, description: string) =>
  Type.Optional(text(maxLength, description));

const Security = Type.Object(
  {
    issuerCategory: text(2, 'RA, KC or AO.'),
    issuerIdentifier: text(35, 'Approval number of the issuer.'),
    consignmentIdentifier: optionalText(70, 'AWB, house or mail consignment.'),
    contents: optionalText(512, 'What it holds.'),
    origin: optionalText(5, 'Place of origin.'),
    destination: optionalText(5, 'Place of destination.'),
    transferPoints: Type.Optional(Type.Array(text(5, 'Place.'), { maxItems: 10 })),
    status: text(3, 'SPX or SHR.'),
    receivedFrom: optionalText(35, 'Entity it came from.'),
    screeningMethods: Type.Optional(Type.Array(text(4, 'Code.'), { maxItems: 10 })),
    exemptionGrounds: optionalText(8, 'Code.'),
    otherScreeningMethods: optionalText(140, 'In words.'),
    issuedBy: optionalText(70, 'Person or number.'),
    issuedAt: Type.Optional(instant('When it was issued.')),
    acceptedBy: optionalText(35, 'Accepting regulated entity.'),
    additional: optionalText(140, 'Anything more.'),
  },
  closed,
);

const Consignment = Type.Object(
  {
    houseReference: Type.Optional(Reference),
    orderNumbers: Type.Optional(
      Type.Array(text(70, 'Order number.'), { maxItems: limits.ordersPerConsignment }),
    ),
    masterReference: Type.Optional(text(70, 'Master transport document.')),
    receptacle: Type.Optional(text(35, 'Receptacle (UPU S9) or equipment.')),
    direction: Type.Optional(oneOf(DIRECTIONS, 'Default import.')),
    mode: Type.Optional(oneOf(MODES, 'Mode of transport at the border.')),
    channel: Type.Optional(oneOf(CHANNELS, 'Who carries it.')),
    nature: Type.Optional(oneOf(NATURES, 'Nature of the transaction.')),
    countryOfDispatch: Type.Optional(country('Where the parcel was sent from.')),
    countryOfDestination: Type.Optional(country('Where it goes.')),
    transport: Type.Optional(
      Type.Object(
        {
          means: Type.Optional(text(35, 'Flight, voyage or vehicle.')),
          departureAt: Type.Optional(instant('Departure.')),
          loadingAt: Type.Optional(instant('Loading.')),
          arrivalAt: Type.Optional(instant('Arrival.')),
        },
        closed,
      ),
    ),
    massGross: Type.Optional(Quantity),
    packages: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.piecesPerConsignment })),
    pieces: Type.Optional(
      Type.Array(
        Type.Object(
          { reference: text(70, 'Number on the piece.'), massGross: Type.Optional(Quantity) },
          closed,
        ),
        {
          maxItems: limits.piecesPerConsignment,
        },
      ),
    ),
    items: Type.Optional(Type.Array(Item, { maxItems: limits.itemsPerConsignment })),
    totalValue: Type.Optional(Amount),
    freight: Type.Optional(Amount),
    insurance: Type.Optional(Amount),
    fiscal: Type.Optional(
      Type.Object(
        {
          collector: Type.Optional(
            Type.Object({ scheme: text(35, 'Scheme.'), number: text(35, 'Number.') }, closed),
          ),
          collected: Type.Optional(Amount),
          account: Type.Optional(text(35, 'Deferment account.')),
        },
        closed,
      ),
    ),
    security: Type.Optional(Security),
    parties: Type.Optional(Type.Array(Party, { maxItems: limits.partiesPerConsignment })),
    order: Type.Optional(
      Type.Object(
        { placedAt: Type.Optional(instant('When it was ordered.')), platform: Type.Optional(text(70, 'Where.')), paid: Type.Optional(Amount) },
        closed,
      ),
    ), // prettier-ignore
    payment: Type.Optional(
      Type.Object(
        {
          provider: Type.Optional(text(70, 'Payment provider.')),
          transactionId: Type.Optional(text(70, 'Its number.')),
          paidAt: Type.Optional(instant('When it was paid.')),
          amount: Type.Optional(Amount),
        },
        closed,
      ),
    ),
    arrival: Type.Optional(
      Type.Object(
        {
          event: oneOf(ARRIVAL_EVENTS, 'What happened.'),
          at: instant('When.'),
          office: Type.Optional(text(17, 'Customs office.')),
          pieces: Type.Optional(
            Type.Array(text(70, 'Number scanned.'), { maxItems: limits.piecesPerConsignment }),
          ),
        },
        closed,
      ),
    ),
    returnOf: Type.Optional(Reference),
    procedure: Type.Optional(
      Type.Object(
        {
          current: Type.Optional(text(4, 'Procedure requested. WCO 166.')),
          previous: Type.Optional(text(4, 'Previous procedure. WCO 161.')),
          additional: Type.Optional(
            Type.Array(text(4, 'Additional procedure code.'), { maxItems: 10 }),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const SubmissionSchema = Type.Object(
  {
    messageId: text(
      70,
      "The sender's number of this message; the same number never names another content.",
    ),
    sender: text(35, 'Party code as registered with Customs.'),
    kind: oneOf(STATEMENT_KINDS, 'Which stream speaks.'),
    function: Type.Optional(oneOf(STATEMENT_FUNCTIONS, 'Default original. WCO 017.')),
    profile: Type.Optional(oneOf(PROFILES, 'Which elements are expected. Default standard.')),
    preparedAt: Type.Optional(instant('When the message was prepared.')),
    consignments: Type.Array(Consignment, {
      minItems: 1,
      maxItems: limits.consignmentsPerSubmission,
    }),
  },
  {
    ...closed,
    $id: 'submission',
    title: 'Submission',
    description: 'One message of one sender about one or more consignments.',
  },
);

/**
 * The schema and the domain's reader must agree; this assignment does not compile when they part ways.
 * @public
 */
export const agreesWithDomain: (submission: Static<typeof SubmissionSchema>) => WireSubmission = (
  submission,
) => submission;

/** The published schema of a submission: it validates at the door, types the code and documents the contract. */
import { Type, type Static } from 'typebox';
import { ELEMENTS, type ElementName } from '../../../domain/advance-data/elements.ts';
import type { WireSubmission } from '../../../domain/advance-data/wire.ts';
import { ARRIVAL_EVENTS, CHANNELS, DIRECTIONS, MODES, NATURES, PROFILES, REFERENCE_SCHEMES, STATEMENT_FUNCTIONS, STATEMENT_KINDS } from '../../../domain/advance-data/statement.ts'; // prettier-ignore
import { limits } from '../../../domain/kernel/limits.ts';
import { present } from '../../../domain/kernel/invariant.ts';
import { PARTY_ROLES } from '../../../domain/parties/party.ts';

const closed = { additionalProperties: false } as const;

/** The words of the register for an element, with its id in the WCO Data Model. */
function wordsOf(name: ElementName): string {
  const { says, wco } = present(ELEMENTS.get(name), `the register has a row for ${name}`);
  return wco === null ? says : `${says} WCO ${wco.slice(wco.lastIndexOf('/') + 1)}.`;
}

const text = (maxLength: number, name: ElementName) => plain(maxLength, wordsOf(name));
const plain = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description });
const oneOf = <const T extends readonly string[]>(values: T, name: ElementName) =>
  among(values, wordsOf(name));
const among = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(Type.Enum([...values], { description }));

/** What a pattern wants, in words that finish the sentence "the value is not ...". */
const expectations = new Map<string, string>();
export const expectedOf = (pattern: string): string => expectations.get(pattern) ?? 'of this form';

type Form = { readonly pattern: string; readonly expected: string; readonly maxLength?: number };
/** A text of one form; its expectation is what a finding says of another. */
export const formed = ({ pattern, expected, maxLength }: Form, description: string) => {
  expectations.set(pattern, expected);
  return Type.String({ pattern, description, ...(maxLength === undefined ? {} : { maxLength }) });
};

const instant = (name: ElementName) =>
  formed(
    {
      pattern:
        '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})$',
      expected: 'a moment with its offset such as 2026-08-01T06:15:00Z',
      maxLength: 40,
    },
    `${wordsOf(name)} RFC 3339 with offset.`,
  );
const country = (name: ElementName) =>
  formed(
    { pattern: '^[A-Z]{2}$', expected: 'a country code of two capital letters' },
    `${wordsOf(name)} ISO 3166-1 alpha-2.`,
  );

const amount = (name: ElementName) =>
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
    { ...closed, description: wordsOf(name) },
  );
const quantity = (name: ElementName) =>
  Type.Object(
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
    { ...closed, description: wordsOf(name) },
  );
const reference = (name: ElementName) =>
  Type.Object(
    { scheme: among(REFERENCE_SCHEMES, 'What kind of number it is.'), number: formed({ pattern: '^[A-Za-z0-9][A-Za-z0-9./_-]{0,69}$', expected: 'a number of letters, digits, points, slashes and hyphens' }, 'The number itself.') },
    { ...closed, description: wordsOf(name) },
  ); // prettier-ignore

const optionalText = (maxLength: number, name: ElementName) => Type.Optional(text(maxLength, name));

const Item = Type.Object(
  {
    description: optionalText(512, 'items.description'),
    commodityCode: Type.Optional(
      formed(
        { pattern: '^[0-9]{4,14}$', expected: 'a code of 4 to 14 digits without points' },
        wordsOf('items.commodityCode'),
      ),
    ),
    origin: Type.Optional(country('items.origin')),
    quantity: Type.Optional(quantity('items.quantity')),
    massNet: Type.Optional(quantity('items.massNet')),
    massGross: Type.Optional(quantity('items.massGross')),
    value: Type.Optional(amount('items.value')),
    gtin: Type.Optional(
      formed(
        { pattern: '^[0-9]{8,14}$', expected: 'a GTIN of 8 to 14 digits' },
        wordsOf('items.gtin'),
      ),
    ),
    sku: optionalText(70, 'items.sku'),
    listingUrl: optionalText(512, 'items.listingUrl'),
    unNumber: Type.Optional(
      formed(
        { pattern: '^[0-9]{4}$', expected: 'a UN number of four digits' },
        wordsOf('items.unNumber'),
      ),
    ),
    licences: Type.Optional(Type.Array(text(70, 'items.licences'), { maxItems: 20 })),
  },
  closed,
);

const Party = Type.Object(
  {
    role: oneOf(PARTY_ROLES, 'parties.role'),
    name: optionalText(140, 'parties.name'),
    personType: Type.Optional(
      oneOf(['natural', 'legal', 'association'] as const, 'parties.personType'),
    ),
    identifiers: Type.Optional(
      Type.Array(
        Type.Object({ scheme: plain(35, 'Register.'), value: plain(70, 'Number.') }, closed),
        { maxItems: 10, description: wordsOf('parties.identifiers') },
      ),
    ),
    address: Type.Optional(
      Type.Object(
        {
          lines: Type.Optional(Type.Array(text(140, 'parties.address.lines'), { maxItems: 4 })),
          city: optionalText(70, 'parties.address.city'),
          subdivision: optionalText(35, 'parties.address.subdivision'),
          postcode: optionalText(17, 'parties.address.postcode'),
          country: country('parties.address.country'),
        },
        closed,
      ),
    ),
    phone: optionalText(35, 'parties.phone'),
    email: optionalText(254, 'parties.email'),
  },
  closed,
);

const Security = Type.Object(
  {
    issuerCategory: text(2, 'security.issuerCategory'),
    issuerIdentifier: text(35, 'security.issuerIdentifier'),
    consignmentIdentifier: optionalText(70, 'security.consignmentIdentifier'),
    contents: optionalText(512, 'security.contents'),
    origin: optionalText(5, 'security.origin'),
    destination: optionalText(5, 'security.destination'),
    transferPoints: Type.Optional(Type.Array(text(5, 'security.transferPoints'), { maxItems: 10 })),
    status: text(3, 'security.status'),
    receivedFrom: optionalText(35, 'security.receivedFrom'),
    screeningMethods: Type.Optional(
      Type.Array(text(4, 'security.screeningMethods'), { maxItems: 10 }),
    ),
    exemptionGrounds: optionalText(8, 'security.exemptionGrounds'),
    otherScreeningMethods: optionalText(140, 'security.otherScreeningMethods'),
    issuedBy: optionalText(70, 'security.issuedBy'),
    issuedAt: Type.Optional(instant('security.issuedAt')),
    acceptedBy: optionalText(35, 'security.acceptedBy'),
    additional: optionalText(140, 'security.additional'),
  },
  closed,
);

const Transport = Type.Object(
  {
    means: optionalText(35, 'transport.means'),
    departureAt: Type.Optional(instant('transport.departureAt')),
    loadingAt: Type.Optional(instant('transport.loadingAt')),
    arrivalAt: Type.Optional(instant('transport.arrivalAt')),
  },
  closed,
);

const Piece = Type.Object(
  {
    reference: text(70, 'pieces.reference'),
    massGross: Type.Optional(quantity('pieces.massGross')),
  },
  closed,
);

const Fiscal = Type.Object(
  {
    collector: Type.Optional(
      Type.Object(
        { scheme: plain(35, 'Scheme.'), number: plain(35, 'Number.') },
        { ...closed, description: wordsOf('fiscal.collector') },
      ),
    ),
    collected: Type.Optional(amount('fiscal.collected')),
    account: optionalText(35, 'fiscal.account'),
    quote: optionalText(35, 'fiscal.quote'),
  },
  closed,
);

const Order = Type.Object(
  {
    placedAt: Type.Optional(instant('order.placedAt')),
    platform: optionalText(70, 'order.platform'),
    paid: Type.Optional(amount('order.paid')),
  },
  closed,
);

const Payment = Type.Object(
  {
    provider: optionalText(70, 'payment.provider'),
    transactionId: optionalText(70, 'payment.transactionId'),
    paidAt: Type.Optional(instant('payment.paidAt')),
    amount: Type.Optional(amount('payment.amount')),
  },
  closed,
);

const Arrival = Type.Object(
  {
    event: oneOf(ARRIVAL_EVENTS, 'arrival.event'),
    at: instant('arrival.at'),
    office: optionalText(17, 'arrival.office'),
    pieces: Type.Optional(
      Type.Array(text(70, 'arrival.pieces'), { maxItems: limits.piecesPerConsignment }),
    ),
  },
  closed,
);

const Procedure = Type.Object(
  {
    current: optionalText(4, 'procedure.current'),
    previous: optionalText(4, 'procedure.previous'),
    additional: Type.Optional(Type.Array(text(4, 'procedure.additional'), { maxItems: 10 })),
  },
  closed,
);

const Consignment = Type.Object(
  {
    houseReference: Type.Optional(reference('houseReference')),
    orderNumbers: Type.Optional(
      Type.Array(text(70, 'orderNumbers'), { maxItems: limits.ordersPerConsignment }),
    ),
    masterReference: optionalText(70, 'masterReference'),
    receptacle: optionalText(35, 'receptacle'),
    direction: Type.Optional(oneOf(DIRECTIONS, 'direction')),
    mode: Type.Optional(oneOf(MODES, 'mode')),
    channel: Type.Optional(oneOf(CHANNELS, 'channel')),
    nature: Type.Optional(oneOf(NATURES, 'nature')),
    countryOfDispatch: Type.Optional(country('countryOfDispatch')),
    countryOfDestination: Type.Optional(country('countryOfDestination')),
    transport: Type.Optional(Transport),
    massGross: Type.Optional(quantity('massGross')),
    packages: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: limits.piecesPerConsignment,
        description: wordsOf('packages'),
      }),
    ),
    pieces: Type.Optional(Type.Array(Piece, { maxItems: limits.piecesPerConsignment })),
    items: Type.Optional(Type.Array(Item, { maxItems: limits.itemsPerConsignment })),
    totalValue: Type.Optional(amount('totalValue')),
    freight: Type.Optional(amount('freight')),
    insurance: Type.Optional(amount('insurance')),
    fiscal: Type.Optional(Fiscal),
    security: Type.Optional(Security),
    parties: Type.Optional(Type.Array(Party, { maxItems: limits.partiesPerConsignment })),
    order: Type.Optional(Order),
    payment: Type.Optional(Payment),
    arrival: Type.Optional(Arrival),
    returnOf: Type.Optional(reference('returnOf')),
    procedure: Type.Optional(Procedure),
  },
  closed,
);

export const SubmissionSchema = Type.Object(
  {
    messageId: text(70, 'messageId'),
    sender: text(35, 'sender'),
    kind: oneOf(STATEMENT_KINDS, 'kind'),
    function: Type.Optional(oneOf(STATEMENT_FUNCTIONS, 'function')),
    profile: Type.Optional(oneOf(PROFILES, 'profile')),
    preparedAt: Type.Optional(instant('preparedAt')),
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

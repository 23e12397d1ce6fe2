/** Makes any submission that the contract allows, in its plainest form: no empty lists, objects or texts. */
import fc from 'fast-check';
import { ARRIVAL_EVENTS, CHANNELS, DIRECTIONS, MODES, NATURES, PROFILES, REFERENCE_SCHEMES, STATEMENT_FUNCTIONS, STATEMENT_KINDS } from '../../src/domain/advance-data/statement.ts'; // prettier-ignore
import type { WireConsignment, WireItem, WireParty, WireSecurity, WireSubmission } from '../../src/domain/advance-data/wire.ts'; // prettier-ignore
import { PARTY_ROLES } from '../../src/domain/parties/party.ts';

/** Cut to whole characters, as the contract counts them. */
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...AWKWARD), minLength: 1, maxLength: 6 }),
    )
    .map((made) => Array.from(made).slice(0, maxLength).join(''));
/** What tables, JSON and spreadsheets each have to take care of. */
const AWKWARD = ['"', "'", ',', ';', '\t', '\n', '\r', '|', '\\', '=', '+', '-', '@', ' ', 'a', 'é', '字', '🧸', '\u0000', '\u0007', '_x000D_', '&', '<', ']]>', '\ufeff'] as const; // prettier-ignore

const matching = (pattern: RegExp): fc.Arbitrary<string> => fc.stringMatching(pattern);
const country = matching(/^[A-Z]{2}$/);
const reference = fc.record(
  {
    scheme: fc.constantFrom(...REFERENCE_SCHEMES),
    number: matching(/^[A-Za-z0-9][A-Za-z0-9./_-]{0,19}$/),
  },
  { noNullPrototype: true },
);
const amount = fc.record(
  {
    amount: matching(/^-?[0-9]{1,14}(\.[0-9]{1,6})?$/),
    currency: matching(/^[A-Z]{3}$/),
  },
  { noNullPrototype: true },
);
const quantity = fc.record(
  {
    value: matching(/^[0-9]{1,10}(\.[0-9]{1,6})?$/),
    unit: matching(/^[A-Z0-9]{2,3}$/),
  },
  { noNullPrototype: true },
);
const instant = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }) // eslint-disable-line no-restricted-globals -- the generator of the library
  .map((date) => date.toISOString());
const some = <T>(entry: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(entry, { minLength: 1, maxLength });

/** A record whose members may all be absent, but not all at once. */
const filled = <T>(model: { [Key in keyof T]-?: fc.Arbitrary<NonNullable<T[Key]>> }) =>
  fc
    .record(model, { requiredKeys: [], noNullPrototype: true })
    .filter((made) => Object.keys(made).length > 0) as fc.Arbitrary<T>;

const item = fc.record(
  {
    description: text(512),
    commodityCode: matching(/^[0-9]{4,14}$/),
    origin: country,
    quantity,
    massNet: quantity,
    massGross: quantity,
    value: amount,
    gtin: matching(/^[0-9]{8,14}$/),
    sku: text(70),
    listingUrl: text(512),
    unNumber: matching(/^[0-9]{4}$/),
    licences: some(text(70)),
  },
  { requiredKeys: [], noNullPrototype: true },
) as fc.Arbitrary<WireItem>;

const party = fc.record(
  {
    role: fc.constantFrom(...PARTY_ROLES),
    name: text(140),
    personType: fc.constantFrom('natural', 'legal', 'association'),
    identifiers: some(fc.record({ scheme: text(35), value: text(70) }, { noNullPrototype: true })),
    address: fc.record(
      {
        lines: some(text(140)),
        city: text(70),
        subdivision: text(35),
        postcode: text(17),
        country,
      },
      { requiredKeys: ['country'], noNullPrototype: true },
    ),
    phone: text(35),
    email: text(254),
  },
  { requiredKeys: ['role', 'name'], noNullPrototype: true },
) as fc.Arbitrary<WireParty>;

/** The order of parties of different roles says nothing; this is the one a table gives back. */
const byRole = (parties: WireParty[]): WireParty[] =>
  parties.toSorted((a, b) => PARTY_ROLES.indexOf(a.role) - PARTY_ROLES.indexOf(b.role));

const security = fc.record(
  {
    issuerCategory: text(2),
    issuerIdentifier: text(35),
    consignmentIdentifier: text(70),
    contents: text(512),
    origin: text(5),
    destination: text(5),
    transferPoints: some(text(5)),
    status: text(3),
    receivedFrom: text(35),
    screeningMethods: some(text(4)),
    exemptionGrounds: text(8),
    otherScreeningMethods: text(140),
    issuedBy: text(70),
    issuedAt: instant,
    acceptedBy: text(35),
    additional: text(140),
  },
  { requiredKeys: ['issuerCategory', 'issuerIdentifier', 'status'], noNullPrototype: true },
) as fc.Arbitrary<WireSecurity>;

const consignment = filled<WireConsignment>({
  houseReference: reference,
  orderNumbers: some(text(70)),
  masterReference: text(70),
  receptacle: text(35),
  direction: fc.constantFrom(...DIRECTIONS),
  mode: fc.constantFrom(...MODES),
  channel: fc.constantFrom(...CHANNELS),
  nature: fc.constantFrom(...NATURES),
  countryOfDispatch: country,
  countryOfDestination: country,
  transport: filled({ means: text(35), departureAt: instant, loadingAt: instant, arrivalAt: instant }), // prettier-ignore
  massGross: quantity,
  packages: fc.integer({ min: 1, max: 999 }),
  pieces: some(
    fc.record(
      { reference: text(70), massGross: quantity },
      { requiredKeys: ['reference'], noNullPrototype: true },
    ),
  ),
  items: some(item, 4),
  totalValue: amount,
  freight: amount,
  insurance: amount,
  fiscal: filled({
    collector: fc.record({ scheme: text(35), number: text(35) }, { noNullPrototype: true }),
    collected: amount,
    account: text(35),
  }),
  security,
  parties: some(party, 4).map(byRole),
  order: filled({ placedAt: instant, platform: text(70), paid: amount }),
  payment: filled({ provider: text(70), transactionId: text(70), paidAt: instant, amount }),
  arrival: fc.record(
    {
      event: fc.constantFrom(...ARRIVAL_EVENTS),
      at: instant,
      office: text(17),
      pieces: some(text(70)),
    },
    { requiredKeys: ['event', 'at'], noNullPrototype: true },
  ),
  returnOf: reference,
  procedure: filled({ current: text(4), previous: text(4), additional: some(text(4)) }),
});

export const wireSubmissions: fc.Arbitrary<WireSubmission> = fc.record(
  {
    messageId: text(70),
    sender: text(35),
    kind: fc.constantFrom(...STATEMENT_KINDS),
    function: fc.constantFrom(...STATEMENT_FUNCTIONS),
    profile: fc.constantFrom(...PROFILES),
    preparedAt: instant,
    consignments: some(consignment, 3),
  },
  { requiredKeys: ['messageId', 'sender', 'kind', 'consignments'], noNullPrototype: true },
);

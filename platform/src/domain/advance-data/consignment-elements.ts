/** The register of elements of a consignment as such: references, route, masses, amounts, and what each stream adds. */
import type { Element, ElementsOf } from './element.ts';
import type { WireConsignment } from './wire.ts';

type Part<Name extends keyof WireConsignment> = NonNullable<WireConsignment[Name]>;

/** Parts with elements of their own. */
type Parts = 'transport' | 'pieces' | 'items' | 'fiscal' | 'security' | 'parties' | 'order' | 'payment' | 'arrival' | 'procedure'; // prettier-ignore

const ofTransport = {
  purposes: ['security', 'clearance'],
  ground: 'customs-law',
  controller: 'customs',
  heldBy: 'carrier',
  givenBy: ['post', 'express-carrier', 'forwarder', 'carrier', 'broker'],
  knownFrom: 'dispatch',
  retention: 'record',
  recipients: ['transport-security'],
} as const satisfies Partial<Element>;

const ofRoute = {
  ...ofTransport,
  purposes: ['security', 'clearance', 'statistics'],
  recipients: ['transport-security', 'statistics-office'],
} as const satisfies Partial<Element>;

const ofSale = {
  purposes: ['security', 'clearance', 'revenue', 'statistics'],
  ground: 'customs-law',
  controller: 'customs',
  heldBy: 'platform',
  givenBy: ['seller', 'platform', 'post', 'express-carrier', 'broker'],
  knownFrom: 'order',
  retention: 'record',
  recipients: [],
} as const satisfies Partial<Element>;

const ofMoney = {
  ...ofSale,
  purposes: ['revenue'],
  controller: 'customs-and-treasury',
  recipients: ['treasury', 'receiver'],
} as const satisfies Partial<Element>;

const ofPayment = {
  ...ofMoney,
  ground: 'volunteered',
  heldBy: 'payment-provider',
  givenBy: ['platform', 'payment-provider'],
  knownFrom: 'payment',
  recipients: ['treasury'],
} as const satisfies Partial<Element>;

const ofFiscal = {
  ...ofMoney,
  ground: 'tax-law',
  givenBy: ['platform', 'post', 'express-carrier', 'broker'],
} as const satisfies Partial<Element>;

const ofArrival = {
  ...ofTransport,
  purposes: ['security', 'clearance'],
  heldBy: 'handler',
  givenBy: ['post', 'express-carrier', 'carrier', 'handler'],
  knownFrom: 'arrival',
  recipients: [],
} as const satisfies Partial<Element>;

/** @source wco-data-model */
export const consignmentElements = {
  houseReference: {
    ...ofTransport,
    says: 'The number that the parcel travels under.',
    wco: '42A/67A/28A/D023',
    purposes: ['security', 'clearance', 'revenue', 'statistics'],
    heldBy: 'post',
    recipients: ['other-agencies', 'transport-security', 'receiver'],
  },
  orderNumbers: { ...ofSale, says: 'Order number.', wco: '42A/67A/35B/009' },
  masterReference: {
    ...ofTransport,
    says: 'Master transport document.',
    wco: '42A/67A/28A/D023',
    knownFrom: 'loading',
  },
  receptacle: {
    ...ofTransport,
    says: 'Receptacle (UPU S9) or equipment.',
    wco: '42A/67A/28A/31B/159',
    knownFrom: 'loading',
  },
  direction: { ...ofRoute, says: 'Default import.', wco: null },
  mode: { ...ofRoute, says: 'Mode of transport at the border.', wco: '42A/15A/T022' },
  channel: { ...ofRoute, says: 'Who carries it.', wco: null },
  nature: { ...ofSale, says: 'Nature of the transaction.', wco: '42A/67A/103' },
  countryOfDispatch: {
    ...ofRoute,
    says: 'Where the parcel was sent from.',
    wco: '42A/67A/95B/062',
  },
  countryOfDestination: { ...ofRoute, says: 'Where it goes.', wco: '42A/67A/99B/465' },
  massGross: {
    ...ofTransport,
    says: 'Mass of the whole parcel.',
    wco: '42A/131',
    heldBy: 'post',
  },
  packages: { ...ofTransport, says: 'How many pieces it has.', wco: '42A/146', heldBy: 'post' },
  totalValue: { ...ofMoney, says: 'What all goods cost together.', wco: '42A/109' },
  freight: { ...ofMoney, says: 'What the transport costs.', wco: '42A/67A/41A/117' },
  insurance: { ...ofMoney, says: 'What the insurance costs.', wco: '42A/67A/41A/58B/181' },
  returnOf: {
    ...ofSale,
    says: 'The number under which returned goods came in.',
    wco: '42A/67A/99A/D018',
    purposes: ['clearance', 'revenue'],
    heldBy: 'seller',
    knownFrom: 'dispatch',
    recipients: ['treasury'],
  },
} as const satisfies ElementsOf<Omit<WireConsignment, Parts>>;

export const transportElements = {
  means: {
    ...ofTransport,
    says: 'Flight, voyage or vehicle.',
    wco: '42A/15A/T006',
    knownFrom: 'loading',
  },
  departureAt: { ...ofTransport, says: 'Departure.', wco: null, knownFrom: 'departure' },
  loadingAt: { ...ofTransport, says: 'Loading.', wco: null, knownFrom: 'loading' },
  arrivalAt: { ...ofTransport, says: 'Arrival.', wco: null, knownFrom: 'departure' },
} as const satisfies ElementsOf<Part<'transport'>>;

export const pieceElements = {
  reference: {
    ...ofTransport,
    says: 'Number on the piece.',
    wco: '42A/67A/68A/93A/142',
    heldBy: 'post',
  },
  massGross: { ...ofTransport, says: 'Mass of the piece.', wco: null, heldBy: 'post' },
} as const satisfies ElementsOf<Part<'pieces'>[number]>;

export const fiscalElements = {
  collector: {
    ...ofFiscal,
    says: 'Who collected the charges at sale, by scheme and number.',
    wco: '42A/67A/55B/R119',
  },
  collected: { ...ofFiscal, says: 'What was collected at sale.', wco: null },
  account: {
    ...ofFiscal,
    says: 'Deferment account.',
    wco: null,
    ground: 'customs-law',
    heldBy: 'broker',
    givenBy: ['post', 'express-carrier', 'broker'],
    knownFrom: 'filing',
    recipients: ['treasury'],
  },
  quote: {
    ...ofFiscal,
    says: 'Binding quote of Customs that was given for the parcel, by its number.',
    wco: null,
    ground: 'volunteered',
  },
} as const satisfies ElementsOf<Part<'fiscal'>>;

export const orderElements = {
  placedAt: { ...ofSale, says: 'When it was ordered.', wco: null, ground: 'volunteered' },
  platform: { ...ofSale, says: 'Where it was ordered.', wco: null, ground: 'volunteered' },
  paid: {
    ...ofMoney,
    says: 'What the buyer paid for the order.',
    wco: null,
    ground: 'volunteered',
    recipients: ['treasury'],
  },
} as const satisfies ElementsOf<Part<'order'>>;

export const paymentElements = {
  provider: { ...ofPayment, says: 'Payment provider.', wco: null },
  transactionId: { ...ofPayment, says: 'Its number.', wco: null },
  paidAt: { ...ofPayment, says: 'When it was paid.', wco: null },
  amount: { ...ofPayment, says: 'What was paid.', wco: null },
} as const satisfies ElementsOf<Part<'payment'>>;

export const arrivalElements = {
  event: { ...ofArrival, says: 'What happened.', wco: null },
  at: { ...ofArrival, says: 'When.', wco: null },
  office: { ...ofArrival, says: 'Customs office.', wco: null },
  pieces: { ...ofArrival, says: 'Number scanned.', wco: null },
} as const satisfies ElementsOf<Part<'arrival'>>;

const ofProcedure = {
  ...ofSale,
  purposes: ['clearance', 'revenue', 'statistics'],
  heldBy: 'broker',
  givenBy: ['post', 'express-carrier', 'broker'],
  knownFrom: 'filing',
  recipients: ['statistics-office'],
} as const satisfies Partial<Element>;

export const procedureElements = {
  current: { ...ofProcedure, says: 'Procedure requested.', wco: '42A/67A/68A/70A/166' },
  previous: { ...ofProcedure, says: 'Previous procedure.', wco: '42A/67A/68A/70A/161' },
  additional: { ...ofProcedure, says: 'Additional procedure code.', wco: null },
} as const satisfies ElementsOf<Part<'procedure'>>;

/** Makes declarations for measurements: 2,000 bytes each, no two alike, and patched from templates so that sending costs next to nothing. */
import type {
  WireConsignment,
  WireItem,
  WireParty,
  WireSubmission,
} from '../../platform/src/domain/advance-data/wire.ts';
import { invariant } from '../../platform/src/domain/kernel/invariant.ts';
import { FIRST_NAMES, GOODS, SELLER_COUNT, sellerName, STREETS, TOWNS } from './goods.ts';

export const MESSAGE_BYTES = 2_000;
/** The declarants: posts and couriers of the countries the parcels come from; each stream sends as one of them. */
export const SENDERS = [
  { code: 'BENCH-POST-Q', name: 'Qana Post', kind: 'post', account: 'M-7001' },
  { code: 'BENCH-POST-R', name: 'Rill Post', kind: 'post', account: 'M-7002' },
  { code: 'BENCH-EXPRESS-T', name: 'Tern Express', kind: 'courier', account: 'M-7003' },
  { code: 'BENCH-EXPRESS-W', name: 'Wren Express', kind: 'courier', account: 'M-7004' },
] as const;
/** Holds the collector number under which half of the parcels paid VAT at sale. */
export const PLATFORM = {
  code: 'BENCH-SOUQLINE',
  name: 'Souqline',
  kind: 'platform',
  collectorNumbers: ['meridia-vat-platform:XP40417002'],
} as const;

/** Messages with one, two, three and four items of a hundred: 1.9 items on average. */
const ITEM_SHARES = [40, 37, 16, 7] as const;
const TEMPLATES = 2_000;
const HOUR_MILLISECONDS = 3_600_000;
const ORIGINS = ['XQ', 'XR', 'XT', 'XW'] as const;

/** Stand in the template where the serial number of a message goes; digits, so that every check of the door passes. */
const SERIAL_MARK = '000000000';
const REFERENCE_MARK = 'RB000000000XQ';
const NAME_MARK = 'Aaaaaaaa';

type Template = {
  readonly bytes: Buffer;
  readonly items: number;
  readonly messageAt: number;
  readonly referenceAt: number;
  readonly orderAt: number;
  readonly nameAt: number;
};

export type MessageMaker = {
  /** Writes message `serial` with its line feed into `into` at `at`; gives the next free place. */
  readonly write: (into: Buffer, at: number, serial: number) => number;
  /** One message alone. */
  readonly message: (serial: number) => Buffer;
  /** Average number of items of the templates. */
  readonly itemsMean: number;
};

/** Serial numbers of different streams must not meet: a house reference has eight digits. */
export const SERIALS_MAX = 100_000_000;
export const messageIdOf = (serial: number): string => `B-${String(serial).padStart(9, '0')}`;

/** `now` dates the messages: they are filed hours before the flight lands, as the law of Meridia asks. */
export function createMessageMaker(sender: string, now: number): MessageMaker {
  const templates = Array.from({ length: TEMPLATES }, (_, n) => templateOf(n, sender, now));
  const write = (into: Buffer, at: number, serial: number): number => {
    const template = templates[serial % TEMPLATES];
    invariant(template !== undefined, 'there is a template for every serial number');
    template.bytes.copy(into, at);
    patch(into, at, { template, serial });
    into[at + MESSAGE_BYTES] = 0x0a;
    return at + MESSAGE_BYTES + 1;
  };
  const message = (serial: number): Buffer => {
    const line = Buffer.allocUnsafe(MESSAGE_BYTES + 1);
    write(line, 0, serial);
    return line.subarray(0, MESSAGE_BYTES);
  };
  const items = templates.reduce((sum, template) => sum + template.items, 0);
  return { write, message, itemsMean: items / TEMPLATES };
}

type Patch = { readonly template: Template; readonly serial: number };

function patch(into: Buffer, at: number, { template, serial }: Patch): void {
  writeDigits(into, at + template.messageAt, serial);
  writeDigits(into, at + template.orderAt, serial);
  writeReference(into, at + template.referenceAt, serial);
  writeName(into, at + template.nameAt, addresseeOf(serial));
}

/** Nine of ten parcels go to somebody who gets no other; the tenth to one of a thousand regular customers. */
const addresseeOf = (serial: number): number =>
  serial % 10 === 3 ? Math.floor(serial / 10) % 1_000 : serial + 1_000;

/** Nine digits. */
function writeDigits(into: Buffer, at: number, value: number): void {
  let rest = value;
  for (let place = at + 8; place >= at; place--) {
    into[place] = 0x30 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** The eight digits of an S10 number and their check digit. @source upu-s10 */
function writeReference(into: Buffer, at: number, serial: number): void {
  let rest = serial % SERIALS_MAX;
  let sum = 0;
  for (let place = 7; place >= 0; place--) {
    const digit = rest % 10;
    rest = Math.floor(rest / 10);
    into[at + 2 + place] = 0x30 + digit;
    sum += digit * (WEIGHTS[place] ?? 0);
  }
  const remainder = 11 - (sum % 11);
  const check = remainder === 10 ? 0 : remainder === 11 ? 5 : remainder;
  into[at + 10] = 0x30 + check;
}

/** Seven small letters of a surname. */
function writeName(into: Buffer, at: number, person: number): void {
  let rest = person;
  for (let place = at + 7; place > at; place--) {
    into[place] = 0x61 + (rest % 26);
    rest = Math.floor(rest / 26);
  }
}

function templateOf(n: number, sender: string, now: number): Template {
  const random = randomOf(n * 7_919 + sender.length);
  const items = itemCountOf(random());
  const bytes = Buffer.from(padded(submissionOf({ n, sender, now, items, random })));
  invariant(bytes.length === MESSAGE_BYTES, `a template has ${MESSAGE_BYTES} bytes`);
  return {
    bytes,
    items,
    messageAt: bytes.indexOf(`"B-${SERIAL_MARK}`) + 3,
    referenceAt: bytes.indexOf(REFERENCE_MARK),
    orderAt: bytes.indexOf(`"O-${SERIAL_MARK}`) + 3,
    nameAt: bytes.indexOf(NAME_MARK),
  };
}

/** A small generator of our own (mulberry32): a measurement is the same every time. */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function itemCountOf(chance: number): number {
  let left = chance * 100;
  for (const [index, share] of ITEM_SHARES.entries()) {
    left -= share;
    if (left < 0) return index + 1;
  }
  return ITEM_SHARES.length;
}

const instantText = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });

type Making = {
  readonly n: number;
  readonly sender: string;
  readonly now: number;
  readonly items: number;
  readonly random: () => number;
};

const pickOf = <Each>(list: readonly Each[], random: () => number): Each => {
  const picked = list[Math.floor(random() * list.length)];
  invariant(picked !== undefined, 'a list to pick from is not empty');
  return picked;
};

const amount = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
const kilograms = (grams: number): string =>
  `${Math.floor(grams / 1_000)}.${String(grams % 1_000).padStart(3, '0')}`;

function submissionOf(making: Making): WireSubmission {
  const { sender, now } = making;
  return {
    messageId: `B-${SERIAL_MARK}`,
    sender,
    kind: 'declaration',
    preparedAt: instantText(now),
    consignments: [consignmentOf(making)],
  };
}

function consignmentOf(making: Making): WireConsignment {
  const { n, now, sender, random } = making;
  const origin = pickOf(ORIGINS, random);
  const lines = Array.from({ length: making.items }, () => itemOf(origin, random));
  const sum = lines.reduce((total, line) => total + line.hundredths, 0);
  const grams = lines.reduce((total, line) => total + line.grams, 0) + 80;
  const landing = now - (now % HOUR_MILLISECONDS) + (9 + (n % 24)) * HOUR_MILLISECONDS;
  return {
    houseReference: { scheme: 's10', number: REFERENCE_MARK },
    orderNumbers: [`O-${SERIAL_MARK}`],
    ...(making.items <= 2 ? { masterReference: airWaybillOf(n % 40) } : {}),
    direction: 'import',
    mode: 'air',
    channel: sender.includes('POST') ? 'post' : 'express',
    nature: 'sale',
    countryOfDispatch: origin,
    countryOfDestination: 'XM',
    transport: {
      means: `${origin}${100 + (n % 40)}`,
      ...(making.items <= 2 ? { departureAt: instantText(landing - 6 * HOUR_MILLISECONDS) } : {}),
      arrivalAt: instantText(landing),
    },
    massGross: { value: kilograms(grams), unit: 'KGM' },
    packages: 1,
    // A quarter names its pieces: what is scanned is then more than the parcel's own number.
    ...(n % 4 === 1 ? { pieces: [{ reference: `P-${n}` }] } : {}),
    items: lines.map(({ item }) => item),
    totalValue: { amount: amount(sum), currency: 'XMC' },
    ...(isSoldByPlatform(making) ? { fiscal: { collector: COLLECTOR } } : {}),
    parties: partiesOf(making, origin),
  };
}

/** Airline, seven digits and what is left of them divided by seven. */
const airWaybillOf = (flight: number): string =>
  `074-${1_000_000 + flight}${(1_000_000 + flight) % 7}`;

type Line = { readonly item: WireItem; readonly hundredths: number; readonly grams: number };

function itemOf(origin: string, random: () => number): Line {
  const { description, commodityCode, price, grams } = pickOf(GOODS, random);
  const pieces = random() < 0.8 ? 1 : 2;
  const hundredths = pieces * Math.round(price * (0.8 + random() * 0.4));
  const mass = grams * pieces;
  const item: WireItem = {
    description,
    commodityCode,
    origin,
    quantity: { value: String(pieces), unit: 'NAR' },
    massNet: { value: kilograms(mass), unit: 'KGM' },
    value: { amount: amount(hundredths), currency: 'XMC' },
  };
  return { item, hundredths, grams: mass };
}

const COLLECTOR = { scheme: 'meridia-vat-platform', number: 'XP40417002' } as const;

/** Four of ten parcels: their VAT was collected at sale, under the number of a platform that is named. */
const isSoldByPlatform = ({ n, items }: Pick<Making, 'n' | 'items'>): boolean =>
  items <= 2 && n % 2 === 0;

const CARRIER: WireParty = {
  role: 'carrier',
  name: 'Meridian Air Cargo',
  personType: 'legal',
  address: { lines: ['1 Apron Road'], city: 'Lahira', postcode: '20310', country: 'XM' },
};
const SHOP: WireParty = {
  role: 'platform',
  name: 'Souqline Marketplace Ltd',
  personType: 'legal',
  identifiers: [{ scheme: COLLECTOR.scheme, value: COLLECTOR.number }],
  address: { lines: ['88 Exchange Square'], city: 'Qana', postcode: '10110', country: 'XQ' },
};

/** Consignor, consignee and seller; parcels with one or two items name the carrier or the platform too. */
function partiesOf({ n, items, random }: Making, origin: string): WireParty[] {
  const name = sellerName(Math.floor(random() * random() * SELLER_COUNT));
  const street = `${1 + (n % 180)} ${pickOf(STREETS, random)}`;
  const [city, postcode] = pickOf(TOWNS, random);
  const abroad = {
    lines: [street],
    city: 'Qana',
    postcode: '10114',
    country: origin,
  };
  const parties: WireParty[] = [
    { role: 'consignor', name, personType: 'legal', address: abroad },
    {
      role: 'consignee',
      name: `${pickOf(FIRST_NAMES, random)} ${NAME_MARK}`,
      personType: 'natural',
      address: { lines: [street], city, postcode, country: 'XM' },
    },
    { role: 'seller', name, personType: 'legal', address: abroad },
  ];
  if (items <= 2) parties.push(isSoldByPlatform({ n, items }) ? SHOP : CARRIER);
  return parties;
}

/** As the contract limits them. */
const LISTING_CHARACTERS_MAX = 512;

/** Fills a message up to its length with the addresses of the listings, which senders state as they stand in their shops. */
function padded(submission: WireSubmission): string {
  const items = submission.consignments[0]?.items ?? [];
  for (const [index, item] of items.entries()) {
    const missing = MESSAGE_BYTES - JSON.stringify(submission).length;
    const frame = ',"listingUrl":""'.length;
    const share = Math.floor(missing / (items.length - index));
    if (share < frame + 40) continue;
    const last = index === items.length - 1;
    const length = Math.min((last ? missing : share) - frame, LISTING_CHARACTERS_MAX);
    item.listingUrl = listingUrl(length, index);
  }
  const missing = MESSAGE_BYTES - JSON.stringify(submission).length;
  // JSON allows blanks between its signs: what is too short for an address is filled with them.
  invariant(missing >= 0, `a message fits into ${MESSAGE_BYTES} bytes`);
  return `${JSON.stringify(submission).slice(0, -1)}${' '.repeat(missing)}}`;
}

const listingUrl = (length: number, index: number): string => {
  const start = `https://shop.example/item/${index}?`;
  let text = start;
  for (let word = 0; text.length < length; word++)
    text += `${GOODS[(word * 5 + index) % GOODS.length]?.description.replaceAll(/[^a-z0-9]/gi, '-') ?? ''}-`;
  return text.slice(0, length);
};

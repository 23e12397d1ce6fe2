/** The register of elements of an item: what the goods are, where they come from, what they cost and weigh. */
import type { Element, ElementsOf } from './element.ts';
import type { WireItem } from './wire.ts';

const ofGoods = {
  purposes: ['security', 'clearance', 'revenue', 'statistics'],
  ground: 'customs-law',
  controller: 'customs',
  heldBy: 'seller',
  givenBy: ['seller', 'platform', 'post', 'express-carrier', 'broker'],
  knownFrom: 'order',
  retention: 'record',
  recipients: ['other-agencies', 'statistics-office', 'receiver'],
} as const satisfies Partial<Element>;

const ofProduct = {
  ...ofGoods,
  purposes: ['security', 'clearance'],
  ground: 'volunteered',
  givenBy: ['seller', 'platform', 'broker'],
  recipients: ['other-agencies'],
} as const satisfies Partial<Element>;

/** @source wco-data-model */
export const itemElements = {
  description: { ...ofGoods, says: 'Plain words for the goods.', wco: '42A/67A/68A/23A/137' },
  commodityCode: {
    ...ofGoods,
    says: 'HS or national code.',
    wco: '42A/67A/68A/23A/21A/145',
  },
  origin: {
    ...ofGoods,
    says: 'Where the goods were made.',
    wco: '42A/67A/68A/92A/063',
  },
  quantity: {
    ...ofGoods,
    says: 'How many or how much, in the unit of the goods.',
    wco: '42A/67A/68A/23A/65A/130',
    purposes: ['clearance', 'revenue', 'statistics'],
  },
  massNet: {
    ...ofGoods,
    says: 'Mass of the goods without packing.',
    wco: '42A/67A/68A/23A/65A/128',
    purposes: ['clearance', 'revenue', 'statistics'],
    heldBy: 'warehouse',
    givenBy: ['seller', 'warehouse', 'post', 'express-carrier', 'broker'],
    knownFrom: 'dispatch',
  },
  massGross: {
    ...ofGoods,
    says: 'Mass of the goods with their packing.',
    wco: '42A/67A/68A/23A/65A/126',
    purposes: ['security', 'clearance'],
    heldBy: 'warehouse',
    givenBy: ['seller', 'warehouse', 'post', 'express-carrier', 'broker'],
    knownFrom: 'dispatch',
  },
  value: {
    ...ofGoods,
    says: 'Price of the goods of this line, without freight and insurance.',
    wco: '42A/67A/68A/108',
    purposes: ['clearance', 'revenue', 'statistics'],
    controller: 'customs-and-treasury',
    recipients: ['treasury', 'statistics-office', 'receiver'],
  },
  gtin: { ...ofProduct, says: 'GS1 trade item number.', wco: '42A/67A/68A/23A/21A/145' },
  sku: { ...ofProduct, says: "The seller's own product number.", wco: null, ground: 'customs-law' },
  listingUrl: { ...ofProduct, says: 'Where the goods were offered.', wco: null },
  unNumber: {
    ...ofGoods,
    says: 'UN number of dangerous goods.',
    wco: '42A/67A/68A/23A/12C/506',
    purposes: ['security'],
    ground: 'transport-security-law',
    controller: 'customs-and-transport-security',
    givenBy: ['seller', 'warehouse', 'forwarder', 'express-carrier', 'broker'],
    recipients: ['other-agencies', 'transport-security'],
  },
  licences: {
    ...ofGoods,
    says: 'Licence or permit number.',
    wco: '42A/67A/68A/02A/D005',
    purposes: ['clearance'],
    givenBy: ['seller', 'broker', 'buyer'],
    recipients: ['other-agencies'],
  },
} as const satisfies ElementsOf<WireItem>;

/** The register of elements of a party, and where the WCO Data Model keeps each role. */
import type { PartyRole } from '../parties/party.ts';
import type { Element, ElementsOf } from './element.ts';
import type { WireParty } from './wire.ts';

const ofParty = {
  wco: null,
  purposes: ['security', 'clearance', 'revenue'],
  ground: 'customs-law',
  controller: 'customs',
  heldBy: 'platform',
  givenBy: ['seller', 'platform', 'payment-provider', 'post', 'express-carrier', 'broker'],
  knownFrom: 'order',
  retention: 'record',
  recipients: [],
} as const satisfies Partial<Element>;

/** What tells who somebody is or where to find them. */
const ofPerson = {
  ...ofParty,
  purposes: ['security', 'clearance'],
  retention: 'message',
  recipients: ['other-agencies'],
} as const satisfies Partial<Element>;

const toReach = {
  ...ofPerson,
  purposes: ['clearance'],
  ground: 'volunteered',
  recipients: [],
} as const satisfies Partial<Element>;

/** `wco` is the chain below the class of the role; ids and names differ by role and stand in `WCO_OF_ROLE`. */
export const partyElements = {
  role: { ...ofParty, says: 'What the party does.' },
  name: { ...ofPerson, says: 'As written by the source.' },
  personType: { ...ofParty, says: 'Kind of person.' },
  identifiers: {
    ...ofPerson,
    says: 'Numbers in registers; those of natural persons stay in the message.',
    purposes: ['security', 'clearance', 'revenue'],
    controller: 'customs-and-treasury',
    recipients: ['other-agencies', 'treasury'],
  },
  phone: { ...toReach, says: 'E.123.', wco: '25A/240' },
  email: { ...toReach, says: 'Address for notices.', wco: '25A/240' },
} as const satisfies ElementsOf<Omit<WireParty, 'address'>>;

export const addressElements = {
  lines: { ...ofPerson, says: 'Street, number, box.', wco: '04A/239' },
  city: { ...ofPerson, says: 'Town.', wco: '04A/241' },
  subdivision: { ...ofPerson, purposes: ['security', 'clearance', 'revenue'], says: 'Province or state; where the goods end, its code stays.', wco: '04A/243' }, // prettier-ignore
  postcode: { ...ofPerson, says: 'Postal code.', wco: '04A/245' },
  country: {
    ...ofParty,
    says: 'Country of the address.',
    wco: '04A/242',
    purposes: ['security', 'clearance', 'statistics'],
  },
} as const satisfies ElementsOf<NonNullable<WireParty['address']>>;

export type WcoParty = { readonly party: string; readonly id: string; readonly name: string };

/** Class, id element and name element of each party role that the model knows. @source wco-data-model */
export const WCO_OF_ROLE: Readonly<Partial<Record<PartyRole, WcoParty>>> = {
  consignor: { party: '42A/67A/30A', id: 'R021', name: 'R020' },
  consignee: { party: '42A/67A/27A', id: 'R015', name: 'R014' },
  seller: { party: '42A/67A/09B', id: 'R051', name: 'R050' },
  buyer: { party: '42A/67A/16A', id: 'R010', name: 'R009' },
  exporter: { party: '42A/57A', id: 'R032', name: 'R031' },
  importer: { party: '42A/67A/74A', id: 'R038', name: 'R037' },
  declarant: { party: '42A/57B', id: 'R123', name: 'R124' },
  representative: { party: '42A/05A', id: 'R004', name: 'R003' },
  carrier: { party: '42A/28A/18A', id: 'R012', name: 'R011' },
  payer: { party: '42A/67A/56B', id: 'R121', name: 'R120' },
};

/** The register of every element that the platform takes: nothing is collected that has no row here. */
import { addressElements, partyElements } from './party-elements.ts';
import { arrivalElements, consignmentElements, fiscalElements, orderElements, paymentElements, pieceElements, procedureElements, transportElements } from './consignment-elements.ts'; // prettier-ignore
import type { Element } from './element.ts';
import { itemElements } from './goods-elements.ts';
import { messageElements } from './message-elements.ts';
import { securityElements } from './security-elements.ts';

/** Where an element stands in a message, and its rows by their own names. */
const PARTS = {
  '': { ...messageElements, ...consignmentElements },
  'transport.': transportElements,
  'pieces.': pieceElements,
  'items.': itemElements,
  'fiscal.': fiscalElements,
  'security.': securityElements,
  'parties.': partyElements,
  'parties.address.': addressElements,
  'order.': orderElements,
  'payment.': paymentElements,
  'arrival.': arrivalElements,
  'procedure.': procedureElements,
} as const;

/** `massGross`, `items.commodityCode`, `parties.address.city`: names of a message, of its consignments and of their parts. */
export type ElementName = {
  [Prefix in keyof typeof PARTS]: `${Prefix}${Extract<keyof (typeof PARTS)[Prefix], string>}`;
}[keyof typeof PARTS];

/** All elements by name, in the order of a message. */
export const ELEMENTS: ReadonlyMap<string, Element> = new Map(
  Object.entries(PARTS).flatMap(([prefix, rows]) =>
    Object.entries<Element>(rows).map(([name, row]) => [`${prefix}${name}`, row] as const),
  ),
);

/** Classes of the WCO Data Model that hold the elements of a part. @source wco-data-model */
export const WCO_OF_PART: Readonly<Record<string, string>> = {
  transport: '42A/15A',
  pieces: '42A/67A/68A/93A',
  items: '42A/67A/68A',
  fiscal: '42A/67A/55B',
  payment: '42A/67A/56B',
  procedure: '42A/67A/68A/70A',
};

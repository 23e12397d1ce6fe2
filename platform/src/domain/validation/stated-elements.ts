/** Names the elements a dataset of the law may ask for, and tells whether a consignment states them. */
import type { Item, StatedConsignment } from '../advance-data/statement.ts';
import type { Party, PartyRole } from '../parties/party.ts';
import { PARTY_ROLES } from '../parties/party.ts';

/** Whether the element is stated; `pointer` is where it belongs, relative to the consignment. */
export type StatedElement =
  | { readonly of: 'consignment'; readonly pointer: string; readonly isStated: (stated: StatedConsignment) => boolean }
  | { readonly of: 'item'; readonly pointer: string; readonly isStated: (item: Item) => boolean }
  | { readonly of: 'party'; readonly role: PartyRole; readonly pointer: string; readonly isStated: (party: Party) => boolean }; // prettier-ignore

const OF_CONSIGNMENT: Readonly<Record<string, (stated: StatedConsignment) => boolean>> = {
  houseReference: (stated) => stated.houseReference !== undefined,
  orderNumbers: (stated) => stated.orderNumbers.length > 0,
  masterReference: (stated) => stated.masterReference !== undefined,
  receptacle: (stated) => stated.receptacle !== undefined,
  direction: () => true,
  mode: (stated) => stated.mode !== undefined,
  channel: (stated) => stated.channel !== undefined,
  nature: (stated) => stated.nature !== undefined,
  countryOfDispatch: (stated) => stated.countryOfDispatch !== undefined,
  countryOfDestination: (stated) => stated.countryOfDestination !== undefined,
  transport: (stated) => stated.transport !== undefined,
  'transport.means': (stated) => stated.transport?.means !== undefined,
  'transport.departureAt': (stated) => stated.transport?.departureAt !== undefined,
  'transport.loadingAt': (stated) => stated.transport?.loadingAt !== undefined,
  'transport.arrivalAt': (stated) => stated.transport?.arrivalAt !== undefined,
  massGross: (stated) => stated.massGross !== undefined,
  /** How many pieces there are, counted or listed. */
  packages: (stated) => stated.packages !== undefined || stated.pieces.length > 0,
  pieces: (stated) => stated.pieces.length > 0,
  items: (stated) => stated.items.length > 0,
  totalValue: (stated) => stated.totalValue !== undefined,
  freight: (stated) => stated.freight !== undefined,
  insurance: (stated) => stated.insurance !== undefined,
  fiscal: (stated) => stated.fiscal !== undefined,
  'fiscal.collector': (stated) => stated.fiscal?.collector !== undefined,
  'fiscal.collected': (stated) => stated.fiscal?.collected !== undefined,
  'fiscal.account': (stated) => stated.fiscal?.account !== undefined,
  security: (stated) => stated.security !== undefined,
  order: (stated) => stated.order !== undefined,
  'order.placedAt': (stated) => stated.order?.placedAt !== undefined,
  'order.platform': (stated) => stated.order?.platform !== undefined,
  'order.paid': (stated) => stated.order?.paid !== undefined,
  payment: (stated) => stated.payment !== undefined,
  'payment.provider': (stated) => stated.payment?.provider !== undefined,
  'payment.transactionId': (stated) => stated.payment?.transactionId !== undefined,
  'payment.paidAt': (stated) => stated.payment?.paidAt !== undefined,
  'payment.amount': (stated) => stated.payment?.amount !== undefined,
  arrival: (stated) => stated.arrival !== undefined,
  'arrival.office': (stated) => stated.arrival?.office !== undefined,
  returnOf: (stated) => stated.returnOf !== undefined,
  procedure: (stated) => stated.procedure !== undefined,
  'procedure.current': (stated) => stated.procedure?.current !== undefined,
  'procedure.previous': (stated) => stated.procedure?.previous !== undefined,
};

const OF_ITEM: Readonly<Record<string, (item: Item) => boolean>> = {
  description: (item) => item.description !== undefined,
  commodityCode: (item) => item.commodityCode !== undefined,
  origin: (item) => item.origin !== undefined,
  quantity: (item) => item.quantity !== undefined,
  massNet: (item) => item.massNet !== undefined,
  massGross: (item) => item.massGross !== undefined,
  value: (item) => item.value !== undefined,
  gtin: (item) => item.gtin !== undefined,
  sku: (item) => item.sku !== undefined,
  listingUrl: (item) => item.listingUrl !== undefined,
  unNumber: (item) => item.unNumber !== undefined,
  licences: (item) => item.licences.length > 0,
};

const OF_PARTY: Readonly<Record<string, (party: Party) => boolean>> = {
  name: (party) => party.name !== undefined,
  personType: (party) => party.personType !== undefined,
  identifiers: (party) => party.identifiers.length > 0,
  /** An address that somebody could find: a line or a town. */
  address: (party) =>
    party.address !== undefined &&
    (party.address.lines.length > 0 || party.address.city !== undefined),
  'address.lines': (party) => (party.address?.lines.length ?? 0) > 0,
  'address.city': (party) => party.address?.city !== undefined,
  'address.postcode': (party) => party.address?.postcode !== undefined,
  'address.country': (party) => party.address !== undefined,
  phone: (party) => party.phone !== undefined,
  email: (party) => party.email !== undefined,
};

/** Short names of what stands in the address. */
const IN_ADDRESS: Readonly<Record<string, string>> = {
  city: 'address.city',
  postcode: 'address.postcode',
  country: 'address.country',
};

const ROLES: ReadonlySet<string> = new Set(PARTY_ROLES);
const isRole = (name: string): name is PartyRole => ROLES.has(name);

const known = <Of>(table: Readonly<Record<string, Of>>, name: string): Of | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/**
 * The element a dataset names: `massGross`, `items.commodityCode`, `parties.consignee` or `parties.consignee.address.city`;
 * null for a name that is none, which the check of the pack refuses.
 */
export function statedElement(name: string): StatedElement | null {
  const pointer = `/${name.replaceAll('.', '/')}`;
  const ofConsignment = known(OF_CONSIGNMENT, name);
  if (ofConsignment !== undefined) return { of: 'consignment', pointer, isStated: ofConsignment };
  const [list, role = '', ...members] = name.split('.');
  if (list === 'items') {
    const member = name.slice('items.'.length);
    const isStated = known(OF_ITEM, member);
    return isStated === undefined ? null : { of: 'item', pointer: `/${member}`, isStated };
  }
  if (list !== 'parties' || !isRole(role)) return null;
  if (members.length === 0) return { of: 'party', role, pointer: '', isStated: () => true };
  const member = members.join('.');
  return partyElement(role, known(IN_ADDRESS, member) ?? member);
}

function partyElement(role: PartyRole, member: string): StatedElement | null {
  const isStated = known(OF_PARTY, member);
  if (isStated === undefined) return null;
  return { of: 'party', role, pointer: `/${member.replaceAll('.', '/')}`, isStated };
}

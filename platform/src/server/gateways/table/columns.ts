/** The columns of the published table: each is named by the path of an element of the contract. */
import { PARTY_ROLES, type PartyRole } from '../../../domain/parties/party.ts';

/**
 * How a cell is written. `text` is kept to the letter; `code` and `number` lose outer spaces; a `list` has its entries
 * apart by a bar; `identifiers` is a list of scheme:value. A bar, colon, backslash or outer space of an entry itself
 * follows a backslash.
 */
export type CellForm = 'text' | 'code' | 'number' | 'list' | 'identifiers';

/** What a row says of a column's element: the message, the consignment, a party of it, or one more piece or item. */
export type ColumnLevel = 'message' | 'consignment' | 'party' | 'piece' | 'item';

export type Column = {
  readonly name: string;
  readonly level: ColumnLevel;
  /** Within the object of its level; empty for the marks `consignment` and `item`. */
  readonly path: readonly string[];
  readonly form: CellForm;
  /** For parties: role, and which of several of that role. */
  readonly party?: { readonly role: PartyRole; readonly ordinal: number };
};

type Spelling = readonly [path: string, form: CellForm];

const quantity = (path: string): Spelling[] => [[`${path}.value`, 'code'], [`${path}.unit`, 'code']]; // prettier-ignore
const amount = (path: string): Spelling[] => [[`${path}.amount`, 'code'], [`${path}.currency`, 'code']]; // prettier-ignore
const reference = (path: string): Spelling[] => [[`${path}.scheme`, 'code'], [`${path}.number`, 'code']]; // prettier-ignore
const codes = (...paths: string[]): Spelling[] => paths.map((path) => [path, 'code']);
const texts = (...paths: string[]): Spelling[] => paths.map((path) => [path, 'text']);
const lists = (...paths: string[]): Spelling[] => paths.map((path) => [path, 'list']);

const OF_MESSAGE: readonly Spelling[] = [
  ...texts('messageId', 'sender'),
  ...codes('kind', 'function', 'profile', 'preparedAt'),
];

const OF_CONSIGNMENT: readonly Spelling[] = [
  ...reference('houseReference'),
  ...lists('orderNumbers'),
  ...texts('masterReference', 'receptacle'),
  ...codes('direction', 'mode', 'channel', 'nature', 'countryOfDispatch', 'countryOfDestination'),
  ...texts('transport.means'),
  ...codes('transport.departureAt', 'transport.loadingAt', 'transport.arrivalAt'),
  ...quantity('massGross'),
  ['packages', 'number'],
  ...amount('totalValue'),
  ...amount('freight'),
  ...amount('insurance'),
  ...texts('fiscal.collector.scheme', 'fiscal.collector.number'),
  ...amount('fiscal.collected'),
  ...texts('fiscal.account', 'fiscal.quote'),
  ...codes('order.placedAt'),
  ...texts('order.platform'),
  ...amount('order.paid'),
  ...texts('payment.provider', 'payment.transactionId'),
  ...codes('payment.paidAt'),
  ...amount('payment.amount'),
  ...codes('arrival.event', 'arrival.at'),
  ...texts('arrival.office'),
  ...lists('arrival.pieces'),
  ...reference('returnOf'),
  ...texts('procedure.current', 'procedure.previous'),
  ...lists('procedure.additional'),
  ...texts('issuerCategory', 'issuerIdentifier', 'consignmentIdentifier', 'contents', 'origin', 'destination').map(ofSecurity), // prettier-ignore
  ...lists('transferPoints').map(ofSecurity),
  ...texts('status', 'receivedFrom').map(ofSecurity),
  ...lists('screeningMethods').map(ofSecurity),
  ...texts('exemptionGrounds', 'otherScreeningMethods', 'issuedBy').map(ofSecurity),
  ...codes('issuedAt').map(ofSecurity),
  ...texts('acceptedBy', 'additional').map(ofSecurity),
];

function ofSecurity([path, form]: Spelling): Spelling {
  return [`security.${path}`, form];
}

const OF_PARTY: readonly Spelling[] = [
  ...texts('name'),
  ...codes('personType'),
  ['identifiers', 'identifiers'],
  ...lists('address.lines'),
  ...texts('address.city', 'address.subdivision', 'address.postcode'),
  ...codes('address.country'),
  ...texts('phone', 'email'),
];

const OF_PIECE: readonly Spelling[] = [...texts('reference'), ...quantity('massGross')];

const OF_ITEM: readonly Spelling[] = [
  ...texts('description'),
  ...codes('commodityCode', 'origin'),
  ...quantity('quantity'),
  ...quantity('massNet'),
  ...quantity('massGross'),
  ...amount('value'),
  ...codes('gtin'),
  ...texts('sku', 'listingUrl'),
  ...codes('unNumber'),
  ...lists('licences'),
];

const columnsOf = (level: ColumnLevel, prefix: string, spellings: readonly Spelling[]): Column[] =>
  spellings.map(([path, form]) => ({ name: prefix + path, level, path: path.split('.'), form }));

const mark = (name: string, level: ColumnLevel): Column => ({
  name,
  level,
  path: [],
  form: 'code',
});

/** Says which consignment of the message a row is about, when references alone do not. */
export const CONSIGNMENT_MARK = mark('consignment', 'consignment');
/** Says that a row holds an item, even when nothing is known of it. */
export const ITEM_MARK = mark('item', 'item');

const OF_PARTIES: readonly Column[] = PARTY_ROLES.flatMap((role) => partyColumns(role, 1));

function partyColumns(role: PartyRole, ordinal: number): Column[] {
  const prefix = ordinal === 1 ? `${role}.` : `${role}.${String(ordinal)}.`;
  return columnsOf('party', prefix, OF_PARTY).map((column) => ({ ...column, party: { role, ordinal } })); // prettier-ignore
}

/** Every column but those of a second party of the same role. */
export const COLUMNS: readonly Column[] = [
  ...columnsOf('message', '', OF_MESSAGE),
  CONSIGNMENT_MARK,
  ...columnsOf('consignment', '', OF_CONSIGNMENT),
  ...OF_PARTIES,
  ...columnsOf('piece', 'piece.', OF_PIECE),
  ITEM_MARK,
  ...columnsOf('item', 'item.', OF_ITEM),
];

const byName: ReadonlyMap<string, Column> = new Map(COLUMNS.map((column) => [column.name, column]));

/** The column of a name; `seller.2.name` is the name of a second seller. */
export function columnNamed(name: string): Column | undefined {
  const known = byName.get(name);
  if (known !== undefined) return known;
  const repeated = /^(?<role>[a-z-]+)\.(?<ordinal>[2-9]|[1-9][0-9])\.(?<field>[a-zA-Z.]+)$/.exec(
    name,
  );
  if (repeated?.groups === undefined) return undefined;
  const { role = '', ordinal = '', field = '' } = repeated.groups;
  const first = byName.get(`${role}.${field}`);
  if (first?.party === undefined) return undefined;
  return { ...first, name, party: { role: first.party.role, ordinal: Number(ordinal) } };
}

/** The columns that a table of these parties needs beside the first of each role. */
export const columnsOfParty = partyColumns;

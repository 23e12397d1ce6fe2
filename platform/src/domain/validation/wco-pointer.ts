/** Turns a JSON Pointer into a submission to the chain of WCO Data Model ids that names the same element. */

/**
 * Our element names to WCO class and element ids, read in HMRC's annotated WCO DEC schema. A name missing here has no
 * element in the model. @source wco-data-model
 */
const OF_SUBMISSION: Readonly<Record<string, string>> = {
  messageId: '42A/D026',
  sender: '42A/17B/R059',
  kind: '42A/D013',
  function: '42A/017',
  profile: '42A/504',
  preparedAt: '42A/D011',
};

const OF_CONSIGNMENT: Readonly<Record<string, string>> = {
  houseReference: '42A/67A/28A/D023',
  masterReference: '42A/67A/28A/D023',
  orderNumbers: '42A/67A/35B/009',
  receptacle: '42A/67A/28A/31B/159',
  mode: '42A/15A/T022',
  nature: '42A/67A/103',
  countryOfDispatch: '42A/67A/95B/062',
  countryOfDestination: '42A/67A/99B/465',
  transport: '42A/15A/T006',
  massGross: '42A/131',
  packages: '42A/146',
  pieces: '42A/67A/68A/93A/142',
  totalValue: '42A/109',
  freight: '42A/67A/41A/117',
  insurance: '42A/67A/41A/58B/181',
  fiscal: '42A/67A/55B/R119',
  payment: '42A/67A/56B',
  returnOf: '42A/67A/99A/D018',
  procedure: '42A/67A/68A/70A/166',
};

const OF_ITEM: Readonly<Record<string, string>> = {
  description: '23A/137',
  commodityCode: '23A/21A/145',
  origin: '92A/063',
  quantity: '23A/65A/130',
  massNet: '23A/65A/128',
  massGross: '23A/65A/126',
  value: '108',
  gtin: '23A/21A/145',
  unNumber: '23A/12C/506',
  licences: '02A/D005',
};

/** Class, id element and name element of each party role that the model knows. */
const OF_ROLE: Readonly<Record<string, readonly [party: string, id: string, name: string]>> = {
  consignor: ['67A/30A', 'R021', 'R020'],
  consignee: ['67A/27A', 'R015', 'R014'],
  seller: ['67A/09B', 'R051', 'R050'],
  buyer: ['67A/16A', 'R010', 'R009'],
  exporter: ['57A', 'R032', 'R031'],
  importer: ['67A/74A', 'R038', 'R037'],
  declarant: ['57B', 'R123', 'R124'],
  representative: ['05A', 'R004', 'R003'],
  carrier: ['28A/18A', 'R012', 'R011'],
  payer: ['67A/56B', 'R121', 'R120'],
};

const OF_ADDRESS: Readonly<Record<string, string>> = {
  lines: '239',
  city: '241',
  subdivision: '243',
  postcode: '245',
  country: '242',
};

/**
 * The WCO chain of a pointer such as `/consignments/0/items/1/description`; null when the model has no such element.
 * A party's place in its list says nothing of its class, so `role` must be given to name it.
 */
export function wcoPointerOf(pointer: string, role = ''): string | null {
  const [, first = '', , element = '', position = '', ...members] = pointer.split('/');
  if (first !== 'consignments') return OF_SUBMISSION[first] ?? null;
  switch (element) {
    case 'parties':
      return ofParty(members, role);
    case 'items':
      return ofItem(position, members[0]);
    default:
      return OF_CONSIGNMENT[element] ?? null;
  }
}

function ofItem(position: string, member = ''): string {
  const item = /^[0-9]+$/.test(position) ? `42A/67A/68A[${Number(position) + 1}]` : '42A/67A/68A';
  const within = OF_ITEM[member];
  return within === undefined ? item : `${item}/${within}`;
}

function ofParty(members: readonly string[], role: string): string | null {
  const known = OF_ROLE[role];
  if (known === undefined) return null;
  const [party, id, name] = known;
  const [member = '', detail = ''] = members;
  switch (member) {
    case 'name':
      return `42A/${party}/${name}`;
    case 'identifiers':
      return `42A/${party}/${id}`;
    case 'phone':
    case 'email':
      return `42A/${party}/25A/240`;
    case 'address':
      return `42A/${party}/04A/${OF_ADDRESS[detail] ?? '239'}`;
    default:
      return `42A/${party}`;
  }
}

/** Builds statements that are right in every respect, and a law to judge them by; tests spoil one thing at a time. */
import type { ConsignmentFacts, Item, Profile, StatedConsignment, Statement, StatementFunction, StatementKind } from '../../src/domain/advance-data/statement.ts'; // prettier-ignore
import type { DataQualityRow, Dataset, Deadline, LawInForce, LawRow } from '../../src/domain/jurisdiction/pack.ts'; // prettier-ignore
import type { Finding } from '../../src/domain/kernel/finding.ts';
import { statementId, submissionId } from '../../src/domain/kernel/identifier.ts';
import type { Money } from '../../src/domain/kernel/money.ts';
import type { Quantity } from '../../src/domain/kernel/quantity.ts';
import type { Party } from '../../src/domain/parties/party.ts';
import { validateStatement, type StatementValidation } from '../../src/domain/validation/validate-statement.ts'; // prettier-ignore

const ROW: LawRow = {
  id: 'row',
  from: 20_000,
  until: null,
  knownFrom: 20_000,
  source: 'xm-test',
  readOn: 20_000,
  verified: true,
};

/** A data-quality row of the fictional law. */
export const qualityRow = (
  rule: string,
  terms: readonly string[],
  severity: DataQualityRow['severity'] = 'error',
): DataQualityRow => ({ ...ROW, id: rule, field: '', rule, severity, terms, language: 'en' });

export const datasetOf = (profile: string, elements: Dataset['elements']): Dataset => ({
  ...ROW,
  id: `dataset-${profile}`,
  profile,
  elements,
});

export const deadlineOf = (
  before: Deadline['before'],
  mode: string,
  offsetMinutes: number,
): Deadline => ({
  ...ROW,
  id: `${mode}-${before}`,
  mode,
  event: 'pre-arrival',
  before,
  offsetMinutes,
});

/** The rows most tests need: each list holds a few terms only. */
export const QUALITY_ROWS: readonly DataQualityRow[] = [
  qualityRow('description-stop-word', ['Parts', 'Auto parts', 'General cargo', 'Gift', 'Clothing', 'N/A', 'Bags']), // prettier-ignore
  qualityRow('description-only-qualities', ['Black', 'Large', 'Size', 'Set of']),
  qualityRow('description-vague-word', ['3'], 'warning'),
  qualityRow('description-too-short', ['3'], 'warning'),
  qualityRow('party-name-placeholder', ['Unknown', 'N/A', 'As above', 'Private']),
  qualityRow('address-placeholder', ['Unknown', 'N/A', 'As above']),
  qualityRow(
    'consignor-generic',
    ['Shipper', 'Seller', 'Warehouse', 'Fulfilment centre'],
    'warning',
  ),
  qualityRow('postcode-missing', ['HK', 'AE'], 'warning'),
  qualityRow('value-token', ['1', '0.01', '9.99'], 'warning'),
  qualityRow('value-round', ['1000'], 'notice'),
  qualityRow('gift-from-business', ['Ltd', 'Limited', 'GmbH', 'Co'], 'warning'),
  qualityRow('items-sum-differs', ['perMille=10', 'units=1']),
  qualityRow('order-total-differs', ['perMille=10', 'units=1'], 'warning'),
  qualityRow('mass-differs', ['perMille=50', 'units=20'], 'warning'),
];

const NOTHING = {
  parameters: [],
  thresholds: [],
  rates: [],
  taxBases: [],
  collectors: [],
  registrations: [],
  quotas: [],
  datasets: [],
  deadlines: [],
  prohibitions: [],
  returns: [],
  retentions: [],
  roundings: [],
  categories: [],
  precedences: [],
  riskRules: [],
  selections: [],
  offices: [],
  holidays: [],
  sources: [],
} as const;

const CODES: ReadonlySet<string> = new Set(['620442', '640399', '950300']);

/** A law of 2026-08-01 that knows three commodity codes and the rate of one foreign currency of its own. */
export const lawForTests = (rows: Partial<LawInForce> = {}): LawInForce => ({
  ...NOTHING,
  id: 'xm-test',
  title: 'Test law',
  version: '1',
  country: 'XM',
  currency: 'XMC',
  zoneOffsetMinutes: 0,
  zone: 'UTC',
  languages: ['en'],
  weekend: [6, 7],
  inForceFrom: 20_000,
  messages: {},
  dataQuality: QUALITY_ROWS,
  on: 20_666,
  knowsCommodityCode: (code) => CODES.has(code.slice(0, 6)),
  thresholdMinor: () => undefined,
  exchangeRate: (currency) =>
    currency === 'XAC'
      ? { rate: { numerator: 2n, denominator: 1n }, source: 'test', verified: true }
      : null,
  ...rows,
});

export const euros = (minor: bigint): Money => ({ minor, currency: 'EUR' });
export const kilograms = (grams: bigint): Quantity => ({ micro: grams * 1000n, unit: 'KGM' });

export const itemOf = (spoilt: Partial<Item> = {}): Item => ({
  description: "Women's short sleeve dress, cotton/polyester",
  commodityCode: '620442',
  origin: 'XA',
  quantity: { micro: 1_000_000n, unit: 'NAR' },
  massNet: kilograms(400n),
  massGross: kilograms(450n),
  value: euros(1_230n),
  gtin: '4006381333931',
  licences: [],
  ...spoilt,
});

export const partyOf = (role: Party['role'], spoilt: Partial<Party> = {}): Party => ({
  role,
  name: role === 'consignee' ? 'Ada Example' : 'Sample Textiles Export Company',
  personType: role === 'consignee' ? 'natural' : 'legal',
  identifiers: [],
  address: { lines: ['12 Example Street'], city: 'Sampleton', postcode: '10115', country: role === 'consignee' ? 'XM' : 'XA' }, // prettier-ignore
  phone: '+22 607 123 4567',
  email: 'ada@example.org',
  ...spoilt,
});

/** Two items, three parties, nothing wrong. */
export const statedOf = (spoilt: Partial<StatedConsignment> = {}): StatedConsignment => ({
  houseReference: { scheme: 's10', number: 'RA473124829US' },
  orderNumbers: ['O-1'],
  direction: 'import',
  mode: 'air',
  channel: 'post',
  nature: 'sale',
  countryOfDispatch: 'XA',
  countryOfDestination: 'XM',
  massGross: kilograms(950n),
  packages: 1,
  pieces: [],
  items: [
    itemOf(),
    itemOf({ description: 'Leather walking boots, size 38', commodityCode: '640399', value: euros(4_770n) }), // prettier-ignore
  ],
  totalValue: euros(6_000n),
  parties: [
    partyOf('consignor'),
    partyOf('consignee'),
    partyOf('seller', { name: 'Example Shop' }),
  ],
  ...spoilt,
});

export const RECEIVED_AT = 1_785_578_400_000;

export type Under = {
  readonly law?: LawInForce;
  readonly kind?: StatementKind;
  readonly function?: StatementFunction;
  readonly profile?: Profile;
  readonly receivedAt?: number;
  readonly fingerprint?: (normalisedText: string) => string;
};

const LAW = lawForTests();

/** Validates under the test law as an original standard declaration, unless told otherwise. */
export const validated = (stated: StatedConsignment, under: Under = {}): StatementValidation =>
  validateStatement(stated, {
    law: LAW,
    kind: 'declaration',
    function: 'original',
    profile: 'standard',
    receivedAt: RECEIVED_AT,
    pointer: '/consignments/0',
    fingerprint: (text) => `fingerprint of ${text}`,
    ...under,
  });

/** Codes and severities, for short expectations: `error s10-form`. */
export const codesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, code }) => `${severity} ${code}`);

/** A statement in the record, as validation left it. */
export const statementOf = (
  kind: StatementKind,
  facts: Partial<ConsignmentFacts>,
  number = 1n,
): Statement => ({
  id: statementId(number),
  submission: submissionId(number),
  owner: `P-${kind}`,
  kind,
  function: 'original',
  profile: 'standard',
  statedAt: RECEIVED_AT,
  receivedAt: RECEIVED_AT,
  facts: {
    houseReference: { scheme: 's10', number: 'RA473124829US' },
    orderNumbers: ['O-1'],
    direction: 'import',
    pieces: [],
    items: [],
    parties: [],
    ...facts,
  },
  findings: [],
  quality: 100,
});

/** Writes the published contract of advance data: its JSON Schema, and the table template as CSV and as a workbook. */
import { minorDigits } from '../../platform/src/domain/kernel/currency.ts';
import { postalCheckDigit } from '../../platform/src/domain/kernel/check-digit.ts';
import type { WireSubmission } from '../../platform/src/domain/advance-data/wire.ts';
import { SubmissionSchema } from '../../platform/src/server/gateways/json/submission-schema.ts';
import { COLUMNS, type CellForm, type Column } from '../../platform/src/server/gateways/table/columns.ts'; // prettier-ignore
import { csvLine, rowsOf } from '../../platform/src/server/gateways/table/write-table.ts';
import { writeXlsx } from '../../platform/src/server/gateways/table/write-xlsx.ts';
import type { Generated } from './generated.ts';

export async function generate(): Promise<Generated[]> {
  const rows = [TEMPLATE.map(({ name }) => name), ...rowsOf(EXAMPLE, TEMPLATE)];
  const workbook = await writeXlsx([
    { name: 'submission', rows, widths: TEMPLATE.map(({ name }) => Math.max(10, name.length + 2)) },
    { name: 'columns', rows: columnRows(), widths: [34, 22, 60, 14] },
  ]);
  return [
    { path: 'docs/reference/submission.schema.json', text: schemaText() },
    { path: 'templates/submission.csv', text: rows.map(csvLine).join('').replaceAll('\r\n', '\n') },
    { path: 'templates/submission.xlsx', text: workbook },
  ];
}

function schemaText(): string {
  const published = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...SubmissionSchema,
    $id: 'https://luxor.example/schema/submission.json',
  };
  return `${JSON.stringify(published, undefined, 2)}\n`;
}

/** What most senders fill in; the second sheet lists every further column the door reads. */
const USUAL = new Set([
  'messageId', 'sender', 'kind', 'function', 'profile', 'preparedAt', 'consignment',
  'houseReference.scheme', 'houseReference.number', 'orderNumbers', 'masterReference', 'receptacle',
  'direction', 'mode', 'channel', 'nature', 'countryOfDispatch', 'countryOfDestination',
  'transport.means', 'transport.departureAt', 'transport.arrivalAt', 'massGross.value', 'massGross.unit', 'packages',
  'totalValue.amount', 'totalValue.currency', 'freight.amount', 'freight.currency', 'insurance.amount', 'insurance.currency',
  'fiscal.collector.scheme', 'fiscal.collector.number', 'fiscal.collected.amount', 'fiscal.collected.currency', 'fiscal.account',
  'consignor.name', 'consignor.address.lines', 'consignor.address.city', 'consignor.address.postcode', 'consignor.address.country',
  'consignee.name', 'consignee.personType', 'consignee.address.lines', 'consignee.address.city', 'consignee.address.postcode',
  'consignee.address.country', 'consignee.phone', 'consignee.email',
  'seller.name', 'seller.identifiers', 'seller.address.country', 'returnOf.scheme', 'returnOf.number',
  'item', 'item.description', 'item.commodityCode', 'item.origin', 'item.quantity.value', 'item.quantity.unit',
  'item.massNet.value', 'item.massNet.unit', 'item.value.amount', 'item.value.currency',
  'item.gtin', 'item.sku', 'item.listingUrl', 'item.unNumber', 'item.licences',
]); // prettier-ignore

const TEMPLATE: readonly Column[] = COLUMNS.filter(({ name }) => USUAL.has(name));

const WRITTEN: Readonly<Record<CellForm, string>> = {
  text: 'text',
  code: 'code',
  number: 'whole number',
  list: 'list: entries apart by |',
  identifiers: 'list of scheme:value, apart by |',
};

function columnRows(): string[][] {
  const rows = COLUMNS.map((column) => [
    column.name,
    WRITTEN[column.form],
    descriptionOf(column),
    USUAL.has(column.name) ? 'yes' : 'when needed',
  ]);
  return [['column', 'written as', 'what it says', 'in the template'], ...rows];
}

const MARKS: Readonly<Record<string, string>> = {
  consignment:
    'Which consignment of the message the row is about: any mark, the same in each of its rows.',
  item: 'Any mark: the row holds an item. Not needed where another item column is filled.',
};

/** The words of the schema for the element that a column holds. */
function descriptionOf(column: Column): string {
  const marked = column.path.length === 0 ? MARKS[column.name] : undefined;
  if (marked !== undefined) return marked;
  const steps = { message: [], consignment: CONSIGNMENT, party: [...CONSIGNMENT, 'parties', '[]'], piece: [...CONSIGNMENT, 'pieces', '[]'], item: [...CONSIGNMENT, 'items', '[]'] }[column.level]; // prettier-ignore
  let at: unknown = SubmissionSchema;
  for (const step of [...steps, ...column.path]) {
    const inner =
      step === '[]' ? memberOf(at, 'items') : memberOf(memberOf(at, 'properties'), step);
    at = inner ?? at;
  }
  const own = memberOf(at, 'description') ?? memberOf(memberOf(at, 'items'), 'description');
  return typeof own === 'string' ? own : '';
}

const CONSIGNMENT = ['consignments', '[]'];

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const SERIAL = '34567890';
const inCents = (cents: number) => ({ amount: (cents / 10 ** minorDigits('XMC')).toFixed(minorDigits('XMC')), currency: 'XMC' }); // prettier-ignore

/** Everything in it is invented. */
const EXAMPLE: WireSubmission = {
  messageId: 'EXAMPLE-0001',
  sender: 'P0001',
  kind: 'declaration',
  function: 'original',
  profile: 'standard',
  preparedAt: '2026-08-01T06:15:00Z',
  consignments: [
    {
      houseReference: { scheme: 's10', number: `RB${SERIAL}${String(postalCheckDigit(SERIAL))}XZ` },
      orderNumbers: ['SQ-2026-0099123'],
      direction: 'import',
      mode: 'air',
      channel: 'post',
      nature: 'sale',
      countryOfDispatch: 'XZ',
      countryOfDestination: 'XM',
      transport: { means: 'XM 214', arrivalAt: '2026-08-01T14:40:00+03:00' },
      massGross: { value: '0.920', unit: 'KGM' },
      packages: 1,
      totalValue: inCents(4_380),
      freight: inCents(350),
      parties: [
        {
          role: 'consignor',
          name: 'Ampere Shop Trading',
          address: { lines: ['12 Harbour Road', 'Unit 4'], city: 'Mizan City', postcode: '51800', country: 'XZ' }, // prettier-ignore
        },
        {
          role: 'consignee',
          name: 'Darya Karimova',
          personType: 'natural',
          address: { lines: ['4 Lotus Street'], city: 'Lahira', postcode: '10117', country: 'XM' },
          phone: '+999 55 123 456',
        },
        { role: 'seller', name: 'Ampere Shop', identifiers: [{ scheme: 'platform-account', value: 'souqline-99123' }], address: { country: 'XZ' } }, // prettier-ignore
      ],
      items: [
        {
          description: "Women's short sleeve dress, cotton, printed",
          commodityCode: '620442',
          origin: 'XZ',
          quantity: { value: '1', unit: 'NAR' },
          massNet: { value: '0.310', unit: 'KGM' },
          value: inCents(2_490),
          sku: 'AMP-77123',
        },
        {
          description: 'Stainless steel vegetable knife, 9 cm blade',
          commodityCode: '821192',
          origin: 'XZ',
          quantity: { value: '3', unit: 'NAR' },
          massNet: { value: '0.480', unit: 'KGM' },
          value: inCents(1_890),
        },
      ],
    },
  ],
};

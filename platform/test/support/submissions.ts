/** Builds submissions as senders write them: an honest sale from abroad to Meridia, told by five sources; tests spoil one thing. */
import { postalCheckDigit } from '../../src/domain/kernel/check-digit.ts';
import type {
  WireConsignment,
  WireItem,
  WireParty,
  WireSubmission,
} from '../../src/domain/advance-data/wire.ts';

/** The parties that speak in these stories; a test registers those it uses. */
export const SENDERS = [
  { code: 'QANA-POST', name: 'Qana Post', kind: 'post' },
  { code: 'SOUQLINE', name: 'Souqline', kind: 'platform' },
  { code: 'QIRSH-PAY', name: 'Qirsh Pay', kind: 'payment-provider' },
  { code: 'MERIDIA-POST', name: 'Meridia Post', kind: 'post' },
  { code: 'RIVAL-POST', name: 'Rival Post', kind: 'post' },
] as const;

/** The S10 number of a serial number below 100 million. */
export function s10(serial: number): string {
  const digits = String(serial).padStart(8, '0');
  return `RB${digits}${postalCheckDigit(digits, 0).toString()}XQ`;
}

const SHIRT: WireItem = {
  description: 'cotton shirt with long sleeves',
  commodityCode: '620520',
  origin: 'XQ',
  quantity: { value: '1', unit: 'NAR' },
  massNet: { value: '0.300', unit: 'KGM' },
  value: { amount: '20.00', currency: 'XMC' },
};

const PARTIES: readonly WireParty[] = [
  {
    role: 'consignor',
    name: 'Ampere Shop Ltd',
    personType: 'legal',
    address: { lines: ['14 Weaver Street'], city: 'Qana', postcode: '10114', country: 'XQ' },
  },
  {
    role: 'consignee',
    name: 'Darya Kestrel',
    personType: 'natural',
    address: { lines: ['3 Harbour Lane'], city: 'Lahira', postcode: '20310', country: 'XM' },
  },
  {
    role: 'seller',
    name: 'Ampere Shop Ltd',
    personType: 'legal',
    address: { lines: ['14 Weaver Street'], city: 'Qana', postcode: '10114', country: 'XQ' },
  },
];

type Spoilt = {
  readonly consignment?: Partial<WireConsignment>;
  readonly item?: Partial<WireItem>;
  readonly submission?: Partial<WireSubmission>;
};

/** Flight XM 214 lands at 14:40 in Meridia, five hours and forty minutes after the clock of the test platform. */
export const FLIGHT = { means: 'XM214', arrivalAt: '2026-11-24T13:40:00Z' };

export const declarationOf = (number: string, spoilt: Spoilt = {}): WireSubmission => ({
  messageId: `declaration-${number}`,
  sender: 'QANA-POST',
  kind: 'declaration',
  consignments: [
    {
      houseReference: { scheme: 's10', number },
      orderNumbers: [`O-${number}`],
      direction: 'import',
      mode: 'air',
      channel: 'post',
      nature: 'sale',
      countryOfDispatch: 'XQ',
      countryOfDestination: 'XM',
      transport: FLIGHT,
      massGross: { value: '0.400', unit: 'KGM' },
      packages: 1,
      items: [{ ...SHIRT, ...spoilt.item }],
      parties: [...PARTIES],
      ...spoilt.consignment,
    },
  ],
  ...spoilt.submission,
});

export const orderOf = (number: string, spoilt: Spoilt = {}): WireSubmission => ({
  messageId: `order-${number}`,
  sender: 'SOUQLINE',
  kind: 'order',
  consignments: [
    {
      orderNumbers: [`O-${number}`],
      items: [{ ...SHIRT, ...spoilt.item }],
      totalValue: spoilt.item?.value ?? { amount: '20.00', currency: 'XMC' },
      order: { placedAt: '2026-11-18T10:00:00Z', platform: 'Souqline' },
      ...spoilt.consignment,
    },
  ],
  ...spoilt.submission,
});

export const paymentOf = (number: string, amount = '20.00'): WireSubmission => ({
  messageId: `payment-${number}`,
  sender: 'QIRSH-PAY',
  kind: 'payment',
  consignments: [
    {
      orderNumbers: [`O-${number}`],
      payment: {
        provider: 'Qirsh Pay',
        transactionId: `T-${number}`,
        paidAt: '2026-11-18T10:01:00Z',
        amount: { amount, currency: 'XMC' },
      },
    },
  ],
});

/** A scan of the parcel in Meridia at the moment given. */
export const arrivalOf = (
  number: string,
  at: string,
  event: 'arrived' | 'presented' = 'arrived',
): WireSubmission => ({
  messageId: `${event}-${number}`,
  sender: 'MERIDIA-POST',
  kind: 'arrival',
  consignments: [
    {
      houseReference: { scheme: 's10', number },
      arrival: { event, at, office: 'XMLHXP' },
    },
  ],
});

/** Tells the messages of one story parcel, each only if the story has it said, and when. */
import type { Channel, HouseReference, Nature } from '../../domain/advance-data/statement.ts';
import type { WireConsignment, WireItem, WireParty, WireSubmission } from '../../domain/advance-data/wire.ts'; // prettier-ignore
import { momentOf, type Day, type TimedMessage } from './day.ts';
import { handlerOf, messageId, securityOf } from './messages.ts';
import { inKilograms, inXmc } from './plan.ts';
import { HANDLERS, MERIDIA, PLATFORM_SCHEME, type Carrier, type Leg, type Platform } from './world.ts'; // prettier-ignore

export type StoryParcel = {
  readonly reference: HouseReference;
  readonly leg: Leg;
  readonly channel: Channel;
  readonly nature: Nature;
  /** Without an account somebody pays the charges in money. */
  readonly carrier: Pick<Carrier, 'code' | 'name'> & Partial<Carrier>;
  readonly seller: WireParty;
  readonly consignee: WireParty;
  readonly platform?: Platform;
  /** Stated although nobody of that name takes part. */
  readonly collector?: string;
  readonly orderNumber?: string;
  readonly items: readonly WireItem[];
  /** What platform and payer saw, where it differs from what is declared. */
  readonly ordered?: { readonly items: readonly WireItem[]; readonly cents: number };
  /** What the carrier wrote on the waybill, and who handed it over. */
  readonly waybill?: { readonly description: string; readonly from: string };
  readonly cents: number;
  readonly grams: number;
};

export type Telling = {
  readonly order?: number;
  readonly payment?: number;
  readonly logistics?: number;
  readonly declaration?: number;
  readonly arrival?: number;
};

export const PAYER = { code: 'QIRSHPAY', name: 'Qirsh Pay' };

/** Number of the story, so that its messages have numbers of their own. */
export function tellParcel(
  day: Day,
  parcel: StoryParcel,
  told: { readonly story: string; readonly at: Telling },
): TimedMessage[] {
  const { at, story } = told;
  const said = (minute: number | undefined, submission: (minute: number) => WireSubmission) =>
    minute === undefined ? [] : [{ at: minute, submission: submission(minute) }];
  return [
    ...said(at.order, (minute) => orderMessage(day, parcel, { story, minute })),
    ...said(at.payment, (minute) => paymentMessage(day, parcel, { story, minute })),
    ...said(at.logistics, (minute) => waybillMessage(day, parcel, { story, minute })),
    ...said(at.declaration, (minute) => declarationMessage(day, parcel, { story, minute })),
    ...said(at.arrival, (minute) => arrivalMessage(day, parcel, { story, minute })),
  ];
}

type When = { readonly story: string; readonly minute: number };

const partyOfPlatform = (platform: Platform | undefined): WireParty[] =>
  platform === undefined ? [] : [{ role: 'platform', name: platform.name, identifiers: [{ scheme: 'party-code', value: platform.code }] }]; // prettier-ignore

const ordersOf = ({ orderNumber }: StoryParcel): Pick<WireConsignment, 'orderNumbers'> =>
  orderNumber === undefined ? {} : { orderNumbers: [orderNumber] };

function orderMessage(day: Day, parcel: StoryParcel, { story, minute }: When): WireSubmission {
  const { platform, ordered, seller } = parcel;
  const sender = platform?.code ?? 'TINKERLY';
  const cents = ordered?.cents ?? parcel.cents;
  return {
    messageId: messageId(sender, day, `STORY-${story}-O`),
    sender,
    kind: 'order',
    preparedAt: momentOf(day, minute - 1),
    consignments: [
      {
        ...ordersOf(parcel),
        nature: 'sale',
        countryOfDispatch: parcel.leg.from.code,
        countryOfDestination: MERIDIA,
        items: (ordered?.items ?? parcel.items).map(({ description, quantity, value }) => ({
          ...(description === undefined ? {} : { description }),
          ...(quantity === undefined ? {} : { quantity }),
          ...(value === undefined ? {} : { value }),
        })),
        totalValue: inXmc(cents),
        order: {
          placedAt: momentOf(day, -8_400),
          platform: platform?.name ?? 'Tinkerly',
          paid: inXmc(cents),
        },
        ...(platform === undefined || parcel.nature !== 'sale'
          ? {}
          : { fiscal: { collector: { scheme: PLATFORM_SCHEME, number: platform.collector } } }),
        parties: [seller, ...partyOfPlatform(platform), { ...parcel.consignee, role: 'buyer' }],
      },
    ],
  };
}

function paymentMessage(day: Day, parcel: StoryParcel, { story, minute }: When): WireSubmission {
  return {
    messageId: messageId(PAYER.code, day, `STORY-${story}-P`),
    sender: PAYER.code,
    kind: 'payment',
    preparedAt: momentOf(day, minute - 1),
    consignments: [
      {
        ...ordersOf(parcel),
        payment: {
          provider: PAYER.name,
          transactionId: `QI-${day.on.toString()}-${story}`,
          paidAt: momentOf(day, -8_396),
          amount: inXmc(parcel.ordered?.cents ?? parcel.cents),
        },
      },
    ],
  };
}

function waybillMessage(day: Day, parcel: StoryParcel, { story, minute }: When): WireSubmission {
  const { carrier, leg, waybill } = parcel;
  return {
    messageId: messageId(carrier.code, day, `STORY-${story}-L`),
    sender: carrier.code,
    kind: 'logistics',
    preparedAt: momentOf(day, minute - 1),
    consignments: [
      {
        houseReference: parcel.reference,
        ...ordersOf(parcel),
        ...movement(day, parcel),
        massGross: inKilograms(parcel.grams),
        packages: 1,
        ...(waybill === undefined ? {} : { items: [{ description: waybill.description }] }),
        parties: [{ ...consignorOf(parcel), ...(waybill === undefined ? {} : { name: waybill.from }) }, parcel.consignee], // prettier-ignore
        ...(leg.mode === 'air' ? { security: securityOf(day, parcel) } : {}),
      },
    ],
  };
}

export function declarationMessage(
  day: Day,
  parcel: StoryParcel,
  { story, minute }: When,
): WireSubmission {
  // prettier-ignore
  const { carrier, platform, collector, items } = parcel;
  const number = collector ?? (parcel.nature === 'sale' ? platform?.collector : undefined);
  const seller = parcel.nature === 'sale' ? [parcel.seller] : [];
  return {
    messageId: messageId(carrier.code, day, `STORY-${story}-D`),
    sender: carrier.code,
    kind: 'declaration',
    preparedAt: momentOf(day, minute - 2),
    consignments: [
      {
        houseReference: parcel.reference,
        ...ordersOf(parcel),
        direction: 'import',
        nature: parcel.nature,
        ...movement(day, parcel),
        massGross: inKilograms(parcel.grams),
        packages: 1,
        items: [...items],
        totalValue: inXmc(parcel.cents),
        fiscal: {
          ...(carrier.account === undefined ? {} : { account: carrier.account }),
          ...(number === undefined ? {} : { collector: { scheme: PLATFORM_SCHEME, number } }),
        },
        parties: [consignorOf(parcel), parcel.consignee, ...seller, ...partyOfPlatform(platform)],
      },
    ],
  };
}

function movement(
  day: Day,
  { leg, channel }: StoryParcel,
): Pick<
  WireConsignment,
  'mode' | 'channel' | 'countryOfDispatch' | 'countryOfDestination' | 'transport'
> {
  // prettier-ignore
  return {
    mode: leg.mode,
    channel,
    countryOfDispatch: leg.from.code,
    countryOfDestination: MERIDIA,
    transport: {
      means: leg.means,
      departureAt: momentOf(day, leg.arrives - leg.minutesUnderWay),
      arrivalAt: momentOf(day, leg.arrives),
    },
  };
}

function consignorOf({ seller }: StoryParcel): WireParty {
  const { identifiers, ...rest } = seller;
  return identifiers === undefined ? seller : { ...rest, role: 'consignor' };
}

function arrivalMessage(day: Day, parcel: StoryParcel, { story, minute }: When): WireSubmission {
  const sender = handlerOf(parcel.leg);
  return scanMessage(day, {
    story,
    minute,
    sender,
    reference: parcel.reference,
    office: parcel.leg.offices[parcel.channel],
  });
}

export type Scan = When & {
  readonly sender?: string;
  readonly reference: HouseReference;
  readonly office: string;
  readonly event?: 'departed' | 'arrived' | 'delivered';
};

export function scanMessage(day: Day, scan: Scan): WireSubmission {
  const { story, minute, reference, office, event = 'arrived' } = scan;
  const sender = scan.sender ?? HANDLERS.airport.code;
  return {
    messageId: messageId(sender, day, `STORY-${story}-${event}`),
    sender,
    kind: 'arrival',
    preparedAt: momentOf(day, minute),
    consignments: [
      { houseReference: reference, arrival: { event, at: momentOf(day, minute), office } },
    ],
  };
}

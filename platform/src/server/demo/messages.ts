/** What is said about an invented parcel: order, payment and declaration one by one, the carrier's and handler's words in lists. */
import type { WireConsignment, WireParty, WireSubmission } from '../../domain/advance-data/wire.ts';
import { momentOf, type Day } from './day.ts';
import { declaredItems, grossGrams, inKilograms, inXmc, sumOf, type ParcelPlan } from './plan.ts';
import { sellerAddress } from './sellers.ts';
import { HANDLERS, MERIDIA, PLATFORM_SCHEME, type Carrier, type Leg } from './world.ts';

/** `SOUQLINE-20261124-000123-O`: who, which day, which parcel, which stream. */
export const messageId = (sender: string, day: Day, tail: string): string =>
  `${sender}-${day.on.toString().replaceAll('-', '')}-${tail}`;

const tailOf = (plan: ParcelPlan, stream: string): string =>
  `${String(plan.index + 1).padStart(6, '0')}-${stream}`;

const isSale = (plan: ParcelPlan): boolean => plan.nature === 'sale';

/** An order is told by the platform; a sale by a shop of its own has no such witness. */
export function orderOf(day: Day, plan: ParcelPlan, at: number): WireSubmission | undefined {
  const { platform, seller } = plan;
  if (platform === undefined) return undefined;
  const total = sumOf(plan.lines, 'cents');
  const consignment: WireConsignment = {
    orderNumbers: [plan.orderNumber],
    nature: 'sale',
    countryOfDispatch: plan.leg.from.code,
    countryOfDestination: MERIDIA,
    items: plan.lines.map(({ product, count, cents }) => ({
      description: product.description,
      quantity: { value: String(count), unit: 'NAR' },
      value: inXmc(cents),
      sku: `${seller.account}-${product.commodityCode}`,
      listingUrl: `https://${platform.site}/shop/${seller.account}/${product.commodityCode}`,
    })),
    totalValue: inXmc(total),
    ...(plan.freightCents === 0 ? {} : { freight: inXmc(plan.freightCents) }),
    order: {
      placedAt: momentOf(day, -1_440 * plan.orderedDaysBefore + 600),
      platform: platform.name,
      paid: inXmc(total + plan.freightCents),
    },
    ...(isInScheme(plan) ? { fiscal: { collector: collectorOf(platform) } } : {}),
    parties: [sellerParty(plan), platformParty(platform), { ...plan.consignee, role: 'buyer' }],
  };
  return {
    messageId: messageId(platform.code, day, tailOf(plan, 'O')),
    sender: platform.code,
    kind: 'order',
    preparedAt: momentOf(day, at - 1),
    consignments: [consignment],
  };
}

export function paymentOf(day: Day, plan: ParcelPlan, at: number): WireSubmission {
  const paid = sumOf(plan.lines, 'cents') + plan.freightCents;
  return {
    messageId: messageId(plan.payer.code, day, tailOf(plan, 'P')),
    sender: plan.payer.code,
    kind: 'payment',
    preparedAt: momentOf(day, at - 1),
    consignments: [
      {
        orderNumbers: [plan.orderNumber],
        payment: {
          provider: plan.payer.name,
          transactionId: `${plan.payer.code.slice(0, 2)}${plan.orderNumber.replaceAll('-', '')}`,
          paidAt: momentOf(day, -1_440 * plan.orderedDaysBefore + 604),
          amount: inXmc(paid),
        },
      },
    ],
  };
}

export function declarationOf(day: Day, plan: ParcelPlan, at: number): WireSubmission {
  const { carrier } = plan;
  return {
    messageId: messageId(carrier.code, day, tailOf(plan, 'D')),
    sender: carrier.code,
    kind: 'declaration',
    preparedAt: momentOf(day, at - 2),
    consignments: [declared(day, plan)],
  };
}

/** The declaration again, with what was corrected. */
export const amendmentOf = (day: Day, plan: ParcelPlan, at: number): WireSubmission => ({
  ...declarationOf(day, plan, at),
  messageId: messageId(plan.carrier.code, day, tailOf(plan, 'D2')),
  function: 'replace',
});

/** Correspondence has no commercial value and no commodity code. */
const LETTERS = {
  description: 'Business correspondence on paper',
  quantity: { value: '1', unit: 'NAR' },
  value: inXmc(0),
};

function declared(day: Day, plan: ParcelPlan): WireConsignment {
  const items = declaredItems(plan);
  return {
    houseReference: plan.reference,
    ...(isSale(plan) ? { orderNumbers: [plan.orderNumber] } : {}),
    direction: 'import',
    mode: plan.leg.mode,
    channel: plan.channel,
    nature: plan.nature,
    countryOfDispatch: plan.leg.from.code,
    countryOfDestination: MERIDIA,
    transport: transportOf(day, plan.leg),
    massGross: inKilograms(grossGrams(plan)),
    packages: 1,
    ...(items.length === 0 ? { items: [LETTERS] } : { items, totalValue: inXmc(sumOf(plan.lines, 'cents')) }), // prettier-ignore
    ...(isSale(plan) && plan.freightCents > 0 ? { freight: inXmc(plan.freightCents) } : {}),
    fiscal: fiscalOf(plan),
    parties: declaredParties(plan),
  };
}

/** The scheme of the platforms ends at 150 XMC; beyond it, and without a platform, the carrier's account stands in. */
const SCHEME_CENTS_MAX = 15_000;

const isInScheme = (plan: ParcelPlan): boolean =>
  plan.platform !== undefined && sumOf(plan.lines, 'cents') <= SCHEME_CENTS_MAX;

const collectorOf = ({ collector }: NonNullable<ParcelPlan['platform']>) => ({
  scheme: PLATFORM_SCHEME,
  number: collector,
});

const fiscalOf = (plan: ParcelPlan): NonNullable<WireConsignment['fiscal']> => ({
  account: plan.carrier.account,
  ...(plan.platform !== undefined && isInScheme(plan) ? { collector: collectorOf(plan.platform) } : {}), // prettier-ignore
});

const transportOf = (day: Day, leg: Leg): NonNullable<WireConsignment['transport']> => ({
  means: leg.means,
  departureAt: momentOf(day, leg.arrives - leg.minutesUnderWay),
  arrivalAt: momentOf(day, leg.arrives),
});

function declaredParties(plan: ParcelPlan): WireParty[] {
  const sender = senderParty(plan);
  if (!isSale(plan)) return [sender, plan.consignee];
  const platform = plan.platform === undefined ? [] : [platformParty(plan.platform)];
  return [sender, plan.consignee, sellerParty(plan), ...platform];
}

/** A shop, or for a gift a person of the same town. */
function senderParty(plan: ParcelPlan): WireParty {
  const { seller, nature } = plan;
  if (nature !== 'gift')
    return { role: 'consignor', name: seller.name, personType: 'legal', address: sellerAddress(seller) }; // prettier-ignore
  const family = plan.consignee.name?.split(' ').at(-1) ?? '';
  return { role: 'consignor', name: `${'ABDEHIKLMNORSTY'.charAt(plan.index % 15)}. ${family}`, personType: 'natural', address: { ...sellerAddress(seller), lines: [`${String((plan.index % 90) + 1)} Garden Row`] } }; // prettier-ignore
}

const sellerParty = ({ seller, platform }: ParcelPlan): WireParty => ({
  role: 'seller',
  name: seller.name,
  personType: 'legal',
  identifiers: [{ scheme: platform === undefined ? 'shop' : `${platform.code.toLowerCase()}-seller`, value: seller.account }], // prettier-ignore
  address: sellerAddress(seller),
});

const platformParty = (platform: NonNullable<ParcelPlan['platform']>): WireParty => ({
  role: 'platform',
  name: platform.name,
  identifiers: [{ scheme: 'party-code', value: platform.code }],
});

/** Parcels that a carrier took over together. */
export function logisticsOf(day: Day, plans: readonly ParcelPlan[], at: number): WireSubmission[] {
  const [first] = plans;
  if (first === undefined) return [];
  const { carrier, leg } = first;
  return [
    {
      messageId: messageId(carrier.code, day, tailOf(first, 'L')),
      sender: carrier.code,
      kind: 'logistics',
      preparedAt: momentOf(day, at - 1),
      consignments: plans.map((plan) => carried(day, plan, leg)),
    },
  ];
}

function carried(day: Day, plan: ParcelPlan, leg: Leg): WireConsignment {
  return {
    houseReference: plan.reference,
    ...(isSale(plan) ? { orderNumbers: [plan.orderNumber] } : {}),
    mode: leg.mode,
    channel: plan.channel,
    countryOfDispatch: leg.from.code,
    countryOfDestination: MERIDIA,
    transport: transportOf(day, leg),
    massGross: inKilograms(grossGrams(plan)),
    packages: 1,
    parties: [senderParty(plan), plan.consignee],
    ...(leg.mode === 'air' ? { security: securityOf(day, plan) } : {}),
  };
}

/** Minutes before take-off at which air cargo is screened. */
export const SCREENED_BEFORE = 95;

type Screened = Pick<ParcelPlan, 'leg' | 'reference'> & { readonly carrier: Partial<Carrier> };

/** Screens for carriers that have no agent of their own. */
const AIRPORT_AGENT = 'XE100061';

/** The security declaration of air cargo: screened by X-ray at the carrier's own agent. */
export function securityOf(
  day: Day,
  { leg, carrier, reference }: Screened,
): NonNullable<WireConsignment['security']> {
  const agent = carrier.account ?? AIRPORT_AGENT;
  return {
    issuerCategory: 'RA',
    issuerIdentifier: `${leg.from.code}/RA/00${agent.slice(-3)}-01`,
    consignmentIdentifier: reference.number,
    contents: 'consolidation',
    origin: leg.from.code,
    destination: MERIDIA,
    status: 'SPX',
    screeningMethods: ['XRY'],
    issuedBy: `Screener ${agent.slice(-2)}`,
    issuedAt: momentOf(day, leg.arrives - leg.minutesUnderWay - SCREENED_BEFORE),
  };
}

/** Scans of one handler in one hall. */
export function arrivalOf(
  day: Day,
  plans: readonly ParcelPlan[],
  scan: { readonly at: number; readonly handler: string; readonly office: string },
): WireSubmission {
  const first = plans[0]?.index ?? 0;
  return {
    messageId: messageId(scan.handler, day, `${String(first + 1).padStart(6, '0')}-A`),
    sender: scan.handler,
    kind: 'arrival',
    preparedAt: momentOf(day, scan.at),
    consignments: plans.map(({ reference }) => ({
      houseReference: reference,
      arrival: { event: 'arrived', at: momentOf(day, scan.at), office: scan.office },
    })),
  };
}

export const handlerOf = (leg: Leg): string =>
  leg.mode === 'road' ? HANDLERS.road.code : HANDLERS.airport.code;

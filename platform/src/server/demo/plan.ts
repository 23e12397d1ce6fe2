/** Invents one parcel of the day whole, before anybody says anything about it. */
import type { Channel, HouseReference, Nature } from '../../domain/advance-data/statement.ts';
import type { WireItem, WireParty } from '../../domain/advance-data/wire.ts';
import type { Day } from './day.ts';
import { MERIDIAN_NAMES, OTHER_SCRIPTS, STREETS, TOWNS } from './names.ts';
import { PRODUCTS, type Product } from './products.ts';
import { seeded, type Random } from './random.ts';
import { courierReference, postalReference, serialOf } from './reference.ts';
import { sellersOf, type Seller } from './sellers.ts';
import { KITE, LEGS, LOTUS, MERIDIA, MIZAN_POST, NOVA, ORLAND, ORLAND_POST, PAYERS, PLATFORMS, SALMARA_LINE, TARSIS, type Carrier, type Leg, type Platform } from './world.ts'; // prettier-ignore

/** What happens to its messages on the way. */
export type Quirk = 'late' | 'doubled' | 'crossed' | 'amended';

export type Line = {
  readonly product: Product;
  readonly count: number;
  /** Of all of them. */
  readonly cents: number;
  readonly grams: number;
};

export type ParcelPlan = {
  readonly index: number;
  readonly leg: Leg;
  readonly channel: Channel;
  readonly nature: Nature;
  readonly reference: HouseReference;
  /** Who carries it and declares it. */
  readonly carrier: Carrier;
  /** Undefined where people or shops send directly. */
  readonly platform: Platform | undefined;
  readonly payer: (typeof PAYERS)[number];
  readonly seller: Seller;
  readonly orderNumber: string;
  readonly consignee: WireParty;
  readonly lines: readonly Line[];
  readonly freightCents: number;
  readonly packingGrams: number;
  /** Whole days between the order and this day. */
  readonly orderedDaysBefore: number;
  readonly quirk: Quirk | undefined;
  /** For whatever its messages leave to chance. */
  readonly random: Random;
};

/** Nova carries the first of every 300 express parcels: enough for a day's record. */
const NOVA_EVERY = 300;

export function planParcel(day: Day, index: number): ParcelPlan {
  const random = seeded(`${day.seed} ${String(index)}`);
  const leg = pickLeg(random);
  const channel = pickChannel(random, leg);
  const nature = pickNature(random, channel);
  const carrier = carrierOf(leg, channel, index);
  const seller = random.pick(sellersOf(leg.from));
  const isDirect = nature !== 'sale' || random.chance(0.1);
  const lines = nature === 'documents' ? [] : keptLight(pickLines(random, nature), leg, random);
  return {
    index,
    leg,
    channel,
    nature,
    reference: referenceOf({ carrier, channel, leg }, serialOf(day.number, index), random),
    carrier,
    platform: isDirect ? undefined : random.pick(PLATFORMS),
    payer: random.pick(PAYERS),
    seller,
    orderNumber: `${day.on.toString().slice(2).replaceAll('-', '')}-${String(index + 1).padStart(6, '0')}`,
    consignee: pickConsignee(random),
    lines,
    freightCents: random.chance(0.4) ? 0 : random.whole(6, 18) * 50,
    packingGrams: random.whole(20, 140),
    orderedDaysBefore: random.whole(1, leg.mode === 'sea' ? 30 : 9),
    quirk: pickQuirk(random),
    random,
  };
}

function pickLeg(random: Random): Leg {
  let place = random.next() * LEGS.reduce((sum, { share }) => sum + share, 0);
  for (const leg of LEGS) {
    place -= leg.share;
    if (place < 0) return leg;
  }
  return LEGS[0];
}

function pickChannel(random: Random, leg: Leg): Channel {
  if (random.whole(1, 100) <= leg.byPost) return 'post';
  return leg.mode === 'sea' ? 'freight' : 'express';
}

function pickNature(random: Random, channel: Channel): Nature {
  const place = random.next();
  if (channel === 'express' && place < 0.05) return 'documents';
  if (channel === 'post' && place < 0.035) return 'gift';
  if (channel !== 'freight' && place > 0.995) return 'sample';
  return 'sale';
}

function carrierOf(leg: Leg, channel: Channel, index: number): Carrier {
  if (channel === 'freight') return SALMARA_LINE;
  if (channel === 'post') return leg.from === ORLAND ? ORLAND_POST : MIZAN_POST;
  if (index % NOVA_EVERY === 7) return NOVA;
  return index % 5 < 3 ? LOTUS : KITE;
}

const SERVICES = ['RB', 'RB', 'LX', 'CE', 'EE', 'UB'] as const;
const PREFIXES: Readonly<Record<string, string>> = { LOTUSX: 'LX55', KITEAIR: 'KA81', NOVAPARCELS: 'NV10', SALMARALINE: 'SL30' }; // prettier-ignore

function referenceOf(
  of: Pick<ParcelPlan, 'carrier' | 'channel' | 'leg'>,
  serial: string,
  random: Random,
): HouseReference {
  return of.channel === 'post'
    ? postalReference(random.pick(SERVICES), serial, of.leg.from.code)
    : courierReference(PREFIXES[of.carrier.code] ?? 'LX55', serial);
}

/** Gifts stay below their relief and samples are small, as those of honest people are. */
function pickLines(random: Random, nature: Nature): readonly Line[] {
  const kinds = nature === 'sale' && random.chance(0.28) ? random.whole(2, 4) : 1;
  return Array.from({ length: kinds }, () => {
    const product = random.pick(PRODUCTS);
    const count = nature === 'sale' ? random.whole(1, product.most) : 1;
    const price = random.whole(product.cents.from / 10, product.cents.to / 10) * 10;
    const each = nature === 'sample' ? random.whole(15, 24) * 100 : Math.min(price, nature === 'gift' ? 6_900 : price); // prettier-ignore
    return { product, count, cents: each * count, grams: random.whole(product.grams.from, product.grams.to) * count }; // prettier-ignore
  });
}

/** Tarsis sends small parcels by truck; of every twenty, one is heavy. */
function keptLight(lines: readonly Line[], leg: Leg, random: Random): readonly Line[] {
  if (leg.from !== TARSIS || random.chance(0.05)) return lines;
  const [first, ...rest] = lines;
  if (first === undefined) return lines;
  const light = { ...first, grams: Math.min(first.grams, LIGHT_GRAMS_MAX) };
  return rest.length > 0 && sumOf(lines, 'grams') <= LIGHT_GRAMS_MAX ? lines : [light];
}

const LIGHT_GRAMS_MAX = 1_250;

export function pickConsignee(random: Random): WireParty {
  const names = random.chance(0.12) ? random.pick(OTHER_SCRIPTS) : MERIDIAN_NAMES;
  const [city, area] = random.pick(TOWNS);
  return {
    role: 'consignee',
    name: `${random.pick(names.given)} ${random.pick(names.family)}`,
    personType: 'natural',
    address: {
      lines: [`${String(random.whole(1, 240))} ${random.pick(STREETS)}`],
      city,
      postcode: area + String(random.whole(0, 999)).padStart(3, '0'),
      country: MERIDIA,
    },
    phone: `+999 ${String(random.whole(20, 89))} ${String(random.whole(100, 999))} ${String(random.whole(100, 999))}`,
  };
}

function pickQuirk(random: Random): Quirk | undefined {
  const place = random.next();
  if (place < 0.004) return 'late';
  if (place < 0.01) return 'doubled';
  if (place < 0.04) return 'crossed';
  return place < 0.048 ? 'amended' : undefined;
}

export const inKilograms = (grams: number) => ({ value: (grams / 1_000).toFixed(3), unit: 'KGM' });
export const inXmc = (cents: number) => ({
  amount: `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`,
  currency: 'XMC',
});

export const sumOf = (lines: readonly Line[], of: 'cents' | 'grams'): number =>
  lines.reduce((sum, line) => sum + line[of], 0);

export const grossGrams = (plan: ParcelPlan): number =>
  plan.nature === 'documents' ? 80 + plan.packingGrams * 2 : sumOf(plan.lines, 'grams') + plan.packingGrams; // prettier-ignore

/** The goods as the declaration has them. */
export const declaredItems = (plan: ParcelPlan): WireItem[] =>
  plan.lines.map(({ product, count, cents, grams }) => ({
    description: product.description,
    commodityCode: product.commodityCode,
    origin: plan.leg.from.code,
    quantity: { value: String(count), unit: 'NAR' },
    massNet: inKilograms(grams),
    value: inXmc(cents),
  }));

/** What the stories of the demo day have in common: the flight, shops, people and the usual hours. */
import type { WireItem, WireParty } from '../../domain/advance-data/wire.ts';
import type { Day } from './day.ts';
import { inKilograms, inXmc } from './plan.ts';
import type { StoryParcel } from './story-parcel.ts';
import { legNamed, MERIDIA, MIZAN, MIZAN_POST, STORY_FLIGHT } from './world.ts';

/** XM 214 leaves Mizan at 7:45 and lands at 14:40; it has to be declared by 10:40. */
export const FLIGHT = legNamed(STORY_FLIGHT);
export const MORNING_FLIGHT = legNamed('XM 118');

export const item = (description: string, commodityCode: string, of: { readonly count: number; readonly cents: number; readonly grams: number }): WireItem => ({
  description,
  commodityCode,
  origin: MIZAN.code,
  quantity: { value: String(of.count), unit: 'NAR' },
  massNet: inKilograms(of.grams),
  value: inXmc(of.cents),
}); // prettier-ignore

export const shop = (name: string, account: string): WireParty => ({
  role: 'seller',
  name,
  personType: 'legal',
  identifiers: [{ scheme: 'shop', value: account }],
  address: { lines: [`${account.slice(-2)} Jade Road`], city: MIZAN.city, postcode: '51844', country: MIZAN.code }, // prettier-ignore
});

export const person = (name: string, street: string, town: readonly [city: string, postcode: string]): WireParty => ({
  role: 'consignee',
  name,
  personType: 'natural',
  address: { lines: [street], city: town[0], postcode: town[1], country: MERIDIA },
  phone: '+999 55 410 220',
}); // prettier-ignore

/** What story parcels have in common unless they say otherwise. */
export const usual = {
  leg: FLIGHT,
  channel: 'post',
  nature: 'sale',
  carrier: MIZAN_POST,
} as const satisfies Partial<StoryParcel>;

/** Ordered, paid, handed over, declared and scanned, each in time. */
export const inTime = { order: 300, payment: 304, logistics: 452, declaration: 545, arrival: 891 };

export const order = (day: Day, number: string): string =>
  `ST-${day.on.toString().slice(2)}-${number}`;

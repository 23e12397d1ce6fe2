/** Stories of the demo day in which somebody must act. */
import { DEMO_STORIES } from './demo-stories.ts';
import type { Day, TimedMessage } from './day.ts';
import { inTime, item, order, person, shop, usual } from './story-goods.ts';
import { declarationMessage, tellParcel, type StoryParcel } from './story-parcel.ts';
import { BAZARETTE, KIOSKADO, LOTUS, SOUQLINE } from './world.ts';

export function lithium(day: Day): TimedMessage[] {
  const goods = { count: 12, cents: 8_400, grams: 610 };
  const parcel: StoryParcel = {
    ...usual,
    reference: DEMO_STORIES.undeclaredLithium.references[0],
    platform: SOUQLINE,
    seller: shop('Ampere Shop', '40441'),
    consignee: person('Darya Karimova', '4 Lotus Street', ['Lahira', '10117']),
    orderNumber: order(day, '01'),
    items: [item('Battery pack for a torch, 18650', '850780', goods)],
    ordered: { items: [item('18650 cells, 12', '850760', goods)], cents: goods.cents },
    waybill: { description: 'Torch accessories', from: 'A. Noor' },
    cents: goods.cents,
    grams: 1_840,
  };
  return tellParcel(day, parcel, { story: '01', at: { ...inTime, declaration: 611 } });
}

export function repaired(day: Day): TimedMessage[] {
  const goods = { count: 2, cents: 2_180, grams: 520 };
  const vague: StoryParcel = {
    ...usual,
    reference: DEMO_STORIES.repairedDescription.references[0],
    platform: BAZARETTE,
    seller: shop('Clover Living', '40482'),
    consignee: person('Ines Benali', '77 Harbour Road', ['Lahira', '11204']),
    orderNumber: order(day, '02'),
    items: [item('Kitchen goods', '821000', goods)],
    ordered: {
      items: [item('Garlic press of stainless steel', '821000', goods)],
      cents: goods.cents,
    },
    cents: goods.cents,
    grams: 640,
  };
  const exact = { ...vague, items: [item('Garlic press of stainless steel', '821000', goods)] };
  const replacement = declarationMessage(day, exact, { story: '02R', minute: 540 });
  return [
    ...tellParcel(day, vague, { story: '02', at: { ...inTime, declaration: 490 } }),
    { at: 540, submission: { ...replacement, function: 'replace' } },
  ];
}

export function doNotLoad(day: Day): TimedMessage[] {
  const goods = { count: 2, cents: 5_800, grams: 2_000 };
  const parcel: StoryParcel = {
    ...usual,
    channel: 'express',
    carrier: LOTUS,
    reference: DEMO_STORIES.doNotLoad.references[0],
    seller: shop('Umber Works', '40503'),
    consignee: person('Konrad Weiss', '12 Quarry Road', ['Kandala', '75031']),
    items: [item('Potassium nitrate, crystals, 1 kg', '283421', goods)],
    cents: goods.cents,
    grams: 2_240,
  };
  return tellParcel(day, parcel, { story: '03', at: { declaration: 372 } });
}

export function collector(day: Day): TimedMessage[] {
  const goods = { count: 6, cents: 7_320, grams: 720 };
  const parcel: StoryParcel = {
    ...usual,
    reference: DEMO_STORIES.borrowedCollector.references[0],
    collector: SOUQLINE.collector,
    seller: shop('Bright Corner', '40524'),
    consignee: person('Huda Nasser', '31 Date Palm Lane', ['Lahira', '12050']),
    items: [item('Face cream with aloe, 50 ml', '330499', goods)],
    cents: goods.cents,
    grams: 850,
  };
  return tellParcel(day, parcel, { story: '04', at: { logistics: 450, declaration: 580, arrival: 893 } }); // prettier-ignore
}

export function split(day: Day): TimedMessage[] {
  const goods = { count: 1, cents: 4_490, grams: 780 };
  const all = { items: [item("Men's running shoes, mesh upper", '640411', { count: 9, cents: 40_410, grams: 7_020 })], cents: 40_410 }; // prettier-ignore
  return DEMO_STORIES.splitOrder.references.flatMap((reference, place) => {
    const parcel: StoryParcel = {
      ...usual,
      channel: 'express',
      carrier: LOTUS,
      reference,
      platform: KIOSKADO,
      seller: shop('Tandem Outfitters', '40545'),
      consignee: person('Marwan Farouk', '9 Lighthouse Road', ['Port Sael', '31007']),
      orderNumber: order(day, '05'),
      items: [item("Men's running shoes, mesh upper", '640411', goods)],
      ordered: all,
      cents: goods.cents,
      grams: 960,
    };
    const { order: ordered, payment, ...later } = inTime;
    const declaration = 520 + place * 6;
    const at = place === 0 ? { ...inTime, declaration } : { ...later, declaration };
    return tellParcel(day, parcel, { story: `05${String(place + 1)}`, at: place === 0 ? { ...at, order: ordered, payment } : at }); // prettier-ignore
  });
}

export function gift(day: Day): TimedMessage[] {
  const goods = { count: 3, cents: 3_900, grams: 240 };
  const parcel: StoryParcel = {
    ...usual,
    nature: 'gift',
    reference: DEMO_STORIES.giftThatWasBought.references[0],
    platform: SOUQLINE,
    seller: shop('Amber Watches Ltd', '40566'),
    consignee: person('Anton Petrov', '150 Obelisk Avenue', ['Lahira', '10390']),
    orderNumber: order(day, '06'),
    items: [item("Men's wristwatch, quartz", '910211', goods)],
    cents: goods.cents,
    grams: 360,
  };
  return tellParcel(day, parcel, { story: '06', at: inTime });
}

/** The article number stands in the pack's rule on recalled toys. */
const RECALLED = '2001234500012';

export function toy(day: Day): TimedMessage[] {
  const goods = { count: 1, cents: 3_150, grams: 900 };
  const parcel: StoryParcel = {
    ...usual,
    reference: DEMO_STORIES.recalledToy.references[0],
    platform: BAZARETTE,
    seller: shop('Fable House', '40587'),
    consignee: person('Salma Haddar', "3 Weavers' Row", ['Tel Meris', '42118']),
    orderNumber: order(day, '07'),
    items: [{ ...item('Toy kitchen with magnetic fruit, 24 pieces', '950300', goods), gtin: RECALLED }], // prettier-ignore
    cents: goods.cents,
    grams: 1_120,
  };
  return tellParcel(day, parcel, { story: '07', at: inTime });
}

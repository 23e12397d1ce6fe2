/** Stories of the demo day that end well, or that nobody would have noticed. */
import { DEMO_STORIES } from './demo-stories.ts';
import { momentOf, type Day, type TimedMessage } from './day.ts';
import { messageId } from './messages.ts';
import { FLIGHT, inTime, item, MORNING_FLIGHT, order, person, shop, usual } from './story-goods.ts';
import { declarationMessage, scanMessage, tellParcel, type StoryParcel } from './story-parcel.ts';
import { BAZARETTE, KIOSKADO, KITE, LOTUS, MERIDIA, MERIDIA_POST, MIZAN, NOVA, PALM, SOUQLINE } from './world.ts'; // prettier-ignore

export function returned(day: Day): TimedMessage[] {
  const [came, went] = DEMO_STORIES.returnedPurchase.references;
  const goods = { count: 1, cents: 6_450, grams: 540 };
  const buyer = person('Lotte Sorensen', '61 Reed Street', ['Lahira', '11733']);
  const seller = shop('Willow Outfitters', '40608');
  const parcel: StoryParcel = {
    ...usual,
    leg: MORNING_FLIGHT,
    reference: came,
    platform: SOUQLINE,
    seller,
    consignee: buyer,
    orderNumber: order(day, '08'),
    items: [item("Women's quilted jacket, polyester", '620240', goods)],
    cents: goods.cents,
    grams: 660,
  };
  const post = { sender: MERIDIA_POST.code, office: 'XMLHXP' };
  const back = declarationMessage(day, parcel, { story: '08B', minute: 1_010 });
  return [
    ...tellParcel(day, parcel, { story: '08', at: { order: 20, payment: 22, logistics: 60, declaration: 75, arrival: 404 } }), // prettier-ignore
    { at: 640, submission: scanMessage(day, { ...post, story: '08', minute: 640, reference: came, event: 'delivered' }) }, // prettier-ignore
    {
      at: 1_010,
      submission: {
        ...back,
        sender: MERIDIA_POST.code,
        messageId: messageId(MERIDIA_POST.code, day, 'STORY-08B-D'),
        consignments: back.consignments.map(({ orderNumbers: _order, ...rest }) => ({
          ...rest,
          houseReference: went,
          returnOf: came,
          direction: 'return',
          nature: 'return',
          countryOfDispatch: MERIDIA,
          countryOfDestination: MIZAN.code,
          fiscal: { account: MERIDIA_POST.account },
          transport: { means: 'XM 215', departureAt: momentOf(day, 1_260) }, // prettier-ignore
          parties: [
            { ...buyer, role: 'consignor' },
            { ...seller, role: 'consignee' },
          ],
        })),
      },
    },
    { at: 1_262, submission: scanMessage(day, { ...post, story: '08B', minute: 1_262, reference: went, event: 'departed' }) }, // prettier-ignore
  ];
}

export function unannounced(day: Day): TimedMessage[] {
  const [reference] = DEMO_STORIES.unannounced.references;
  const scan = { story: '09', minute: 901, reference, office: FLIGHT.offices.express };
  return [{ at: 901, submission: scanMessage(day, scan) }];
}

export function shadow(day: Day): TimedMessage[] {
  const goods = { count: 6, cents: 1_800, grams: 1_260 };
  const parcel: StoryParcel = {
    ...usual,
    channel: 'express',
    carrier: KITE,
    reference: DEMO_STORIES.shadowRule.references[0],
    platform: KIOSKADO,
    seller: shop('Nimbus Direct', '40629'),
    consignee: person('Oskar Brandt', '18 Copper Street', ['Salmara', '24001']),
    orderNumber: order(day, '10'),
    items: [item('Phone covers, silicone, black', '392690', goods)],
    cents: goods.cents,
    grams: 1_340,
  };
  return tellParcel(day, parcel, { story: '10', at: inTime });
}

export function newcomer(day: Day): TimedMessage[] {
  const goods = { count: 2, cents: 3_180, grams: 700 };
  const parcel: StoryParcel = {
    ...usual,
    channel: 'express',
    carrier: NOVA,
    reference: DEMO_STORIES.honestNewcomer.references[0],
    platform: KIOSKADO,
    seller: shop('Pebble Collective', '40650'),
    consignee: person('Greta Lund', '5 Observatory Hill', ['New Luxor', '60420']),
    orderNumber: order(day, '11'),
    items: [item('Ceramic coffee mug with print', '691200', goods)],
    cents: goods.cents,
    grams: 820,
  };
  return tellParcel(day, parcel, { story: '11', at: inTime });
}

export function owedAtTheDoor(day: Day): TimedMessage[] {
  const goods = { count: 1, cents: 9_200, grams: 1_450 };
  const parcel: StoryParcel = {
    ...usual,
    channel: 'express',
    carrier: PALM,
    reference: DEMO_STORIES.owedAtTheDoor.references[0],
    seller: shop('Lantern Yard', '40734'),
    consignee: person('Mirela Novak', '27 Orchard Lane', ['Lahira', '10844']),
    items: [item('Desk lamp, steel, with LED bulb', '940521', goods)],
    cents: goods.cents,
    grams: 1_720,
  };
  return tellParcel(day, parcel, { story: '15', at: { logistics: 448, declaration: 566, arrival: 892 } }); // prettier-ignore
}

export function moreToLookAt(day: Day): TimedMessage[] {
  const lens: StoryParcel = {
    ...usual,
    channel: 'express',
    carrier: LOTUS,
    reference: DEMO_STORIES.cheapLens.references[0],
    platform: SOUQLINE,
    seller: shop('Kestrel Optics', '40671'),
    consignee: person('Olga Brandt', '44 Glass Street', ['Lahira', '10508']),
    orderNumber: order(day, '12'),
    items: [item('Camera lens, 50 mm, f/1.8', '900211', { count: 1, cents: 4_890, grams: 310 })],
    ordered: { items: [item('Camera lens, 50 mm, f/1.8', '900211', { count: 1, cents: 48_900, grams: 310 })], cents: 48_900 }, // prettier-ignore
    cents: 4_890,
    grams: 520,
  };
  const belt: StoryParcel = {
    ...usual,
    channel: 'express',
    carrier: KITE,
    reference: DEMO_STORIES.pythonBelt.references[0],
    seller: shop('Garnet Atelier', '40692'),
    consignee: person('Clara Lindqvist', '92 Nile Terrace', ['Ashur Bay', '53077']),
    items: [item('Belt of python skin, 95 cm', '420330', { count: 1, cents: 11_800, grams: 220 })], // prettier-ignore
    cents: 11_800,
    grams: 340,
  };
  const vitamins: StoryParcel = {
    ...usual,
    reference: DEMO_STORIES.vitamins.references[0],
    platform: BAZARETTE,
    seller: shop('Saffron House', '40713'),
    consignee: person('Yara Amari', '8 Cedar Street', ['Lahira', '12611']),
    orderNumber: order(day, '14'),
    items: [item('Vitamin D capsules, high dose, 60 each', '300450', { count: 14, cents: 6_200, grams: 1_190 })], // prettier-ignore
    cents: 6_200,
    grams: 1_380,
  };
  return [
    ...tellParcel(day, lens, { story: '12', at: inTime }),
    ...tellParcel(day, belt, {
      story: '13',
      at: { logistics: 455, declaration: 560, arrival: 897 },
    }),
    ...tellParcel(day, vitamins, { story: '14', at: inTime }),
  ];
}
